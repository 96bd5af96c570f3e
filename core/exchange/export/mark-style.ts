import type { Color } from '../../annotation/style'

/**
 * How each colour looks in a file: the wash on light and on dark paper, and its line. Every colour
 * has a line of its own pattern or strength, as on the page, so that none is known by colour alone.
 */
export const markColors: Readonly<
  Record<Color, { wash: string; darkWash: string; line: string; darkLine: string; pattern: string }>
> = {
  yellow: {
    wash: '#f8e58a',
    darkWash: '#5f5212',
    line: '#94790a',
    darkLine: '#d9c25c',
    pattern: 'solid 1px',
  },
  green: {
    wash: '#b4e8bf',
    darkWash: '#234f31',
    line: '#2b7d43',
    darkLine: '#7ccb91',
    pattern: 'dashed 1px',
  },
  blue: {
    wash: '#b5dcfb',
    darkWash: '#1c4a6e',
    line: '#1f6cb0',
    darkLine: '#7db9ea',
    pattern: 'dotted 1px',
  },
  pink: {
    wash: '#fbc3d8',
    darkWash: '#6b2b46',
    line: '#b3316b',
    darkLine: '#ec8fb4',
    pattern: 'double 1px',
  },
  orange: {
    wash: '#ffc995',
    darkWash: '#6b421b',
    line: '#b25e0a',
    darkLine: '#f0ac6b',
    pattern: 'solid 3px',
  },
  purple: {
    wash: '#d9c6fa',
    darkWash: '#4a3474',
    line: '#6f3bb8',
    darkLine: '#b99aee',
    pattern: 'dashed 3px',
  },
}

/** The rules of a colour's marks on light or on dark paper. */
export function markRules(color: Color, paper: 'light' | 'dark'): string {
  const { wash, darkWash, line, darkLine, pattern } = markColors[color]
  const [background, stroke] = paper === 'light' ? [wash, line] : [darkWash, darkLine]
  return [
    `mark.${color}, .${color} p { color: inherit; background: none; text-underline-position: under right }`,
    `mark.${color}.highlight, .${color}.highlight p { background: ${background}; text-decoration: underline ${pattern} ${stroke}; print-color-adjust: exact }`,
    `mark.${color}.underline, .${color}.underline p { text-decoration: underline ${pattern.replace('1px', '2px')} ${stroke} }`,
    `mark.${color}.squiggly, .${color}.squiggly p { text-decoration: underline wavy 1.5px ${stroke} }`,
    `blockquote.${color} { border-color: ${stroke} }`,
  ].join('\n')
}
