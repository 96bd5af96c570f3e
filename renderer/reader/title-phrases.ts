import { codePointLength } from '../../core/text/code-points'
import { type TextRange, textRange } from '../../core/text/range'

/**
 * The stretches of a title within which no line may end, so that a name is not broken: words, with what
 * stands alone beside them. A dictionary parts names wrongly, and such errors leave single characters
 * (西 and 市區 out of 西市區); so a line may end between two words of several characters only.
 */
export function titlePhrases(title: string, locale: string): readonly TextRange[] {
  const words = [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(title)].map(
    ({ segment }) => ({
      length: codePointLength(segment),
      isHan: /^\p{Script=Han}+$/u.test(segment),
    }),
  )
  const phrases: TextRange[] = []
  let start = 0
  let at = 0
  for (const [i, { length, isHan }] of words.entries()) {
    at += length
    const next = words[i + 1]
    const mayEnd = next === undefined || (isHan && next.isHan && length > 1 && next.length > 1)
    if (!mayEnd) continue
    phrases.push(textRange(start, at))
    start = at
  }
  return phrases
}
