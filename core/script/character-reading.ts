import type { CodePoints } from '../text/code-points'
import type { ConvertedTag } from './conversion-forms'
import type { FormReadings } from './correction'

/** How conversion wrote a character of a document in a form, why, and what else it could have written. */
export interface CharacterReading {
  /** Code points from the start of the text that was asked about. */
  readonly at: CodePoints
  /** The character of the canonical text. */
  readonly character: string
  /** The form in which it was decided; others follow that decision. */
  readonly tag: ConvertedTag
  /** What conversion wrote there. */
  readonly found: string
  /** The word of the converter's dictionary that decided; nothing where the character alone did. */
  readonly word?: {
    readonly found: string
    readonly reading: string
  }
  /** Everything that the character can stand for, what is found in most words first; never empty. */
  readonly choices: readonly ReadingChoice[]
}

/** What a character can be read as. */
export interface ReadingChoice {
  readonly readings: FormReadings
  /** Some words that the converter's dictionary writes so, in the form in which it is decided. */
  readonly words: readonly string[]
}
