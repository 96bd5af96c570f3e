import type { CallName } from '../../../core/contract/channels'
import type { AppEvent, WorkspaceOpening } from '../../../core/contract/contract'
import type { Stroke } from '../../../tools/stand-in/menu/accelerator'

/** What the page and the in-memory main say to one another, packed as the stand-in packs its messages. */

export type FromPage =
  /** A document is there and has yet to listen. */
  | { readonly kind: 'loaded' }
  | {
      readonly kind: 'call'
      /** Tells this call of this document from all others. */
      readonly id: string
      readonly name: CallName
      readonly args: readonly unknown[]
    }
  /** A key that the page left alone and that the menu has an item for. */
  | { readonly kind: 'key'; readonly stroke: Stroke }

export type ToPage =
  | { readonly kind: 'answer'; readonly id: string; readonly value: unknown }
  /** The report is opened: it lies in the page already. */
  | { readonly kind: 'opening'; readonly id: string; readonly value: WithoutReport }
  | { readonly kind: 'refusal'; readonly id: string; readonly message: string }
  | { readonly kind: 'event'; readonly event: AppEvent }
  /** The keys that the menu has now. */
  | { readonly kind: 'accelerators'; readonly accelerators: readonly string[] }

export type WithoutReport = Omit<WorkspaceOpening, 'publication'>

/**
 * Where the report lies in the page, as JSON, before any script of its own: it is long, and the same in
 * every test.
 */
export const reportPlace = 'piyueReport'

/** The function in the page that takes a message to main. */
export const toMain = 'piyueToMain'

/** The function in the page that takes messages from main. */
export const fromMain = 'piyueFromMain'

/** The function in the page that offers what the preload does, to a page that begins anew. */
export const offerAnew = 'piyueOfferAnew'

/** The function in the page that has it begin anew. */
export const beginAnew = 'piyueBeginAnew'
