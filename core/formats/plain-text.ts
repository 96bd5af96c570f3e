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
  const lines = text
    .replace(/^\ufeff/u, '')
    .split(/\r\n?|\n|\u2028|\u2029|\u0085/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const builder = new BlockBuilder()
  const title = isTitle(lines) ? (lines[0] ?? null) : null
  for (const [i, line] of lines.entries()) {
    const level = i === 0 && title !== null ? 1 : headingLevelOf(line)
    const shape =
      level === undefined ? { kind: 'paragraph' as const } : { kind: 'heading' as const, level }
    builder.block(shape, () => builder.addLine(line))
  }
  return {
    facts: knownFacts({
      title: title === null ? undefined : inText(title),
      author: authorIn(lines),
    }),
    blocks: builder.blocks,
    resources: new Map(),
    leftOut: new Map(),
    isVertical: false,
  }
}

const inText = (value: string): Fact => ({ value, from: { kind: 'text' } })

/** Who the text says has written it, in one of its first lines: 作者：某人. */
function authorIn(lines: readonly string[]): Fact | undefined {
  const found = lines
    .slice(0, 5)
    .map((line) => /^(?:作\s*者|著者|撰者|author)\s*[：:]\s*(.{1,40})$/iu.exec(line)?.[1])
    .find((name) => name !== undefined)
  return found === undefined ? undefined : inText(found.trim())
}

/** Whether the first line names the text: short, not a sentence, and something follows. */
const isTitle = ([first, second]: readonly string[]): boolean =>
  first !== undefined && second !== undefined && isShort(first) && !endsSentence.test(first)

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
