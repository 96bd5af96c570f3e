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
import { keyLabel } from '../actions/keys'
import type { Session } from '../state/session'
import { IconButton } from '../ui/icon-button'
import { moveAlong } from '../ui/roving-focus'
import { formatField } from './format-field'
import type { Formatting } from './markdown-edits'

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
  readonly session: Session
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly isPreviewed: Signal<boolean>
}

/** Buttons that put Markdown around what is selected in a field, and one that shows it set. */
export function FormattingBar({ session, field, isPreviewed }: FormattingBarProps) {
  const bar = useRef<HTMLDivElement>(null)
  const { notes } = session.messages.value
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
          keys={keysFor(kind, session.app.platform)}
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
