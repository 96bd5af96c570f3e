import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ExportPreview, ExportRequest } from '../../core/app/export-request'
import type { PiyueApi } from '../../core/contract/contract'
import { useMessages } from '../state/preferences'

interface ExportPreviewPaneProps {
  readonly api: Pick<PiyueApi, 'previewExport'>
  readonly documentId: string
  readonly request: ExportRequest
}

/** What the file will hold, made anew with every choice. */
export function ExportPreviewPane({ api, documentId, request }: ExportPreviewPaneProps) {
  const preview = useSignal<ExportPreview | null>(null)
  const key = JSON.stringify(request)
  useEffect(() => {
    let isCurrent = true
    const load = async () => {
      const made = await api.previewExport(documentId, JSON.parse(key) as ExportRequest)
      // A slow answer to an earlier choice must not overwrite that to a later one.
      if (isCurrent) preview.value = made
    }
    void load()
    return () => {
      isCurrent = false
    }
  }, [api, documentId, key, preview])
  const { export: wording, marksHere } = useMessages()
  const made = preview.value
  return (
    <section class="export-preview" aria-label={wording.preview}>
      {made?.kind === 'preview' && (
        <>
          <p class="hint">
            {wording.previewed(made.shown, made.count, marksHere(made.count, made.notes))}
            {!made.isFile && ` · ${wording.previewAsText}`}
          </p>
          {/* A region that scrolls must be reachable by key. */}
          <pre tabIndex={0} lang={request.script === 'hans' ? 'zh-Hans' : 'zh-Hant'}>
            {made.text}
          </pre>
        </>
      )}
      {made?.kind === 'template' && <p>{wording.templateProblem(made.name, made.problem)}</p>}
      {made?.kind === 'nothing-to-export' && <p>{wording.nothing}</p>}
    </section>
  )
}
