import type { DiskProblem } from '../../disk/disk-problem'
import type { Damage } from './durable-file'

interface Counts {
  /** How many records there are now. */
  readonly count: number
  /** How many changes the journal added. */
  readonly changes: number
  /** Whether the journal begins where that ends to which it was added: then nothing is lost. */
  readonly complete: boolean
}

/** What was opened in place of a checkpoint that was damaged or gone. */
export type Restored =
  | (Counts & {
      readonly from: 'generation'
      readonly file: string
      /** When that generation was written: ISO 8601. */
      readonly writtenAt: string
    })
  /** There was no generation: only what the journal still held. */
  | (Counts & { readonly from: 'journal' })
  | { readonly from: 'nothing' }

/**
 * What the adapter did to the files, or could not do, to be told once. All files are absolute paths;
 * `setAside` is where a file lies now, null where it could not be moved and lies as it was.
 */
export type Notice = { readonly file: string } & (
  | {
      /** The checkpoint could not be read as what it should be; it was set aside, unchanged. */
      readonly kind: 'set-aside'
      readonly setAside: string | null
      readonly damage: Damage
      readonly restored: Restored
    }
  | {
      /** The checkpoint was gone although there had been one. */
      readonly kind: 'missing'
      readonly restored: Restored
    }
  | {
      /** A file was damaged or gone while the store was open; it was written again from memory. */
      readonly kind: 'rewritten'
      readonly setAside: string | null
      /** How many records, or changes, it holds now. */
      readonly count: number
    }
  | {
      /** Lines of the journal could not be read; the others were kept. */
      readonly kind: 'journal-damaged'
      readonly setAside: string | null
      /** How many lines, that is changes, could not be read, and how many were. */
      readonly lost: number
      readonly kept: number
    }
  | {
      /** The journal is gone or ends too early: acknowledged changes may be missing. */
      readonly kind: 'changes-missing'
      /** How many, where that is known. */
      readonly count: number | null
    }
  | {
      /** Another writer had changed records; both sides were kept. */
      readonly kind: 'merged'
      /** The file that holds the versions that lost to a later one; null where none did. */
      readonly copy: string | null
      /** How many records came or changed. */
      readonly count: number
    }
  | {
      /** The files are an earlier state, as after a restore, and were opened as they are; what is later is kept. */
      readonly kind: 'put-back'
      /** The file that holds the later versions. */
      readonly copy: string
      /** When the later state was written, which is among the generations too: ISO 8601. */
      readonly writtenAt: string
      /** How many records had been made or changed later. */
      readonly count: number
    }
  | {
      /**
       * Every change is on disk, but a file beside the journal could not be brought up to date: a generation,
       * a copy that is merged, or the checkpoint itself while the journal holds what it lacks.
       */
      readonly kind: 'not-written'
      readonly problem: DiskProblem
      /** The system's own code, as ENOSPC. */
      readonly code: string
    }
)
