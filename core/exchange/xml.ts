import type { LocalizedText } from '../apparatus/localized-text'

/** A piece of XML that is whole by itself. */
export interface Markup {
  readonly markup: string
}

export type Attributes = Readonly<Record<string, string>>

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
  '\r': '&#13;',
}

/** Control characters that XML 1.0 cannot hold, not even as a reference. */
const isUnsayable = (character: string) => character < ' ' && escapes[character] === undefined

/** Text, so written that a parser gives it back as it was; line breaks too. */
export const written = (text: string): Markup => ({
  markup: text
    .replaceAll(/[\p{Cc}\ufffe\uffff]/gu, (each) =>
      isUnsayable(each) || each > '\ufffd' ? '\ufffd' : each,
    )
    .replaceAll(/[&<>\n\t\r]/gu, (character) => escapes[character] ?? character),
})

/** Text that has nothing to be escaped. */
export const raw = (text: string): Markup => ({ markup: text })

const attribute = ([name, value]: [string, string]) =>
  ` ${name}="${value.replaceAll(/[&<>"\n\t\r]/gu, (character) => escapes[character] ?? character)}"`

/** Elements that begin a line: in the others white space would be text. */
const onLines = new Set(['teiHeader', 'text', 'front', 'body', 'back', 'div', 'head', 'p', 'note'])

export function element(name: string, attributes: Attributes, children: readonly Markup[]): Markup {
  const start = `${name}${Object.entries(attributes).map(attribute).join('')}`
  const inside = children.map(({ markup }) => markup).join('')
  const markup = inside === '' ? `<${start}/>` : `<${start}>${inside}</${name}>`
  return { markup: onLines.has(name) ? `\n${markup}` : markup }
}

/** What is said in three languages, a paragraph each. */
export const paragraphs = (text: LocalizedText): readonly Markup[] =>
  (['zh-Hant', 'zh-Hans', 'en'] as const).map((language) =>
    element('p', { 'xml:lang': language }, [written(text[language])]),
  )
