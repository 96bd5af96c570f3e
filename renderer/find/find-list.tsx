import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { bySection, type SectionHits } from '../../core/search/by-section'
import { type Excerpt, excerptOf, excerptOfText } from '../../core/search/excerpt'
import type { TextRange } from '../../core/text/range'
import type { ReaderContext } from '../reader/context'
import { openCard } from '../reader/marking'
import { useMessages } from '../state/preferences'
import { type FocusTarget, moveAlong } from '../ui/focus'
import { showMatch } from './finding'

/** How long a pause in typing lets the list wait, in ms; count and marks do not wait. */
const pause = 100

interface FindListProps {
  readonly context: ReaderContext
  /** Where the focus is taken from the field: the current match. */
  readonly current: FocusTarget
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** Every match with what stands around it, by section; it takes the place of the contents. */
export function FindList({ context, current, onKeyDown }: FindListProps) {
  const { find, open } = context.workspace
  const list = useRef<HTMLElement>(null)
  const messages = useMessages().find
  const hits = useSettled(find.hits)
  const groups = useComputed(() => bySection(open.sections, hits.value))
  return (
    <section
      ref={list}
      class="matches"
      data-region="matches"
      aria-label={messages.list}
      onKeyDown={(event) => {
        onKeyDown(event)
        moveAlong(event, list.current, 'vertical')
      }}
    >
      <NoteMatches context={context} />
      {groups.value.map((group) => (
        <Group
          key={group.section?.heading.id ?? ''}
          context={context}
          current={current}
          group={group}
        />
      ))}
      {find.hits.value.length === 0 && (
        <div class="matches-none">
          <p class="empty-title">{messages.none}</p>
          <p>{messages.noneHow}</p>
        </div>
      )}
    </section>
  )
}

/** A list that follows another once that has not changed for a moment. */
function useSettled<T>(source: ReadonlySignal<readonly T[]>): ReadonlySignal<readonly T[]> {
  const settled = useSignal(source.peek())
  useSignalEffect(() => {
    const next = source.value
    const timer = setTimeout(() => {
      settled.value = next
    }, pause)
    return () => clearTimeout(timer)
  })
  return settled
}

interface GroupProps extends Pick<FindListProps, 'context' | 'current'> {
  readonly group: SectionHits
}

function Group({ context, current, group }: GroupProps) {
  const rendition = context.workspace.view.rendition.value
  const { section, hits, first } = group
  return (
    <section class="match-group" lang={rendition.lang}>
      {section && (
        <h3>
          <span>{rendition.block(section.heading.id).text}</span>
          <span class="count">{hits.length}</span>
        </h3>
      )}
      <ol>
        {hits.map((hit, i) => (
          <li key={hit.start}>
            <Match context={context} current={current} hit={hit} index={first + i} />
          </li>
        ))}
      </ol>
    </section>
  )
}

interface MatchProps extends Pick<FindListProps, 'context' | 'current'> {
  readonly hit: TextRange
  readonly index: number
}

function Match({ context, current, hit, index }: MatchProps) {
  const { app, workspace } = context
  const { find, view } = workspace
  const button = useRef<HTMLButtonElement>(null)
  const isCurrent = useComputed(() => find.current.value === index).value
  const excerpt = excerptOf(view.rendition.value, hit)
  useEffect(() => {
    if (!isCurrent) return undefined
    button.current?.scrollIntoView({ block: 'nearest' })
    return current.attach(button.current)
  }, [isCurrent, current])
  return (
    <button
      ref={button}
      type="button"
      class="match"
      aria-current={isCurrent ? 'true' : undefined}
      tabIndex={isCurrent ? 0 : -1}
      onClick={() => {
        showMatch(context, index)
        if (app.isNarrow.peek()) find.wantList(false)
      }}
    >
      <ExcerptText excerpt={excerpt} />
    </button>
  )
}

/** As many notes as are listed without being asked for. */
const fewNotes = 3

/** The notes that hold what is looked for; each opens its card. */
function NoteMatches({ context }: { context: ReaderContext }) {
  const hits = context.workspace.find.noteHits.value
  const { inNotes } = useMessages().find
  if (hits.length === 0) return null
  return (
    <details class="match-group match-notes" open={hits.length <= fewNotes}>
      <summary>{inNotes(hits.length)}</summary>
      <ol>
        {hits.map(({ item, place }) => (
          <li key={item.annotation.id}>
            <button
              type="button"
              class="match"
              data-color={item.annotation.style.color}
              onClick={() => openCard(context, item)}
            >
              <ExcerptText excerpt={excerptOfText(item.annotation.note, place)} />
            </button>
          </li>
        ))}
      </ol>
    </details>
  )
}

/** A match, marked, with what stands around it. */
function ExcerptText({ excerpt: { before, match, after } }: { excerpt: Excerpt }) {
  return (
    <span class="excerpt">
      {before}
      <mark>{match}</mark>
      {after}
    </span>
  )
}
