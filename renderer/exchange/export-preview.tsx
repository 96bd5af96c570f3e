import { useSignal } from '@preact/signals'
import DOMPurify from 'dompurify'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { ExportPreview, ExportRequest } from '../../core/app/export-request'
import type { DocumentIds, PiyueApi } from '../../core/contract/contract'
import { useMessages } from '../state/preferences'

const langOf = ({ script }: ExportRequest) => (script === 'hans' ? 'zh-Hans' : 'zh-Hant')

/** What stands before a Markdown file for programs: between two lines of hyphens. */
const frontMatter = /^---\n[^]*?\n---\n/u

/** A file of text; what it holds for programs is folded, for the reader looks for the notes. */
function TextPreview({ text, lang }: { text: string; lang: string }) {
  const { details } = useMessages().export
  const [matter = ''] = frontMatter.exec(text) ?? []
  return (
    // A region that scrolls must be reachable by key.
    <div class="preview-text" tabIndex={0} lang={lang}>
      {matter !== '' && (
        <details>
          <summary>{details}</summary>
          <pre>{matter}</pre>
        </details>
      )}
      <pre>{text.slice(matter.length).trimStart()}</pre>
    </div>
  )
}

/**
 * The beginning of a file that is laid out, small. Its style holds in a tree of its own, and not for the
 * page around it; nothing in it can be pressed.
 */
function PagePreview({ html }: { html: string }) {
  const host = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (host.current === null) return
    const [, written = ''] = styleOf.exec(html) ?? []
    const style = new CSSStyleSheet()
    style.replaceSync(`${written.replaceAll(':root', ':host')}\n${sheetStyle}`)
    // The page's own policy has no use for the style where it stands.
    const body = DOMPurify.sanitize(html.replace(styleOf, ''), {
      RETURN_DOM: true,
      FORBID_ATTR: ['href', 'id', 'style'],
    })
    const tree = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' })
    tree.adoptedStyleSheets = [style]
    tree.replaceChildren(body)
  }, [html])
  return (
    <div class="preview-page" tabIndex={0}>
      <div ref={host} />
    </div>
  )
}

/** The style of an exported file. */
const styleOf = /<style>([^<]*)<\/style>/u

/** A sheet of A4 at half its size: 210 mm are 794 CSS px. */
const sheetStyle = `
body { width: 794px; min-height: 1123px; zoom: .5; padding: 64px }
.notes { break-before: auto }
`

interface ExportPreviewPaneProps {
  readonly api: Pick<PiyueApi, 'previewExport'>
  readonly documentIds: DocumentIds
  readonly request: ExportRequest
}

/** What the file will hold, made anew with every choice. */
export function ExportPreviewPane({ api, documentIds, request }: ExportPreviewPaneProps) {
  const preview = useSignal<ExportPreview | null>(null)
  const key = JSON.stringify([documentIds, request])
  useEffect(() => {
    let isCurrent = true
    const load = async () => {
      const made = await api.previewExport(...(JSON.parse(key) as [DocumentIds, ExportRequest]))
      // A slow answer to an earlier choice must not overwrite that to a later one.
      if (isCurrent) preview.value = made
    }
    void load()
    return () => {
      isCurrent = false
    }
  }, [api, key, preview])
  const { export: wording, marksHere } = useMessages()
  const made = preview.value
  return (
    <section class="export-preview" aria-label={wording.preview}>
      {made?.kind === 'preview' && (
        <>
          <p class="hint">
            {wording.previewed(made.shown, made.count, marksHere(made.count, made.notes))}
            {made.page !== undefined && ` · ${wording.firstPage}`}
          </p>
          {made.page === undefined ? (
            <TextPreview text={made.text} lang={langOf(request)} />
          ) : (
            <PagePreview html={made.page} />
          )}
        </>
      )}
      {made?.kind === 'template' && <p>{wording.templateProblem(made.name, made.problem)}</p>}
      {made?.kind === 'nothing-to-export' && <p>{wording.nothing}</p>}
    </section>
  )
}
