import { useSignal } from '@preact/signals'
import type { ExportOutcome } from '../../core/api'
import {
  type ExportFormat,
  type ExportScript,
  exportFormats,
  exportScripts,
} from '../../core/export/request'
import type { ScriptTag } from '../../core/script/script-tag'
import { Dialog } from '../controls/dialog'
import { SelectField } from '../controls/select-field'
import { announce, type Session } from '../state/session'
import { ExportOutcomeLine, sayExportOutcome } from './export-outcome'

const scriptFor: Readonly<Record<ScriptTag, ExportScript>> = {
  'zh-Hant': 'hant',
  'zh-Hans': 'hans',
  'zh-Hant-TW': 'tw',
  'zh-Hant-HK': 'hk',
  source: 'hant',
}

interface ExportDialogProps {
  readonly session: Session
  /** The annotations to export; all where none are named. */
  readonly ids: readonly string[] | undefined
  readonly onClose: () => void
}

/** Asks for format and script, and has the notes written. */
export function ExportDialog({ session, ids, onClose }: ExportDialogProps) {
  const format = useSignal<ExportFormat>('markdown')
  const script = useSignal<ExportScript>(scriptFor[session.settings.peek().script])
  const outcome = useSignal<ExportOutcome | null>(null)
  const { export: wording } = session.messages.value
  const isEmpty = session.annotations.value.size === 0
  const write = async () => {
    outcome.value = await session.api.exportNotes({
      format: format.value,
      script: script.value,
      ...(ids === undefined ? {} : { ids: [...ids] }),
    })
    const said = sayExportOutcome(session, outcome.value)
    if (said !== undefined) announce(session, said)
  }
  return (
    <Dialog title={wording.title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void write()
        }}
      >
        {isEmpty ? (
          <p>{wording.nothing}</p>
        ) : (
          <>
            <SelectField
              label={wording.format}
              value={format.value}
              options={exportFormats.map((value) => ({ value, label: wording.formats[value] }))}
              onChange={(value) => {
                format.value = value
              }}
            />
            <SelectField
              label={wording.script}
              value={script.value}
              options={exportScripts.map((value) => ({ value, label: wording.scripts[value] }))}
              onChange={(value) => {
                script.value = value
              }}
            />
          </>
        )}
        <ExportOutcomeLine session={session} outcome={outcome.value} />
        <div class="dialog-foot">
          <button type="button" class="quiet-button" onClick={onClose}>
            {isEmpty || outcome.value?.kind === 'written' ? wording.close : wording.cancel}
          </button>
          {!isEmpty && (
            <button type="submit" class="primary-button">
              {wording.go}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  )
}
