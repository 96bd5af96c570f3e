import type { ReadonlySignal } from '@preact/signals'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { AnnotationMap } from '../../core/annotation/change-set'
import { isFiltering } from '../../core/annotation/note-filter'
import {
  type ExportFormat,
  type ExportRequest,
  type ExportScript,
  exportFormats,
  exportScripts,
} from '../../core/app/export-request'
import type { Job } from '../../core/app/job'
import type { ExportOutcome, PiyueApi } from '../../core/contract/contract'
import type { Messages } from '../../core/messages/en'
import type { ScriptTag } from '../../core/text/script-tag'
import type { NotesList } from '../state/notes-list'
import { useMessages } from '../state/preferences'
import { Dialog } from '../ui/dialog'
import { SelectField } from '../ui/select-field'
import { ExportPreviewPane } from './export-preview'
import { JobProgress } from './job-progress'

const scriptFor: Readonly<Record<ScriptTag, ExportScript>> = {
  'zh-Hant': 'hant',
  'zh-Hans': 'hans',
  'zh-Hant-TW': 'tw',
  'zh-Hant-HK': 'hk',
  source: 'source',
}

interface ExportDialogProps {
  readonly api: Pick<
    PiyueApi,
    'exportNotes' | 'previewExport' | 'exportTemplates' | 'showInFolder' | 'cancelJob'
  >
  /** What main is busy with. */
  readonly job: ReadonlySignal<Job | null>
  readonly documentId: string
  readonly annotations: ReadonlySignal<AnnotationMap>
  readonly list: NotesList
  /** The form that is shown: the one to be exported at first. */
  readonly shown: ScriptTag
  /** Whether it is shown in columns: a PDF is set so, too. */
  readonly isVertical: boolean
  readonly announce: (text: string) => void
  /** The annotations to export; all where none are named. */
  readonly ids: readonly string[] | undefined
  readonly onClose: () => void
}

/** Asks for format and script, shows what the file will hold, and has it written. */
export function ExportDialog(props: ExportDialogProps) {
  const { annotations, onClose } = props
  const wording = useMessages().export
  const isEmpty = annotations.value.size === 0
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
        <ExportForm {...props} />
      )}
    </Dialog>
  )
}

function ExportForm(props: ExportDialogProps) {
  const { api, job, documentId, annotations, list, ids, announce, onClose } = props
  const messages = useMessages()
  const wording = messages.export
  const running = job.value?.kind === 'export' ? job.value : null
  const { request, which, templates, choose } = useRequest(props)
  const isNarrowed = ids === undefined && isFiltering(list.filter.value)
  const outcome = useSignal<ExportOutcome | null>(null)
  const isWriting = useSignal(false)
  const write = async () => {
    if (isWriting.peek()) return
    isWriting.value = true
    outcome.value = null
    try {
      outcome.value = await api.exportNotes(documentId, request)
    } finally {
      isWriting.value = false
    }
    const said = sayExportOutcome(messages, outcome.value)
    if (said !== undefined) announce(said)
  }
  return (
    <form
      class="export-form"
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
                { value: 'all', label: wording.allNotes(annotations.value.size) },
                { value: 'shown', label: wording.shownNotes(list.shownIds.length) },
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
            api={api}
            templates={templates}
            chosen={request.template}
            onChoose={(template) => choose({ template })}
          />
        </div>
        <ExportPreviewPane api={api} documentId={documentId} request={request} />
      </div>
      {running === null ? (
        <ExportOutcomeLine api={api} outcome={outcome.value} />
      ) : (
        <JobProgress job={running} label={wording.working} />
      )}
      <div class="dialog-foot">
        <button
          type="button"
          class="quiet-button"
          onClick={() => (running === null ? onClose() : void api.cancelJob(running.id))}
        >
          {outcome.value?.kind === 'written' ? wording.close : wording.cancel}
        </button>
        <button type="submit" class="primary-button" aria-disabled={isWriting.value}>
          {isWriting.value ? wording.writing : wording.go}
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

/** What the reader has chosen so far, and the templates there are to choose from. */
function useRequest({ api, list, shown, isVertical, ids }: ExportDialogProps) {
  const choice = useSignal<Choice>({
    which: isFiltering(list.filter.peek()) ? 'shown' : 'all',
    format: 'markdown',
    script: scriptFor[shown],
    template: undefined,
  })
  const templates = useSignal<readonly string[]>([])
  useEffect(() => {
    const load = async () => {
      templates.value = await api.exportTemplates()
    }
    void load()
  }, [api, templates])
  const { which, format, script, template } = choice.value
  const named = ids ?? (which === 'shown' ? list.shownIds : undefined)
  const request: ExportRequest = {
    format,
    script,
    ...(format === 'pdf' && isVertical ? { vertical: true } : {}),
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

/** How an export went, in a line; and where it went, the way there. */
function ExportOutcomeLine({
  api,
  outcome,
}: Pick<ExportDialogProps, 'api'> & { outcome: ExportOutcome | null }) {
  const messages = useMessages()
  const said = outcome && sayExportOutcome(messages, outcome)
  if (!said) return null
  return (
    <p class="outcome" data-kind={outcome.kind}>
      {said}{' '}
      {outcome.kind === 'written' && (
        <button type="button" class="link-button" onClick={() => void api.showInFolder('export')}>
          {messages.export.showInFolder}
        </button>
      )}
    </p>
  )
}

/** How an export went, in words; nothing where the reader cancelled it. */
function sayExportOutcome(
  { export: wording, marksHere, problems }: Messages,
  outcome: ExportOutcome,
): string | undefined {
  switch (outcome.kind) {
    case 'written':
      return wording.written(marksHere(outcome.count, outcome.notes), outcome.file)
    case 'nothing-to-export':
      return wording.nothing
    case 'failed':
      return wording.failed(outcome.file, problems[outcome.problem])
    case 'cancelled':
      return undefined
  }
}

interface TemplateFieldProps {
  readonly api: ExportDialogProps['api']
  readonly templates: readonly string[]
  readonly chosen: string | undefined
  readonly onChoose: (template: string | undefined) => void
}

/** The reader's own templates, where there are any, and the way to the folder they lie in. */
function TemplateField({ api, templates, chosen, onChoose }: TemplateFieldProps) {
  const wording = useMessages().export
  return (
    <>
      {templates.length > 0 && (
        <SelectField
          label={wording.template}
          value={chosen ?? ''}
          options={[
            { value: '', label: wording.noTemplate },
            ...templates.map((value) => ({ value, label: value })),
          ]}
          onChange={(value) => onChoose(value === '' ? undefined : value)}
        />
      )}
      <button type="button" class="link-button" onClick={() => void api.showInFolder('templates')}>
        {wording.templatesFolder}
      </button>
    </>
  )
}
