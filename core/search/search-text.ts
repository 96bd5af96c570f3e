import { type TextRange, textRange } from '../text/range'
import { type Compact, compact, compactInSteps, type Gap, originalRange } from './compact'
import { finish, type Steps } from './steps'

/**
 * A text made ready to be searched often. What folding makes one does not tell query and text apart;
 * white space does only where it parts words, which it never does beside a Chinese character:
 * `區長孫興寧` finds `區長 孫興寧`, and `2019 年` finds `2019年`.
 */
export class SearchText {
  readonly #compact: Compact

  constructor(text: string, prepared: Compact = compact(text)) {
    this.#compact = prepared
  }

  /** Makes a text ready a step at a time. */
  static *inSteps(text: string): Steps<SearchText> {
    return new SearchText(text, yield* compactInSteps(text))
  }

  /**
   * Every place of the query in text order, as code points of the text; places do not overlap. A query
   * of white space alone has none.
   */
  find(query: string): readonly TextRange[] {
    return finish(this.findInSteps(query))
  }

  /** The same, a step at a time. */
  *findInSteps(query: string): Steps<readonly TextRange[]> {
    const wanted = compact(query)
    const { length } = wanted.text
    const { text } = this.#compact
    const hits: TextRange[] = []
    if (length === 0) return hits
    let at = text.indexOf(wanted.text)
    for (let looked = 1; at !== -1; looked++) {
      const range = this.#agrees(wanted, at) ? originalRange(this.#compact, at, length) : undefined
      if (range) hits.push(textRange(range.start, range.end))
      if (looked % placesAStep === 0) yield
      at = text.indexOf(wanted.text, at + (range ? length : 1))
    }
    return hits
  }

  /** Whether white space stands in the text where the query wants it, and nowhere it forbids. */
  #agrees({ text, gaps }: Compact, at: number): boolean {
    for (let i = 1; i < text.length; i++) {
      const asked = gaps[i] as Gap
      const there = this.#compact.gaps[at + i] as Gap
      if (asked === there) continue
      // From one paragraph into the next only a query goes that has a break or a space there.
      if (there === 'break' && asked === 'none') return false
      const partsWords = spaced.test(text.charAt(i - 1)) && spaced.test(text.charAt(i))
      if (partsWords && (asked === 'none' || there === 'none')) return false
    }
    return true
  }
}

/** How many places are looked at in one step: less than a millisecond's work. */
const placesAStep = 500

/** Letters and figures of the scripts that part words by spaces. */
const spaced = /(?![\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}])[\p{L}\p{N}]/u

/** Whether a query asks for nothing: it is empty, or white space. */
export const isNothing = (query: string): boolean => compact(query).text === ''
