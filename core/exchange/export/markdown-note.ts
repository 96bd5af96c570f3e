import { lexer } from 'marked'
import type { Code, Heading, Link, Nodes, Parents } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { laidOut, noteHeadingLevel } from '../../annotation/note-markdown'
import { escapeLine, fenced } from './markdown-text'

/**
 * A note as it can stand in a Markdown file among others: it reads as it does alone, and changes
 * nothing in how the others read. Its headings stand below those of the file; HTML, which the app shows
 * as it was typed, is text; definitions of links and footnotes have labels of the note's own; a fence
 * that was left open is closed. Where that cannot be done, the whole note is given as code.
 *
 * @param number of the note in the file, from 1
 */
export function selfContained(note: string, number: number): string {
  const text = note.trim().replaceAll(/\r\n?/gu, '\n')
  if (text === '') return ''
  if ((text.match(/[*_~]/gu)?.length ?? 0) > mostEmphasis) return fenced(text)
  const made = laidOut<string | undefined>(
    text,
    (typed) => rewritten(typed, number),
    () => undefined,
  )
  return made !== undefined && endsWithin(made) ? made : fenced(text)
}

/** Signs of emphasis in a note: to pair more of them takes a time that grows with their square. */
const mostEmphasis = 1_500

/** A change to the text: UTF-16 units [start, end) are replaced. */
interface Edit {
  readonly start: number
  readonly end: number
  readonly by: string
}

