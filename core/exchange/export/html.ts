import { colors } from '../../annotation/style'
import { markRules } from './mark-style'
import { type ExportedDocument, type ExportModel, onlyDocument } from './model'
import { entryHtml, html, langOf } from './note-html'

/** The notes as one HTML file that needs no other and runs nothing. */
export function exportHtml(model: ExportModel): string {
  const { messages } = model
  const only = onlyDocument(model)
  return `<!doctype html>
<html lang="${messages.export.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<meta name="generator" content="${html(`Piyue ${model.appVersion}`)}">
<meta name="color-scheme" content="light dark">
<title>${html(model.title)}</title>
<style>${htmlStyle}</style>
</head>
<body>
<main>
<header>
${only === undefined ? collectionHead(model) : documentHead(only)}
</header>
${model.documents.map((document) => documentHtml(document, model)).join('\n')}
${footerHtml(model)}
</main>
</body>
</html>
`
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

const documentHead = (document: ExportedDocument): string => {
  const { level, title, citation } = document
  const lang = langOf(document)
  return `<h${level} lang="${lang}">${html(title)}</h${level}>
<p class="citation" lang="${lang}">${html(citation)}</p>`
}

const linkHtml = ({ link }: ExportedDocument, { messages }: ExportModel): string =>
  `<a href="${html(link)}">${html(messages.export.openInApp)}</a>`

/** The notes on a document; where the file is about several, in a section of its own. */
function documentHtml(document: ExportedDocument, model: ExportModel): string {
  const { level, sections, orphans } = document
  const lang = langOf(document)
  const notes = [
    ...sections.flatMap((section) => [
      ...section.headings.map(
        (heading) => `<h${heading.level} lang="${lang}">${html(heading.text)}</h${heading.level}>`,
      ),
      ...section.notes.map((note) => entryHtml(note, model)),
    ]),
    ...(orphans.length > 0
      ? [
          `<h${level + 1}>${html(model.messages.export.orphans)}</h${level + 1}>`,
          ...orphans.map((note) => entryHtml(note, model)),
        ]
      : []),
  ].join('\n')
  if (level === 1) return notes
  return `<section id="document-${model.documents.indexOf(document) + 1}">
${documentHead(document)}
${model.extras.has('links') ? `<p class="citation">${linkHtml(document, model)}</p>\n` : ''}${notes}
</section>`
}

const marks = (paper: 'light' | 'dark') => colors.map((color) => markRules(color, paper)).join('\n')

/** The style of an exported HTML file; changing it changes the digest below, and a test says to what. */
export const htmlStyle = `
:root { color-scheme: light dark; --paper: #fdfcf9; --ink: #24201c; --soft: #625a52; --rule: #e2dcd3; --accent: #9c3320 }
@media (prefers-color-scheme: dark) { :root { --paper: #1d1b19; --ink: #e2dcd2; --soft: #b0a89d; --rule: #45403a; --accent: #ef9480 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.8 "Noto Serif TC", "Noto Serif CJK TC", "Songti TC", serif; text-autospace: normal; line-break: strict; overflow-wrap: anywhere }
:lang(zh-Hans) { font-family: "Noto Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, serif }
:lang(zh-Hant-HK) { font-family: "Noto Serif HK", "Noto Serif CJK HK", "Songti TC", serif }
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
${marks('light')}
@media screen and (prefers-color-scheme: dark) {
${marks('dark')}
}
@media print { body { background: none } article { break-inside: avoid } }
`

/** SHA-256 of the style, as a Content-Security-Policy names it. */
export const htmlStyleDigest = 'sha256-/DuNru9lbK8eyjov+UrnYfgfjHLCaXQD6K1vxwDMdZs='

/** Nothing is loaded or run, and no style counts but the one whose digest is given. */
const policy = `default-src 'none'; style-src '${htmlStyleDigest}'; base-uri 'none'; form-action 'none'`
