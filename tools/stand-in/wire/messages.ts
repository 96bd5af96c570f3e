import type { Stroke } from '../menu/accelerator'

/** What the isolated world of a page tells the main process. `args` and `value` are packed. */
export type FromPage =
  | ({ type: 'invoke'; id: number; channel: string; args: string } & Leaving)
  | ({ type: 'send'; channel: string; args: string } & Leaving)
  | { type: 'preload-error'; message: string; stack: string }
  | { type: 'key'; stroke: Stroke }
  | { type: 'place'; place: Place }
  | { type: 'focus'; focused: boolean }
  | { type: 'dark'; dark: boolean }
  | { type: 'copied'; text: string; html: string }
  | { type: 'context-menu'; params: ContextMenu }

/** Whether the page was about to go when it sent this: its frame may be no more when it is heard. */
interface Leaving {
  leaving: boolean
}

/** What Electron says of a context menu, as far as an app of ours asks. */
export interface ContextMenu {
  x: number
  y: number
  isEditable: boolean
  selectionText: string
  editFlags: Electron.EditFlags
}

/**
 * What the main process tells the isolated world of a page. A long message comes in pieces, the text of which
 * is it as JSON.
 */
export type ToPage =
  | { type: 'event'; channel: string; args: string }
  | { type: 'reply'; id: number; value: string }
  | { type: 'reply-error'; id: number; message: string }
  | { type: 'accelerators'; accelerators: string[] }
  | { type: 'copy'; contents: Record<string, string> }
  | { type: 'piece'; text: string; isLast: boolean }

/** Where a window really is: the page's own view of it, in CSS pixels. */
export interface Place {
  x: number
  y: number
  width: number
  height: number
  /** With what the window system adds; 0 until the window is shown. */
  outerWidth: number
  outerHeight: number
  screen: { width: number; height: number; availableWidth: number; availableHeight: number }
  scaleFactor: number
}

/** What the isolated world is told before it starts. */
export interface PageConfig {
  platform: NodeJS.Platform
  arch: string
  versions: Record<string, string | undefined>
}

/** The name of the isolated world, as Electron calls its own. */
export const isolatedWorld = 'Electron Isolated Context'
/** The binding that carries {@link FromPage}; only the isolated world can see it. */
export const bindingName = '__standInSend'
/** The function in the isolated world that takes {@link ToPage}. */
export const receiverName = '__standInReceive'
/** Where the isolated world finds its configuration and preload. */
export const bootName = '__standInBoot'
/** The event that hands the two worlds a common node. */
export const handshakeEvent = '__standInHandshake'
