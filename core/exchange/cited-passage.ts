import { messagesIn } from '../messages/language'
import type { Rendition } from '../script/rendition'
import type { TextRange } from '../text/range'
import { mainScriptOf } from '../text/script-tag'
import { citation, gbt7714 } from './citation'
import type { CitationStyle } from './copy-form'

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
