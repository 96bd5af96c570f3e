import type { ColumnWidths, Theme } from '../../app/settings'
import type { Typeface, TypographicScale } from '../../app/typography'

/** What is said of how the text and the interface look. */
export interface AppearanceMessages {
  readonly label: string
  readonly textSize: string
  readonly larger: string
  readonly smaller: string
  readonly vertical: string
  readonly typeface: string
  readonly typefaces: Readonly<Record<Typeface, string>>
  readonly scales: Readonly<Record<TypographicScale, string>>
  readonly indent: string
  /** An indent of so many characters. */
  readonly indentOf: (characters: number) => string
  readonly justified: string
  /** Brings the typography back to what it was at first. */
  readonly asDesigned: string
  readonly patterns: string
  readonly theme: string
  readonly themes: Readonly<Record<Theme, string>>
  readonly language: string
  readonly systemLanguage: string
  /** Said when the text is set anew. */
  readonly said: Readonly<Record<'vertical' | 'horizontal' | 'focus' | 'focusLeft', string>>
  readonly leaveFocus: string
  /** Marks what differs between two forms side by side. */
  readonly differences: string
  /** What the edges of the columns are called, by which they are made wider. */
  readonly columnWidth: Readonly<Record<keyof ColumnWidths, string>>
}

export const appearanceEn: AppearanceMessages = {
  label: 'Appearance',
  textSize: 'Text size',
  larger: 'Larger',
  smaller: 'Smaller',
  vertical: 'Vertical text',
  typeface: 'Typeface',
  typefaces: {
    ming: 'Ming (serif)',
    hei: 'Hei (sans serif)',
    kai: 'Kai',
    fangsong: 'Fangsong (of the system)',
    system: 'The system’s',
  },
  scales: {
    lineHeight: 'Line height',
    measure: 'Characters in a line',
    paragraphSpacing: 'Between paragraphs',
    columnGap: 'Between columns',
  },
  indent: 'First line',
  indentOf: (characters) => ['Not indented', 'By 1 character', 'By 2 characters'][characters] ?? '',
  justified: 'Lines of one length',
  asDesigned: 'As designed',
  patterns: 'Patterns under highlights',
  theme: 'Theme',
  themes: {
    system: 'Match system',
    paper: 'Paper',
    white: 'White',
    sepia: 'Sepia',
    green: 'Green',
    dark: 'Dark',
    black: 'Black',
    contrast: 'High contrast',
  },
  language: 'Language',
  systemLanguage: 'Match system',
  said: {
    vertical: 'Set in columns, from right to left.',
    horizontal: 'Set in lines, from left to right.',
    focus: 'Focus mode: the text alone. Escape leaves it.',
    focusLeft: 'Left focus mode.',
  },
  leaveFocus: 'Leave focus mode',
  columnWidth: { contents: 'Width of the contents', notes: 'Width of the notes' },
  differences: 'Mark differing characters',
}
