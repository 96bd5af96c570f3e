import { langOf } from '../../text/script-tag'
import { entryHtml, html } from './html-entry'
import { htmlStyle, htmlStyleDigest } from './html-style'
import type { ExportModel } from './model'

/** Nothing is loaded or run, and no style counts but the one whose digest is given. */
const policy = `default-src 'none'; style-src '${htmlStyleDigest}'; base-uri 'none'; form-action 'none'`

/** The notes as one HTML file that needs no other and runs nothing. */
export function exportHtml(model: ExportModel): string {
  const { messages } = model
  const lang = langOf[model.scripts[0]]
  const sections = [
    ...model.sections.flatMap(({ headings, notes }) => [
      ...headings.map(({ level, text }) => `<h${level} lang="${lang}">${html(text)}</h${level}>`),
      ...notes.map((note) => entryHtml(note, model)),
    ]),
    ...(model.orphans.length > 0
      ? [
          `<h2>${html(messages.export.orphans)}</h2>`,
          ...model.orphans.map((note) => entryHtml(note, model)),
        ]
      : []),
  ]
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
<h1 lang="${lang}">${html(model.title)}</h1>
<p class="citation" lang="${lang}">${html(model.citation)}</p>
</header>
${sections.join('\n')}
<footer>
<p>${html(model.provenance)}</p>
<p><a href="${html(model.documentLink)}">${html(messages.export.openInApp)}</a></p>
</footer>
</main>
</body>
</html>
`
}
