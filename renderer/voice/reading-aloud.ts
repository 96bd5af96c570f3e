import type { ReaderContext } from '../reader/context'

/** How long one waits for the system's voices without being told what for. ms */
const shortly = 500

/**
 * Begins to read aloud, pauses, or reads on. It begins with what is selected, or else where the focus is
 * in the text, or else with what stands at the top of the window; where there is no voice, it says how
 * to get one.
 */
export async function toggleReading({ app, workspace, reader }: ReaderContext): Promise<void> {
  const { readAloud, selection } = workspace
  const status = readAloud.status.peek()
  if (status === 'speaking') return readAloud.pause()
  if (status === 'paused') return readAloud.resume()
  const block = reader.focus.hasFocus() ? reader.focus.currentBlock() : undefined
  const offset = selection.range.peek()?.start ?? block?.range.start ?? workspace.view.placeNow()
  reader.selection.clear()
  const telling = setTimeout(() => {
    if (readAloud.status.peek() !== 'starting') return
    const { looking } = app.announcer.messages.peek().ways.voice
    app.announcer.tellWhile(() => readAloud.status.value === 'starting', looking)
  }, shortly)
  const outcome = await readAloud.start(offset)
  clearTimeout(telling)
  if (outcome === 'no-voice') await app.openDialogInTurn({ kind: 'no-voice' })
}
