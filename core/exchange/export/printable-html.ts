import { colors } from '../../annotation/style'
import type { PrintLayout } from '../../app/print-request'
import { hasText } from '../../publication/without-text'
import { markRules } from './mark-style'
import { MarkedText } from './marked-text'
import {
  type ExportedDocument,
  type ExportedNote,
  type ExportModel,
  notesOn,
  onlyDocument,
  signedNotes,
} from './model'
import { englishMarkRules, entryHtml, html, langOf, listedNotes } from './note-html'
import { signsBy, TextHtml } from './text-html'
import { textRules } from './text-style'

/**
 * The whole document as a page to print: its text in the leading form, with the marks and notes asked
 * for; numbers stand where there is a note. Several documents follow one another, each from a new page.
 *
 * @param fontFaces the style sheet that brings the fonts
 */
export function printableHtml(
  model: ExportModel,
  fontFaces: string,
  layout: PrintLayout = usual,
): string {
  const only = onlyDocument(model)
  const numbers: NoteNumbers = layout.notes === 'none' ? new Map() : signedNotes(model)
  const documents = model.documents.map((document, i) => {
    const printed = printedDocument(document, model, numbers, layout)
    return only === undefined ? `<div id="${pageName(i)}">\n${printed}\n</div>` : printed
  })
  return `<!doctype html>
<html lang="${model.messages.export.lang}"${layout.vertical ? ' class="vertical"' : ''}>
<head>
<meta charset="utf-8">
<title>${html(model.title)}</title>
<style>${fontFaces}
${pageRules(layout.vertical)}
${only === undefined ? model.documents.map(namedPageRules).join('\n') : `@page { ${runningHead(model.title)} }`}
@page :first { @top-center { content: none } }
${printableStyle}</style>
</head>
<body>
${documents.join('\n')}
</body>
</html>
`
}

type NoteNumbers = ReadonlyMap<ExportedNote, number>

/** A document's text, and the notes on it behind it or under its paragraphs. */
function printedDocument(
  document: ExportedDocument,
  model: ExportModel,
  numbers: NoteNumbers,
  layout: PrintLayout,
): string {
  const { messages } = model
  const lang = langOf(document)
  const itemsOf = (notes: readonly ExportedNote[]) => listedNotes(notes, numbers, model)
  const { marks, vertical } = layout
  const text = new TextHtml(document, {
    text: new MarkedText(document, { numbers, marks, isVertical: vertical, hasEnglishMarks: true }),
    signOf: signsBy(numbers),
    idPrefix: document.level === 1 ? '' : `${pageName(model.documents.indexOf(document))}-`,
    ...(layout.notes === 'paragraph' && {
      under: (notes) => `<ol class="below">\n${itemsOf(notes).join('\n')}\n</ol>`,
    }),
  })
  const notes = layout.notes === 'end' ? itemsOf(notesOn(document)) : []
  return `<article class="text" lang="${lang}">
${hasText(document.open) ? text.whole() : `<h1>${html(document.title)}</h1>`}
</article>
<section class="notes">
${notes.length > 0 ? `<h2>${html(messages.export.notes)}</h2>\n${inLists(notes)}` : ''}
${layout.notes === 'none' ? '' : orphansHtml(document, model)}
<footer><p lang="${lang}">${html(document.citation)}</p>
${footerFacts(document, model)}</footer>
</section>`
}

/** As a file holds it. */
const usual: PrintLayout = { vertical: false, marks: true, notes: 'end' }

/** As many notes as stand in one list. */
const listed = 50

/** Notes in lists of some, for what a browser takes to lay a list out on pages grows with its square. */
const inLists = (notes: readonly string[]): string =>
  Array.from({ length: Math.ceil(notes.length / listed) }, (_, i) => {
    const items = notes.slice(i * listed, (i + 1) * listed)
    return `<ol>\n${items.join('\n')}\n</ol>`
  }).join('\n')

/** What made the page, and the way back into the app, as far as they are asked for. */
function footerFacts({ link }: ExportedDocument, { provenance, extras }: ExportModel): string {
  const facts = [
    ...(extras.has('details') ? [html(provenance)] : []),
    ...(extras.has('links') ? [`<a href="${html(link)}">${html(link)}</a>`] : []),
  ]
  return facts.length === 0 ? '' : `<p>${facts.join(' · ')}</p>`
}

