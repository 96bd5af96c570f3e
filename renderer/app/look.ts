import { effect } from '@preact/signals'
import { defaultSettings } from '../../core/app/settings'
import type { Preferences } from '../state/preferences'

/**
 * Keeps the page in the language, the theme and the typography that the reader chose. To be called before
 * the first paint, which nobody shall see in another look. Gives what stops it.
 *
 * @param root the element whose style all others inherit
 */
export function keepLook(root: HTMLElement, { language, settings }: Preferences): () => void {
  // By itself: to set a language, though the same, has the styles of the whole page worked out anew.
  const stopLanguage = effect(() => {
    root.lang = language.value
  })
  const stopLook = effect(() => {
    const { theme, textSize, typography, patterns, columnWidths } = settings.value
    root.dataset['theme'] = theme
    root.dataset['typeface'] = typography.typeface
    root.dataset['patterns'] = String(patterns)
    const { lineHeight, measure, paragraphSpacing, indent, justified, columnGap } = typography
    const properties = {
      '--text-size': `${textSize}px`,
      // The letters of the columns grow with those of the text, at half the rate.
      '--column-scale': `${(1 + textSize / defaultSettings.textSize) / 2}`,
      '--line-height': `${lineHeight}`,
      '--measure': `${measure}`,
      '--paragraph-spacing': `${paragraphSpacing}em`,
      '--indent': `${indent}em`,
      '--alignment': justified ? 'justify' : 'start',
      '--column-gap': `${columnGap}em`,
      '--contents-width': `${columnWidths.contents}px`,
      '--notes-width': `${columnWidths.notes}px`,
    }
    for (const [name, value] of Object.entries(properties)) root.style.setProperty(name, value)
  })
  return () => {
    stopLanguage()
    stopLook()
  }
}
