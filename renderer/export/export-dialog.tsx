import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { ExportOutcome } from '../../core/api'
import {
  type ExportFormat,
  type ExportScript,
  exportFormats,
  exportScripts,
} from '../../core/export/request'
import type { ScriptTag } from '../../core/script/script-tag'
import { announce, type Session } from '../state/session'

const scriptFor: Readonly<Record<ScriptTag, ExportScript>> = {
  'zh-Hant': 'hant',
  'zh-Hans': 'hans',
  'zh-Hant-TW': 'tw',
  'zh-Hant-HK': 'hk',
  source: 'hant',
}

/** Asks for format and script, and has the notes written. */
export function ExportDialog({ session, isOpen }: { session: Session; isOpen: Signal<boolean> }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const format = useSignal<ExportFormat>('markdown')
  const script = useSignal<ExportScript>('hant')
  const outcome = useSignal<ExportOutcome | null>(null)
  const wording = session.messages.value.export
  useEffect(() => {
    if (!isOpen.value) return
    script.value = scriptFor[session.settings.peek().script]
    outcome.value = null
    dialog.current?.showModal()
  }, [isOpen.value])
  const isEmpty = session.annotations.value.size === 0
  return (
    <dialog
      ref={dialog}
      aria-labelledby="export-title"
      onClose={() => {
        isOpen.value = false
      }}
    >
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault()
          void write(session, format.value, script.value, outcome)
        }}
      >
        <h2 id="export-title">{wording.title}</h2>
        {isEmpty ? (
          <p>{wording.nothing}</p>
        ) : (
          <>
            <label class="field">
              <span>{wording.format}</span>
              <select
                value={format.value}
                onChange={(event) => {
                  format.value = event.currentTarget.value as ExportFormat
                }}
              >
                {exportFormats.map((name) => (
                  <option key={name} value={name}>
                    {wording.formats[name]}
                  </option>
                ))}
              </select>
            </label>
            <label class="field">
              <span>{wording.script}</span>
              <select
                value={script.value}
                onChange={(event) => {
                  script.value = event.currentTarget.value as ExportScript
                }}
              >
                {exportScripts.map((name) => (
                  <option key={name} value={name}>
                    {wording.scripts[name]}
                  </option>
                ))}
              </select>
            </label>
          </>
        )}
        <Outcome session={session} outcome={outcome.value} />
        <div class="dialog-foot">
          <button type="button" class="quiet-button" onClick={() => dialog.current?.close()}>
            {isEmpty || outcome.value?.kind === 'written' ? wording.close : wording.cancel}
          </button>
          {!isEmpty && (
            <button type="submit" class="primary-button">
              {wording.go}
            </button>
          )}
        </div>
      </form>
    </dialog>
  )
}

async function write(
  session: Session,
  format: ExportFormat,
  script: ExportScript,
  outcome: Signal<ExportOutcome | null>,
): Promise<void> {
  outcome.value = await session.api.exportNotes({ format, script })
  const said = sayOutcome(session, outcome.value)
  if (said !== undefined) announce(session, said)
}

function Outcome({ session, outcome }: { session: Session; outcome: ExportOutcome | null }) {
  const said = outcome && sayOutcome(session, outcome)
  if (!said) return null
  return (
    <p class="outcome" data-kind={outcome.kind}>
      {said}{' '}
      {outcome.kind === 'written' && (
        <button
          type="button"
          class="link-button"
          onClick={() => void session.api.showInFolder('export')}
        >
          {session.messages.value.export.showInFolder}
        </button>
      )}
    </p>
  )
}

function sayOutcome(session: Session, outcome: ExportOutcome): string | undefined {
  const { export: wording, problems } = session.messages.peek()
  switch (outcome.kind) {
    case 'written':
      return wording.written(outcome.count, outcome.file)
    case 'nothing-to-export':
      return wording.nothing
    case 'failed':
      return wording.failed(outcome.file, problems[outcome.problem])
    case 'cancelled':
      return undefined
  }
}
