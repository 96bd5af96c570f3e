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
  'hant-gbt7714',
  'hans-gbt7714',
] as const

export type CopyForm = (typeof copyForms)[number]

/** How the source is named under a copied passage. */
export type CitationStyle = 'none' | 'plain' | 'gbt7714'

/** The script that a way of copying gives. */
export const scriptOfForm = (form: CopyForm) => (form.startsWith('hans') ? 'hans' : 'hant')

/** The citation that a way of copying adds. */
export function citationOfForm(form: CopyForm): CitationStyle {
  if (form.endsWith('-plain')) return 'plain'
  return form.endsWith('-gbt7714') ? 'gbt7714' : 'none'
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
    case 'gbt7714':
      return `${text}\n${gbt7714(rendition)}`
  }
}
