import { colors } from '../../annotation/style'
import { writtenBy } from '../citation'
import { markRules } from './mark-style'
import { MarkedText } from './marked-text'
import {
  type ExportedDocument,
  type ExportModel,
  isWhole,
  notesOn,
  onlyDocument,
  signedNotes,
  textsOf,
} from './model'
import { englishMarkRules, entryHtml, html, langOf, listedNotes } from './note-html'
import { signsBy, TextHtml } from './text-html'
import { textRules } from './text-style'

/** The notes, or the whole text with them, as one HTML file that needs no other and runs nothing. */
export function exportHtml(model: ExportModel): string {
  const { messages } = model
  const only = onlyDocument(model)
  return `<!doctype html>
<html lang="${messages.export.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(model)}">
<meta name="viewport" content="width=device-width">
<meta name="generator" content="${html(`Piyue ${model.appVersion}`)}">
${only === undefined ? '' : metasOf(only)}<meta name="color-scheme" content="light dark">
<title>${html(model.title)}</title>
<style>${htmlStyle}</style>
</head>
<body>
<main>
<header>
${only === undefined ? collectionHead(model) : documentHead(only, model)}
</header>
${model.documents.map((document) => documentHtml(document, model)).join('\n')}
${footerHtml(model)}
</main>
</body>
</html>
`
}

/** Who wrote the text, and when, as pages say it of themselves. */
function metasOf({ open, scripts }: ExportedDocument): string {
  const { authors, date } = writtenBy(open.renditionOf(scripts[0]))
  return [
    ...authors.map((name) => ['author', name]),
    ...(date === undefined ? [] : [['date', date]]),
  ]
    .map(([name, content = '']) => `<meta name="${name}" content="${html(content)}">\n`)
    .join('')
}

/** What made the file, and the way back into the app, as far as they are asked for. */
function footerHtml(model: ExportModel): string {
  const only = onlyDocument(model)
  const lines = [
    ...(model.extras.has('details') ? [html(model.provenance)] : []),
    ...(model.extras.has('links') && only !== undefined ? [linkHtml(only, model)] : []),
  ]
  return `<footer>\n${lines.map((line) => `<p>${line}</p>\n`).join('')}</footer>`
}

/** What the file is, and the documents in it. */
const collectionHead = ({ title, documents }: ExportModel): string =>
  `<h1>${html(title)}</h1>
<nav>
<ol>
${documents.map((document, i) => `<li lang="${langOf(document)}"><a href="#document-${i + 1}">${html(document.title)}</a></li>`).join('\n')}
</ol>
</nav>`

/** The title and the citation of a document; a text that is whole has its title itself. */
const documentHead = (document: ExportedDocument, model: ExportModel): string => {
  const { level, title, citation } = document
  const lang = langOf(document)
  if (isWhole(document, model)) return `<p class="citation" lang="${lang}">${html(citation)}</p>`
  return `<h${level} lang="${lang}">${html(title)}</h${level}>
<p class="citation" lang="${lang}">${html(citation)}</p>`
}

const linkHtml = ({ link }: ExportedDocument, { messages }: ExportModel): string =>
  `<a href="${html(link)}">${html(messages.export.openInApp)}</a>`

/** The passages with their notes, under the headings that lead to them. */
function passages(document: ExportedDocument, model: ExportModel): readonly string[] {
  return document.sections.flatMap((section) => [
    ...section.headings.map(
      ({ level, lang, text }) => `<h${level} lang="${lang}">${html(text)}</h${level}>`,
    ),
    ...section.notes.map((note) => entryHtml(note, model)),
  ])
}

/**
 * The text with its marks, in each form under the name of that, and the notes behind it. Any form but the first
 * is marked as a further one, for the text is read again from one.
 */
function wholeText(document: ExportedDocument, model: ExportModel): readonly string[] {
  const numbers = signedNotes(model)
  const texts = textsOf(document, model).flatMap(({ document: shown, formName, prefix }, i) => {
    const text = new TextHtml(shown, {
      text: new MarkedText(shown, { numbers, marks: true, hasEnglishMarks: true }),
      signOf: signsBy(numbers),
      idPrefix: prefix,
    })
    return [
      ...(formName === undefined ? [] : [`<h1>${html(formName)}</h1>`]),
      `<article class="text"${i === 0 ? '' : ' data-further-form'} lang="${langOf(shown)}">\n${text.whole()}\n</article>`,
    ]
  })
  const notes = listedNotes(notesOn(document), numbers, model)
  const { level } = document
  return [
    ...texts,
    ...(notes.length > 0
      ? [
          `<h${level + 1}>${html(model.messages.export.notes)}</h${level + 1}>`,
          `<ol class="notes">\n${notes.join('\n')}\n</ol>`,
        ]
      : []),
  ]
}

