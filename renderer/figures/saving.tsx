import { type ReadonlySignal, useSignal } from '@preact/signals'
import type { SavedFile, SaveOutcome } from '../../core/contract/saved-file'
import type { Messages } from '../../core/messages/en'
import type { FigureFiles, FiguresProps } from './figures-props'

/** Saves files where the reader says, and tells how it went. */
export function useSaving({ files, messages, announce }: FiguresProps) {
  const outcome = useSignal<SaveOutcome | null>(null)
  return {
    outcome: outcome as ReadonlySignal<SaveOutcome | null>,
    save: async (file: SavedFile): Promise<void> => {
      outcome.value = null
      outcome.value = await files.save(file)
      const said = sayOutcome(outcome.value, messages)
      if (said !== undefined) announce(said)
    },
  }
}

function sayOutcome(outcome: SaveOutcome, { figures, problems }: Messages): string | undefined {
  switch (outcome.kind) {
    case 'saved':
      return figures.saved(outcome.file)
    case 'failed':
      return figures.failed(outcome.file, problems[outcome.problem])
    case 'cancelled':
      return undefined
  }
}

interface SavedLineProps {
  readonly messages: Messages
  readonly outcome: ReadonlySignal<SaveOutcome | null>
  readonly files: FigureFiles
}

/** How saving went, in a line; and where the file is, the way there. */
export function SavedLine({ messages, outcome, files }: SavedLineProps) {
  const said = outcome.value && sayOutcome(outcome.value, messages)
  if (!said) return null
  return (
    <p class="outcome" data-kind={outcome.value?.kind}>
      {said}{' '}
      {outcome.value?.kind === 'saved' && (
        <button type="button" class="link-button" onClick={files.showInFolder}>
          {messages.figures.showInFolder}
        </button>
      )}
    </p>
  )
}
