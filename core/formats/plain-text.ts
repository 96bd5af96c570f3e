import type { HeadingLevel } from '../document/block'
import { codePointLength } from '../text/code-points'
import { BlockBuilder } from './block-builder'
import { type Fact, knownFacts } from './facts'
import type { ReadDocument } from './read-document'

/** A line longer than this many code points is no heading, whatever it begins with. */
const longestHeading = 40

/**
 * Reads plain text as a document: a line is a paragraph, and lines that are numbered as the headings of
 * Chinese books and documents are become headings. White space around a line, with which such texts
 * indent, is layout and not text.
 */
export function readPlainText(text: string): ReadDocument {
  const typed = text.replace(/^\ufeff/u, '').split(/\r\n?|\n|\u2028|\u2029|\u0085/u)
  const beginnings = beginningsIn(typed)
  const filled = typed.flatMap((line, i) => {
    const words = line.trim()
    return words === '' ? [] : [{ words, begins: beginnings.has(i), indent: indentOf(line) }]
  })
  const lines = filled.map(({ words }) => words)
  const builder = new BlockBuilder()
  const title = isTitle(filled) ? (lines[0] ?? null) : null
  for (const [i, { words, begins }] of filled.entries()) {
    const level = i === 0 && title !== null ? 1 : headingLevelOf(words)
    const shape =
      level === undefined
        ? { kind: 'paragraph' as const, begins }
        : { kind: 'heading' as const, level }
    builder.block(shape, () => builder.addLine(words))
  }
  return {
    facts: knownFacts({
      title: title === null ? labelledIn(lines, titleLabel) : inText(title),
      author: labelledIn(lines, authorLabel),
    }),
    blocks: builder.blocks,
    resources: new Map(),
    leftOut: new Map(),
    isVertical: false,
  }
}

/** So much further in, in columns, a line must begin for that to be an indent. */
const leastIndent = 2

/**
 * The lines that show that a paragraph begins with them: indented further than others, or behind an empty line.
 * Where nearly every line stands behind an empty one, that shows nothing.
 */
function beginningsIn(lines: readonly string[]): ReadonlySet<number> {
  const filled = lines.flatMap((line, i) => (line.trim() === '' ? [] : [i]))
  const indents = filled.map((i) => indentOf(lines[i] ?? ''))
  const base = indents.reduce((least, indent) => Math.min(least, indent), Number.POSITIVE_INFINITY)
  const behindEmpty = filled.filter((i) => i > 0 && lines[i - 1]?.trim() === '')
  const isSpaced = behindEmpty.length > 0.8 * filled.length
  return new Set([
    ...filled.filter((_, at) => (indents[at] ?? 0) >= base + leastIndent),
    ...(isSpaced ? [] : behindEmpty),
  ])
}

/** How far in a line begins, in columns: a Chinese character fills two. */
function indentOf(line: string): number {
  let columns = 0
  for (const space of /^\s*/u.exec(line)?.[0] ?? '') {
    columns += space === '\u3000' ? 2 : space === '\t' ? 4 : 1
  }
  return columns
}

const inText = (value: string): Fact => ({ value, from: { kind: 'text' } })

const authorLabel = /^(?:作\s*者|著者|撰者|author)\s*[：:]/iu
const titleLabel = /^(?:[题題]\s*目|[标標]\s*[题題]|[书書]\s*名|title)\s*[：:]/iu

/** More code points behind a label are a sentence and no name. */
const longestLabelled = 40

/** What the text says of itself behind a label, in one of its first lines: 作者：某人. */
function labelledIn(lines: readonly string[], label: RegExp): Fact | undefined {
  const found = lines
    .slice(0, 5)
    .filter((line) => label.test(line))
    .map((line) => line.replace(label, '').trim())
    .find((value) => value !== '' && codePointLength(value) <= longestLabelled)
  return found === undefined ? undefined : inText(found)
}

/** A line that is not empty. */
interface FilledLine {
  readonly words: string
  readonly begins: boolean
  /** In columns. */
  readonly indent: number
}

/** In columns; a tab is as many. */
const paragraphIndent = 4

/** Whether the first line names the text: short, not a sentence, and something follows that it does not run on in. */
function isTitle([first, second]: readonly FilledLine[]): boolean {
  if (first === undefined || second === undefined) return false
  const length = codePointLength(first.words)
  const isAsLong = Math.abs(length - codePointLength(second.words)) <= 3
  const runsOn = length >= 15 && isAsLong && !second.begins
  // A paragraph's first line is further in by two characters, and as full as the next; a title is neither.
  const further = first.indent - second.indent
  const isFull = further + 2 * length >= 2 * codePointLength(second.words)
  const isWrapped = !second.begins && further > 0 && further <= paragraphIndent && isFull
  const isRow = first.words.includes('\t')
  const isOther = isRow || [authorLabel, titleLabel].some((label) => label.test(first.words))
  return (
    isShort(first.words) && !endsSentence.test(first.words) && !runsOn && !isWrapped && !isOther
  )
}

const endsSentence = /[。！？；：，、…,.;:!?]$/u

const isShort = (line: string): boolean => codePointLength(line) <= longestHeading

/** How headings of Chinese texts begin, with their level; the first that fits counts. */
const headings: readonly (readonly [RegExp, HeadingLevel])[] = [
  [/^第[零〇一二三四五六七八九十百千兩两0-9０-９]{1,9}[部編编卷篇章回]/u, 2],
  [/^第[零〇一二三四五六七八九十百千兩两0-9０-９]{1,9}[節节]/u, 3],
  [/^[一二三四五六七八九十]{1,4}、/u, 2],
  [/^[（(][一二三四五六七八九十]{1,4}[）)]/u, 3],
  [/^(?:序|序言|前言|引言|目錄|目录|後記|后记|跋|附錄|附录|結語|结语)$/u, 2],
]

function headingLevelOf(line: string): HeadingLevel | undefined {
  if (!isShort(line) || endsSentence.test(line)) return undefined
  return headings.find(([begin]) => begin.test(line))?.[1]
}
