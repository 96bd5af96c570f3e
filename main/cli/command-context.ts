import type { Settings } from '../../core/app/settings'
import type { Messages } from '../../core/messages/en'
import type { PdfPrinter } from '../exchange/pdf'
import type { Library } from '../library/library'

/** What a command needs of the app around it. */
export interface CommandContext {
  /** Where relative file names begin. */
  readonly workingFolder: string
  readonly version: string
  /** What is said, in the reader's language. */
  readonly messages: () => Promise<Messages>
  readonly settings: () => Promise<Settings>
  /** The reader's documents, opened when they are asked for. */
  readonly library: () => Promise<Library>
  readonly pdf: PdfPrinter
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

/** What a command gives the running app to do. */
export interface HandedOver {
  /** Absolute path of a file to import. */
  readonly import: string
  /** The document whose notes it is taken into. */
  readonly documentId: string
}

export const exitCodes = { done: 0, notDone: 1, wrongArgument: 2, unreadable: 3 } as const
