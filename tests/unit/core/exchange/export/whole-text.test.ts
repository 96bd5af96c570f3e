import * as fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { parse, serialize } from 'parse5'
import type { CanonicalDocument } from '../../../../../core/document/document'
import { printableHtml } from '../../../../../core/exchange/export/printable-html'
import { readHtml } from '../../../../../core/formats/html'
import { anyDocument } from '../../../../support/documents'
import {
  anyMarked,
  documentOfBlocks,
  exportOf,
  likeness,
  markedWords,
  shownBlocks,
  signedNotes,
  unmarkedModel,
} from './any-export'

/** What a browser makes of a page. */
const browsed = (html: string) => parseHTML(serialize(parse(html))).document

/** The text of an element as its document has it, without what an export adds to it. */
function wordsOf(element: Element): string {
  const copy = element.cloneNode(true) as Element
  for (const added of copy.querySelectorAll('rt, a[role="doc-backlink"]')) added.remove()
  for (const sign of copy.querySelectorAll('a[href^="#n"]')) sign.parentElement?.remove()
  for (const br of copy.querySelectorAll('br')) br.replaceWith('\n')
  return copy.textContent ?? ''
}

const blocksIn = (page: Document): readonly Element[] => [
  ...page.querySelectorAll('.text :is(h1, h2, h3, h4, h5, h6, p, pre, figcaption)'),
]

const textOf = (html: string) => /<article class="text"[^>]*>[^]*<\/article>/u.exec(html)?.[0] ?? ''

/** The blocks that the text of an export is read as. */
const reopened = (document: CanonicalDocument) =>
  readHtml(textOf(printableHtml(unmarkedModel(document), ''))).blocks

describe('the whole text as a page', () => {
  it('has the text of every block, and the words of every mark, of any document in any form', () => {
    fc.assert(
      fc.property(anyMarked, (marked) => {
        const model = exportOf(marked)
        const page = browsed(printableHtml(model, ''))
        expect(blocksIn(page).map(wordsOf)).toEqual(shownBlocks(model))
        for (const [color, words] of markedWords(model)) {
          const marks = [...page.querySelectorAll(`.text mark.${color}`)]
          expect(marks.map(wordsOf).join('').replaceAll('\n', '')).toBe(words)
        }
        const signs = [...page.querySelectorAll('.text sup > a[href^="#n"]')]
        expect(signs).toHaveLength(signedNotes(model).length)
      }),
    )
  })

  it('opens as the document that was read from one: structure, spans and all', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        // Of what pages know nothing of, as signs of notes that are not there, the first two have done away.
        const read = reopened(documentOfBlocks(reopened(document)))
        expect(likeness(reopened(documentOfBlocks(read)))).toEqual(likeness(read))
      }),
    )
  })
})
