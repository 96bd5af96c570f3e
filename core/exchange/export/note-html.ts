import { Marked, type RendererObject } from 'marked'
import { hasNote } from '../../annotation/annotation'
import { laidOut, noteElements } from '../../annotation/note-markdown'
import { englishMarks } from '../../script/quotation-marks'
import type { RenderedSlice } from '../../script/rendition'
import { charactersOf } from '../../text/code-points'
import { escapeHtml } from '../../text/escape-html'
import type { ExportedDocument, ExportedNote, ExportedQuote, ExportModel } from './model'
import { visible } from './visible'

/** The language of a document's text, as BCP 47. */
export const langOf = ({ open, scripts }: ExportedDocument): string =>
  open.renditionOf(scripts[0]).lang

/** Text of any origin as HTML. */
export const html = (text: string): string => escapeHtml(visible(text))

/** The class names by which a style sheet knows a mark. */
export const markClasses = ({ annotation }: ExportedNote): string =>
  `${annotation.style.color} ${annotation.style.kind}`

/** A note with what was quoted, what was written, and when. */
export const entryHtml = (note: ExportedNote, model: ExportModel): string =>
  `<article id="${html(idOf(note))}">
${note.quotes.map((quote) => quoteHtml(quote, markClasses(note))).join('\n')}
${noteBody(note)}${factsHtml(note, model)}
</article>`

const quoteHtml = ({ lang, slices }: ExportedQuote, look: string): string =>
  `<blockquote lang="${lang}" class="${look}">${slices.map((slice) => linesHtml(slice, lang)).join('')}</blockquote>`

/** The attribute that says what something is written in, where that is not what it stands in. */
export const langAttribute = (lang: string, around: string): string =>
  lang === around ? '' : ` lang="${lang}"`

/** An id within the file; ids of annotations may hold spaces, ids of elements may not. */
const idOf = ({ key }: ExportedNote): string => `note-${key.replaceAll(/\s/gu, '_')}`

/** The note's own HTML in a frame that takes its direction from it, or nothing. */
const noteBody = ({ annotation }: ExportedNote): string =>
  hasNote(annotation) ? `<div class="note" dir="auto">\n${noteHtml(annotation.note)}</div>\n` : ''

/** The notes that have a number, as items of a list to which the signs in the text lead. */
export const listedNotes = (
  notes: readonly ExportedNote[],
  numbers: ReadonlyMap<ExportedNote, number>,
  model: ExportModel,
): readonly string[] =>
  notes.flatMap((note) => {
    const number = numbers.get(note)
    if (number === undefined) return []
    return `<li id="n${number}" value="${number}">${noteBody(note)}${factsHtml(note, model)}</li>`
  })

/** Style, tags, time, and the way back into the app. */
function factsHtml(
  { annotation, styleName, stamp, link }: ExportedNote,
  { extras, messages }: ExportModel,
) {
  const { createdAt } = annotation
  const tags = annotation.tags.map((tag) => `<span class="tag"><bdi>${html(tag)}</bdi></span>`)
  const facts = [
    `<span>${html(styleName)}</span>`,
    ...tags,
    ...(extras.has('dates') ? [`<time datetime="${html(createdAt)}">${html(stamp)}</time>`] : []),
    ...(extras.has('links')
      ? [`<a href="${html(link)}">${html(messages.export.openInApp)}</a>`]
      : []),
  ]
  return `<p class="facts">${facts.join(' · ')}</p>`
}

const linesHtml = ({ lang, text }: RenderedSlice, around: string) =>
  visible(text)
    .split('\n')
    .map((line) => `<p${langAttribute(lang, around)}>${lineHtml(line, lang)}</p>`)
    .join('')

/** A line of a quote, its English quotation marks told apart. */
function lineHtml(line: string, lang: string): string {
  const marks = lang.startsWith('zh') ? englishMarks(line) : []
  if (marks.length === 0) return escapeHtml(line)
  const characters = charactersOf(line)
  let from = 0
  const parts = marks.map(({ start, end }) => {
    const before = characters.slice(from, start).join('')
    from = end
    return `${escapeHtml(before)}<span class="english-mark">${characters[start]}</span>`
  })
  return parts.join('') + escapeHtml(characters.slice(from).join(''))
}

/** How a Chinese text shows its English quotation marks; as on the screen, in renderer/styles/typefaces.css. */
export const englishMarkRules = `
@font-face { font-family: "English Marks"; src: local("Georgia"), local("Times New Roman"), local("Liberation Serif"), local("DejaVu Serif"); unicode-range: U+2018-2019, U+201C-201D }
.english-mark:lang(zh) { font-family: "English Marks", var(--faces); font-feature-settings: "palt"; text-orientation: sideways }
:is(code, pre) .english-mark { font: inherit }`

/** Addresses that a link in a note may lead to. */
export const leadsOutside = /^(?:https?:\/\/|mailto:)/iu

/** `&amp;` and its like were meant as the character; numbers could name any, also one that harms. */
const keepingNames = (text: string) =>
  escapeHtml(text).replaceAll(/&amp;(?=[a-z][a-z0-9]{1,30};)/giu, '&')

/**
 * Makes HTML of a note's Markdown. HTML in the note is shown as it was typed; links lead to the web
 * or to mail, or are text; nothing is loaded. Every method that would write out text is given, since
 * marked leaves text unescaped where it takes itself to be within an HTML element.
 */
const renderer: RendererObject = {
  ...noteElements,
  text(token) {
    return 'tokens' in token && token.tokens
      ? this.parser.parseInline(token.tokens)
      : keepingNames(token.text)
  },
  html: ({ raw }) => escapeHtml(raw),
  code: ({ text }) => `<pre><code>${escapeHtml(text)}</code></pre>\n`,
  codespan: ({ text }) => `<code>${escapeHtml(text)}</code>`,
  image: ({ raw }) => escapeHtml(raw),
  link({ href, raw, tokens }) {
    if (!leadsOutside.test(href)) return escapeHtml(raw)
    const words = this.parser.parseInline(tokens)
    return `<a href="${escapeHtml(href)}" rel="noreferrer noopener">${words}</a>`
  },
}

const markdown = new Marked({ gfm: true, breaks: true, renderer })

/** A note as HTML that runs, loads, styles and submits nothing, whatever the note holds. */
export const noteHtml = (note: string): string =>
  laidOut(
    visible(note),
    (text) => markdown.parse(text, { async: false }),
    (text) => `<pre>${escapeHtml(text)}</pre>\n`,
  )
