import * as fc from 'fast-check'
import type { Block } from '../../../../../core/document/block'
import { CanonicalDocument } from '../../../../../core/document/document'
import { exportHtml } from '../../../../../core/exchange/export/html'
import { exportMarkdown } from '../../../../../core/exchange/export/markdown'
import { exportModel, signedNotes } from '../../../../../core/exchange/export/model'
import { printableHtml } from '../../../../../core/exchange/export/printable-html'
import { readHtml } from '../../../../../core/formats/html'
import { readMarkdown } from '../../../../../core/formats/markdown'
import { openFile } from '../../../../../core/formats/open-file'
import { readPage } from '../../../../../core/formats/page'
import { textRange } from '../../../../../core/text/range'
import { anyDocument } from '../../../../support/documents'
import { annotationOf } from '../../../support/annotations'
import { madeDocument } from '../../../support/made-document'
import {
  anyMarked,
  documentOfBlocks,
  documentWithSigns,
  exportOf,
  likeness,
  markedIn,
  openDocumentOf,
  unmarkedModel,
  withoutNotes,
} from './any-export'
import { sourceOf } from './support'

/** The blocks that the whole text of a document is read as, in a format, without notes. */
const reopenedFrom = {
  page: (document: CanonicalDocument) => {
    const page = printableHtml(unmarkedModel(document), '')
    return readHtml(/<article class="text"[^>]*>[^]*<\/article>/u.exec(page)?.[0] ?? '').blocks
  },
  html: (document: CanonicalDocument) => {
    return readPage(exportHtml(unmarkedModel(document))).document.blocks
  },
  markdown: (document: CanonicalDocument) => {
    return readMarkdown(exportMarkdown(unmarkedModel(document))).blocks
  },
} as const

/** A document that was read from a page: what pages know nothing of, as signs of notes that are not there, is gone. */
const readFromPage = (document: CanonicalDocument): CanonicalDocument =>
  documentOfBlocks(reopenedFrom.page(documentOfBlocks(reopenedFrom.page(document))))

/** Code set apart within code says nothing: Markdown sets all of it apart. */
const plainCode = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block) =>
    block.kind === 'code'
      ? { ...block, spans: block.spans?.filter(({ kind }) => kind !== 'code') ?? [] }
      : block,
  )

describe('a document opened from its own export', () => {
  it.each(['page', 'html'] as const)('is as before: structure, spans and all, as %s', (format) => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const read = readFromPage(document)
        expect(likeness(reopenedFrom[format](read))).toEqual(likeness(read.data.blocks))
      }),
    )
  })

  it('has the same words in the same structure, as a web page with notes on it', () => {
    fc.assert(
      fc.property(anyMarked, (marked) => {
        // The sign of a note parts what it cannot stand in.
        const open = (annotations: typeof marked.annotations) =>
          readPage(exportHtml(exportOf({ ...marked, annotations }))).document.blocks.map(
            ({ spans: _spans, ...block }) => block,
          )
        expect(likeness(open(marked.annotations))).toEqual(likeness(open([])))
      }),
    )
  })

  it('has the same words in the same structure, as Markdown with notes on it, and tells of these', () => {
    fc.assert(
      // The sign of a note that stands in that of a footnote is another text.
      fc.property(markedIn(documentWithSigns.map(withoutNotes)), (marked) => {
        const read = (annotations: typeof marked.annotations) => {
          const model = exportOf({ ...marked, annotations })
          const { blocks, leftOut } = readMarkdown(exportMarkdown(model))
          const numbered = new Set(signedNotes(model).values())
          expect(leftOut.get('exported-note') ?? 0).toBe(numbered.size)
          return likeness(blocks.map(({ spans: _spans, ...block }) => block))
        }
        expect(read(marked.annotations)).toEqual(read([]))
      }),
    )
  })

  it('has its own footnotes by their numbers, which notes before them in Markdown do not change', () => {
    const { blocks } = readMarkdown(
      '本會以讀書為宗旨[^1]。會費從略[^2]。\n\n[^1]: 甲註。\n[^2]: 乙註。\n',
    )
    const document = documentOfBlocks(blocks)
    const note = annotationOf(document, textRange(0, 2), { note: '善' })
    const source = sourceOf([note], { open: openDocumentOf(document) })
    const model = exportModel(source, { script: 'hant', scope: 'text' })
    expect(likeness(readMarkdown(exportMarkdown(model)).blocks)).toEqual(likeness(blocks))
  })

  it('is a text like any other where it was worked on, or holds passages', () => {
    const { document } = madeDocument('章程\n本會以讀書為宗旨。')
    const note = annotationOf(document, textRange(3, 6), { note: '善' })
    const model = (scope: 'passages' | 'text') =>
      exportModel(sourceOf([note], { open: openDocumentOf(document) }), { script: 'hant', scope })
    const read = (text: string) => readMarkdown(text).blocks.map(({ text: words }) => words)
    const whole = exportMarkdown(model('text'))
    expect(read(whole)).toEqual(['章程', '本會以讀書為宗旨。'])
    expect(read(whole.replace('\n\n---\n\n《', '\n\n——《'))).toContain('善')
    expect(read(exportMarkdown(model('passages')))).toContain('善')
    expect(read(whole.replace('app: "Piyue', 'app: "Other'))).toHaveLength(6)
  })

  it('has none of the notes, and all of the texts, of a web page of several documents', async () => {
    const texts = ['甲一。\n甲二，其後。', '乙一。\n乙二，其後。'].map((text) => madeDocument(text))
    const documents = texts.map((open) => ({
      open,
      annotations: [annotationOf(open.document, textRange(0, 2), { note: '按語，'.repeat(200) })],
    }))
    const [first, second] = documents
    if (first === undefined || second === undefined) throw new Error('There are two')
    const model = exportModel(
      { ...sourceOf([]), documents: [first, second] },
      { script: 'hant', scope: 'text' },
    )
    const bytes = new TextEncoder().encode(exportHtml(model))
    const { document, hasArticle } = await openFile({ name: 'a.html', bytes })
    expect(hasArticle).toBe(true)
    expect(document.blocks.map(({ text }) => text)).toEqual(
      texts.flatMap((open) => open.document.data.blocks.map(({ text }) => text)),
    )
    expect(document.facts.language?.value).toBe('zh-Hant')
  })

  it('has each text once, in its first form, of a web page of several documents in two forms', () => {
    const [first, second] = ['國學\n甲一。', '漢學\n乙一。'].map((text) => {
      const open = madeDocument(text)
      return { open, annotations: [annotationOf(open.document, textRange(0, 2), { note: '善' })] }
    })
    if (first === undefined || second === undefined) throw new Error('There are two')
    for (const documents of [[first], [first, second]] as const) {
      const model = exportModel({ ...sourceOf([]), documents }, { script: 'both', scope: 'text' })
      const page = exportHtml(model)
      expect(page).toContain('国学')
      const { blocks, leftOut } = readPage(page).document
      expect(blocks.map(({ text }) => text)).toEqual(
        documents.flatMap(({ open }) => open.document.data.blocks.map(({ text }) => text)),
      )
      expect(leftOut.get('exported-note')).toBe(documents.length)
    }
  })

  it('is as before, as Markdown, but for its footnotes', () => {
    fc.assert(
      fc.property(documentWithSigns, (document) => {
        const read = withoutNotes(readFromPage(withoutNotes(document)))
        const [again, before] = [reopenedFrom.markdown(read), read.data.blocks].map(plainCode)
        expect(likeness(again ?? [])).toEqual(likeness(before ?? []))
      }),
    )
  })
})
