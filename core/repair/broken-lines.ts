import type { Block } from '../document/block'
import type { CanonicalDocument, PlacedBlock } from '../document/document'
import { textRange } from '../text/range'
import type { Finding } from './proposal'

/**
 * Lines are as long as they look: a Chinese character fills two columns, a Latin letter one. A line that
 * stays this much below the width, in columns, ended by itself: a mark that may not begin the next line takes
 * its character along, and the first line of a paragraph is indented.
 */
const slack = 6
const indent = 4

/** How wide lines are that were broken to a width, in columns. */
const widths = { least: 30, most: 160 } as const

/** The least lines of one length that show a text to be broken by lines. */
const leastLines = 4

/** Of these many lines, one may be longer than the width: an address, a line of a table. */
const linesForAnOutlier = 50

/**
 * The breaks within paragraphs of a text that was broken by lines, between neighbours of which the first fills
 * the width. Where the text shows how its paragraphs begin, what does not begin so goes on; where it does not, a
 * line that ends a sentence may end its paragraph, and is left alone.
 */
export function brokenLines({ placed }: CanonicalDocument): Finding[] {
  const lines = placed.map(lineOf)
  const width = widthOf(lines)
  if (width === undefined) return []
  const isMarked = showsBeginnings(lines, width)
  const isOfLines = linesOfMarks(lines)
  return lines.slice(0, -1).flatMap((line, i): Finding[] => {
    const next = lines[i + 1]
    if (next === undefined || !areNeighbours(line.block, next.block)) return []
    if (next.begins || !isFull(line, next, width) || beginsItem.test(next.block.text)) return []
    if (isVerse(line.block.text) && isVerse(next.block.text)) return []
    if (endsSentence.test(line.block.text) && !isMarked) return []
    if (isOfLines(i)) return []
    const { end } = line.range
    const reading = areWords(line.block.text, next.block.text) ? ' ' : ''
    return [{ kind: 'line-break', range: textRange(end, end + 1), reading }]
  })
}

/** A line as it stands in the text. */
interface Line extends PlacedBlock {
  readonly begins: boolean
  /** In columns. */
  readonly length: number
}

const lineOf = ({ block, range }: PlacedBlock): Line => ({
  block,
  range,
  begins: block.kind === 'paragraph' && block.begins === true,
  length: columnsOf(block.text),
})

function columnsOf(text: string): number {
  let columns = 0
  for (const character of text) columns += isWide.test(character) ? 2 : 1
  return columns
}

const isWide =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\u2014\u2018-\u201d\u2026\u3000-\u303f\uff00-\uff60]/u

/** The length that lines were broken to; nothing where they are of all lengths. */
function widthOf(lines: readonly Line[]): number | undefined {
  const paragraphs = lines.filter(({ block }) => block.kind === 'paragraph')
  const lengths = paragraphs.map(({ length }) => length).sort((a, b) => b - a)
  const outliers = Math.floor(lengths.length / linesForAnOutlier)
  // Of a text with talk in it few lines are full; where paragraphs are marked, that is no matter.
  const share = lines.some(({ begins }) => begins) ? 1 / 12 : 1 / 3
  return [...new Set(lengths.slice(0, outliers + 1))].find((width) => {
    const full = lengths.filter((length) => length <= width && length >= width - slack).length
    const isLikely = full >= leastLines && full >= lengths.length * share
    return isLikely && width >= widths.least && width <= widths.most
  })
}

/**
 * Whether a text shows how its paragraphs begin: of the full lines, which go on in the next, those behind a line
 * that ended by itself are marked. What verse and talk do says nothing.
 */
function showsBeginnings(lines: readonly Line[], width: number): boolean {
  const isLong = ({ length }: Line) => length >= width - slack - indent
  const openings = lines.filter((line, i) => {
    const before = lines[i - 1]
    return (
      isLong(line) &&
      before !== undefined &&
      areNeighbours(before.block, line.block) &&
      !isLong(before)
    )
  })
  const marked = openings.filter(({ begins }) => begins)
  return marked.length > 0 && marked.length >= 0.8 * openings.length
}

const areNeighbours = (one: Block, next: Block): boolean =>
  one.kind === 'paragraph' &&
  next.kind === 'paragraph' &&
  JSON.stringify(one.within) === JSON.stringify(next.within)

/** Whether what begins the next line had no room in this one: a Latin word is not divided. */
function isFull({ length, begins }: Line, next: Line, width: number): boolean {
  const word = /^[\w.,'’-]+/u.exec(next.block.text)?.[0].length ?? 0
  const least = width - Math.max(slack, word) - (begins ? indent : 0)
  return length <= width && length >= least
}

/** How the items of lists begin, and the articles of laws. */
const beginsItem =
  /^(?:[-•·●○◆◇■□▪*＊]\s?\S|[（(]?[\d０-９]{1,3}(?:[)）、]|[.．](?!\d))|[（(][一二三四五六七八九十]{1,4}[)）]|[一二三四五六七八九十]{1,4}、|[\u2460-\u2473]|第[零〇一二三四五六七八九十百千兩两\d]{1,9}[條条款項项])/u

const endsSentence = /[。！？…：”」』）]$/u

/**
 * Tells whether each line of the paragraph that one stands in ends with a mark, as those of verse and of lists do: in
 * prose that was broken, one or the other ends within its words. A first line that ends with a comma shows nothing.
 * All lines are gone through once, for a paragraph can be as long as the text.
 */
function linesOfMarks(lines: readonly Line[]): (at: number) => boolean {
  const isParagraph = (line: Line | undefined) => line?.block.kind === 'paragraph'
  const isMarked = (line: Line) => endsWithMark.test(line.block.text)
  /** For each line how many there are up to it from the paragraph's first, and behind it but for its last; none is unmarked. */
  const upTo: (number | undefined)[] = []
  for (const [i, line] of lines.entries()) {
    const before = line.begins || !isParagraph(lines[i - 1]) ? 0 : upTo[i - 1]
    upTo.push(before === undefined || !isMarked(line) ? undefined : before + 1)
  }
  const from: (number | undefined)[] = []
  for (let i = lines.length - 1; i >= 0; i--) {
    const [line, next] = [lines[i] as Line, lines[i + 1]]
    const isLast = line.begins || next?.begins || !isParagraph(next)
    const behind = isLast ? 0 : from[i + 1]
    from[i] = isLast ? 0 : behind === undefined || !isMarked(line) ? undefined : behind + 1
  }
  return (at) => {
    const [before, behind] = [upTo[at], at + 1 < lines.length ? from[at + 1] : 0]
    if (before === undefined || behind === undefined) return false
    return before + behind > 1 || endsSentence.test(lines[at]?.block.text ?? '')
  }
}

const endsWithMark = /[，。、；：！？…”」』）]$/u

/** Lines of verse: two parts or more of four to seven characters, all of them as long. */
function isVerse(line: string): boolean {
  const parts = line.split(/[，。、；：！？\s]+/u).filter((part) => part !== '')
  const [first] = parts
  return (
    first !== undefined &&
    parts.length >= 2 &&
    /^\p{Script=Han}{4,7}$/u.test(first) &&
    parts.every((part) => part.length === first.length)
  )
}

/** Whether a line ends and the next begins with a Latin word, between which a space stood. */
const areWords = (line: string, next: string): boolean =>
  /[\p{Script=Latin}\d,.;:!?)]$/u.test(line) && /^[\p{Script=Latin}\d(]/u.test(next)
