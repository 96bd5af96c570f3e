import type { Settings } from '../../core/app/settings'
import type { Messages } from '../../core/messages/en'
import type { OpenDocument } from '../../core/publication/open-document'
import type { PdfPrinter } from '../exchange/pdf'

/** What a command needs of the app around it. */
export interface CommandSurroundings {
  /** Absolute path of the folder with the reader's files. */
  readonly userData: string
  /** Where relative file names begin. */
  readonly workingFolder: string
  readonly version: string
  /** What is said, in the reader's language. */
  readonly messages: () => Promise<Messages>
  readonly material: () => Promise<CommandMaterial>
  /**
   * Makes this the one running app, so that it may write notes; where another is, hands that what it
   * is to do. Says whether this is the one.
   */
  readonly becomeOnly: (handedOver: HandedOver) => boolean
  /** Lets some time go by, in milliseconds. */
  readonly wait: (time: number) => Promise<void>
  readonly print: (line: string) => void
  readonly printError: (line: string) => void
}

/** The document that a command is about, and how to speak of it. */
export interface CommandMaterial {
  readonly open: OpenDocument
  readonly settings: Settings
  readonly messages: Messages
  readonly appVersion: string
  readonly pdf: PdfPrinter
}

/** What a command gives the running app to do. */
export interface HandedOver {
  /** Absolute path of a file to import. */
  readonly import: string
}

export const exitCodes = { done: 0, notDone: 1, wrongArgument: 2, unreadable: 3 } as const
