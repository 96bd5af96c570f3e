/** In what way a command line cannot be understood. Options are named without their dashes. */
export type UsageProblem =
  | { readonly kind: 'unknown-option'; readonly option: string }
  | { readonly kind: 'stray-word'; readonly word: string }
  | { readonly kind: 'no-value-taken'; readonly option: string }
  | { readonly kind: 'value-needed'; readonly option: string }
  | { readonly kind: 'file-needed'; readonly option: string }
  | { readonly kind: 'dash-is-no-file'; readonly option: string }
  | { readonly kind: 'not-together'; readonly options: readonly string[] }
  | { readonly kind: 'only-with-export'; readonly option: string }
  /** The whole text is asked for in a format that holds none. */
  | {
      readonly kind: 'no-whole-text'
      readonly format: string
      readonly formats: readonly string[]
    }
  /** `--document` without anything that is done with a document's notes. */
  | { readonly kind: 'only-with-notes' }
  /** `--document` more than once, where only one can be meant. */
  | { readonly kind: 'one-document' }
  | {
      readonly kind: 'not-one-of'
      readonly option: string
      readonly allowed: readonly string[]
      readonly given: string
    }
