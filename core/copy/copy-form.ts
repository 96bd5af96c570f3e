import { citation, gbt7714 } from '../export/citation'
import { messagesIn } from '../messages/language'
import type { Rendition } from '../script/rendition'
import { mainScriptOf } from '../script/script-tag'
import type { TextRange } from '../text/range'

/** The ways of copying besides what is shown: a script, and how the source is named, if it is. */
export const copyForms = [
  'hant',
  'hans',
  'hant-plain',
  'hans-plain',
  'hant-standard',
  'hans-standard',
] as const

export type CopyForm = (typeof copyForms)[number]

/** How the source is named under a copied passage. */
export type CitationStyle = 'none' | 'plain' | 'standard'

/** The script that a way of copying gives. */
export const scriptOfForm = (form: CopyForm) => (form.startsWith('hans') ? 'hans' : 'hant')

/** The citation that a way of copying adds. */
export function citationOfForm(form: CopyForm): CitationStyle {
  if (form.endsWith('-plain')) return 'plain'
  return form.endsWith('-standard') ? 'standard' : 'none'
}

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
