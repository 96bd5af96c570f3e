import { Converter } from 'opencc-js'
import type { Block } from '../document/block'
import { type Description, mapDescription } from '../document/description'
import { charactersOf } from '../text/code-points'
import type { ChangedStretch } from '../text/offset-map'
import { textRange } from '../text/range'
import {
  type ChineseScript,
  type ConvertedTag,
  type WrittenScript,
  writtenIn,
} from './conversion-forms'
import { inCornerBrackets } from './quotation-marks'
import type { RenderedBlockData, RenditionData } from './rendition'
import { scriptOfWords } from './written-script'

/**
 * Makes the other forms of a document with OpenCC's tables, which are large: this may be loaded only where
 * documents are opened, never at start-up and never in the page.
 *
 * Only maps that exchange characters are used: those that exchange vocabulary would make a quotation
 * something else.
 */

type Locale = 'cn' | 't' | 'tw' | 'hk'

const localeOf = {
  'zh-Hans': 'cn',
  'zh-Hant': 't',
  'zh-Hant-TW': 'tw',
  'zh-Hant-HK': 'hk',
} as const satisfies Record<ConvertedTag, Locale>

/** Converts a paragraph's text from a document's script to a form. */
export function textConverter(from: ChineseScript, to: ConvertedTag): (text: string) => string {
  // Traditional text writes 著 for 着 as Taiwan does, or 着 as Hong Kong does; Taiwan's table knows both.
  const source = from === 'zh-Hans' ? 'cn' : to === 'zh-Hans' ? 'tw' : 't'
  const convert = converterOf(source, localeOf[to])
  if (to === 'zh-Hans' || to === 'zh-Hant') return convert
  return (text) => inCornerBrackets(convert(text))
}

const converters = new Map<string, (text: string) => string>()

/** Tables are built once for each direction: that takes tens of milliseconds. */
function converterOf(from: Locale, to: Locale): (text: string) => string {
  const key = `${from}>${to}`
  const known = converters.get(key) ?? Converter({ from, to })
  converters.set(key, known)
  return known
}

/**
 * One form of some blocks, a whole block at a time and each from the script that it is written in, with a map of
 * offsets where lengths change.
 *
 * @param from what the document is written in
 */
export const convertBlocks = (
  blocks: readonly Block[],
  from: WrittenScript,
  to: ConvertedTag,
): RenditionData['blocks'] =>
  Object.fromEntries(
    blocks.map((block) => {
      const script = writtenIn(block, from)
      const isAsWritten = block.kind === 'code' || script === null || script === to
      return [
        block.id,
        renderedAs(block.text, isAsWritten ? block.text : textConverter(script, to)(block.text)),
      ]
    }),
  )

/**
 * What a document is called and cited by in one form. Each of the words is converted from the script that it
 * shows itself: what a reader or a catalogue says of a document may be in another than its text.
 *
 * @param from what the document is written in
 */
export const convertDescription = (
  description: Description,
  from: WrittenScript,
  to: ConvertedTag,
): Description =>
  mapDescription(description, (words) => {
    const script = scriptOfWords(words) ?? (from === 'zh' ? null : from)
    return script === null || script === to ? words : textConverter(script, to)(words)
  })

/** A block's text in another form; where characters do not answer one another, the stretch that changed. */
export function renderedAs(canonical: string, text: string): RenderedBlockData {
  const before = charactersOf(canonical)
  const after = charactersOf(text)
  if (before.length === after.length) return { text }
  return { text, stretches: [changedStretch(before, after)] }
}

/** The least stretch outside which both texts are of one length: a map that is coarse and true. */
function changedStretch(before: readonly string[], after: readonly string[]): ChangedStretch {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  // Neither side may be empty: what is shown answers something, and everything is shown by something.
  const isEmpty = after.length - tail === head || before.length - tail === head
  if (isEmpty && head > 0) head--
  else if (isEmpty) tail--
  return {
    canonical: textRange(head, before.length - tail),
    rendered: textRange(head, after.length - tail),
  }
}
