import type { RendererObject } from 'marked'
import { noteHeadingLevel } from './note-headings'

/**
 * What a note's Markdown makes alike on the page and in files: a task shows whether it is done without
 * anything that could be ticked, and a heading stands below those of what the note is shown in.
 */
export const noteElements = {
  checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
  heading({ tokens, depth }) {
    const level = noteHeadingLevel(depth)
    return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`
  },
} satisfies RendererObject
