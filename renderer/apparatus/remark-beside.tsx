import { useSignalEffect } from '@preact/signals'
import { ChevronLeft, ChevronRight, X } from 'lucide'
import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { ActionId } from '../../core/app/actions'
import { type Remark, type RemarkSet, setOf } from '../../core/apparatus/remark'
import type { Messages } from '../../core/messages/en'
import type { TextElements } from '../reader/article'
import { useBesidePassage } from '../reader/beside-passage'
import type { ReaderContext } from '../reader/context'
import { useMessages, usePreferences } from '../state/preferences'
import { placeOf, type RemarkSubject } from '../state/remarks'
import type { Column } from '../state/view'
import { IconButton } from '../ui/icon'
import { lazy } from '../ui/lazy'
import { EmendationView, KeptView, Slip } from './emendation-view'
import { ExplanationView } from './explanation-view'
import { moveRemark } from './navigation'
import { GiveBack, ProposalView } from './proposal-view'

/** With the table of readings, which is wanted seldom. */
const CharactersExplained = lazy(
  async () => (await import('./characters-explained')).CharactersExplained,
)

/**
 * What is remarked of a place of the text, or what its characters are: beside the place, until the reader
 * closes it, turns to something else, or has it moved on to the next place.
 */
export function RemarkBeside({
  context,
  scroller,
  article,
}: { readonly context: ReaderContext } & TextElements) {
  const { remarks } = context.workspace
  const anchor = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const { remark: words, characters } = useMessages().edition
  usePlacing(context, { scroller, article, anchor, box })
  useClosing(context, box)
  const subject = remarks.open.value
  return (
    <>
      <div ref={anchor} class="remark-anchor" aria-hidden="true" />
      <div
        ref={box}
        class="remark-beside"
        role="dialog"
        aria-labelledby="remark-title"
        popover="manual"
        tabIndex={-1}
      >
        {subject?.kind === 'remark' && (
          <RemarkShown context={context} remark={subject.remark} column={subject.column} />
        )}
        {subject?.kind === 'characters' && (
          <>
            <header class="remark-head">
              <h2 id="remark-title">{characters.title}</h2>
            </header>
            <CharactersExplained context={context} range={subject.range} column={subject.column} />
          </>
        )}
        <span class="remark-close">
          <IconButton icon={X} label={words.close} onClick={() => remarks.close()} />
        </span>
      </div>
    </>
  )
}

/** The actions that go through a set, back and on. */
const stepsThrough: Readonly<Record<RemarkSet, readonly [back: ActionId, on: ActionId]>> = {
  words: ['previous-emendation', 'next-emendation'],
  text: ['previous-remark', 'next-remark'],
  explanations: ['previous-explanation', 'next-explanation'],
}

interface RemarkProps {
  readonly context: ReaderContext
  readonly remark: Remark
  readonly column: Column
}

/** What the edition has to say of one place, and the way to the places before and after it. */
function RemarkShown({ context, remark, column }: RemarkProps) {
  const preferences = usePreferences()
  const { messages } = preferences
  const { edition } = messages.value
  const set = setOf(remark)
  const list = context.workspace.remarks.in(set)
  const [back, on] = stepsThrough[set]
  const [previous, next] =
    set === 'explanations'
      ? [edition.remark.previousExplanation, edition.remark.nextExplanation]
      : [edition.remark.previous, edition.remark.next]
  return (
    <>
      <header class="remark-head">
        <h2 id="remark-title">{titleOf(remark, messages.value)}</h2>
        <span class="count">{edition.placeOf(list.indexOf(remark) + 1, list.length)}</span>
        <IconButton
          icon={ChevronLeft}
          label={previous}
          keys={preferences.keysOf(back)}
          onClick={() => moveRemark(context, -1, set)}
        />
        <IconButton
          icon={ChevronRight}
          label={next}
          keys={preferences.keysOf(on)}
          onClick={() => moveRemark(context, 1, set)}
        />
      </header>
      <RemarkView context={context} remark={remark} column={column} />
    </>
  )
}

