import type { DiskTrouble } from './store-status'

/** In what way a file is not what it should be. */
export const damages = [
  'empty',
  'not-text',
  'not-json',
  'foreign',
  'invalid',
  'not-a-file',
  'too-large',
] as const

export type Damage = (typeof damages)[number]

/** What was opened in place of a file that was damaged or gone. */
export type Restored =
  | {
      readonly from: 'generation'
      readonly file: string
      /** When that generation was written: ISO 8601. */
      readonly writtenAt: string
      /** How many annotations there are now. */
      readonly count: number
      /** How many later changes the journal added to it. */
      readonly changes: number
      /** Whether the journal begins where the generation ends: then nothing is lost. */
      readonly complete: boolean
    }
  /** There was no generation: only what the journal still held. */
  | {
      readonly from: 'journal'
      readonly count: number
      readonly changes: number
      readonly complete: boolean
    }
  | { readonly from: 'nothing' }

/** What lies beside the notes: how the reader likes to read, and notes still being written. */
const besides = ['settings', 'drafts'] as const

export type Beside = (typeof besides)[number]

/** The files of a document in the library that can be damaged without its source being so. */
export type LibraryFile = 'entry' | 'document' | 'edition'

/**
 * Something about the files that the reader must be told once. All files are absolute paths;
 * `setAside` is where a file lies now, null where it could not be moved and lies as it was.
 */
export type StoreNotice =
  /** A file could not be read as what it should be; it was set aside, unchanged. */
  | {
      readonly kind: 'set-aside'
      readonly file: string
      readonly setAside: string | null
      readonly damage: Damage
      readonly restored: Restored
    }
  /** The file was gone although there had been one. */
  | { readonly kind: 'missing'; readonly file: string; readonly restored: Restored }
  /** The file was damaged or gone while the app ran; it was written again from memory. */
  | {
      readonly kind: 'rewritten'
      readonly file: string
      readonly setAside: string | null
      readonly count: number
    }
  /** A file beside the notes could not be read as what it should be; what it held begins anew. */
  | {
      readonly kind: 'beside-damaged'
      readonly of: Beside
      readonly file: string
      readonly setAside: string | null
      readonly damage: Damage
    }
  /** A file of the library could not be read as what it should be; the copy of the source is never touched. */
  | {
      readonly kind: 'library-damaged'
      readonly of: LibraryFile
      readonly file: string
      readonly setAside: string | null
      readonly damage: Damage
      /** Whether it was made anew; of an edition: whether the text goes on without it. */
      readonly isRecovered: boolean
    }
  /** The system does not let a document of the library be read: it is not listed, and nothing of it was touched. */
  | {
      readonly kind: 'library-unreadable'
      /** Absolute path. */
      readonly folder: string
      /** The system's, as EACCES. */
      readonly code: string
    }
  /** Another program changed a file beside the notes while the app ran; the app's own was written. */
  | {
      readonly kind: 'beside-changed'
      readonly of: Beside
      readonly file: string
      readonly setAside: string
    }
  /** Lines of the journal could not be read; the others were kept. */
  | {
      readonly kind: 'journal-damaged'
      readonly file: string
      readonly setAside: string | null
      /** How many lines, that is changes, could not be read. */
      readonly lost: number
      /** How many changes were read. */
      readonly kept: number
    }
  /** The journal is gone or ends too early: acknowledged changes may be missing. */
  | {
      readonly kind: 'changes-missing'
      readonly file: string
      /** How many, where that is known. */
      readonly count: number | null
    }
  /** Another program or machine had changed the notes of the file; both sides were kept. */
  | {
      readonly kind: 'merged'
      readonly file: string
      /** The file that holds what lost a conflict; null where there was no conflict. */
      readonly copy: string | null
      /** How many annotations came or changed from outside. */
      readonly count: number
    }
  /**
   * The files are an earlier state of the notes, as after a restore, and were opened as they are. What had
   * been made or changed later is kept.
   */
  | {
      readonly kind: 'put-back'
      readonly file: string
      /** The file that holds the later versions: it can be imported. */
      readonly copy: string
      /** When the later state was written, which is among the generations too: ISO 8601. */
      readonly writtenAt: string
      /** How many annotations had been made or changed later. */
      readonly count: number
    }
  /**
   * A file beside the notes could not be written: what it is to hold is in memory alone, and tried again; not where
   * a newer version wrote the file (`newer`), which is left alone.
   */
  | ({
      readonly kind: 'beside-not-written'
      readonly of: Beside
      readonly file: string
    } & DiskTrouble)
  /**
   * Every change is on disk, but a file beside it could not be brought up to date: a generation, a copy
   * that is merged, or the notes file itself while the journal holds what it lacks.
   */
  | ({ readonly kind: 'not-written'; readonly file: string } & DiskTrouble)
  /**
   * The notes on the former words of a document's file did not all go along to its new words; they are with the
   * former document, which stays listed. Tried again when the file is opened again.
   */
  | {
      readonly kind: 'not-taken-along'
      readonly file: string
      /** What the disk said; null where the former notes cannot be read. */
      readonly disk: DiskTrouble | null
    }
