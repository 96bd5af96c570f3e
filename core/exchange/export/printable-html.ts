import { colors } from '../../annotation/style'
import type { PrintLayout } from '../../app/print-request'
import type { Block } from '../../document/block'
import type { PlacedBlock } from '../../document/document'
import { uprightFigures } from '../../document/upright-figures'
import type { Rendition } from '../../script/rendition'
import { charactersOf } from '../../text/code-points'
import { holds, type TextRange, textRange } from '../../text/range'
import { entryHtml, factsHtml, html, markClasses, noteBody } from './html'
import { markRules } from './mark-style'
import {
  type ExportedDocument,
  type ExportedNote,
  type ExportModel,
  hasWords,
  notesOf,
  notesOn,
  onlyDocument,
} from './model'

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
  const numbers = new Map(
    notesOf(model)
      .filter((note) => layout.notes !== 'none' && note.place !== null && hasWords(note))
      .map((note, i) => [note, i + 1]),
  )
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

/** A document's text, and the notes on it behind it or under its paragraphs. */
function printedDocument(
  document: ExportedDocument,
  model: ExportModel,
  numbers: ReadonlyMap<ExportedNote, number>,
  layout: PrintLayout,
): string {
  const { messages } = model
  const rendition = document.open.renditionOf(document.scripts[0])
  const { lang } = rendition
  const notesIn = notesByBlock(document)
  const listed = (notes: readonly ExportedNote[]) =>
    notes.flatMap((note) => {
      const number = numbers.get(note)
      if (number === undefined) return []
      return `<li id="n${number}" value="${number}">${noteBody(note)}${factsHtml(note, model)}</li>`
    })
  const isPainted = ({ annotation, place }: ExportedNote) =>
    layout.marks && place !== null && document.open.isOnWords({ annotation, place })
  const blocks = rendition.document.placed.map((placed) => {
    const marking = notesIn.get(placed) ?? []
    const block = blockHtml(placed, rendition, marking, numbers, {
      isPainted,
      isVertical: layout.vertical,
    })
    const ending = layout.notes === 'paragraph' ? listed(marking.filter(endsIn(placed))) : []
    return ending.length === 0 ? block : `${block}\n<ol class="below">\n${ending.join('\n')}\n</ol>`
  })
  const notes = layout.notes === 'end' ? listed(notesOn(document)) : []
  return `<article lang="${lang}">
${blocks.join('\n')}
</article>
<section class="notes">
${notes.length > 0 ? `<h2>${html(messages.export.notes)}</h2>\n<ol>\n${notes.join('\n')}\n</ol>` : ''}
${layout.notes === 'none' ? '' : orphansHtml(document, model)}
<footer><p lang="${lang}">${html(document.citation)}</p>
${footerFacts(document, model)}</footer>
</section>`
}

/** As a file holds it. */
const usual: PrintLayout = { vertical: false, marks: true, notes: 'end' }

/** What made the page, and the way back into the app, as far as they are asked for. */
function footerFacts({ link }: ExportedDocument, { provenance, extras }: ExportModel): string {
  const facts = [
    ...(extras.has('details') ? [html(provenance)] : []),
    ...(extras.has('links') ? [`<a href="${html(link)}">${html(link)}</a>`] : []),
  ]
  return facts.length === 0 ? '' : `<p>${facts.join(' · ')}</p>`
}

const endsIn =
  ({ range }: PlacedBlock) =>
  ({ place }: ExportedNote): boolean =>
    place !== null && place.end <= range.end

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

/** The notes that mark words of each block, in the order of the text. */
function notesByBlock(
  document: ExportedDocument,
): ReadonlyMap<PlacedBlock, readonly ExportedNote[]> {
  const byBlock = new Map<PlacedBlock, ExportedNote[]>()
  for (const note of notesOn(document)) {
    if (note.place === null) continue
    for (const placed of document.open.document.blocksIn(note.place)) {
      const there = byBlock.get(placed)
      if (there) there.push(note)
      else byBlock.set(placed, [note])
    }
  }
  return byBlock
}

interface BlockSetting {
  readonly isPainted: (note: ExportedNote) => boolean
  readonly isVertical: boolean
}

function blockHtml(
  placed: PlacedBlock,
  rendition: Rendition,
  notes: readonly ExportedNote[],
  numbers: ReadonlyMap<ExportedNote, number>,
  { isPainted, isVertical }: BlockSetting,
): string {
  const { block, range } = placed
  const { text } = rendition.block(block.id)
  const layers: Layer[] = [
    ...runIn(placed, rendition),
    ...(isVertical && block.kind !== 'code' ? upright(text) : []),
  ]
  const insertions: Insertion[] = []
  for (const note of notes) {
    const part = note.place && rendition.inBlock(placed, note.place)
    if (!note.place || !part) continue
    if (isPainted(note)) {
      layers.push({ range: part, open: `<mark class="${markClasses(note)}">`, close: '</mark>' })
    }
    const number = numbers.get(note)
    if (number !== undefined && note.place.end <= range.end) {
      const link = `<sup><a href="#n${number}">${number}</a></sup>`
      insertions.push({ at: part.end, html: link })
    }
  }
  const [open, close] = tagsOf(block)
  return open + layered(text, layers, insertions) + close
}

