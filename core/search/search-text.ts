import { type TextRange, textRange } from '../text/range'
import { type Compact, compact, compactInSteps, gapBefore, originalRange } from './compact'
import { finish, type Steps } from './steps'

/**
 * A text to be searched often, made ready by the first search. What folding makes one does not tell query and text
 * apart; white space does only where it parts words, which it never does beside a Chinese character:
 * `區長孫興寧` finds `區長 孫興寧`, and `2019 年` finds `2019年`.
 */
export class SearchText {
  /** The text made ready, or what is left of making it so. */
  #compact: Compact | Steps<Compact>

  constructor(text: string) {
    this.#compact = compactInSteps(text)
  }

  /**
   * Every place of the query in text order, as code points of the text; places do not overlap. A query
   * of white space alone has none.
   */
  find(query: string): readonly TextRange[] {
    return finish(this.findInSteps(query))
  }

  /** The same, a step at a time. A search for nothing makes the text ready, too. */
  *findInSteps(query: string): Steps<readonly TextRange[]> {
    const searched = yield* this.#prepare()
    const wanted = wantedOf(query)
    const { length } = wanted.text
    const { text } = searched
    const hits: TextRange[] = []
    if (length === 0) return hits
    let at = text.indexOf(wanted.text)
    for (let looked = 1; at !== -1; looked++) {
      const range = agrees(searched, wanted, at) ? originalRange(searched, at, length) : undefined
      if (range) hits.push(textRange(range.start, range.end))
      if (looked % placesAStep === 0) yield
      at = text.indexOf(wanted.text, at + (range ? length : 1))
    }
    return hits
  }

  /** What one search began the next goes on with. */
  *#prepare(): Steps<Compact> {
    while ('next' in this.#compact) {
      const step = this.#compact.next()
      if (step.done) this.#compact = step.value
      else yield
    }
    return this.#compact
  }
}

let asked: { readonly query: string; readonly wanted: Compact } | undefined

/** A query as it is compared; one is asked of many texts, as of all notes, and made ready once. */
function wantedOf(query: string): Compact {
  if (asked?.query !== query) asked = { query, wanted: compact(query) }
  return asked.wanted
}

/** Whether white space stands in the text where the query wants it, and nowhere it forbids. */
function agrees(searched: Compact, wanted: Compact, at: number): boolean {
  const { text } = wanted
  for (let i = 1; i < text.length; i++) {
    const asked = gapBefore(wanted, i)
    const there = gapBefore(searched, at + i)
    if (asked === there) continue
    // From one paragraph into the next only a query goes that has a break or a space there.
    if (there === 'break' && asked === 'none') return false
    const partsWords = spaced.test(text.charAt(i - 1)) && spaced.test(text.charAt(i))
    if (partsWords && (asked === 'none' || there === 'none')) return false
  }
  return true
}

/** How many places are looked at in one step: less than a millisecond's work. */
const placesAStep = 500

/** Letters and figures of the scripts that part words by spaces. */
const spaced = /(?![\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}])[\p{L}\p{N}]/u

/** Whether a query asks for nothing: it is empty, or white space. */
export const isNothing = (query: string): boolean => compact(query).text === ''
