import { useSignalEffect } from '@preact/signals'
import { ChevronDown, ChevronUp, List, Search, X } from 'lucide'
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { isNothing } from '../../core/search/search-text'
import { keysOf } from '../actions/keys'
import { type Session, setOverlay } from '../state/session'
import type { Stage } from '../state/stage'
import { Icon } from '../ui/icon'
import { IconButton } from '../ui/icon-button'
import { closeFind, lookFor, stepMatch } from './finding'

/** Finding words in the report: one line over the text, there while the reader is looking for them. */
export function Find({ stage }: { stage: Stage }) {
  return stage.session.find.isOpen.value ? <FindBar stage={stage} /> : null
}

function FindBar({ stage }: { stage: Stage }) {
  const { session } = stage
  const { find } = session
  const bar = useRef<HTMLDivElement>(null)
  const messages = session.messages.value.find
  const platform = session.app.platform
  const isStill = find.hits.value.length === 0
  useSteadyText(stage, bar)
  usePaint(session)
  return (
    <div ref={bar} class="find" role="search" onKeyDown={(event) => closeOnEscape(event, stage)}>
      <div class="find-line">
        <Icon of={Search} size={16} />
        <FindField stage={stage} />
        <output class="find-count" role="status" aria-label={messages.matches}>
          {placeOf(session)}
        </output>
        <IconButton
          icon={ChevronUp}
          label={messages.previous}
          keys={keysOf('find-previous', platform)}
          disabled={isStill}
          onClick={() => stepMatch(stage, -1)}
        />
        <IconButton
          icon={ChevronDown}
          label={messages.next}
          keys={keysOf('find-next', platform)}
          disabled={isStill}
          onClick={() => stepMatch(stage, 1)}
        />
        <IconButton
          icon={List}
          label={messages.list}
          pressed={find.wantsList.value}
          onClick={() => {
            session.isDrawerOpen.value = false
            find.wantList(!find.wantsList.peek())
          }}
        />
        <IconButton icon={X} label={messages.close} keys="Esc" onClick={() => closeFind(stage)} />
      </div>
    </div>
  )
}

/** The field. It is not filled from the state while one types: that would break an input method. */
function FindField({ stage }: { stage: Stage }) {
  const { session } = stage
  const { find } = session
  const field = useRef<HTMLInputElement>(null)
  const { label } = session.messages.value.find
  const asked = find.asked.value
  // Before the page is drawn, so that what is typed at once behind the keys lands in the field.
  useLayoutEffect(() => {
    const element = field.current
    if (element === null || asked === 0) return
    element.value = find.query.peek()
    element.focus()
    element.select()
  }, [find, asked])
  return (
    <input
      ref={field}
      type="search"
      class="find-field"
      aria-label={label}
      placeholder={label}
      autocomplete="off"
      spellcheck={false}
      onInput={(event) => {
        if (!event.isComposing) lookFor(stage, event.currentTarget.value)
      }}
      onCompositionEnd={(event) => lookFor(stage, event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.isComposing) return
        if (event.key === 'Enter') stepMatch(stage, event.shiftKey ? -1 : 1)
        else if (event.key === 'ArrowDown') focusList()
        else return
        event.preventDefault()
      }}
    />
  )
}

/** The match that is shown and how many there are, in words. */
function placeOf({ find, messages }: Session): string {
  const count = find.hits.value.length
  if (isNothing(find.query.value)) return ''
  const { none, place } = messages.value.find
  return count === 0 ? none : place(find.current.value + 1, count)
}

/** Escape leaves finding, from its bar and from its list. */
export function closeOnEscape(event: KeyboardEvent, stage: Stage): void {
  if (event.key !== 'Escape' || event.isComposing) return
  event.preventDefault()
  closeFind(stage)
}

function focusList(): void {
  document.querySelector<HTMLElement>('[data-region="matches"] [tabindex="0"]')?.focus()
}

/** Keeps every line of text where it is in the window when the bar comes and goes. */
function useSteadyText({ reader }: Stage, bar: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const height = bar.current?.offsetHeight ?? 0
    reader.scrollBy(height)
    return () => reader.scrollBy(-height)
  }, [reader, bar])
}

/** Marks in the text what was found, for as long as the bar is there. */
function usePaint(session: Session): void {
  const { find } = session
  useSignalEffect(() => {
    const hit = find.hits.value[find.current.value]
    setOverlay(session, 'found', find.hits.value)
    setOverlay(session, 'found-current', hit ? [hit] : [])
    return () => {
      setOverlay(session, 'found', [])
      setOverlay(session, 'found-current', [])
    }
  })
}
