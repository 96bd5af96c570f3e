import { useSignal } from '@preact/signals'
import { type PrintedNotes, printedNotes } from '../../core/app/print-request'
import type { PiyueApi } from '../../core/contract/contract'
import { useMessages } from '../state/preferences'
import type { View } from '../state/view'
import { Dialog } from '../ui/dialog'
import { SelectField } from '../ui/select-field'

interface PrintDialogProps {
  readonly api: Pick<PiyueApi, 'print'>
  readonly documentId: string
  readonly view: View
  readonly say: (text: string) => void
  readonly onClose: () => void
}

/** Asks what is to be printed with the text; how it will look the system shows. */
export function PrintDialog({ api, documentId, view, say, onClose }: PrintDialogProps) {
  const messages = useMessages()
  const wording = messages.print
  const marks = useSignal(true)
  const notes = useSignal<PrintedNotes>('end')
  const failure = useSignal<string | null>(null)
  const isPrinting = useSignal(false)
  const script = view.rendition.value.tag
  const vertical = view.vertical.value
  const handOver = async () => {
    isPrinting.value = true
    failure.value = null
    try {
      const request = { script, vertical, marks: marks.peek(), notes: notes.peek() }
      return await api.print(documentId, request)
    } finally {
      isPrinting.value = false
    }
  }
  const print = async () => {
    if (isPrinting.peek()) return undefined
    const outcome = await handOver()
    if (outcome.kind === 'failed') {
      failure.value = wording.failed(outcome.reason)
      return say(failure.value)
    }
    if (outcome.kind === 'printed') say(wording.printed)
    return onClose()
  }
  return (
    <Dialog title={wording.title} onClose={onClose}>
      <p class="dialog-lead">{wording.what(view.names.value[script], vertical)}</p>
      <label class="panel-row">
        <span>{wording.marks}</span>
        <input
          type="checkbox"
          role="switch"
          class="switch"
          checked={marks.value}
          onChange={() => {
            marks.value = !marks.peek()
          }}
        />
      </label>
      <SelectField
        label={wording.notes}
        value={notes.value}
        options={printedNotes.map((where) => ({ value: where, label: wording.where[where] }))}
        onChange={(where) => {
          notes.value = where
        }}
      />
      {failure.value !== null && (
        <p class="outcome" data-kind="failed">
          {failure.value}
        </p>
      )}
      <div class="dialog-foot">
        <button type="button" class="quiet-button" onClick={onClose}>
          {wording.cancel}
        </button>
        <button
          type="button"
          class="primary-button"
          // Disabled, it would lose the focus.
          aria-disabled={isPrinting.value}
          data-first-focus
          onClick={() => void print()}
        >
          {wording.print}
        </button>
      </div>
    </Dialog>
  )
}
