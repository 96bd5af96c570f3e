import { type ReadonlySignal, useSignal } from '@preact/signals'
import { BookOpenText, Trash2 } from 'lucide'
import { useId, useLayoutEffect, useMemo } from 'preact/hooks'
import { limits } from '../../core/annotation/annotation'
import type { AnnotationMap } from '../../core/annotation/change-set'
import { countTags } from '../../core/annotation/counts'
import { colors } from '../../core/annotation/style'
import { useMessages, usePreferences } from '../state/preferences'
import { CloseButton, Dialog } from '../ui/dialog'
import { IconButton } from '../ui/icon'
import { isComposing } from '../ui/typing'

/** The longest name of a colour that settings keep. */
const longestName = 40

interface NamesDialogProps {
  readonly annotations: ReadonlySignal<AnnotationMap>
  readonly onRenameTag: (from: string, to: string) => void
  readonly onDeleteTag: (tag: string) => void
  readonly onReadTag: (tag: string) => void
  readonly onClose: () => void
}

/** What the colours mean to the reader, and the tags, to be renamed, made one, or deleted. */
export function NamesDialog(props: NamesDialogProps) {
  const { annotations: map, onRenameTag, onDeleteTag, onReadTag, onClose } = props
  const preferences = usePreferences()
  const { notes, colors: hues } = preferences.messages.value
  const { colorNames } = preferences.settings.value
  const annotations = map.value
  const tags = useMemo(() => countTags(annotations.values()), [annotations])
  return (
    <Dialog title={notes.namesTitle} onClose={onClose} wide>
      <h3>{notes.colorNames}</h3>
      <p class="dialog-lead">{notes.colorNamesHow}</p>
      <ul class="names">
        {colors.map((color) => (
          <li key={color} data-color={color}>
            <span class="swatch" aria-hidden="true" />
            <NameField
              label={notes.nameOf(hues[color])}
              placeholder={hues[color]}
              value={colorNames[color] ?? ''}
              maxLength={longestName}
              onChange={(name) => preferences.nameColor(color, name)}
            />
          </li>
        ))}
      </ul>
      <h3>{notes.tags}</h3>
      <p class="dialog-lead">{tags.size === 0 ? notes.noTags : notes.tagsHow}</p>
      <ul class="names">
        {[...tags].map(([tag, count]) => (
          <li key={tag}>
            <NameField
              label={notes.renameTag(tag)}
              placeholder={tag}
              value={tag}
              maxLength={limits.tag}
              onChange={(name) => onRenameTag(tag, name)}
            />
            <span class="count">{count}</span>
            <IconButton
              icon={BookOpenText}
              label={notes.readTag(tag)}
              onClick={() => onReadTag(tag)}
            />
            <IconButton
              icon={Trash2}
              label={notes.deleteTag(tag)}
              onClick={() => onDeleteTag(tag)}
            />
          </li>
        ))}
      </ul>
      <CloseButton label={notes.close} />
    </Dialog>
  )
}

interface NameFieldProps {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly maxLength: number
  /** The reader is done with the name: left the field, or pressed Enter. */
  readonly onChange: (name: string) => void
}

/**
 * A name to be changed in place; Escape leaves it as it was. One that is too long stays as it was typed until it
 * is shortened.
 */
function NameField({ label, placeholder, value, maxLength, onChange }: NameFieldProps) {
  const { fieldTooLong } = useMessages()
  const typed = useSignal(value)
  useLayoutEffect(() => {
    typed.value = value
  }, [typed, value])
  const id = useId()
  const { length } = typed.value
  const isTooLong = length > maxLength
  return (
    <span class="name">
      <input
        class="name-field"
        aria-label={label}
        placeholder={placeholder}
        value={typed.value}
        aria-invalid={isTooLong}
        aria-describedby={isTooLong ? id : undefined}
        onInput={(event) => {
          typed.value = event.currentTarget.value
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || isComposing(event)) return
          // The dialog closes, and the field would tell of what was typed when it loses the focus.
          event.currentTarget.value = value
        }}
        onChange={(event) => {
          if (event.currentTarget.value.length <= maxLength) onChange(event.currentTarget.value)
        }}
      />
      {isTooLong && (
        <small id={id} class="field-problem">
          {fieldTooLong(length, maxLength)}
        </small>
      )}
    </span>
  )
}
