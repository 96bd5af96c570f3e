import type { Session } from '../chromium/session'

/** The editing commands that the menu's roles stand for. */
export type EditingCommand = 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'selectAll' | 'delete'

/**
 * Runs an editing command where the focus is. It goes with a key that has no name, for the protocol
 * knows editing commands only as what a key does; the isolated world keeps that key from the page.
 */
export async function edit(session: Session, command: EditingCommand): Promise<void> {
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: [command] })
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp' })
}
