import type { CitationStyle } from '../app/copy-form'
import type { PlacedBlock } from '../document/document'
import type { Rendition } from '../script/rendition'
import { escapeHtml } from '../text/escape-html'
import { intersection, type TextRange } from '../text/range'
import { type Citing, chineseFor, citation, locatorOf } from './citation'
import { gbt7714 } from './gbt-7714'
import { bibtex, cslJson, ris } from './reference-formats'
import { apa, chicagoNote } from './reference-styles'

/** What is copied, and what its source is to be named with. */
export type Copying = Required<Citing>

/**
 * A passage to be pasted elsewhere: its text, a line a paragraph, and on a line of its own the source.
 * Citations of the styles used in Chinese are in the script of the passage, whatever language the app
 * speaks.
 */
export function citedPassage(rendition: Rendition, copying: Copying, style: CitationStyle): string {
  const text = rendition.slice(copying.place.range)
  switch (style) {
    case 'none':
      return text
    case 'plain':
      return `${text}\n${sourceLine(rendition, copying)}`
    case 'standard':
      return `${text}\n${gbt7714(rendition, copying)}`
    case 'chicago':
      return `${text}\n${chicagoNote(rendition, copying)}`
    case 'apa': {
      const { inText, entry } = apa(rendition, copying)
      return `${text} ${inText}\n${entry}`
    }
  }
}

/** The reference alone, in a format that programs read. */
export function referenceIn(
  format: 'csl-json' | 'ris' | 'bibtex',
  rendition: Rendition,
  copying: Copying,
): string {
  switch (format) {
    case 'csl-json':
      return cslJson(rendition, copying)
    case 'ris':
      return ris(rendition, copying)
    case 'bibtex':
      return bibtex(rendition, copying)
  }
}

/** The source in words, and where in it: `——區政府：《報告》，…。一·（八）·第3段。` */
function sourceLine(rendition: Rendition, { place }: Copying): string {
  const words = chineseFor(rendition)
  const locator = locatorOf(rendition, place, words)
  return `——${citation(rendition, words)}${locator === '' ? '' : `${locator}。`}`
}

/**
 * A passage as HTML for the clipboard: no styles, but the language, which chooses the glyphs, and
 * paragraphs and headings as such. Words from inside one paragraph stay words of a line.
 */
export function passageHtml(rendition: Rendition, range: TextRange): string {
  const blocks = rendition.document.blocksIn(range)
  const [only, ...others] = blocks
  if (only === undefined || others.length === 0) {
    const lang = only === undefined ? rendition.lang : rendition.langOfBlock(only.block.id)
    return `<span lang="${lang}">${escapeHtml(rendition.slice(range))}</span>`
  }
  const inner = blocks.map((placed) => blockHtml(rendition, placed, range)).join('')
  return `<div lang="${rendition.lang}">${inner}</div>`
}

/** As {@link passageHtml}, and with it the source, as `citedPassage` words it: under it in paragraphs. */
export function citedPassageHtml(
  rendition: Rendition,
  copying: Copying,
  style: CitationStyle,
): string {
  const { range } = copying.place
  const source = citedPassage(rendition, copying, style).slice(rendition.slice(range).length)
  const [beside = '', ...under] = source.split('\n')
  const lang = style === 'chicago' || style === 'apa' ? '' : ` lang="${rendition.lang}"`
  const lines = under.map((line) => `<p${lang}>${escapeHtml(line)}</p>`)
  return `${passageHtml(rendition, range)}${escapeHtml(beside)}${lines.join('')}`
}

function blockHtml(rendition: Rendition, { block, range }: PlacedBlock, whole: TextRange): string {
  const part = intersection(range, whole)
  if (part === undefined) return ''
  const name = block.kind === 'heading' ? `h${block.level}` : 'p'
  const lang = rendition.langOfBlock(block.id)
  const said = lang === rendition.lang ? '' : ` lang="${lang}"`
  return `<${name}${said}>${escapeHtml(rendition.slice(part))}</${name}>`
}