/** The paper, and on each page its number under the text. */
const pageRules = (isVertical: boolean): string =>
  `@page { size: A4${isVertical ? ' landscape' : ''}; margin: 20mm;
@bottom-center { content: counter(page) " / " counter(pages); ${besideText()} } }`

/** The title over the text of a page. */
function runningHead(title: string): string {
  const words = `"${title.replaceAll(/["\\<\n]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`
  return `@top-center { content: ${words}; ${besideText()} }`
}

const besideText = () => `font: 8.5pt ${serif.tc}; color: #555; writing-mode: horizontal-tb`

/** Every document of several has pages of its own, with its title over them. */
const namedPageRules = ({ title }: ExportedDocument, i: number): string =>
  `#${pageName(i)} { page: ${pageName(i)}; break-before: page }
@page ${pageName(i)} { ${runningHead(title)} }`

const pageName = (i: number): string => `document-${i + 1}`

const orphansHtml = ({ orphans, orphansTitle }: ExportedDocument, model: ExportModel) =>
  orphans.length === 0
    ? ''
    : `<h2>${html(orphansTitle)}</h2>
${orphans.map((note) => entryHtml(note, model)).join('\n')}`

/** As on the screen; renderer/styles/typefaces.css says why in this order. */
const traditional =
  '"Noto Serif TC", "Noto Serif TC Regular", "Noto Serif SC", "Noto Serif TC Rare", "Noto Serif SC Regular", "Noto Serif SC Rare", serif'
const missing = '"Piyue Missing Glyph"'
const serif = {
  tc: `${missing}, ${traditional}`,
  sc: `${missing}, "Noto Serif SC", "Noto Serif SC Regular", "Noto Serif TC", "Noto Serif SC Rare", "Noto Serif TC Regular", "Noto Serif TC Rare", serif`,
  hk: `${missing}, "Noto Serif HK", "Noto Serif HK Regular", ${traditional}`,
}

/** The style of the page that is printed: ink on white paper, in the fonts that the app brings. */
const printableStyle = `
${colors.map((color) => markRules(color, 'light')).join('\n')}
* { box-sizing: border-box }
html { print-color-adjust: exact; --rule: #aaa; --soft: #555; --sunk: #f2f0ec; --accent: #9c3320; --faces: ${serif.tc} }
body { margin: 0; color: #000; font: 11pt/1.8 var(--faces); text-autospace: normal; line-break: strict; overflow-wrap: anywhere }
:lang(zh-Hans) { --faces: ${serif.sc} }
:lang(zh-Hant-HK) { --faces: ${serif.hk} }
[lang] { font-family: var(--faces) }
${englishMarkRules}
html.vertical { writing-mode: vertical-rl }
.upright:is(:lang(zh), :lang(ja)) { text-combine-upright: all }
h1, h2, h3, h4, h5, h6 { line-height: 1.4; margin: 0; margin-block: 1.6em .6em; break-after: avoid; text-wrap: balance }
h1 { font-size: 19pt; margin-block-start: 2em; text-align: center } h2 { font-size: 14pt } h3 { font-size: 12pt } h4, h5, h6 { font-size: 11pt }
.text > h1:first-child { margin-block-start: 0 }
p { margin: 0; margin-block-end: .5em; orphans: 2; widows: 2 }
p.body { text-indent: 2em; text-align: justify; text-wrap: pretty }
p.body:not(:lang(zh), :lang(ja)) { text-indent: 0; hyphens: auto }
p.occasion, p.speaker { text-align: center }
a { color: inherit; text-decoration: none }
${textRules}
.notes { font-size: 10pt }
.notes:has(h2) { break-before: page }
.notes ol { margin: 0; padding-inline-start: 2.4em }
.below { margin: 0; margin-block: .2em 1em; padding-inline-start: 3.4em; font-size: 9pt; color: #333 }
.notes li { margin-block-end: .8em }
:is(.notes, .below) li::marker { color: var(--accent) }
.note { unicode-bidi: isolate }
.note pre, .note code { font-family: ui-monospace, monospace, var(--faces); white-space: pre-wrap }
.note table { border-collapse: collapse } .note th, .note td { border: 1px solid var(--rule); padding: .2em .6em }
.notes blockquote { margin: 0; margin-block-end: .5em; padding-inline-start: 1em; border-inline-start: 2pt solid #aaa }
.facts, footer { color: var(--soft); font-size: .85em }
footer { margin-block-start: 2em; border-block-start: .5pt solid #aaa; padding-block-start: .6em }
`
