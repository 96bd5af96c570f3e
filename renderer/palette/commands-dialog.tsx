import { useComputed, useSignal } from '@preact/signals'
import { useEffect, useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { ActionId } from '../../core/app/actions'
import type { ListedDocument } from '../../core/app/document-entry'
import type { ReaderContext } from '../reader/context'
import { usePreferences } from '../state/preferences'
import { Dialog } from '../ui/dialog'
import { useNoteWords } from '../ui/note-body'
import { isComposing, typedInto } from '../ui/typing'
import { type Entry, entriesOf } from './entries'
import { type Match, matching } from './matching'

/** How far PageDown goes. */
const page = 8

interface CommandsDialogProps {
  readonly context: ReaderContext
  readonly perform: (action: ActionId) => void
  /** What was typed before the field was there. */
  readonly typed: string
  /** Its field is there, and takes what is typed. */
  readonly onShown: () => void
  readonly onClose: () => void
}

/**
 * The way to everything: type some letters of what is wanted, and Enter does it or goes there. The field
 * keeps the focus and says which of the list is meant (WAI-ARIA's combobox with a listbox).
 */
export function CommandsDialog(props: CommandsDialogProps) {
  const { context, perform, typed, onShown, onClose } = props
  const { api, preferences } = context.app
  const words = usePreferences().messages.value.ways.commands
  const query = useSignal(typed)
  useLayoutEffect(onShown, [])
  // By its id: documents that are known late come between, and leave no other entry under the hand.
  const meant = useSignal<string | null>(null)
  const documents = useSignal<readonly ListedDocument[]>([])
  useEffect(() => {
    const list = async () => {
      documents.value = await api.listDocuments()
    }
    void list()
  }, [])
  const entries = useComputed(() => entriesOf({ context, documents: documents.value, perform }))
  const matches = useComputed(() =>
    matching(entries.value, query.value, preferences.settings.peek().recentCommands),
  ).value
  const runAfter = useRunAfter(context)
  const choose = ({ entry }: Match) => {
    preferences.rememberCommand(entry.id)
    runAfter(entry)
    onClose()
  }
  const id = useId()
  const count = matches.length
  const meantAt = matches.findIndex(({ entry }) => entry.id === meant.value)
  const at = Math.min(Math.max(0, meantAt), count - 1)
  const move = (to: number) => {
    meant.value = matches[to]?.entry.id ?? null
  }
  return (
    <Dialog title={words.title} onClose={onClose} look="palette">
      <Field
        id={id}
        at={at}
        matches={matches}
        typed={typed}
        onType={(text) => {
          query.value = text
          meant.value = null
        }}
        onMove={move}
        onChoose={choose}
      />
      <Matches id={id} at={at} matches={matches} onMove={move} onChoose={choose} />
      <p class={count === 0 ? 'palette-none' : 'visually-hidden'} role="status">
        {count === 0 ? words.none : words.count(count)}
      </p>
    </Dialog>
  )
}

/** Has an entry do its work when the dialog is gone and the focus back where it was: it may depend on both. */
function useRunAfter({ reader }: ReaderContext): (entry: Entry) => void {
  const chosen = useRef<Entry>(undefined)
  const selectAgain = useMemo(() => reader.selection.hold(), [])
  useEffect(
    () => () => {
      setTimeout(() => {
        selectAgain()
        chosen.current?.run()
      })
    },
    [],
  )
  return (entry) => {
    chosen.current = entry
  }
}

interface MatchesProps {
  /** Of the dialog; the list and its options are named after it. */
  readonly id: string
  /** Which of the matches is meant; -1 where there is none. */
  readonly at: number
  readonly matches: readonly Match[]
  readonly onMove: (to: number) => void
  readonly onChoose: (match: Match) => void
}

interface FieldProps extends MatchesProps {
  readonly typed: string
  readonly onType: (text: string) => void
}

function Field({ id, at, matches, typed, onType, onMove, onChoose }: FieldProps) {
  const words = usePreferences().messages.value.ways.commands
  const field = useRef<HTMLInputElement>(null)
  // As if it had been typed there: the next letter stands behind it.
  useLayoutEffect(() => field.current?.setRangeText(typed, 0, 0, 'end'), [])
  const count = matches.length
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % count,
    ArrowUp: (at - 1 + count) % count,
    PageDown: Math.min(at + page, count - 1),
    PageUp: Math.max(at - page, 0),
  }
  return (
    <input
      type="text"
      role="combobox"
      class="palette-field"
      aria-label={words.search}
      placeholder={words.hint}
      aria-expanded="true"
      aria-autocomplete="list"
      aria-controls={`${id}-list`}
      aria-activedescendant={count === 0 ? undefined : `${id}-${at}`}
      autocomplete="off"
      spellcheck={false}
      data-first-focus
      ref={field}
      {...typedInto(onType)}
      onKeyDown={(event) => {
        if (isComposing(event) || count === 0) return
        const match = matches[at]
        const to = moves[event.key]
        if (event.key === 'Enter' && match !== undefined) onChoose(match)
        else if (to !== undefined) onMove(to)
        else return
        event.preventDefault()
      }}
    />
  )
}

function Matches({ id, at, matches, onMove, onChoose }: MatchesProps) {
  const words = usePreferences().messages.value.ways.commands
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at, matches])
  return (
    <div ref={list} id={`${id}-list`} class="palette-list" role="listbox" aria-label={words.title}>
      {matches.map((match, i) => (
        <div
          key={match.entry.id}
          id={`${id}-${i}`}
          class="palette-entry"
          role="option"
          aria-selected={i === at}
          // The field keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => onMove(i)}
          onClick={() => onChoose(match)}
        >
          <Label match={match} />
          <span class="palette-kind">{words.kinds[match.entry.kind]}</span>
          {match.entry.keys !== undefined && match.entry.keys !== '' && (
            <kbd>{match.entry.keys}</kbd>
          )}
        </div>
      ))}
    </div>
  )
}

/** What an entry is called, with the letters that fit set off, and what else is known of it. */
function Label({ match: { entry, at } }: { match: Match }) {
  return (
    <span class="palette-label">
      <span lang={entry.lang}>{at.size === 0 ? entry.label : setOff(entry, at)}</span>
      {entry.detail !== '' && <Detail entry={entry} />}
    </span>
  )
}

function Detail({ entry: { kind, detail, lang } }: { entry: Entry }) {
  const words = useNoteWords(kind === 'note' ? detail : '')
  // What the reader wrote is in no language that could be told.
  return kind === 'note' ? <small>{words}</small> : <small lang={lang}>{detail}</small>
}

/** The label in stretches that fit and stretches that do not. */
function setOff({ label }: Entry, at: ReadonlySet<number>) {
  const stretches: { text: string; fits: boolean; start: number }[] = []
  for (let i = 0; i < label.length; i++) {
    const fits = at.has(i)
    const last = stretches.at(-1)
    if (last?.fits === fits) last.text += label[i]
    else stretches.push({ text: label[i] as string, fits, start: i })
  }
  return stretches.map(({ text, fits, start }) =>
    fits ? <b key={start}>{text}</b> : <span key={start}>{text}</span>,
  )
}