/** What a remark is. */
function titleOf(remark: Remark, { edition, repair }: Messages): string {
  switch (remark.kind) {
    case 'emendation':
      return edition.kinds[remark.emendation.kind]
    case 'explanation':
      return edition.kinds[remark.explanation.kind]
    case 'sic':
    case 'kept':
      return edition.kinds[remark.kind]
    case 'proposal':
      return repair.kinds[remark.proposal.kind]
    case 'correction':
      return edition.characters.title
  }
}

function RemarkView({ context, remark, column }: RemarkProps) {
  const { open, view } = context.workspace
  const { api } = context.app
  const script = open.document.data.canonicalScript
  switch (remark.kind) {
    case 'emendation':
      return (
        <>
          <EmendationView script={script} emendation={remark.emendation} />
          <GiveBack context={context} emendation={remark.emendation} />
        </>
      )
    case 'proposal':
      return <ProposalView context={context} proposal={remark.proposal} />
    case 'correction':
      return <CharactersExplained context={context} range={remark.range} column={column} />
    case 'sic':
      return <Slip script={script} sic={remark.sic} api={api} />
    case 'kept':
      return <KeptView script={script} kept={remark.kept} />
    case 'explanation':
      return (
        <ExplanationView rendition={view.rendition} explanation={remark.explanation} api={api} />
      )
  }
}

interface Placing extends TextElements {
  readonly anchor: RefObject<HTMLElement | null>
  readonly box: RefObject<HTMLElement | null>
}

/** Shows it beside its place, and keeps it there when the layout changes. */
function usePlacing({ workspace, reader }: ReaderContext, elements: Placing): void {
  const { remarks } = workspace
  const { scroller, article, anchor, box } = elements
  const last = useRef<RemarkSubject | null>(null)
  const opening = useRef<number | null>(null)
  const place = useBesidePassage({ scroller, article, anchor, popover: box }, () => {
    const subject = remarks.open.peek()
    if (subject === null) return []
    return reader.surfaces.boxesOf(placeOf(subject), reader.surfaces.in(subject.column))
  })
  // At once: the effect below comes after the frame, and what was opened and closed within it would not be the last.
  useLayoutEffect(
    () =>
      remarks.open.subscribe((subject) => {
        if (subject !== null) last.current = subject
      }),
    [remarks],
  )
  useSignalEffect(() => {
    const subject = remarks.open.value
    // The platform gives the focus back to where it was before the first was opened; the reader has gone on since.
    const hadFocus = box.current?.contains(document.activeElement) === true
    place()
    const focused = document.activeElement
    if (subject === null) {
      const isLost = hadFocus || focused === document.body
      if (isLost && last.current !== null) reader.focus.focusAt(placeOf(last.current).start)
    } else if (!box.current?.contains(focused)) {
      // Renewed, it takes no focus from where the reader has gone on to; a button of its own may have gone.
      const isRenewed = subject.opening === opening.current
      if (!isRenewed || focused === document.body) box.current?.focus({ preventScroll: true })
    }
    opening.current = subject?.opening ?? null
  })
}

/** A press anywhere but on the remark and on the text closes it. */
function useClosing({ workspace }: ReaderContext, box: RefObject<HTMLElement | null>): void {
  const { remarks } = workspace
  useEffect(() => {
    const press = (event: PointerEvent) => {
      if (remarks.open.peek() === null || !(event.target instanceof Element)) return
      if (box.current?.contains(event.target)) return
      // A press on the text is a click's beginning, and a click decides by itself what is open.
      if (event.target.closest('article, [role="toolbar"]') === null) remarks.close()
    }
    window.addEventListener('pointerdown', press)
    return () => window.removeEventListener('pointerdown', press)
  }, [remarks, box])
}
