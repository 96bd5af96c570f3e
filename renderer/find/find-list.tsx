import {
  computed,
  type ReadonlySignal,
  useComputed,
  useSignal,
  useSignalEffect,
} from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { bySection, mostInSection, type SectionHits } from '../../core/search/by-section'
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
  readonly current: FocusTarget<HTMLButtonElement>
  /** The first of the notes, to which the focus is taken where there are no matches. */
  readonly note: FocusTarget<HTMLButtonElement>
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** Every match with what stands around it, by section; it takes the place of the contents. */
export function FindList({ context, current, note, onKeyDown }: FindListProps) {
  const { find, open } = context.workspace
  const list = useRef<HTMLElement>(null)
  const messages = useMessages().find
  const hits = useSettled(find.hits)
  const listed = useListed(hits, find.current)
  const all = useComputed(() => bySection(open.sections, hits.value))
  const groups = useComputed(() => {
    const { from, to } = listed.range.value
    return all.value.filter(({ first, hits: here }) => first < to && first + here.length > from)
  })
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
      <SectionCounts groups={all.value} context={context} />
      <NoteMatches context={context} first={note} isAll={find.hits.value.length === 0} />
      <MoreMatches
        list={list}
        shown={listed.range.value.from}
        onSeen={listed.range.value.from > 0 ? listed.showBefore : null}
      />
      {groups.value.map((group) => (
        <Group
          key={group.section?.heading.id ?? ''}
          context={context}
          current={current}
          group={group}
          listed={listed.range.value}
        />
      ))}
      <MoreMatches
        list={list}
        shown={listed.range.value.to}
        onSeen={listed.range.value.to < hits.value.length ? listed.showBehind : null}
      />
      {find.hits.value.length === 0 && find.noteHits.value.length === 0 && (
        <div class="matches-none">
          <p class="empty-title">{messages.none}</p>
          <p>{messages.noneHow}</p>
        </div>
      )}
    </section>
  )
}

interface SectionCountsProps {
  readonly context: ReaderContext
  readonly groups: readonly SectionHits[]
}

/** How often the words stand in each section of the text; folded at first, for a long text has thousands. */
function SectionCounts({ context, groups }: SectionCountsProps) {
  const { sections } = context.workspace.open
  const { inSections } = useMessages().find
  const isUnfolded = useSignal(false)
  if (groups.length < 2) return null
  return (
    <details
      class="match-group section-counts"
      onToggle={({ currentTarget }) => {
        isUnfolded.value = currentTarget.open
      }}
    >
      <summary>{inSections(groups.length, sections.length)}</summary>
      {isUnfolded.value && <CountTable context={context} groups={groups} />}
    </details>
  )
}