/** The heading that opens a paragraph within its first line. */
function runIn(placed: PlacedBlock, rendition: Rendition): Layer[] {
  const { block, range } = placed
  if (block.kind !== 'paragraph' || block.runIn === 0) return []
  const part = rendition.inBlock(placed, textRange(range.start, range.start + block.runIn))
  return part ? [{ range: part, open: '<b>', close: '</b>' }] : []
}

/** Figures of two digits, which stand upright in a column (縱中橫). */
const upright = (text: string): readonly Layer[] =>
  uprightFigures(text, []).map((range) => ({
    range,
    open: '<span class="upright">',
    close: '</span>',
  }))

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

const orphansHtml = ({ orphans }: ExportedDocument, model: ExportModel) =>
  orphans.length === 0
    ? ''
    : `<h2>${html(model.messages.export.orphans)}</h2>
${orphans.map((note) => entryHtml(note, model)).join('\n')}`

/** Something that a stretch of a text is wrapped in. Code points of that text. */
interface Layer {
  readonly range: TextRange
  readonly open: string
  readonly close: string
}

/** HTML that stands behind a character. */
interface Insertion {
  readonly at: number
  readonly html: string
}

/**
 * A text as HTML, with every stretch in its layers, however they overlap: the text is cut at every
 * edge, and each piece wrapped in all that cover it, the longest outermost.
 */
function layered(
  text: string,
  layers: readonly Layer[],
  insertions: readonly Insertion[] = [],
): string {
  const characters = charactersOf(text)
  const cuts = new Set([
    0,
    characters.length,
    ...layers.flatMap(({ range }) => [range.start, range.end]),
    ...insertions.map(({ at }) => at),
  ])
  const edges = [...cuts].sort((a, b) => a - b)
  const nested = layers.toSorted((a, b) => lengthOf(b) - lengthOf(a))
  return edges
    .map((start, i) => {
      const around = nested.filter(({ range }) => holds(range, start))
      const piece = html(characters.slice(start, edges[i + 1] ?? start).join(''))
      const wrapped = around.reduceRight((inner, { open, close }) => open + inner + close, piece)
      const inserted = insertions
        .filter(({ at }) => at === start)
        .map((insertion) => insertion.html)
      return inserted.join('') + (piece === '' ? '' : wrapped)
    })
    .join('')
}

const lengthOf = ({ range }: Layer) => range.end - range.start

/** As on the screen; renderer/styles/typefaces.css says why in this order. */
const traditional =
  '"Noto Serif TC", "Noto Serif TC Regular", "Noto Serif SC", "Noto Serif TC Rare", "Noto Serif SC Regular", "Noto Serif SC Rare", serif'
const serif = {
  tc: traditional,
  sc: '"Noto Serif SC", "Noto Serif SC Regular", "Noto Serif TC", "Noto Serif SC Rare", "Noto Serif TC Regular", "Noto Serif TC Rare", serif',
  hk: `"Noto Serif HK", "Noto Serif HK Regular", ${traditional}`,
}

/** The style of the page that is printed: ink on white paper, in the fonts that the app brings. */
const printableStyle = `
${colors.map((color) => markRules(color, 'light')).join('\n')}
* { box-sizing: border-box }
html { print-color-adjust: exact }
body { margin: 0; color: #000; font: 11pt/1.8 ${serif.tc}; text-autospace: normal; line-break: strict; overflow-wrap: anywhere }
:lang(zh-Hans) { font-family: ${serif.sc} }
:lang(zh-Hant-HK) { font-family: ${serif.hk} }
html.vertical { writing-mode: vertical-rl }
.upright:is(:lang(zh), :lang(ja)) { text-combine-upright: all }
h1, h2, h3 { line-height: 1.4; margin: 0; margin-block: 1.6em .6em; break-after: avoid; text-wrap: balance }
h1 { font-size: 19pt; margin-block-start: 0; text-align: center } h2 { font-size: 14pt } h3 { font-size: 12pt }
p { margin: 0; margin-block-end: .5em; orphans: 2; widows: 2 }
p.body { text-indent: 2em; text-align: justify; text-wrap: pretty }
p.occasion, p.speaker { text-align: center }
a { color: inherit; text-decoration: none }
sup { font-size: .65em; line-height: 0; text-indent: 0; padding: 0 .15em; color: #9c3320 }
.notes { font-size: 10pt }
.notes:has(h2) { break-before: page }
.notes ol { padding-inline-start: 2.4em }
.below { margin: 0; margin-block: .2em 1em; padding-inline-start: 3.4em; font-size: 9pt; color: #333 }
.notes li { margin-block-end: .8em }
:is(.notes, .below) li::marker { color: #9c3320 }
.note { unicode-bidi: isolate }
.note pre, .note code { font-family: ui-monospace, monospace, ${serif.tc}; white-space: pre-wrap }
.note table { border-collapse: collapse } .note th, .note td { border: 1px solid #aaa; padding: .2em .6em }
blockquote { margin: 0; margin-block-end: .5em; padding-inline-start: 1em; border-inline-start: 2pt solid #aaa }
.facts, footer { color: #555; font-size: .85em }
footer { margin-block-start: 2em; border-block-start: .5pt solid #aaa; padding-block-start: .6em }
`
