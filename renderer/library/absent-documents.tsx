import type { AbsentDocument } from '../../core/app/document-entry'
import { useMessages } from '../state/preferences'

interface AbsentDocumentsProps {
  readonly documents: readonly AbsentDocument[]
  readonly onOpenFile: () => void
  readonly onExport: (documentId: string) => void
  readonly onRestore: (document: AbsentDocument) => void
}

/** Notes on documents that are not listed: they can be read and exported, and wait for their document. */
export function AbsentDocuments(props: AbsentDocumentsProps) {
  const { documents, onOpenFile, onExport, onRestore } = props
  const { library, import: wording } = useMessages()
  if (documents.length === 0) return null
  return (
    <section class="absent" aria-label={library.absent}>
      <h3>{library.absent}</h3>
      <p class="library-count">{library.absentHow}</p>
      <ul class="documents">
        {documents.map((document) => {
          const { id, title, count, notes, isRemoved } = document
          return (
            <li key={id} class="absent-document">
              <details>
                <summary>
                  <span lang="zh">{title || wording.untitled}</span>
                  <small>{library.keptNotes(count)}</small>
                </summary>
                <ul class="imported">
                  {notes.map(({ quote, note }, i) => (
                    <li key={i}>
                      <span class="imported-words">
                        <span class="imported-quote" lang="zh">
                          {quote}
                        </span>
                        {note !== '' && <span class="imported-note">{note}</span>}
                      </span>
                    </li>
                  ))}
                </ul>
              </details>
              <button type="button" class="quiet-button" onClick={() => onExport(id)}>
                {library.exportNotes(0)}
              </button>
              <button
                type="button"
                class="quiet-button"
                onClick={() => (isRemoved ? onRestore(document) : onOpenFile())}
              >
                {isRemoved ? library.undoRemoval : library.openItsFile}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
