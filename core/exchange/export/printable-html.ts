import type { Block } from '../../document/block'
import type { PlacedBlock } from '../../document/document'
import type { Rendition } from '../../script/rendition'
import { textRange } from '../../text/range'
import { langOf } from '../../text/script-tag'
import { entryHtml, factsHtml, html, markClasses, noteBody } from './html-entry'
import { type Insertion, type Layer, layered } from './layered'
import { type ExportedNote, type ExportModel, notesOf } from './model'
import { printableStyle } from './printable-style'

/**
 * The whole document as a page to print: its text in the given form with every mark, numbers where
 * there is a note, and the notes by number behind it.
 *
 * @param fontFaces the style sheet that brings the fonts
 */
export function printableHtml(model: ExportModel, rendition: Rendition, fontFaces: string): string {
  const { messages } = model
  const lang = langOf[rendition.tag]
  const numbers = new Map(
    notesOf(model)
      .filter(({ annotation, place }) => place !== null && hasWords(annotation))
      .map((note, i) => [note, i + 1]),
  )
  const blocks = rendition.document.placed.map((placed) =>
    blockHtml(placed, rendition, model, numbers),
  )
  const notes = [...numbers].map(
    ([note, number]) =>
      `<li id="n${number}" value="${number}">${noteBody(note)}${factsHtml(note, model)}</li>`,
  )
  return `<!doctype html>
<html lang="${messages.export.lang}">
<head>
<meta charset="utf-8">
<title>${html(model.title)}</title>
<style>${fontFaces}
${printableStyle}</style>
</head>
<body>
<article lang="${lang}">
${blocks.join('\n')}
</article>
<section class="notes">
${notes.length > 0 ? `<h2>${html(messages.export.notes)}</h2>\n<ol>\n${notes.join('\n')}\n</ol>` : ''}
${orphansHtml(model)}
<footer><p lang="${lang}">${html(model.citation)}</p>
<p>${html(model.provenance)} · <a href="${html(model.documentLink)}">${html(model.documentLink)}</a></p></footer>
</section>
</body>
</html>
`
}

const hasWords = ({ note, tags }: ExportedNote['annotation']) =>
  note.trim() !== '' || tags.length > 0

function blockHtml(
  placed: PlacedBlock,
  rendition: Rendition,
  model: ExportModel,
  numbers: ReadonlyMap<ExportedNote, number>,
): string {
  const { block, range } = placed
  const layers: Layer[] = runIn(placed, rendition)
  const insertions: Insertion[] = []
  for (const note of notesOf(model)) {
    const part = note.place && rendition.inBlock(placed, note.place)
    if (!note.place || !part) continue
    layers.push({ range: part, open: `<mark class="${markClasses(note)}">`, close: '</mark>' })
    const number = numbers.get(note)
    if (number !== undefined && note.place.end <= range.end) {
      const link = `<sup><a href="#n${number}">${number}</a></sup>`
      insertions.push({ at: part.end, html: link })
    }
  }
  const [open, close] = tagsOf(block)
  return open + layered(rendition.block(block.id).text, layers, insertions) + close
}

/** The heading that opens a paragraph within its first line. */
function runIn(placed: PlacedBlock, rendition: Rendition): Layer[] {
  const { block, range } = placed
  if (block.kind !== 'paragraph' || block.runIn === 0) return []
  const part = rendition.inBlock(placed, textRange(range.start, range.start + block.runIn))
  return part ? [{ range: part, open: '<b>', close: '</b>' }] : []
}

function tagsOf(block: Block): readonly [string, string] {
  switch (block.kind) {
    case 'heading':
      return [`<h${block.level}>`, `</h${block.level}>`]
    case 'paragraph':
      return [`<p class="${block.role}">`, '</p>']
    case 'code':
      return ['<pre>', '</pre>']
    case 'picture':
      return ['<p class="picture">', '</p>']
  }
}

const orphansHtml = (model: ExportModel) =>
  model.orphans.length === 0
    ? ''
    : `<h2>${html(model.messages.export.orphans)}</h2>
${model.orphans.map((note) => entryHtml(note, model)).join('\n')}`
