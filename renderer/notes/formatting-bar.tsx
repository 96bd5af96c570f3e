import type { Signal } from '@preact/signals'
import {
  Bold,
  Code,
  Eye,
  type IconNode,
  Italic,
  Link,
  List,
  ListOrdered,
  Table,
  TextQuote,
} from 'lucide'
import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import { editingKeys } from '../../core/app/editing-keys'
import type { Platform } from '../../core/app/keymap'
import { usePreferences } from '../state/preferences'
import { moveAlong } from '../ui/focus'
import { IconButton } from '../ui/icon'
import { acceleratorOf, keyLabel } from '../ui/keys'
import { edit, type Formatting } from './markdown-edits'

const buttons: readonly (readonly [Formatting, IconNode])[] = [
  ['bold', Bold],
  ['italic', Italic],
  ['bullets', List],
  ['numbers', ListOrdered],
  ['quotation', TextQuote],
  ['link', Link],
  ['code', Code],
  ['table', Table],
]

interface FormattingBarProps {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly isPreviewed: Signal<boolean>
}

/** Buttons that put Markdown around what is selected in a field, and one that shows it set. */
export function FormattingBar({ field, isPreviewed }: FormattingBarProps) {
  const bar = useRef<HTMLDivElement>(null)
  const { messages, platform } = usePreferences()
  const { notes } = messages.value
  return (
    <div
      ref={bar}
      class="formatting"
      role="toolbar"
      aria-label={notes.formatting}
      onKeyDown={(event) => moveAlong(event, bar.current)}
    >
      {buttons.map(([kind, icon]) => (
        <IconButton
          key={kind}
          icon={icon}
          label={notes[kind]}
          disabled={isPreviewed.value}
          keys={keysFor(kind, platform)}
          onClick={() => {
            if (field.current !== null) formatField(field.current, kind, notes.tableHead)
          }}
        />
      ))}
      <IconButton
        icon={Eye}
        label={notes.preview}
        pressed={isPreviewed.value}
        onClick={() => {
          isPreviewed.value = !isPreviewed.value
        }}
      />
    </div>
  )
}

/** The keys that do the same in the field. */
function keysFor(kind: Formatting, platform: string): string {
  const keys = editingKeys.find(({ id }) => id === kind)?.keys[0]
  return keys === undefined ? '' : keyLabel(keys, platform)
}

const formattingKeys: readonly (readonly [Formatting, string])[] = (
  ['bold', 'italic'] as const
).flatMap((kind) => {
  const row = editingKeys.find(({ id }) => id === kind)
  return (row?.keys ?? []).map((key) => [kind, key] as const)
})

/** What a key pressed in a note's field does to the words selected in it, if anything. */
export function formattingFor(event: KeyboardEvent, platform: Platform): Formatting | undefined {
  const pressed = acceleratorOf(event, platform)
  return formattingKeys.find(([, key]) => key === pressed)?.[0]
}

/**
 * Formats what is selected in a field.
 *
 * @param heading what stands over the columns of a new table.
 */
export function formatField(field: HTMLTextAreaElement, kind: Formatting, heading: string): void {
  const { value, selectionStart, selectionEnd } = field
  const made = edit({ text: value, from: selectionStart, to: selectionEnd }, kind, heading)
  field.focus()
  if (made === undefined) return
  field.setSelectionRange(made.from, made.to)
  // The one way of changing a field that its own undo takes back; the platform offers no other.
  document.execCommand('insertText', false, made.insert)
  field.setSelectionRange(made.selectFrom, made.selectTo)
}
