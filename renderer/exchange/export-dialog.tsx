import type { ReadonlySignal } from '@preact/signals'
import { useSignal } from '@preact/signals'
import type { AnnotationMap } from '../../core/annotation/change-set'
import {
  type ExportExtra,
  exportExtras,
  exportFormats,
  exportScopes,
  exportScripts,
} from '../../core/app/export-request'
import type { Job } from '../../core/app/job'
import type { CopyOutcome, ExportOutcome, PiyueApi } from '../../core/contract/contract'
import type { Messages } from '../../core/messages/en'
import type { ScriptTag } from '../../core/text/script-tag'
import type { DocumentsMeant } from '../state/library'
import type { NotesList } from '../state/notes-list'
import { useMessages } from '../state/preferences'
import { Dialog } from '../ui/dialog'
import { SelectField } from '../ui/select-field'
import { hasExtras, hasScopes, useExportChoice } from './export-choice'
import { ExportPreviewPane } from './export-preview'
import { JobProgress } from './job-progress'

export interface ExportDialogProps {
  readonly api: Pick<
    PiyueApi,
    | 'exportNotes'
    | 'copyNotes'
    | 'previewExport'
    | 'exportTemplates'
    | 'showInFolder'
    | 'cancelJob'
    | 'listDocuments'
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
  readonly say: (text: string) => void
  /** The annotations to export; all where none are named. */
  readonly ids: readonly string[] | undefined
  /** The documents of the library that are meant, picked out or listed; nothing where it is the open one. */
  readonly documents: DocumentsMeant | undefined
  readonly onClose: () => void
}

/** Asks for format and script, shows what the file will hold, and has it written. */
export function ExportDialog(props: ExportDialogProps) {
  const { title } = useMessages().export
  const { api, job, onClose } = props
  // By Escape, too: without the dialog, what goes on could be neither seen nor stopped.
  const close = () => {
    const running = exportIn(job.peek())
    if (running !== null) void api.cancelJob(running.id)
    onClose()
  }
  return (
    <Dialog title={title} onClose={close} wide>
      <ExportForm {...props} />
    </Dialog>
  )
}

/** The export that lasts, if main is busy with one. */
const exportIn = (job: Job | null): Job | null => (job?.kind === 'export' ? job : null)

function ExportForm(props: ExportDialogProps) {
  const { api, job, say, onClose } = props
  const messages = useMessages()
  const wording = messages.export
  const running = exportIn(job.value)
  const asked = useExportChoice(props)
  const { request, documentIds } = asked
  const outcome = useSignal<ExportOutcome | CopyOutcome | null>(null)
  const isWriting = useSignal(false)
  const perform = async (what: 'exportNotes' | 'copyNotes') => {
    if (isWriting.peek()) return
    isWriting.value = true
    outcome.value = null
    try {
      outcome.value = await api[what](documentIds, request)
    } finally {
      isWriting.value = false
    }
    const said = sayExportOutcome(messages, outcome.value)
    if (said !== undefined) say(said)
  }
  return (
    <form
      class="export-form"
      onSubmit={(event) => {
        event.preventDefault()
        void perform('exportNotes')
      }}
    >
      <div class="export-columns">
        <div>
          <NotesMeant {...props} asked={asked} />
          <FileFields api={api} asked={asked} />
        </div>
        <ExportPreviewPane api={api} documentIds={documentIds} request={request} />
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
        <button
          type="button"
          class="quiet-button"
          aria-disabled={isWriting.value}
          onClick={() => void perform('copyNotes')}
        >
          {wording.copy}
        </button>
        <button type="submit" class="primary-button" aria-disabled={isWriting.value}>
          {isWriting.value ? wording.writing : wording.go}
        </button>
      </div>
    </form>
  )
}

interface FieldsProps {
  readonly api: ExportDialogProps['api']
  /** What the reader chose, and what there is to choose from. */
  readonly asked: ReturnType<typeof useExportChoice>
}

type NotesMeantProps = Pick<FieldsProps, 'asked'> & Pick<ExportDialogProps, 'annotations' | 'list'>