/** The notes on a document; where the file is about several, in a section of its own. */
function documentHtml(document: ExportedDocument, model: ExportModel): string {
  const { level, orphans, orphansTitle } = document
  const notes = [
    ...(isWhole(document, model) ? wholeText(document, model) : passages(document, model)),
    ...(orphans.length > 0
      ? [
          `<h${level + 1}>${html(orphansTitle)}</h${level + 1}>`,
          ...orphans.map((note) => entryHtml(note, model)),
        ]
      : []),
  ].join('\n')
  if (level === 1) return notes
  return `<section id="document-${model.documents.indexOf(document) + 1}">
${documentHead(document, model)}
${model.extras.has('links') ? `<p class="citation">${linkHtml(document, model)}</p>\n` : ''}${notes}
</section>`
}

const marks = (paper: 'light' | 'dark') => colors.map((color) => markRules(color, paper)).join('\n')

const faces = {
  tc: '"Noto Serif TC", "Noto Serif CJK TC", "Songti TC", serif',
  sc: '"Noto Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, serif',
  hk: '"Noto Serif HK", "Noto Serif CJK HK", "Songti TC", serif',
}

/** The style of an exported HTML file; changing it changes the digest below, and a test says to what. */
const htmlStyle = `
:root { color-scheme: light dark; --paper: #fdfcf9; --ink: #24201c; --soft: #625a52; --rule: #e2dcd3; --accent: #9c3320; --sunk: #f3f0ea; --faces: ${faces.tc} }
@media (prefers-color-scheme: dark) { :root { --paper: #1d1b19; --ink: #e2dcd2; --soft: #b0a89d; --rule: #45403a; --accent: #ef9480; --sunk: #2a2724 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.8 var(--faces); text-autospace: normal; line-break: strict; overflow-wrap: anywhere }
:lang(zh-Hans) { --faces: ${faces.sc} }
:lang(zh-Hant-HK) { --faces: ${faces.hk} }
[lang] { font-family: var(--faces) }
${englishMarkRules}
main { max-width: 40em; margin: 0 auto; padding: 3em 1.5em }
h1, h2, h3, h4, h5, h6 { line-height: 1.4; margin: 2em 0 .6em; text-wrap: balance }
h1 { font-size: 1.7em; margin-top: 0 } h2 { font-size: 1.3em } h3 { font-size: 1.1em } h4, h5, h6 { font-size: 1em; margin: 1em 0 .4em }
a { color: var(--accent) }
article { margin: 1.6em 0; padding-bottom: 1.2em; border-bottom: 1px solid var(--rule) }
blockquote { margin: 0 0 .6em; padding-inline-start: 1em; border-inline-start: 3px solid var(--rule) }
article > blockquote p { display: inline } article > blockquote p + p::before { content: ""; display: block; height: .6em }
p { margin: 0 0 .6em }
.note { unicode-bidi: isolate; font-family: "Noto Sans TC", "Noto Sans CJK TC", system-ui, sans-serif; font-size: .94em }
:lang(zh-Hans) .note { font-family: "Noto Sans SC", "Noto Sans CJK SC", system-ui, sans-serif }
.note table { border-collapse: collapse } .note th, .note td { border: 1px solid var(--rule); padding: .2em .6em }
pre, code { font-family: ui-monospace, monospace; font-size: .9em; white-space: pre-wrap }
.facts, .citation, footer { color: var(--soft); font-size: .84em }
.tag { border: 1px solid var(--rule); border-radius: 1em; padding: 0 .6em }
footer { margin-top: 3em }
${textRules}
.text { margin: 0; padding: 0; border: none }
.text + h1 { margin-top: 2em }
.text > h1 { text-align: center } .text > h1:not(:first-child) { margin-top: 2em }
.text p.body:where(:lang(zh)) { text-indent: 2em } .text p:is(.occasion, .speaker) { text-align: center } .text :is(li, td, th, aside) > p.body { text-indent: 0 }
.notes li { margin-bottom: 1em } .notes li::marker { color: var(--accent) } .notes p { margin-bottom: .3em }
${marks('light')}
@media screen and (prefers-color-scheme: dark) {
${marks('dark')}
}
@media print { body { background: none } article { break-inside: avoid } }
`

/** SHA-256 of the style, as a Content-Security-Policy names it. */
const htmlStyleDigest = 'sha256-S9yDXCIf8xfRspALbVH7p7jmq+CkQiO/r9KtC7qcIsE='

/**
 * Nothing is loaded or run, and no style counts but the one whose digest is given. The pictures of a text
 * are within the file.
 */
const policyOf = ({ scope }: ExportModel): string =>
  `default-src 'none'; style-src '${htmlStyleDigest}'; ${scope === 'text' ? 'img-src data:; ' : ''}base-uri 'none'; form-action 'none'`
