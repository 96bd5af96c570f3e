/** A source outside the text for something that the edition claims. */
export interface Reference {
  /** What it is, as it calls itself: these are not converted from script to script. */
  readonly title: string
  /** Where on the web it was read; absent where it was not. */
  readonly address?: string
}
