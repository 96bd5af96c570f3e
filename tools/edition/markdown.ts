import { lexer, type Token, type Tokens } from 'marked'
import type { Block, HeadingLevel, Paragraph } from '../../core/document/block'
import { codePointLength, codePoints } from '../../core/text/code-points'

/**
 * Reads the edited text out of its Markdown: `#`, `##` and `###` are headings, everything else is
 * one paragraph a block. A paragraph that opens with **bold** opens with a run-in heading, which
 * ends at the full stop behind the bold. (The stop stands outside the bold because Markdown does not
 * close emphasis between a full stop and a Chinese character.)
 *
 * @param roles the paragraphs that are set apart from running text, by block id
 * @throws Error on any Markdown besides these, so that no character is ever read as a sign.
 */
export function blocksFromMarkdown(
  markdown: string,
  roles: Readonly<Record<string, Paragraph['role']>> = {},
): readonly Block[] {
  const place = new Place()
  const blocks = lexer(markdown)
    .filter((token) => token.type !== 'space')
    .map((token): Block => {
      if (isHeading(token)) return heading(token, place)
      if (isParagraph(token)) return paragraph(token, place, roles)
      throw new Error(`The edition has no ${token.type}: ${token.raw.slice(0, 40)}`)
    })
  const ids = new Set(blocks.map(({ id }) => id))
  for (const id of Object.keys(roles)) {
    if (!ids.has(id)) throw new Error(`A role is given to ${id}, which is no block`)
  }
  return blocks
}

const isHeading = (token: Token): token is Tokens.Heading => token.type === 'heading'
const isParagraph = (token: Token): token is Tokens.Paragraph => token.type === 'paragraph'

function heading(token: Tokens.Heading, place: Place): Block {
  const level = headingLevel(token.depth)
  return { id: place.heading(level), kind: 'heading', level, text: plainText(token.tokens) }
}

function paragraph(
  token: Tokens.Paragraph,
  place: Place,
  roles: Readonly<Record<string, Paragraph['role']>>,
): Block {
  const id = place.paragraph()
  const [first, ...rest] = token.tokens
  const role = roles[id] ?? 'body'
  if (first?.type !== 'strong') {
    return { id, kind: 'paragraph', runIn: codePoints(0), role, text: plainText(token.tokens) }
  }
  const runIn = plainText((first as Tokens.Strong).tokens)
  const body = plainText(rest)
  if (!body.startsWith(fullStop)) throw new Error(`A run-in heading ends with 。: ${runIn}`)
  return {
    id,
    kind: 'paragraph',
    runIn: codePoints(codePointLength(runIn) + 1),
    role,
    text: runIn + body,
  }
}

const fullStop = '。'

function headingLevel(depth: number): HeadingLevel {
  if (depth === 1 || depth === 2 || depth === 3) return depth
  throw new Error(`The edition has three levels of headings, not ${depth}`)
}

function plainText(tokens: readonly Token[]): string {
  const text = tokens.map(plainToken).join('')
  if (text === '' || text !== text.trim() || text.includes('\n')) {
    throw new Error(`A block is one line without space around it: ${JSON.stringify(text)}`)
  }
  return text
}

/** `escape` is Markdown's own way to write a sign as a character. */
function plainToken(token: Token): string {
  if (token.type === 'text' || token.type === 'escape') return (token as Tokens.Text).text
  throw new Error(`The edition has no ${token.type}: ${token.raw}`)
}

/**
 * Counts the way through the structure and names blocks by it: the title is `0`, the second section
 * of the first part `1.2`, the third paragraph there `1.2.p3`; what stands before the first part is
 * numbered under the title.
 */
class Place {
  #part = 0
  #section = 0
  #paragraph = 0

  heading(level: HeadingLevel): string {
    this.#paragraph = 0
    if (level === 2) this.#part++
    this.#section = level === 3 ? this.#section + 1 : 0
    return this.#id
  }

  paragraph(): string {
    this.#paragraph++
    return `${this.#id}.p${this.#paragraph}`
  }

  get #id(): string {
    return this.#section === 0 ? `${this.#part}` : `${this.#part}.${this.#section}`
  }
}
