import type { CitationStyle } from '../app/copy-form'
import type { PlacedBlock } from '../document/document'
import { messagesIn } from '../messages/language'
import type { Rendition } from '../script/rendition'
import { escapeHtml } from '../text/escape-html'
import { intersection, type TextRange } from '../text/range'
import { mainScriptOf } from '../text/script-tag'
import { citation, gbt7714 } from './citation'

/**
 * A passage to be pasted elsewhere: its text, a line a paragraph, and on a line of its own the source.
 * The citation is in the script of the passage, whatever language the app speaks.
 */
export function citedPassage(rendition: Rendition, range: TextRange, style: CitationStyle): string {
  const text = rendition.slice(range)
  switch (style) {
    case 'none':
      return text
    case 'plain': {
      const isHans = mainScriptOf(rendition.tag) === 'hans'
      return `${text}\n——${citation(rendition, messagesIn[isHans ? 'zh-Hans' : 'zh-Hant'])}`
    }
    case 'standard':
      return `${text}\n${gbt7714(rendition)}`
  }
}

/**
 * A passage as HTML for the clipboard: no styles, but the language, which chooses the glyphs, and
 * paragraphs and headings as such. Words from inside one paragraph stay words of a line.
 */
export function passageHtml(rendition: Rendition, range: TextRange): string {
  const lang = rendition.lang
  const blocks = rendition.document.blocksIn(range)
  if (blocks.length < 2) return `<span lang="${lang}">${escapeHtml(rendition.slice(range))}</span>`
  const inner = blocks.map((placed) => blockHtml(rendition, placed, range)).join('')
  return `<div lang="${lang}">${inner}</div>`
}

/** As {@link passageHtml}, and under it the source, as `citedPassage` words it. */
export function citedPassageHtml(rendition: Rendition, range: TextRange): string {
  const [source = ''] = citedPassage(rendition, range, 'plain').split('\n').slice(-1)
  const lang = rendition.lang
  return `${passageHtml(rendition, range)}<p lang="${lang}">${escapeHtml(source)}</p>`
}

function blockHtml(rendition: Rendition, { block, range }: PlacedBlock, whole: TextRange): string {
  const part = intersection(range, whole)
  if (part === undefined) return ''
  const name = block.kind === 'heading' ? `h${block.level}` : 'p'
  return `<${name}>${escapeHtml(rendition.slice(part))}</${name}>`
}
