import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { bySection, type SectionHits } from '../../core/search/by-section'
import { excerptOf } from '../../core/search/excerpt'
import type { TextRange } from '../../core/text/range'
import { langOf } from '../../core/text/script-tag'
import type { Stage } from '../state/stage'
import { moveAlong } from '../ui/roving-focus'
import { ExcerptText } from './excerpt-text'
import { closeOnEscape } from './find-bar'
import { showMatch } from './finding'
import { NoteMatches } from './note-matches'

/** How long a pause in typing lets the list wait, in ms; count and marks do not wait. */
const pause = 100

/** Every match with what stands around it, by section; it takes the place of the contents. */
export function FindList({ stage }: { stage: Stage }) {
  return stage.session.find.isListShown.value ? <Matches stage={stage} /> : null
}

function Matches({ stage }: { stage: Stage }) {
  const { session } = stage
  const list = useRef<HTMLElement>(null)
  const messages = session.messages.value.find
  const hits = useSettled(session.find.hits)
  const groups = useComputed(() => bySection(session.sections, hits.value))
  return (
    <section
      ref={list}
      class="matches"
      data-region="matches"
      aria-label={messages.list}
      onKeyDown={(event) => {
        closeOnEscape(event, stage)
        moveAlong(event, list.current, 'vertical')
      }}
    >
      <NoteMatches stage={stage} />
      {groups.value.map((group) => (
        <Group key={group.section?.heading.id ?? ''} stage={stage} group={group} />
      ))}
      {session.find.hits.value.length === 0 && (
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

function Group({ stage, group }: { stage: Stage; group: SectionHits }) {
  const { session } = stage
  const rendition = session.rendition.value
  const { section, hits, first } = group
  return (
    <section class="match-group" lang={langOf[rendition.tag]}>
      {section && (
        <h3>
          <span>{rendition.block(section.heading.id).text}</span>
          <span class="count">{hits.length}</span>
        </h3>
      )}
      <ol>
        {hits.map((hit, i) => (
          <li key={hit.start}>
            <Match stage={stage} hit={hit} index={first + i} />
          </li>
        ))}
      </ol>
    </section>
  )
}

interface MatchProps {
  readonly stage: Stage
  readonly hit: TextRange
  readonly index: number
}

function Match({ stage, hit, index }: MatchProps) {
  const { session } = stage
  const button = useRef<HTMLButtonElement>(null)
  const rendition = session.rendition.value
  const isCurrent = useComputed(() => session.find.current.value === index).value
  const excerpt = excerptOf(rendition, hit)
  useEffect(() => {
    if (isCurrent) button.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  return (
    <button
      ref={button}
      type="button"
      class="match"
      aria-current={isCurrent ? 'true' : undefined}
      tabIndex={isCurrent ? 0 : -1}
      onClick={() => {
        showMatch(stage, index)
        if (session.isNarrow.peek()) session.find.wantList(false)
      }}
    >
      <ExcerptText excerpt={excerpt} />
    </button>
  )
}
