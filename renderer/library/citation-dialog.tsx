import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import {
  type CitationData,
  type CitationField,
  citationFields,
  citedAs,
  fieldsOf,
  isDate,
  type KnownCitation,
  longestField,
} from '../../core/document/citation-data'
import { CanonicalDocument, workTypes } from '../../core/document/document'
import { gbt7714 } from '../../core/exchange/gbt-7714'
import { canonicalRendition } from '../../core/script/rendition'
import { today } from '../reader/copying'
import { useMessages } from '../state/preferences'
import { Dialog } from '../ui/dialog'
import { SelectField } from '../ui/select-field'

interface CitationDialogProps {
  readonly known: KnownCitation
  readonly version: string
  /** Keeps it; says why it could not be kept, where the dialog then stays open. */
  readonly onSave: (citation: CitationData) => Promise<string | null>
  /** Leaves it open, and is not asked again; nothing where the reader asked for the dialog. */
  readonly onLater: (() => void) | undefined
  readonly onClose: () => void
}

/** Asks what work a document is, and shows how it will be cited. */
export function CitationDialog(props: CitationDialogProps) {
  const { known, version, onSave, onLater, onClose } = props
  const { citing, fieldTooLong, note } = useMessages()
  const words = citing.dialog
  const given = useSignal(known.citation)
  const refusal = useSignal<string | null>(null)
  const { type, date } = given.value
  const problemOf = (name: CitationField): string | undefined => {
    const { length } = given.value[name]
    if (length > longestField) return fieldTooLong(length, longestField)
    return name === 'date' && date.trim() !== '' && !isDate(date) ? words.wrongDate : undefined
  }
  const fields = ['title', 'author', 'date', ...fieldsOf[type], 'address'] as const
  const isWrong = fields.some((name) => problemOf(name) !== undefined)
  const save = async () => {
    refusal.value = await onSave(given.peek())
  }
  const put = (part: Partial<CitationData>) => {
    given.value = { ...given.peek(), ...part }
  }
  const field = (name: CitationField) => (
    <WordsField
      key={name}
      label={words.fieldsFor[type]?.[name] ?? words.fields[name]}
      value={given.value[name]}
      problem={problemOf(name)}
      placeholder={name === 'date' ? words.dateHow : undefined}
      how={name === 'author' ? words.authorHow : undefined}
      onChange={(text) => put({ [name]: text })}
    />
  )
  return (
    <Dialog title={words.title} onClose={onClose} wide>
      <p class="dialog-lead">{words.how}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!isWrong) void save()
        }}
      >
        <div class="citation-fields">
          <SelectField
            label={words.type}
            value={type}
            options={workTypes.map((value) => ({ value, label: words.types[value] }))}
            onChange={(chosen) => put({ type: chosen })}
          />
          {fields.map(field)}
        </div>
        <div class="citation-offers">
          {known.made !== null && date.trim() === '' && (
            <button
              type="button"
              class="quiet-button"
              onClick={() => put({ date: known.made ?? '' })}
            >
              {words.takeMade(known.made)}
            </button>
          )}
          {!isSame(given.value, known.byFile) && (
            <button type="button" class="quiet-button" onClick={() => put(known.byFile)}>
              {words.asInFile}
            </button>
          )}
        </div>
        <p class="citation-preview" role="status" aria-label={words.preview}>
          <small>{words.preview}</small>
          <span lang="zh">{entryOf(given.value, version)}</span>
        </p>
        {refusal.value !== null && (
          <p class="field-problem" role="alert">
            {refusal.value}
          </p>
        )}
        <div class="dialog-foot">
          <button type="button" class="quiet-button" onClick={onLater ?? onClose}>
            {onLater === undefined ? note.cancel : words.later}
          </button>
          <button type="submit" class="primary-button" aria-disabled={isWrong}>
            {words.save}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

const isSame = (one: CitationData, other: CitationData): boolean =>
  one.type === other.type && citationFields.every((name) => one[name] === other[name])

/** The entry that a list of references would have, by what is given so far. */
function entryOf(citation: CitationData, version: string): string {
  const published = { kind: 'unknown' } as const
  const unread = { id: '', digest: '', canonicalScript: 'zh-Hant', source: { published } } as const
  const document = new CanonicalDocument(citedAs({ ...unread, blocks: [], title: '…' }, citation))
  return gbt7714(canonicalRendition(document), { version, accessed: today() })
}

interface WordsFieldProps {
  readonly label: string
  readonly value: string
  /** What is wrong with what stands in it. */
  readonly problem: string | undefined
  readonly placeholder: string | undefined
  /** How it is filled in, where what stands in it does not show. */
  readonly how: string | undefined
  readonly onChange: (text: string) => void
}

function WordsField({ label, value, problem, placeholder, how, onChange }: WordsFieldProps) {
  const id = useId()
  const said = problem ?? how
  return (
    <label class="field">
      <span id={`${id}-label`}>{label}</span>
      <input
        type="text"
        aria-labelledby={`${id}-label`}
        value={value}
        placeholder={placeholder}
        aria-invalid={problem !== undefined}
        aria-describedby={said === undefined ? undefined : id}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      {said !== undefined && (
        <small id={id} class={problem === undefined ? 'field-how' : 'field-problem'}>
          {said}
        </small>
      )}
    </label>
  )
}
