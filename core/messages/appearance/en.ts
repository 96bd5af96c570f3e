import type { Theme } from '../../app/settings'

/** What is said of how the text and the interface look. */
export interface AppearanceMessages {
  readonly label: string
  readonly textSize: string
  readonly larger: string
  readonly smaller: string
  readonly vertical: string
  readonly theme: string
  readonly themes: Readonly<Record<Theme, string>>
  readonly language: string
  readonly systemLanguage: string
  /** Said when the text is set anew. */
  readonly said: Readonly<Record<'vertical' | 'horizontal', string>>
}

export const appearanceEn: AppearanceMessages = {
  label: 'Appearance',
  textSize: 'Text size',
  larger: 'Larger',
  smaller: 'Smaller',
  vertical: 'Vertical text',
  theme: 'Theme',
  themes: {
    system: 'Match system',
    light: 'Light',
    dark: 'Dark',
    sepia: 'Sepia',
    contrast: 'High contrast',
  },
  language: 'Language',
  systemLanguage: 'Match system',
  said: {
    vertical: 'Set in columns, from right to left.',
    horizontal: 'Set in lines, from left to right.',
  },
}
