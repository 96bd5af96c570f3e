import { codePointLength } from '../text/code-points'
import { type TextRange, textRange } from '../text/range'

/**
 * The quotation marks of Taiwan and Hong Kong, which quote in corner brackets. The curved marks of a Chinese text
 * stand in its English words too, and one of them is the apostrophe: those are left as they are.
 */

const cornerBrackets: Readonly<Record<string, string>> = {
  '“': '「',
  '”': '」',
  '‘': '『',
  '’': '』',
}

const curved = /[“”‘’]/gu

const chinese =
  /[\p{Script=Han}\p{Script=Bopomofo}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303f\uff01-\uff60]/u

/**
 * A paragraph with corner brackets for those of its quotation marks that are Chinese. Its length stays, and so do
 * all its addresses.
 */
export function inCornerBrackets(text: string): string {
  const marks = Array.from(text.matchAll(curved), ({ index }) => index)
  if (marks.length === 0) return text
  const converted = chineseMarks(text, marks)
  return text.replaceAll(curved, (mark, at: number) =>
    converted.has(at) ? (cornerBrackets[mark] ?? mark) : mark,
  )
}

/**
 * Those of a text's curved marks that are no Chinese ones: apostrophes, and the marks of quotations in English
 * sentences. A Chinese font draws them as wide as a character.
 *
 * @returns code points from the text's start, in order
 */
export function englishMarks(text: string): readonly TextRange[] {
  const marks = Array.from(text.matchAll(curved), ({ index }) => index)
  if (marks.length === 0) return []
  const converted = chineseMarks(text, marks)
  let counted = 0
  let at = 0
  return marks.flatMap((mark) => {
    at += codePointLength(text.slice(counted, mark))
    counted = mark
    return converted.has(mark) ? [] : [textRange(at, at + 1)]
  })
}

/** @param marks where curved marks stand, in UTF-16 units, as is what is returned */
function chineseMarks(text: string, marks: readonly number[]): ReadonlySet<number> {
  const found = new Set<number>()
  /** Where quotations were opened that are not closed yet, the innermost last. */
  const open: { readonly double: number[]; readonly single: number[] } = { double: [], single: [] }
  const close = (level: 'double' | 'single', at: number) => {
    const start = open[level].pop()
    if (start === undefined || isForeignPair(text, start, at)) return
    found.add(start).add(at)
  }
  const alone: number[] = []
  for (const at of marks) {
    const mark = text[at]
    const quotation = open.double.at(-1) ?? -1
    if (mark === '“') open.double.push(at)
    else if (mark === '‘') open.single.push(at)
    else if (mark === '”' && quotation === -1) alone.push(at)
    else if (mark === '”') {
      // A quotation ends with all that was opened within it.
      while ((open.single.at(-1) ?? -1) > quotation) alone.push(open.single.pop() as number)
      close('double', at)
    } else if (isApostrophe(text, at)) continue
    else if ((open.single.at(-1) ?? -1) > quotation) close('single', at)
    else alone.push(at)
  }
  const isChinese = chinese.test(text)
  for (const at of [...alone, ...open.double, ...open.single]) {
    if (isChineseAlone(text, at, isChinese)) found.add(at)
  }
  return found
}

/** Within a word, or before digits that something was left out before: It’s, the ’90s, 5’10. */
function isApostrophe(text: string, at: number): boolean {
  const [before = '', after = ''] = [text[at - 1], text[at + 1]]
  if (isForeignLetter(before) && isForeignLetter(after)) return true
  return /\d/u.test(after) && /^[\s\d([（]?$/u.test(before)
}

/** Whether a quotation is one of English words in an English sentence. */
function isForeignPair(text: string, start: number, end: number): boolean {
  const outside = [neighbour(text, start, -1), neighbour(text, end, 1)]
  const inside = [neighbour(text, start, 1), neighbour(text, end, -1)]
  const all = [...outside, ...inside]
  if (all.includes('chinese') || !all.includes('foreign')) return false
  // At an edge of the paragraph nothing tells of its language but the quotation itself.
  return !outside.includes(undefined) || !chinese.test(text.slice(start, end))
}

/**
 * Whether a mark is Chinese that nothing answers in its paragraph: a quotation may run through several.
 *
 * @param isChinese whether anything in the paragraph is
 */
function isChineseAlone(text: string, at: number, isChinese: boolean): boolean {
  const [before = '', mark, after = ''] = [text[at - 1], text[at], text[at + 1]]
  if (mark === '’') return chinese.test(before) && !isForeignLetter(after)
  if (mark === '‘') return !isForeignLetter(after)
  // Behind a number a closing mark is the sign of inches.
  return isChinese && !(mark === '”' && /\d/u.test(before))
}

const isForeignLetter = (unit: string): boolean => /\p{L}/u.test(unit) && !chinese.test(unit)

/** So far from a mark the writing around it is looked for, in UTF-16 units. */
const nearby = 64

/** The nearest writing on a side of a mark, numbers and signs apart; nothing where there is none. */
function neighbour(text: string, at: number, step: 1 | -1): 'chinese' | 'foreign' | undefined {
  for (let i = at + step; Math.abs(i - at) <= nearby && i >= 0 && i < text.length; i += step) {
    const unit = text[i] as string
    // Beyond the first plane those that begin so are Chinese.
    if (chinese.test(unit) || /[\ud840-\ud888]/.test(unit)) return 'chinese'
    if (isForeignLetter(unit)) return 'foreign'
  }
  return undefined
}
