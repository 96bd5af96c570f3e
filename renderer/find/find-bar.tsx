import { ChevronDown, ChevronUp, List, Search, X } from 'lucide'
import type { RefObject } from 'preact'
import { useLayoutEffect, useMemo } from 'preact/hooks'
import { isNothing } from '../../core/search/search-text'
import type { ReaderContext } from '../reader/context'
import type { Reader } from '../reader/reader'
import type { Find } from '../state/find'
import { useMessages, usePreferences } from '../state/preferences'
import { FocusTarget } from '../ui/focus'
import { Icon, IconButton } from '../ui/icon'
import { isComposing, typedInto, useFieldText } from '../ui/typing'
import { FindList } from './find-list'
import { closeFind, lookFor, stepMatch } from './finding'

/** Finding words in the report: one line over the text, there while the reader is looking for them. */
export function FindColumns({ context }: { context: ReaderContext }) {
  const { find } = context.workspace
  const current = useMemo(() => new FocusTarget<HTMLButtonElement>(), [])
  const note = useMemo(() => new FocusTarget<HTMLButtonElement>(), [])
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isComposing(event)) return
    event.preventDefault()
    closeFind(context)
  }
  return (
    <>
      {find.isOpen.value && (
        <FindBar context={context} list={current} notes={note} onKeyDown={close} />
      )}
      {find.isListShown.value && (
        <FindList context={context} current={current} note={note} onKeyDown={close} />
      )}
    </>
  )
}

interface FindBarProps {
  readonly context: ReaderContext
  /** The current match in the list of all. */
  readonly list: FocusTarget<HTMLButtonElement>
  /** The first note in it. */
  readonly notes: FocusTarget<HTMLButtonElement>
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function FindBar({ context, list, notes, onKeyDown }: FindBarProps) {
  const { app, workspace, reader, targets } = context
  const { find } = workspace
  const preferences = usePreferences()
  const messages = preferences.messages.value.find
  const isStill = find.hits.value.length === 0
  useSteadyText(reader, targets.findBar)
  return (
    <div ref={targets.findBar} class="find" role="search" onKeyDown={onKeyDown}>
      <div class="find-line">
        <Icon of={Search} size={16} />
        <FindField context={context} list={list} notes={notes} />
        <output class="find-count" role="status" aria-label={messages.matches}>
          <MatchPlace find={find} />
        </output>
        <IconButton
          icon={ChevronUp}
          label={messages.previous}
          keys={preferences.keysOf('find-previous')}
          disabled={isStill}
          onClick={() => stepMatch(context, -1)}
        />
        <IconButton
          icon={ChevronDown}
          label={messages.next}
          keys={preferences.keysOf('find-next')}
          disabled={isStill}
          onClick={() => stepMatch(context, 1)}
        />
        <IconButton
          icon={List}
          label={messages.list}
          pressed={find.wantsList.value}
          onClick={() => {
            app.isDrawerOpen.value = false
            find.wantList(!find.wantsList.peek())
          }}
        />
        <IconButton icon={X} label={messages.close} keys="Esc" onClick={() => closeFind(context)} />
      </div>
    </div>
  )
}

function FindField({ context, list, notes }: Pick<FindBarProps, 'context' | 'list' | 'notes'>) {
  const { workspace, targets } = context
  const words = useMessages().find
  const { file } = context.workspace.open.publication
  const label = file === undefined ? words.label : words.labelOfAny
  const { find } = workspace
  // Where only notes hold it, Enter goes to those.
  const enter = (step: 1 | -1) => {
    if (find.hits.peek().length > 0 || find.noteHits.peek().length === 0) stepMatch(context, step)
    else {
      find.wantList(true)
      notes.focus()
    }
  }
  useFieldText(targets.findField, workspace.find.query.value)
  return (
    <input
      ref={targets.findField}
      type="search"
      class="find-field"
      aria-label={label}
      placeholder={label}
      autocomplete="off"
      spellcheck={false}
      {...typedInto((text) => {
        list.forget()
        lookFor(context, text)
      })}
      onKeyDown={(event) => {
        if (isComposing(event)) return
        if (event.key === 'Enter') enter(event.shiftKey ? -1 : 1)
        else if (event.key === 'ArrowDown') list.focus()
        else return
        event.preventDefault()
      }}
    />
  )
}

/** The match that is shown and how many there are, in words. */
function MatchPlace({ find }: { find: Find }) {
  const { none, onlyInNotes, place } = useMessages().find
  const inNotes = find.noteHits.value.length
  const count = find.hits.value.length
  if (isNothing(find.query.value)) return null
  if (count > 0) return <>{place(find.current.value + 1, count)}</>
  return <>{inNotes > 0 ? onlyInNotes(inNotes) : none}</>
}

/** Keeps every line of text where it is in the window when the bar comes and goes. */
function useSteadyText(reader: Reader, bar: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const height = bar.current?.offsetHeight ?? 0
    reader.makeRoomAbove(height)
    return () => reader.makeRoomAbove(-height)
  }, [reader, bar])
}
