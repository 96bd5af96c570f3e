import { langOf } from '../../text/script-tag'
import { escapeHtml } from './html-escape'
import { noteHtml } from './html-note'
import type { ExportedNote, ExportModel } from './model'
import { visible } from './visible'

/** Text of any origin as HTML. */
export const html = (text: string): string => escapeHtml(visible(text))

/** The class names by which a style sheet knows a mark. */
export const markClasses = ({ annotation }: ExportedNote): string =>
  `${annotation.style.color} ${annotation.style.kind}`

/** A note with what was quoted, what was written, and when. */
export const entryHtml = (note: ExportedNote, model: ExportModel): string =>
  `<article id="${html(idOf(note))}">
${note.quotes.map(({ script, text }) => `<blockquote lang="${langOf[script]}" class="${markClasses(note)}">${linesHtml(text)}</blockquote>`).join('\n')}
${noteBody(note)}${factsHtml(note, model)}
</article>`

/** An id within the file; ids of annotations may hold spaces, ids of elements may not. */
export const idOf = ({ annotation }: ExportedNote): string =>
  `note-${annotation.id.replaceAll(/\s/gu, '_')}`

/** The note's own HTML in a frame that takes its direction from it, or nothing. */
export const noteBody = ({ annotation }: ExportedNote): string =>
  annotation.note.trim() === ''
    ? ''
    : `<div class="note" dir="auto">\n${noteHtml(annotation.note)}</div>\n`

/** Style, tags, time, and the way back into the app. */
export function factsHtml(
  { annotation, styleName, stamp, link }: ExportedNote,
  model: ExportModel,
) {
  const { createdAt } = annotation
  const tags = annotation.tags.map((tag) => `<span class="tag"><bdi>${html(tag)}</bdi></span>`)
  const facts = [
    `<span>${html(styleName)}</span>`,
    ...tags,
    `<time datetime="${html(createdAt)}">${html(stamp)}</time>`,
    `<a href="${html(link)}">${html(model.messages.export.openInApp)}</a>`,
  ]
  return `<p class="facts">${facts.join(' · ')}</p>`
}

const linesHtml = (text: string) =>
  visible(text)
    .split('\n')
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('')
