/** A point of the window, in whole CSS pixels from its top left corner. */
export interface WindowPoint {
  readonly x: number
  readonly y: number
}

/** What the reader asks a context menu about, in the report or among the cards. */
export type ContextTarget =
  /** Words are selected, and the pointer is on them. */
  | { readonly on: 'selection'; readonly words: string }
  /** A mark, in the text or as its card, which has become the open one. */
  | { readonly on: 'mark'; readonly hasNote: boolean }
  /** The text between marks. */
  | { readonly on: 'text' }