/** Nothing where something is left open that cannot be closed behind the text. */
function rewritten(text: string, number: number): string | undefined {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const nodes = [...withParents(tree)]
  const fences = nodes.filter(({ node }) => node.type === 'code' && isOpen(node, text))
  if (fences.some(({ parent }) => parent.type !== 'root')) return undefined
  const labels = labelsOf(nodes, number)
  const hidesMore = countOf('$$', nodes, text) % 2 === 1
  const edits = nodes.flatMap(({ node, parent }) => editsOf(node, parent, text, labels, hidesMore))
  const [fence] = fences
  const close = fence ? `\n${/[`~]{3,}/u.exec(slice(fence.node, text))?.[0] ?? ''}` : ''
  return applied(text, edits) + close
}

interface Placed {
  readonly node: Nodes
  readonly parent: Parents
}

function* withParents(parent: Parents): Generator<Placed> {
  for (const node of parent.children) {
    yield { node, parent }
    if ('children' in node) yield* withParents(node)
  }
}

const startOf = (node: Nodes) => node.position?.start.offset ?? 0
const endOf = (node: Nodes) => node.position?.end.offset ?? 0
const slice = (node: Nodes, text: string) => text.slice(startOf(node), endOf(node))

/** Whether a block between fences has none at its end. */
function isOpen(node: Code, text: string): boolean {
  const raw = slice(node, text)
  const fence = /^(?:`{3,}|~{3,})/u.exec(raw)?.[0]
  if (fence === undefined) return false
  const last = /^[\s>]*((?:`|~)+)\s*$/u.exec(raw.slice(raw.lastIndexOf('\n') + 1))?.[1] ?? ''
  return !raw.includes('\n') || !last.startsWith(fence)
}

/** The label of the note's own for each that is defined in it. */
function labelsOf(nodes: readonly Placed[], number: number): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  for (const { node } of nodes) {
    if (node.type !== 'definition' && node.type !== 'footnoteDefinition') continue
    if (!labels.has(node.identifier)) labels.set(node.identifier, `n${number}-${labels.size + 1}`)
  }
  return labels
}

const countOf = (sign: string, nodes: readonly Placed[], text: string): number =>
  nodes
    .filter(({ node, parent }) => isProse(node, parent))
    .reduce((count, { node }) => count + slice(node, text).split(sign).length - 1, 0)

/** Words that can be edited: not those of a bare address, which is made of them. */
const isProse = (node: Nodes, parent: Parents) =>
  node.type === 'text' && !(parent.type === 'link' && isBare(parent))

/** Whether a link is an address in the running text, without any sign of Markdown. */
function isBare(link: Link): boolean {
  const [words] = link.children
  return words !== undefined && startOf(words) === startOf(link)
}

function editsOf(
  node: Nodes,
  parent: Parents,
  text: string,
  labels: ReadonlyMap<string, string>,
  hidesMore: boolean,
): readonly Edit[] {
  const [start, end, raw] = [startOf(node), endOf(node), slice(node, text)]
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- all other nodes stay as they are
  switch (node.type) {
    case 'heading':
      return parent.type === 'root' ? lowered(node, text) : []
    case 'html':
      return [{ start, end, by: asText(raw, (node.position?.start.column ?? 1) - 1) }]
    case 'link':
      return isBare(node) && ownLabel.test(raw) ? [{ start, end, by: asLink(node, raw) }] : []
    case 'text':
      return isProse(node, parent) ? harmless(raw, hidesMore, start) : []
    case 'definition':
    case 'footnoteDefinition':
    case 'footnoteReference': {
      const open = node.type === 'definition' ? 1 : 2
      const label = labels.get(node.identifier)
      const close = /^(?:[^\\\]]|\\.)*/su.exec(raw.slice(open))?.[0].length ?? 0
      if (label === undefined) return []
      return [{ start: start + open, end: start + open + close, by: label }]
    }
    case 'linkReference':
    case 'imageReference': {
      const label = `[${labels.get(node.identifier) ?? ''}]`
      if (node.referenceType === 'shortcut') return [{ start: end, end, by: label }]
      return [{ start: start + lastOpening(raw), end, by: label }]
    }
    default:
      return []
  }
}

/** The heading at its level below those of the file. A heading underlined comes to stand on one line. */
function lowered(node: Heading, text: string): readonly Edit[] {
  const [start, end] = [startOf(node), endOf(node)]
  const signs = '#'.repeat(noteHeadingLevel(node.depth))
  const own = /^#{1,6}(?=\s|$)/u.exec(text.slice(start, end))?.[0]
  const [first, last] = [node.children[0], node.children.at(-1)]
  if (own !== undefined) {
    // Signs that close it would be of the former level.
    const closing = last ? [{ start: endOf(last), end, by: '' }] : []
    return [{ start, end: start + own.length, by: signs }, ...closing]
  }
  if (first === undefined || last === undefined) return []
  const [from, to] = [startOf(first), endOf(last)]
  const breaks = breaksIn(text, from, to)
  // Words that end in the sign would lose it, were the heading not closed.
  const closing = text.slice(from, to).endsWith('#') ? ` ${signs}` : ''
  return [{ start, end: start, by: `${signs} ` }, ...breaks, { start: to, end, by: closing }]
}

/** The line breaks of a stretch, each with what makes it a hard one, as spaces between words. */
function breaksIn(text: string, from: number, to: number): readonly Edit[] {
  const breaks: Edit[] = []
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) {
    let [start, end] = [at, at + 1]
    while (start > from && text[start - 1] === ' ') start--
    if (start === at && text[start - 1] === '\\') start--
    while (text[end] === ' ' || text[end] === '\t') end++
    breaks.push({ start, end, by: ' ' })
  }
  return breaks
}

/** Where the last label of a reference opens. */
function lastOpening(raw: string): number {
  let at = raw.lastIndexOf('[')
  while (at > 0 && isEscaped(raw, at)) at = raw.lastIndexOf('[', at - 1)
  return Math.max(at, 0)
}

/** Whether an odd number of backslashes stands before a character. */
function isEscaped(text: string, index: number): boolean {
  let count = 0
  while (text[index - 1 - count] === '\\') count++
  return count % 2 === 1
}

/** HTML as the text that it is. What stands before its lines belongs to the list or quotation around it. */
function asText(html: string, column: number): string {
  const [first = '', ...others] = html.split('\n')
  const lines = others.map((line) => {
    const before = /^[\s>]*/u.exec(line)?.[0].slice(0, column) ?? ''
    return before + escapeLine(line.slice(before.length))
  })
  return [escapeLine(first), ...lines].join('\n')
}

/** What looks like a label of ours in an address, which ends before the last bracket. */
const ownLabel = /\[\^?n\d{1,9}-\d{1,9}(?:\]|$)/u

/** A bare address as a link with signs: to who knows no bare ones, what looks like a label in it would be one. */
const asLink = ({ url }: Link, raw: string): string =>
  `[${escapeLine(raw)}](<${url.replaceAll(/[<>\\]/gu, (sign) => `\\${sign}`)}>)`

/**
 * Signs in running text that some reader of Markdown takes for the opening of what hides the rest of
 * the file: a tag or a comment of HTML, a comment or an unpaired formula of Obsidian's; and what looks
 * like a label of ours, or is a definition of a link to those who know no footnotes.
 */
function harmless(raw: string, hidesMore: boolean, offset: number): readonly Edit[] {
  return [...raw.matchAll(/<|%%|\$\$|\[/gu)]
    .filter(({ 0: sign, index }) => {
      if (isEscaped(raw, index)) return false
      const next = raw.slice(index + sign.length, index + sign.length + 24)
      if (sign === '<') return /^[a-z/!?]/iu.test(next)
      if (sign === '[') return /^\^?n\d{1,9}-\d{1,9}\]/u.test(next) || isDefinition(raw, index)
      return sign === '%%' || hidesMore
    })
    .map(({ 0: sign, index }) => ({
      start: offset + index,
      end: offset + index + sign.length,
      by: [...sign].map((character) => `\\${character}`).join(''),
    }))
}

/** Whether a line begins here as the definition of a link does. */
function isDefinition(raw: string, index: number): boolean {
  const before = raw.slice(raw.lastIndexOf('\n', index) + 1, index)
  const isFirst = /^[\s>]*$/u.test(before)
  return isFirst && /^(?:[^\\\]]|\\.)*\]:/su.test(raw.slice(index + 1, index + longestLabel + 3))
}

/** Of a link's definition, in characters, as CommonMark has it. */
const longestLabel = 999

/** An edit within another's place is left out: the outer one says it all. */
function applied(text: string, edits: readonly Edit[]): string {
  let made = ''
  let at = 0
  for (const { start, end, by } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < at) continue
    made += text.slice(at, start) + by
    at = end
  }
  return made + text.slice(at)
}

/** Stands for whatever follows a note in the file. */
const next = 'next'

/** Whether a paragraph behind the text is read as one, and not as part of the text. */
function endsWithin(text: string): boolean {
  const last = laidOut(
    `${text}\n\n${next}`,
    (file) => lexer(file).at(-1),
    () => undefined,
  )
  return last?.type === 'paragraph' && last.raw.trim() === next
}
