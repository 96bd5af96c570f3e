import type { Token } from 'marked'
import type { Footnote, FootnoteRef, Footnotes } from 'marked-footnote'
import { type JsonRecord, stringField } from '../text/json-record'

/**
 * The citation under a text that this app exported whole, as its front matter tells it; nothing of any other
 * file.
 */
export const citationOfExport = (values: JsonRecord): string | undefined =>
  stringField(values, 'app')?.startsWith('Piyue ') ? stringField(values, 'source') : undefined

/** A text without what its export put around it and into it. */
interface ExportedText {
  readonly tokens: Token[]
  /** How many of the reader's notes were exported with it. */
  readonly notes: number
}

/**
 * The text of a file that this app exported whole: it ends where a rule is followed by the citation, and the
 * notes on it are the footnotes called `n1`, `n2` and so on, which no footnote of a text is. Nothing where the
 * citation is not there, as in a file of passages, or in one that was worked on.
 */
export function textOfExport(tokens: readonly Token[], citation: string): ExportedText | undefined {
  const content = tokens.filter(({ type }) => type !== 'space')
  const end = content.findLastIndex(
    ({ type }, i) => type === 'hr' && wordsOf(content[i + 1]) === citation,
  )
  if (end === -1) return undefined
  const own = new Set<string>()
  // They are the first of a text's tokens, and stand behind it.
  const text = content.slice(0, end).filter((token) => !isFootnotes(token))
  const kept = (withoutNotes([...text, ...content.filter(isFootnotes)], own) as Token[]).filter(
    isSaying,
  )
  const { items = [] } = kept.find(isFootnotes) ?? {}
  const numbers = new Map(items.map(({ label }, i) => [label, String(i + 1)]))
  return { tokens: numberedAnew(kept, numbers) as Token[], notes: own.size }
}

/** The words of a paragraph that is nothing but words. */
const wordsOf = (token: Token | undefined): string | undefined =>
  token?.type === 'paragraph'
    ? (token.tokens ?? []).map((one) => ('text' in one ? String(one.text) : '')).join('')
    : undefined

const isOwn = ({ label }: { readonly label: string }): boolean => /^n\d+$/u.test(label)

/** Tokens, or what is in them, without the signs and the words of the reader's notes. @param own takes their labels */
function withoutNotes(part: unknown, own: Set<string>): unknown {
  if (Array.isArray(part)) {
    return part.flatMap((one: unknown) => {
      if (!isFootnotePart(one) || !isOwn(one)) return [withoutNotes(one, own)]
      own.add(one.label)
      return []
    })
  }
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, withoutNotes(value, own)]),
  )
}

const isFootnotePart = (token: unknown): token is Footnote | FootnoteRef =>
  typeof token === 'object' &&
  token !== null &&
  'type' in token &&
  (token.type === 'footnote' || token.type === 'footnoteRef')

const isFootnotes = (token: Token | Footnotes): token is Footnotes => token.type === 'footnotes'

/** Not where all footnotes of a text were the reader's. */
const isSaying = (token: Token): boolean => !isFootnotes(token) || token.rawItems.length > 0

/** Footnotes are numbered as they are referred to: without those of the reader's each has a lower number. */
function numberedAnew(part: unknown, numbers: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(part)) return part.map((one: unknown) => numberedAnew(one, numbers))
  if (typeof part !== 'object' || part === null) return part
  const numbered = Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, numberedAnew(value, numbers)]),
  )
  return isFootnotePart(part) && part.type === 'footnoteRef'
    ? { ...numbered, id: numbers.get(part.label) ?? part.id }
    : numbered
}