/** The sections in which the words do not stand are there too. */
function CountTable({ context, groups }: SectionCountsProps) {
  const { open, view } = context.workspace
  const rendition = view.rendition.value
  const counts = new Map(groups.map(({ section, hits }) => [section, hits.length]))
  const most = mostInSection(groups)
  return (
    <table lang={rendition.lang}>
      <tbody>
        {open.sections.map((section) => {
          const count = counts.get(section) ?? 0
          return (
            <tr key={section.heading.id} data-level={section.heading.level}>
              <th scope="row">{rendition.block(section.heading.id).text}</th>
              <td>
                <span class="count-bar" style={{ width: `${(100 * count) / most}%` }} />
              </td>
              <td class="count">{count}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
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

/** The numbers of the matches that are in the page, from 0; `to` is outside. */
interface Listed {
  readonly from: number
  readonly to: number
}

/**
 * Which matches are in the page: some around the current one, and more as the reader comes to their end.
 * A common word has tens of thousands.
 */
function useListed(hits: ReadonlySignal<readonly TextRange[]>, current: ReadonlySignal<number>) {
  const range = useSignal<Listed>({ from: 0, to: portion })
  const before = useRef(hits.peek())
  useSignalEffect(() => {
    const at = Math.max(0, current.value)
    const { from, to } = range.peek()
    if (hits.value === before.current && at >= from && at < to) return
    before.current = hits.value
    range.value = { from: Math.max(0, at - portion / 2), to: at + portion }
  })
  return {
    range,
    showBefore: () => {
      const { from, to } = range.peek()
      range.value = { from: Math.max(0, from - portion), to }
    },
    showBehind: () => {
      const { from, to } = range.peek()
      range.value = { from, to: to + portion }
    },
  }
}

/** How many matches come into the page at a time. */
const portion = 40

interface MoreMatchesProps {
  readonly list: RefObject<HTMLElement | null>
  /** The first or last that is in the page, by number: an end still near the window then is seen anew. */
  readonly shown: number
  /** Has more of them come into the page; null where there are no more. */
  readonly onSeen: (() => void) | null
}

/** The end of the matches that are in the page, which asks for more when it comes near the window. */
function MoreMatches({ list, shown, onSeen }: MoreMatchesProps) {
  const end = useRef<HTMLDivElement>(null)
  const isMore = onSeen !== null
  useEffect(() => {
    if (end.current === null || onSeen === null) return undefined
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) onSeen()
      },
      { root: list.current, rootMargin: '400px 0px' },
    )
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [list, shown, isMore])
  return isMore && <div ref={end} class="matches-more" />
}

interface GroupProps extends Pick<FindListProps, 'context' | 'current'> {
  readonly group: SectionHits
  readonly listed: Listed
}

function Group({ context, current, group, listed }: GroupProps) {
  const rendition = context.workspace.view.rendition.value
  const { section, hits } = group
  const from = Math.max(0, listed.from - group.first)
  const shown = hits.slice(from, listed.to - group.first)
  return (
    <section class="match-group" lang={rendition.lang}>
      {section && (
        <h3>
          <span>
            {section.above.slice(1).map(({ id }) => (
              <span key={id} class="match-part">
                {rendition.block(id).text}
              </span>
            ))}
            {rendition.block(section.heading.id).text}
          </span>
          <span class="count">{hits.length}</span>
        </h3>
      )}
      <ol>
        {shown.map((hit, i) => (
          <li key={hit.start}>
            <Match context={context} current={current} hit={hit} index={group.first + from + i} />
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
  const { find, view } = context.workspace
  const button = useRef<HTMLButtonElement>(null)
  // By another query the same place can have another number.
  const isCurrent = useMemo(() => computed(() => find.current.value === index), [find, index]).value
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
        leaveText(context)
      }}
    >
      <ExcerptText excerpt={excerpt} />
    </button>
  )
}

/** As many notes as are listed without being asked for. */
const fewNotes = 3

interface NoteMatchesProps {
  readonly context: ReaderContext
  readonly first: FocusTarget<HTMLButtonElement>
  /** Whether nothing else was found: then all are unfolded. */
  readonly isAll: boolean
}

/** The notes that hold what is looked for; each opens its card. */
function NoteMatches({ context, first, isAll }: NoteMatchesProps) {
  const hits = context.workspace.find.noteHits.value
  const { inNotes } = useMessages().find
  if (hits.length === 0) return null
  return (
    <details class="match-group match-notes" open={isAll || hits.length <= fewNotes}>
      <summary>{inNotes(hits.length)}</summary>
      <ol>
        {hits.map(({ item, place }, i) => (
          <li key={item.annotation.id}>
            <button
              ref={i === 0 ? first : null}
              type="button"
              class="match"
              data-color={item.annotation.style.color}
              onClick={() => {
                openCard(context, item)
                leaveText(context)
              }}
            >
              <ExcerptText excerpt={excerptOfText(item.annotation.note, place)} />
            </button>
          </li>
        ))}
      </ol>
    </details>
  )
}

/** Closes the list where it lies over the text, in which the reader has chosen a place. */
function leaveText({ app, workspace, targets }: ReaderContext): void {
  if (!app.isNarrow.peek()) return
  // The list goes, and would take the focus along.
  targets.findField.focus()
  workspace.find.wantList(false)
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
