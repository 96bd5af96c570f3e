import { useEffect } from 'preact/hooks'
import { type DocumentFindings, type LibraryHit, mostHits } from '../../core/app/library-findings'
import type { Library } from '../state/library'
import { useMessages } from '../state/preferences'

/** How long a pause in typing the search of all texts waits for, in ms. */
const pause = 250

interface LibraryFindingsProps {
  readonly library: Library
  readonly onGo: (documentId: string, hit: LibraryHit) => void
}

/** Where the texts and notes have what is looked for, document by document. */
export function LibraryFindings({ library, onGo }: LibraryFindingsProps) {
  const { library: words } = useMessages()
  const query = library.query.value
  useEffect(() => {
    const timer = setTimeout(() => void library.search(), pause)
    return () => clearTimeout(timer)
  }, [query])
  const found = library.found.value
  const isSearching = library.isSearching.value
  if (found === null && !isSearching) return null
  return (
    <section class="findings" aria-label={words.found} aria-busy={isSearching}>
      <h3>{words.found}</h3>
      {isSearching && <p class="library-count">{words.searching}</p>}
      {found?.length === 0 && <p class="library-count">{words.foundNowhere}</p>}
      {found?.map((findings) => (
        <InDocument key={findings.documentId} findings={findings} onGo={onGo} />
      ))}
    </section>
  )
}

interface InDocumentProps extends Pick<LibraryFindingsProps, 'onGo'> {
  readonly findings: DocumentFindings
}

function InDocument({ findings, onGo }: InDocumentProps) {
  const { library: words } = useMessages()
  const { documentId, title, lang, inText, inNotes, hits } = findings
  const more = inText - mostHits.text
  return (
    <section class="findings-of" aria-label={title}>
      <h4>
        <span lang={lang}>{title}</span> <small>{words.foundIn(inText, inNotes)}</small>
      </h4>
      <ul aria-label={title}>
        {hits.map((hit) => {
          const { before, match, after } = hit.excerpt
          return (
            <li key={hit.kind === 'note' ? hit.annotationId : hit.range.start}>
              <button type="button" data-row onClick={() => onGo(documentId, hit)}>
                {hit.kind === 'note' && <small>{words.inNote}</small>}
                <span lang={hit.kind === 'text' ? lang : undefined}>
                  {before}
                  <mark>{match}</mark>
                  {after}
                </span>
              </button>
            </li>
          )
        })}
        {more > 0 && <li class="library-count">{words.moreIn(more)}</li>}
      </ul>
    </section>
  )
}
