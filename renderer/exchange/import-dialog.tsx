import { useSignal } from '@preact/signals'
import { hasNote } from '../../core/annotation/annotation'
import {
  type ImportedCorrection,
  type ImportedItem,
  type ImportOutcome,
  type ImportPreview,
  mostListed,
} from '../../core/app/import-report'
import type { Job } from '../../core/app/job'
import type { PiyueApi } from '../../core/contract/contract'
import { sayImportOutcome } from '../state/notices'
import { useMessages } from '../state/preferences'
import { Dialog } from '../ui/dialog'
import { JobProgress } from './job-progress'

interface ImportDialogProps {
  readonly api: Pick<PiyueApi, 'confirmImport'>
  readonly say: (text: string) => void
  readonly preview: ImportPreview
  /** The document that the window shows. */
  readonly openId: string
  readonly onClose: () => void
}

/** Shows item by item what an import would do, and does it when the reader agrees. */
export function ImportDialog({ api, say, preview, openId, onClose }: ImportDialogProps) {
  const messages = useMessages()
  const wording = messages.import
  const outcome = useSignal<ImportOutcome | null>(null)
  const isImporting = useSignal(false)
  const said = outcome.value && sayImportOutcome(messages, outcome.value)
  // Once: asked for again, it would be said to be gone.
  const confirm = async (token: string) => {
    if (isImporting.peek()) return
    isImporting.value = true
    try {
      outcome.value = await api.confirmImport(token)
    } finally {
      isImporting.value = false
    }
    say(sayImportOutcome(messages, outcome.value))
  }
  const adds = preview.kind === 'preview' && addsSomething(preview)
  return (
    <Dialog title={wording.title} onClose={onClose} wide={preview.kind === 'preview'}>
      {preview.kind === 'refused' && <p>{wording.refusals(preview.file, preview.refusal)}</p>}
      {preview.kind === 'preview' && outcome.value === null && (
        <>
          <p class="dialog-lead">
            {wording.origins[preview.origin]} · {wording.summary(preview.counts)}
          </p>
          {preview.documents.length > 0 && <p>{wording.sorted}</p>}
          {/* A region that scrolls must be reachable by key. */}
          <div class="imported-scroll" tabIndex={0} role="region" aria-label={wording.title}>
            {preview.documents.length === 0 ? (
              <ImportedItems label={wording.title} items={preview.items} />
            ) : (
              <ByDocument preview={preview} openId={openId} />
            )}
            {preview.corrections.length > 0 && (
              <ImportedCorrections corrections={preview.corrections} openId={openId} />
            )}
          </div>
          {preview.items.length === mostListed && (
            <p class="hint">{wording.listed(preview.items.length, total(preview.counts))}</p>
          )}
          {!adds && <p>{wording.nothingNew}</p>}
        </>
      )}
      {said && <p class="outcome">{said}</p>}
      <div class="dialog-foot">
        <button type="button" class="quiet-button" onClick={onClose}>
          {adds && outcome.value === null ? wording.cancel : wording.close}
        </button>
        {preview.kind === 'preview' && adds && outcome.value === null && (
          <button
            type="button"
            class="primary-button"
            aria-disabled={isImporting.value}
            onClick={() => void confirm(preview.token)}
          >
            {wording.go}
          </button>
        )}
      </div>
    </Dialog>
  )
}

interface ReadingDialogProps {
  readonly api: Pick<PiyueApi, 'cancelJob'>
  readonly job: Job
}

/** Shows how far the reading of a large file is, and lets it be stopped. */
export function ReadingDialog({ api, job }: ReadingDialogProps) {
  const wording = useMessages().import
  const cancel = () => void api.cancelJob(job.id)
  return (
    <Dialog title={wording.title} onClose={cancel}>
      <JobProgress job={job} label={wording.working} />
      <div class="dialog-foot">
        <button type="button" class="quiet-button" onClick={cancel}>
          {wording.cancel}
        </button>
      </div>
    </Dialog>
  )
}

type Shown = Extract<ImportPreview, { kind: 'preview' }>
type Counts = Shown['counts']

function addsSomething({ counts, corrections }: Shown): boolean {
  const { new: fresh, moved, orphan, changed } = counts
  const isCorrecting = corrections.some(({ decision }) => decision === 'new')
  return fresh + moved + orphan + changed > 0 || isCorrecting
}

const total = (counts: Counts): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)

interface ByDocumentProps {
  readonly preview: Shown
  readonly openId: string
}

/** The annotations of a file under the documents that they go to. */
function ByDocument({ preview, openId }: ByDocumentProps) {
  const wording = useMessages().import
  return (
    <>
      {preview.documents.map(({ documentId, title, isAbsent, counts }) => (
        <section key={documentId} aria-label={title || wording.untitled}>
          <h3>
            {title === '' ? wording.untitled : <span lang="zh">{title}</span>}
            {documentId === openId && <small>{wording.isOpen}</small>}
            {isAbsent && <small>{wording.isAbsent}</small>}
            <small>{wording.summary(counts)}</small>
          </h3>
          <ImportedItems
            label={title || wording.untitled}
            items={preview.items.filter((item) => item.documentId === documentId)}
          />
        </section>
      ))}
    </>
  )
}

interface ImportedCorrectionsProps {
  readonly corrections: readonly ImportedCorrection[]
  readonly openId: string
}

/** The corrections of readings in a file, each with what becomes of it, and whose text it is where that is not open. */
function ImportedCorrections({ corrections, openId }: ImportedCorrectionsProps) {
  const wording = useMessages().import
  return (
    <section aria-label={wording.corrections}>
      <h3>{wording.corrections}</h3>
      <ul class="imported" aria-label={wording.corrections}>
        {corrections.map((one, i) => (
          <li key={i} data-decision={one.decision === 'new' ? 'new' : 'same'}>
            <span class="imported-words">
              <span class="imported-quote" lang="zh">
                {wording.correction(one)}
              </span>
              {one.documentId !== openId && (
                <span class="imported-note" lang="zh">
                  {one.title || wording.untitled}
                </span>
              )}
            </span>
            <span class="imported-decision">{wording.correctionDecisions[one.decision]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface ImportedItemsProps {
  readonly label: string
  readonly items: readonly ImportedItem[]
}

/** Annotations of a file, each with what becomes of it and why. */
function ImportedItems({ label, items }: ImportedItemsProps) {
  const { decisions, reasons, leftOut } = useMessages().import
  return (
    <ul class="imported" aria-label={label}>
      {items.map((item, i) => (
        <li key={i} data-decision={item.decision}>
          <span class="imported-words">
            <span class="imported-quote" lang="zh">
              {item.quote || `#${item.index + 1}`}
            </span>
            {hasNote(item) && <span class="imported-note">{item.note}</span>}
          </span>
          <span class="imported-decision">
            {decisions[item.decision]}
            {item.reason !== null && <small>{reasons[item.reason]}</small>}
            {item.leftOut.map((one) => (
              <small key={one}>{leftOut[one]}</small>
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}
