import { linesOf } from './visible'

/** Signs of Markdown, and of what Obsidian adds to it: tags, maths, block ids. */
const signs = /[\\`*_[\]<>#|~&^$@]/gu

/** `==marked==` and `%%hidden%%`, as Obsidian reads them. */
const doubled = /==|%%/gu

/** What makes a bare web address a link. */
const address = /\b(?:(https?|ftp)(?=:\/\/)|www(?=\.))/giu

/** What makes a line a list item or a rule, or what stands before it a heading. */
const opening = /^(?:[-+=]|\d{1,9}(?=[.)](?:\s|$)))/u

/** A line's words, between white space that Markdown takes off its ends. */
const edges = /^([ \t]*)((?:.*[^ \t])?)([ \t]*)$/su

const asEntities = (blank: string) =>
  blank.replaceAll(/./gu, (character) => `&#${character.charCodeAt(0)};`)

/** Words within a line as Markdown that says exactly these words and nothing else. */
export const escapeWords = (words: string): string =>
  words
    .replaceAll(signs, String.raw`\$&`)
    .replaceAll(doubled, ([sign = '']) => `\\${sign}\\${sign}`)
    .replaceAll(address, (start) => `${start}\\`)

/** A line whose words are Markdown already, made to begin and end as a line of a paragraph. */
export const asLine = (markdown: string): string =>
  markdown
    .replace(opening, (start) => (/\d/u.test(start) ? `${start}\\` : `\\${start}`))
    .replace(
      edges,
      (_, before: string, words: string, after: string) =>
        asEntities(before) + words + asEntities(after),
    )

/** One line as Markdown that says exactly this line and nothing else. */
export const escapeLine = (line: string): string => asLine(escapeWords(line))

/** The whole text between fences longer than any in it. */
export function fenced(text: string): string {
  const runs = text.match(/`+/gu) ?? []
  const longest = runs.reduce((most, run) => Math.max(most, run.length), 2)
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${text}\n${fence}`
}

/** A text as a quotation in Markdown: each of its lines a paragraph of one `>` block. */
export const quotation = (text: string): string =>
  linesOf(text)
    .map((line) => `> ${escapeLine(line)}`)
    .join('\n>\n')
