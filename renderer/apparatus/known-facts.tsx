import { type CitationField, citationFields } from '../../core/document/citation-data'
import type { FactOrigin } from '../../core/formats/facts'
import type { FileReading } from '../../core/publication/publication'
import { useMessages } from '../state/preferences'

interface KnownFactsProps {
  readonly file: FileReading
  /** Of the text. */
  readonly lang: string
  readonly onCite: () => void
}

/** What is asked for where it is not known: without it a work is hard to cite. */
const isAsked = (name: CitationField) => name === 'author' || name === 'date'

/** What a document of the reader's own is cited by, and where each was found; with the way to change it. */
export function KnownFacts({ file, lang, onCite }: KnownFactsProps) {
  const { citing } = useMessages()
  const { known: words, dialog } = citing
  const { citation, byFile, made } = file.known
  const { type } = citation
  const originOf = (name: CitationField | 'type'): string => {
    if (citation[name] !== byFile[name]) return words.byReader
    return inWords(file.facts[name]?.from)
  }
  const inWords = (from: FactOrigin | undefined): string => {
    if (from === undefined) return words.byFile
    return from.kind === 'field' ? words.field(from.name) : words.origins[from.kind]
  }
  const shown = citationFields.filter((name) => citation[name] !== '' || isAsked(name))
  return (
    <>
      <p>{words.how}</p>
      <dl class="identity known-facts">
        {shown.map((name) => (
          <div key={name}>
            <dt>{dialog.fieldsFor[type]?.[name] ?? dialog.fields[name]}</dt>
            {citation[name] === '' ? (
              <dd>
                <small>{words.nothing}</small>
              </dd>
            ) : (
              <dd>
                <span lang={lang}>{citation[name]}</span> <small>{originOf(name)}</small>
              </dd>
            )}
          </div>
        ))}
        <div>
          <dt>{dialog.type}</dt>
          <dd>
            <span>{dialog.types[type]}</span>{' '}
            {file.facts.type !== undefined && <small>{originOf('type')}</small>}
          </dd>
        </div>
        {made !== null && citation.date !== made && (
          <div>
            <dt>{words.made}</dt>
            <dd>
              <span>{made}</span>{' '}
              <small>
                {inWords(file.facts.made?.from)} · {words.notPublished}
              </small>
            </dd>
          </div>
        )}
      </dl>
      <button type="button" class="quiet-button" onClick={onCite}>
        {words.change}
      </button>
    </>
  )
}
