import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { isFiltering } from '../../core/annotation/note-filter'
import type { ExportOutcome } from '../../core/contract/contract'
import {
  type ExportFormat,
  type ExportRequest,
  type ExportScript,
  exportFormats,
  exportScripts,
} from '../../core/exchange/export/request'
import type { ScriptTag } from '../../core/text/script-tag'
import { announce, type Session } from '../state/session'
import { Dialog } from '../ui/dialog'
import { SelectField } from '../ui/select-field'
import { ExportOutcomeLine, sayExportOutcome } from './export-outcome'
import { ExportPreviewPane } from './export-preview'
import { TemplateField } from './template-field'

const scriptFor: Readonly<Record<ScriptTag, ExportScript>> = {
  'zh-Hant': 'hant',
  'zh-Hans': 'hans',
  'zh-Hant-TW': 'tw',
  'zh-Hant-HK': 'hk',
  source: 'source',
}

interface ExportDialogProps {
  readonly session: Session
  /** The annotations to export; all where none are named. */
  readonly ids: readonly string[] | undefined
  readonly onClose: () => void
}

/** Asks for format and script, shows what the file will hold, and has it written. */
export function ExportDialog({ session, ids, onClose }: ExportDialogProps) {
  const wording = session.messages.value.export
  const isEmpty = session.annotations.value.size === 0
  return (
    <Dialog title={wording.title} onClose={onClose} wide={!isEmpty}>
      {isEmpty ? (
        <>
          <p>{wording.nothing}</p>
          <div class="dialog-foot">
            <button type="button" class="primary-button" onClick={onClose}>
              {wording.close}
            </button>
          </div>
        </>
      ) : (
        <ExportForm session={session} ids={ids} onClose={onClose} />
      )}
    </Dialog>
  )
}

function ExportForm({ session, ids, onClose }: ExportDialogProps) {
  const wording = session.messages.value.export
  const { request, which, templates, choose } = useRequest(session, ids)
  const isNarrowed = ids === undefined && isFiltering(session.notesView.filter.value)
  const outcome = useSignal<ExportOutcome | null>(null)
  const write = async () => {
    outcome.value = await session.api.exportNotes(session.open.id, request)
    const said = sayExportOutcome(session, outcome.value)
    if (said !== undefined) announce(session, said)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void write()
      }}
    >
      <div class="export-columns">
        <div>
          {isNarrowed && (
            <SelectField
              label={wording.which}
              value={which}
              options={[
                { value: 'all', label: wording.allNotes(session.annotations.value.size) },
                { value: 'shown', label: wording.shownNotes(shownIds(session).length) },
              ]}
              onChange={(chosen) => choose({ which: chosen })}
            />
          )}
          <SelectField
            label={wording.format}
            value={request.format}
            disabled={request.template !== undefined}
            options={exportFormats.map((value) => ({ value, label: wording.formats[value] }))}
            onChange={(format) => choose({ format })}
          />
          <SelectField
            label={wording.script}
            value={request.script}
            options={exportScripts.map((value) => ({ value, label: wording.scripts[value] }))}
            onChange={(script) => choose({ script })}
          />
          <TemplateField
            session={session}
            templates={templates}
            chosen={request.template}
            onChoose={(template) => choose({ template })}
          />
        </div>
        <ExportPreviewPane session={session} request={request} />
      </div>
      <ExportOutcomeLine session={session} outcome={outcome.value} />
      <div class="dialog-foot">
        <button type="button" class="quiet-button" onClick={onClose}>
          {outcome.value?.kind === 'written' ? wording.close : wording.cancel}
        </button>
        <button type="submit" class="primary-button">
          {wording.go}
        </button>
      </div>
    </form>
  )
}

interface Choice {
  /** All notes, or those that the filter of the column lets through. */
  readonly which: 'all' | 'shown'
  readonly format: ExportFormat
  readonly script: ExportScript
  readonly template: string | undefined
}

/** The notes that the filter of the column lets through. */
const shownIds = ({ notesView }: Session): readonly string[] =>
  [...notesView.shown.value, ...notesView.orphans.value].map(({ annotation }) => annotation.id)

/** What the reader has chosen so far, and the templates there are to choose from. */
function useRequest(session: Session, ids: readonly string[] | undefined) {
  const choice = useSignal<Choice>({
    which: isFiltering(session.notesView.filter.peek()) ? 'shown' : 'all',
    format: 'markdown',
    script: scriptFor[session.view.peek().script],
    template: undefined,
  })
  const templates = useSignal<readonly string[]>([])
  useEffect(() => {
    const load = async () => {
      templates.value = await session.api.exportTemplates()
    }
    void load()
  }, [session, templates])
  const { which, format, script, template } = choice.value
  const named = ids ?? (which === 'shown' ? shownIds(session) : undefined)
  const request: ExportRequest = {
    format,
    script,
    ...(template === undefined ? {} : { template }),
    ...(named === undefined ? {} : { ids: [...named] }),
  }
  return {
    request,
    which,
    templates: templates.value,
    choose: (part: Partial<Choice>) => {
      choice.value = { ...choice.peek(), ...part }
    },
  }
}