/** Which notes are meant, where there is a choice. */
function NotesMeant({ asked, annotations, list }: NotesMeantProps) {
  const wording = useMessages().export
  const { choice, documents, isNarrowed, choose } = asked
  return (
    <>
      {documents.length > 1 && (
        <SelectField
          label={wording.documents}
          value={choice.documents}
          options={documents.map(({ value, count }) => ({
            value,
            label: {
              open: wording.thisDocument,
              selected: wording.selectedDocuments(count),
              listed: wording.listedDocuments(count),
              all: wording.allDocuments(count),
            }[value],
          }))}
          onChange={(chosen) => choose({ documents: chosen })}
        />
      )}
      {isNarrowed && (
        <SelectField
          label={wording.which}
          value={choice.which}
          options={[
            { value: 'all', label: wording.allNotes(annotations.value.size) },
            { value: 'shown', label: wording.shownNotes(list.shownIds.length) },
          ]}
          onChange={(chosen) => choose({ which: chosen })}
        />
      )}
    </>
  )
}

/** As what they are to be written, and what is to stand with them. */
function FileFields({ api, asked }: FieldsProps) {
  const wording = useMessages().export
  const { request, choice, templates, choose } = asked
  return (
    <>
      <SelectField
        label={wording.format}
        value={request.format}
        disabled={request.template !== undefined}
        options={exportFormats.map((value) => ({ value, label: wording.formats[value] }))}
        onChange={(format) => choose({ format })}
      />
      {hasScopes(choice) && (
        <SelectField
          label={wording.scope}
          value={choice.scope}
          options={exportScopes.map((value) => ({ value, label: wording.scopes[value] }))}
          onChange={(scope) => choose({ scope })}
        />
      )}
      <SelectField
        label={wording.script}
        value={request.script}
        options={exportScripts.map((value) => ({ value, label: wording.scripts[value] }))}
        onChange={(script) => choose({ script })}
      />
      {hasExtras(choice) && (
        <ExtrasField chosen={choice.extras} onChoose={(extras) => choose({ extras })} />
      )}
      <TemplateField
        api={api}
        templates={templates}
        chosen={request.template}
        onChoose={(template) => choose({ template })}
      />
    </>
  )
}

/** How an export went, in a line; and where it went, the way there. */
function ExportOutcomeLine({
  api,
  outcome,
}: Pick<ExportDialogProps, 'api'> & { outcome: ExportOutcome | CopyOutcome | null }) {
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
  messages: Messages,
  outcome: ExportOutcome | CopyOutcome,
): string | undefined {
  const { export: wording, marksHere, problems } = messages
  const what = ({ count, notes }: { readonly count: number; readonly notes: number }) =>
    count === 0 ? null : marksHere(count, notes)
  const besides = ({ unreadable }: { readonly unreadable: readonly string[] }) =>
    unreadable.length > 0 ? [wording.notIncluded(unreadable)] : []
  switch (outcome.kind) {
    case 'written':
      return [wording.written(what(outcome), outcome.file), ...besides(outcome)].join(' ')
    case 'copied':
      return [wording.copied(what(outcome)), ...besides(outcome)].join(' ')
    case 'template':
      return wording.templateProblem(outcome.name, outcome.problem)
    case 'nothing-to-export': {
      const { unreadable = [] } = outcome
      return unreadable.length > 0 ? wording.nothingRead(unreadable) : wording.nothing
    }
    case 'failed':
      return wording.failed(outcome.file, problems[outcome.problem])
    case 'cancelled':
      return undefined
  }
}

interface ExtrasFieldProps {
  readonly chosen: readonly ExportExtra[]
  readonly onChoose: (extras: readonly ExportExtra[]) => void
}

/** What the file is to hold besides quotes and notes. */
function ExtrasField({ chosen, onChoose }: ExtrasFieldProps) {
  const { include, extras } = useMessages().export
  return (
    <fieldset class="field extras">
      <legend>{include}</legend>
      {exportExtras.map((extra) => (
        <label key={extra}>
          <input
            type="checkbox"
            checked={chosen.includes(extra)}
            onChange={({ currentTarget: { checked } }) =>
              onChoose(
                exportExtras.filter((one) => (one === extra ? checked : chosen.includes(one))),
              )
            }
          />
          {extras[extra]}
        </label>
      ))}
    </fieldset>
  )
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
