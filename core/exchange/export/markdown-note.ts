import { lexer, type Token, type Tokens } from 'marked'
import { noteHeadingLevel } from '../../annotation/note-headings'
import { laidOut } from '../../annotation/note-layout'

/** Stands for whatever follows a note in the file. */
const next = 'next'

/**
 * A note as it can stand in a Markdown file among others: as the reader wrote it, but its headings stand
 * below those of the file, and a fence or a comment that was never closed must not swallow what follows.
 */
export function selfContained(note: string): string {
  const text = withLowerHeadings(note.trim().replaceAll(/\r\n?/gu, '\n'))
  if (text === '' || endsWithin(text)) return text
  const closed = `${text}\n${openFence(text)}`
  return endsWithin(closed) ? closed : asCode(text)
}

/** The text with its headings, but for those within lists and quotations, written at a lower level. */
function withLowerHeadings(text: string): string {
  const tokens = tokensOf(text) ?? []
  const isWhole = tokens.map(({ raw }) => raw).join('') === text
  return isWhole ? tokens.map(lowered).join('') : text
}

function lowered(token: Token): string {
  if (token.type !== 'heading') return token.raw
  const { depth, text, raw } = token as Tokens.Heading
  // A heading underlined may run over several lines, one with signs before it may not.
  const words = text.replaceAll('\n', ' ')
  const signs = '#'.repeat(noteHeadingLevel(depth))
  // Words that end in the sign would lose it, were the heading not closed.
  const closing = words.endsWith('#') ? ` ${signs}` : ''
  return `${signs} ${words}${closing}${raw.slice(raw.trimEnd().length)}`
}

/** Whether a paragraph behind the text is read as one, and not as part of the text. */
function endsWithin(text: string): boolean {
  const last = tokensOf(`${text}\n\n${next}`)?.at(-1)
  return last?.type === 'paragraph' && last.raw.trim() === next
}

function openFence(text: string): string {
  const last = tokensOf(text)?.at(-1)
  return last?.type === 'code' ? (/^(?:`{3,}|~{3,})/u.exec(last.raw.trimStart())?.[0] ?? '') : ''
}

/** The whole text between fences longer than any in it. */
function asCode(text: string): string {
  const runs = text.match(/`+/gu) ?? []
  const longest = runs.reduce((most, run) => Math.max(most, run.length), 2)
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${text}\n${fence}`
}

/** Nothing where the text is too long or too deep to be read as Markdown. */
const tokensOf = (text: string): readonly Token[] | undefined =>
  laidOut<readonly Token[] | undefined>(
    text,
    (note) => lexer(note),
    () => undefined,
  )
