import { useSignalEffect } from '@preact/signals'
import { ChevronLeft, ChevronRight, X } from 'lucide'
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { isOnWords, type Remark } from '../../core/apparatus/remark'
import type { TextElements } from '../reader/article'
import type { ReaderContext } from '../reader/context'
import { layOver } from '../reader/measure'
import { placeOf } from '../state/explanation'
import { useMessages, usePreferences } from '../state/preferences'
import { IconButton } from '../ui/icon'
import { keysOf } from '../ui/keys'
import { CharactersExplained } from './characters-explained'
import { EmendationView, Slip } from './emendation-view'

/**
 * The card that explains a place of the text. It stands beside the place until the reader closes it,
 * turns to something else, or has it moved on to the next place.
 */
export function ExplanationCard({
  context,
  scroller,
  article,
}: { readonly context: ReaderContext } & TextElements) {
  const { explanation, open } = context.workspace
  const anchor = useRef<HTMLDivElement>(null)
  const card = useRef<HTMLDivElement>(null)
  const { gloss: words } = useMessages().edition
  usePlacing(context, { scroller, article, anchor, card })
  useClosing(context, card)
  const explained = explanation.open.value
  return (
    <>
      <div ref={anchor} class="explanation-anchor" aria-hidden="true" />
      <div
        ref={card}
        class="explanation"
        role="dialog"
        aria-labelledby="explanation-title"
        popover="manual"
        tabIndex={-1}
      >
        {explained?.kind === 'remark' && (
          <RemarkExplained context={context} remark={explained.remark} />
        )}
        {explained?.kind === 'characters' && (
          <CharactersExplained open={open} range={explained.range} />
        )}
        <span class="explanation-close">
          <IconButton icon={X} label={words.close} onClick={() => explanation.close()} />
        </span>
      </div>
    </>
  )
}

/** Goes to the next remark, or the one before, and opens its card: on words alone, or on any place. */
export function moveRemark(
  { workspace, reader }: ReaderContext,
  step: 1 | -1,
  which: 'words' | 'any',
): void {
  const { explanation, view } = workspace
  const next = explanation.next(step, which, view.place.peek())
  if (next === undefined) return
  reader.reveal(next.range)
  explanation.explainRemark(next, 'block')
}

/** What the edition has to say of one place, and the way to the places before and after it. */
function RemarkExplained({ context, remark }: { context: ReaderContext; remark: Remark }) {
  const { open } = context.workspace
  const { platform, messages } = usePreferences()
  const { edition } = messages.value
  const kind = remark.kind === 'sic' ? 'sic' : remark.emendation.kind
  const which = isOnWords(remark) ? 'words' : 'any'
  const list = which === 'any' ? open.remarks : open.remarks.filter(isOnWords)
  const script = open.document.data.canonicalScript
  const [back, on] =
    which === 'any'
      ? (['previous-remark', 'next-remark'] as const)
      : (['previous-emendation', 'next-emendation'] as const)
  return (
    <>
      <header class="explanation-head">
        <h2 id="explanation-title">{edition.kinds[kind]}</h2>
        <span class="count">{edition.placeOf(list.indexOf(remark) + 1, list.length)}</span>
        <IconButton
          icon={ChevronLeft}
          label={edition.gloss.previous}
          keys={keysOf(back, platform)}
          onClick={() => moveRemark(context, -1, which)}
        />
        <IconButton
          icon={ChevronRight}
          label={edition.gloss.next}
          keys={keysOf(on, platform)}
          onClick={() => moveRemark(context, 1, which)}
        />
      </header>
      {remark.kind === 'sic' ? (
        <Slip script={script} sic={remark.sic} />
      ) : (
        <EmendationView script={script} emendation={remark.emendation} />
      )}
    </>
  )
}

interface Placing extends TextElements {
  readonly anchor: RefObject<HTMLElement | null>
  readonly card: RefObject<HTMLElement | null>
}

/** Shows the card beside its place, and keeps it there when the layout changes. */
function usePlacing({ workspace, reader }: ReaderContext, elements: Placing): void {
  const { explanation } = workspace
  const { scroller, article, anchor, card } = elements
  const before = useRef<Element | null>(null)
  const placing = useRef(() => {
    const explained = explanation.open.peek()
    if (anchor.current === null || scroller.current === null || card.current === null) return
    const surface = explained && reader.surfaces.in(explained.column)
    const boxes =
      explained === null ? [] : reader.surfaces.boxesOf(placeOf(explained), surface ?? undefined)
    if (layOver(anchor.current, scroller.current, boxes)) card.current.showPopover()
    else card.current.hidePopover()
  })
  useSignalEffect(() => {
    const explained = explanation.open.value
    placing.current()
    const focused = document.activeElement
    if (explained === null) {
      if (focused === null || focused === document.body || card.current?.contains(focused)) {
        if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true })
      }
    } else if (!card.current?.contains(focused)) {
      before.current = focused
      card.current?.focus({ preventScroll: true })
    }
  })
  useEffect(() => {
    if (article.current === null) return undefined
    const observer = new ResizeObserver(() => placing.current())
    observer.observe(article.current)
    return () => observer.disconnect()
  }, [article])
}

/** A press anywhere but on the card and on the text closes it. */
function useClosing({ workspace }: ReaderContext, card: RefObject<HTMLElement | null>): void {
  const { explanation } = workspace
  useEffect(() => {
    const press = (event: PointerEvent) => {
      if (explanation.open.peek() === null || !(event.target instanceof Element)) return
      if (card.current?.contains(event.target)) return
      // A press on the text is a click's beginning, and a click decides by itself what is open.
      if (event.target.closest('article, [role="toolbar"]') === null) explanation.close()
    }
    window.addEventListener('pointerdown', press)
    return () => window.removeEventListener('pointerdown', press)
  }, [explanation, card])
}
