import type { Annotation } from '../../core/annotation/annotation'
import type { AnnotationMap } from '../../core/annotation/change-set'
import type { History } from '../../core/annotation/history'
import type { Damage, Restored } from '../../core/app/store-notice'
import type { FileFacts } from '../disk/file-system'
import type { Entry } from './journal-entry'
import type { Place } from './snapshot'

/** How the file of annotations was found. */
export type FoundFile =
  /** What was loaded builds on it. */
  | { readonly kind: 'current'; readonly facts: FileFacts }
  | { readonly kind: 'new' }
  | { readonly kind: 'missing'; readonly restored: Restored }
  | { readonly kind: 'damaged'; readonly damage: Damage; readonly restored: Restored }
  /** It can be read, but is not the one that the store left: to be merged. */
  | { readonly kind: 'outside'; readonly annotations: readonly Annotation[] }

/** How the journal was found. */
export type FoundJournal =
  | {
      readonly kind: 'sound'
      readonly entries: readonly Entry[]
      readonly start: string
      readonly sequence: number
      readonly length: number
      readonly facts: FileFacts
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'broken'; readonly lost: number; readonly kept: number }
  /** Whole, and another store's or machine's: what it holds is merged. */
  | { readonly kind: 'foreign' }
  /** There must have been one, and it is gone. */
  | { readonly kind: 'missing' }

/** Notes that are not on our chain, and the state that both sides shared last, as far as that is known. */
export interface Arrival {
  readonly base: AnnotationMap
  readonly theirs: AnnotationMap
  /** Where they stand in their chain, or the beginning of that. */
  readonly point: string
}

/** Everything that a store needs to open. */
export interface Loaded {
  readonly kind: 'loaded'
  readonly annotations: AnnotationMap
  /** The state that the journal starts from. */
  readonly base: AnnotationMap
  readonly history: History
  readonly head: string
  readonly sequence: number
  /** How many changes had been acknowledged that are not in what was loaded; null: some. */
  readonly changesMissing: number | null
  /** The beginnings of the points of the chain that are known to be in what was loaded. */
  readonly lineage: readonly string[]
  /** What another machine left in the folder: to be merged. */
  readonly arrived: readonly Arrival[]
  readonly file: FoundFile
  readonly journal: FoundJournal
}

/** A newer version of the app wrote here. */
export interface LoadedNewer {
  readonly kind: 'newer'
  readonly file: string
  readonly version: number
  /** What can be understood of it. */
  readonly annotations: AnnotationMap
  readonly hidden: number
}

/** A snapshot to build on. */
export interface Base {
  readonly annotations: readonly Annotation[]
  readonly place: Place
  readonly file: string
}
