import { useId } from 'preact/hooks'
import { hasNote } from '../../core/annotation/annotation'
import type { AbsentDocument } from '../../core/app/document-entry'
import { useMessages } from '../state/preferences'

interface AbsentDocumentsProps {
  readonly documents: readonly AbsentDocument[]
  readonly onOpenFile: () => void
  readonly onExport: (documentId: string) => void
  readonly onRestore: (document: AbsentDocument) => void
}

/** Notes on documents that are not listed: they can be read and exported, and wait for their document. */
export function AbsentDocuments({ documents, onOpenFile, ...does }: AbsentDocumentsProps) {
  const { library } = useMessages()
  if (documents.length === 0) return null
  return (
    <section class="absent" aria-label={library.absent}>
      <h3>{library.absent}</h3>
      <p class="library-count">{library.absentHow}</p>
      <ul class="documents">
        {documents.map((document) => (
          <AbsentRow
            key={document.id}
            document={document}
            onExport={() => does.onExport(document.id)}
            onFind={() => (document.isRemoved ? does.onRestore(document) : onOpenFile())}
          />
        ))}
      </ul>
    </section>
  )
}

interface AbsentRowProps {
  readonly document: AbsentDocument
  readonly onExport: () => void
  /** Has the document itself found again. */
  readonly onFind: () => void
}

/** The notes on one such document. Its buttons are named with its title, for other rows have them too. */
function AbsentRow({ document, onExport, onFind }: AbsentRowProps) {
  const { library, import: wording } = useMessages()
  const { title, count, annotations, isRemoved } = document
  const id = useId()
  const named = (button: string) => ({ id: button, 'aria-labelledby': `${button} ${id}` })
  return (
    <li class="absent-document">
      <details>
        <summary>
          <span id={id} lang="zh">
            {title || wording.untitled}
          </span>
          <small>{library.keptNotes(count)}</small>
        </summary>
        <ul class="imported">
          {annotations.map(({ quote, note }, i) => (
            <li key={i}>
              <span class="imported-words">
                <span class="imported-quote" lang="zh">
                  {quote}
                </span>
                {hasNote({ note }) && <span class="imported-note">{note}</span>}
              </span>
            </li>
          ))}
        </ul>
      </details>
      <button {...named(`${id}-export`)} type="button" class="quiet-button" onClick={onExport}>
        {library.exportNotes(0)}
      </button>
      <button {...named(`${id}-find`)} type="button" class="quiet-button" onClick={onFind}>
        {isRemoved ? library.undoRemoval : library.openItsFile}
      </button>
    </li>
  )
}
