import * as fc from 'fast-check'
import JSZip from 'jszip'
import { DOMParser, parseHTML } from 'linkedom'
import { Marked } from 'marked'
import markedFootnote from 'marked-footnote'
import { parse, serialize } from 'parse5'
import type { Block } from '../../../../../core/document/block'
import { CanonicalDocument } from '../../../../../core/document/document'
import { exportDocx } from '../../../../../core/exchange/export/docx'
import { exportNotes } from '../../../../../core/exchange/export/export-notes'
import { exportHtml } from '../../../../../core/exchange/export/html'
import { exportMarkdown } from '../../../../../core/exchange/export/markdown'
import {
  type ExportModel,
  exportModel,
  signedNotes,
} from '../../../../../core/exchange/export/model'
import { printableHtml } from '../../../../../core/exchange/export/printable-html'
import { readHtml } from '../../../../../core/formats/html'
import { readMarkdown } from '../../../../../core/formats/markdown'
import { openFile } from '../../../../../core/formats/open-file'
import { readPage } from '../../../../../core/formats/page'
import { codePoints } from '../../../../../core/text/code-points'
import { textRange } from '../../../../../core/text/range'
import { anyDocument } from '../../../../support/documents'
import { annotationOf } from '../../../support/annotations'
import { madeDocument } from '../../../support/made-document'
import {
  anyMarked,
  documentOfBlocks,
  exportOf,
  likeness,
  markedIn,
  markedWords,
  notesWithSigns,
  openDocumentOf,
  shownBlocks,
  unmarkedModel,
} from './any-export'
import { sourceOf } from './support'

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

/** A document without footnotes, which Markdown numbers itself and puts at the end. */
const withoutNotes = ({ data: { blocks } }: CanonicalDocument): CanonicalDocument =>
  documentOfBlocks(
    blocks.map(({ spans = [], within = [], ...block }) => ({
      ...block,
      spans: spans.filter(({ kind }) => kind !== 'note-reference'),
      within: within.filter(({ kind }) => kind !== 'footnote'),
    })),
  )

/** Any document, in which some characters are such as Markdown takes for more than themselves. */
const documentWithSigns = fc
  .tuple(anyDocument, fc.infiniteStream(fc.constantFrom(...'*_`~#|[]<>&!:\\-+=.1$^"/ab')))
  .map(([{ data }, signs]) =>
    documentOfBlocks(
      data.blocks.map((block) => ({
        ...block,
        text: block.text.replaceAll(/[aZ7()人之初]/gu, () => signs.next().value ?? ''),
      })),
    ),
  )

/** Code set apart within code says nothing: Markdown sets all of it apart. */
const plainCode = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block) =>
    block.kind === 'code'
      ? { ...block, spans: block.spans?.filter(({ kind }) => kind !== 'code') ?? [] }
      : block,
  )

describe.each([
  ['the page to print', (model: ExportModel) => printableHtml(model, '')],
  ['the web page', exportHtml],
])('the whole text in %s', (_, write) => {
  it('has the text of every block, and the words of every mark, of any document in any form', () => {
    fc.assert(
      fc.property(anyMarked, (marked) => {
        const model = exportOf(marked)
        const page = browsed(write(model))
        expect(blocksIn(page).map(wordsOf)).toEqual(shownBlocks(model))
        for (const [color, words] of markedWords(model)) {
          const marks = [...page.querySelectorAll(`.text mark.${color}`)]
          expect(marks.map(wordsOf).join('').replaceAll('\n', '')).toBe(words)
        }
        const signs = [...page.querySelectorAll('.text sup > a[href^="#n"]')]
        expect(signs).toHaveLength(notesWithSigns(model).length)
      }),
    )
  })
})

describe('the whole text in Markdown', () => {
  it('has the words of every mark, and a sign for every note, of any document in any form', () => {
    fc.assert(
      fc.property(markedIn(documentWithSigns.map(withoutNotes)), (marked) => {
        const model = exportOf(marked)
        const shown = new Marked({ gfm: true }).use(markedFootnote())
        const page = browsed(shown.parse(exportMarkdown(model), { async: false }))
        const signs = [...page.querySelectorAll('a[data-footnote-ref]')]
        expect(new Set(signs.map((sign) => sign.getAttribute('href')))).toEqual(
          new Set([...signedNotes(model).values()].map((number) => `#footnote-n${number}`)),
        )
        for (const sign of signs) sign.parentElement?.remove()
        for (const [color, words] of markedWords(model)) {
          const marks = [...page.querySelectorAll(`mark.${color}`)]
          expect(marks.map(wordsOf).join('').replaceAll('\n', '')).toBe(words)
        }
      }),
    )
  })
})

/** What a paragraph of Word's says, in itself or in what stands in it. */
function saidIn(node: Element): string {
  if (node.tagName === 'w:t') return node.textContent ?? ''
  if (node.tagName === 'w:br') return '\n'
  const isAdded =
    node.tagName === 'w:rt' || (node.getAttribute('w:anchor') ?? '').startsWith('ref_')
  return isAdded ? '' : [...node.children].map(saidIn).join('')
}

const elements = (node: Document | Element, name: string): readonly Element[] => [
  ...node.getElementsByTagName(name),
]

async function wordDocument(model: ExportModel): Promise<Document> {
  const zip = await JSZip.loadAsync(await exportDocx({ ...model, extras: new Set() }))
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
  return new DOMParser().parseFromString(xml, 'text/xml') as unknown as Document
}

describe('the whole text in Word', () => {
  it('has the text of every block, and a comment on the words of every note', async () => {
    await fc.assert(
      fc.asyncProperty(anyMarked, async (marked) => {
        const model = exportOf(marked)
        const page = await wordDocument(model)
        const said = elements(page, 'w:p')
          .map(saidIn)
          .filter((words) => words !== '')
        const shown = shownBlocks(model).filter((words) => words !== '')
        // The citation stands behind the text.
        expect(said.slice(0, -1)).toEqual(shown)
        const numbers = notesWithSigns(model)
          .map(({ number }) => String(number))
          .toSorted()
        for (const name of ['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference']) {
          const ids = elements(page, name).map((one) => one.getAttribute('w:id') ?? '')
          expect(ids.toSorted()).toEqual(numbers)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('has a mark on its words, and on nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(anyMarked, async (marked) => {
        const model = exportOf({ ...marked, annotations: marked.annotations.slice(0, 1) })
        const runs = elements(await wordDocument(model), 'w:r').filter(
          (run) => elements(run, 'w:r').length === 0,
        )
        const under = runs.filter((run) => elements(run, 'w:u').length > 0)
        const [words = ''] = markedWords(model).values()
        expect(under.map(saidIn).join('').replaceAll('\n', '')).toBe(words)
      }),
      { numRuns: 60 },
    )
  })
})

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

describe('what came with a document', () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)
  const bytes = Uint8Array.of(...png, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 40, 0, 0, 0, 20)
  const document = documentOfBlocks([
    { id: 'b0', kind: 'picture', resource: 'a.png', text: '一"圖"' },
    {
      id: 'b1',
      kind: 'paragraph',
      role: 'body',
      runIn: codePoints(0),
      text: '按此',
      spans: [
        {
          kind: 'link',
          target: { to: 'address', url: 'javascript:alert(1)' },
          range: textRange(0, 2),
        },
      ],
    },
    { id: 'b2', kind: 'code', text: '\n  x' },
  ])
  const source = sourceOf([], { open: openDocumentOf(document) })
  const [only] = source.documents
  const pictures = new Map([['a.png', bytes]])
  const model = exportModel(
    { ...source, documents: [{ ...only, pictures }] },
    { script: 'hant', scope: 'text' },
  )

  it('is within the file: pictures with their descriptions', async () => {
    const image =
      '<img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAACgAAAAU" alt="一&quot;圖&quot;">'
    expect(printableHtml(model, '')).toContain(image)
    expect(exportHtml(model)).toContain(image)
    expect(exportHtml(model)).toContain("img-src data:; base-uri 'none'")
    expect(exportMarkdown(model)).toContain(
      '](data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAACgAAAAU)',
    )
    const word = await wordDocument(model)
    const [extent] = elements(word, 'wp:extent')
    // 40 by 20 CSS px, in English metric units.
    expect([extent?.getAttribute('cx'), extent?.getAttribute('cy')]).toEqual(['381000', '190500'])
    expect(elements(word, 'wp:docPr')[0]?.getAttribute('descr')).toBe('一"圖"')
    const again = readMarkdown(exportMarkdown(model))
    expect([...again.resources.values()].map((one) => one.bytes)).toEqual([bytes])
  })

  it('leads to the web or to mail alone, and code begins with its first line', () => {
    for (const file of [printableHtml(model, ''), exportHtml(model), exportMarkdown(model)]) {
      expect(file).not.toContain('javascript')
    }
    expect(exportHtml(model)).toContain('<pre>\n\n  x</pre>')
  })
})

describe('what a text says of itself', () => {
  const novel = madeDocument('《石頭記》\n第一回 甄士隱夢幻識通靈')
  const { data } = novel.document
  const open = openDocumentOf(
    new CanonicalDocument({
      ...data,
      title: '《石頭記》',
      source: { author: '曹雪芹, 高鶚', published: { kind: 'on', date: '1791' }, type: 'M' },
    }),
  )
  const model = exportModel(sourceOf([], { open }), { script: 'hant', scope: 'text' })

  it.each(['markdown', 'html', 'docx'] as const)(
    'is said of it when it is opened again (%s)',
    async (format) => {
      const content = await exportNotes(format, model)
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
      const name = { markdown: 'a.md', html: 'a.html', docx: 'a.docx' }[format]
      const { author, date } = (await openFile({ name, bytes })).document.facts
      expect(author?.value).toBe('曹雪芹, 高鶚')
      // Word keeps when a file was made, and not when its text was published.
      expect(date?.value).toBe(format === 'docx' ? undefined : '1791')
    },
  )

  it('is in Word that nobody wrote it where nobody is known, and which program made the file', async () => {
    const zip = await JSZip.loadAsync(await exportDocx(unmarkedModel(novel.document)))
    expect(await zip.file('docProps/core.xml')?.async('string')).not.toContain('dc:creator>')
    expect(await zip.file('docProps/app.xml')?.async('string')).toContain(
      '<Application>Piyue 1.2.3</Application>',
    )
  })

  it('has its title in marks once', () => {
    expect(model.documents[0].citation).toBe('曹雪芹, 高鶚：《石頭記》，1791。')
  })
})

describe('the whole text in Word, within what is set apart', () => {
  it('has a comment on words of code begin and end at these', async () => {
    const document = documentOfBlocks([
      {
        id: 'b0',
        kind: 'code',
        text: 'const a = 1',
        spans: [{ kind: 'code', range: textRange(0, 11) }],
      },
    ])
    const note = annotationOf(document, textRange(6, 7), { note: '按' })
    const model = exportModel(sourceOf([note], { open: openDocumentOf(document) }), {
      script: 'hant',
      scope: 'text',
    })
    const [paragraph] = elements(await wordDocument(model), 'w:p')
    const order = [...(paragraph?.children ?? [])].flatMap((child) => {
      if (child.tagName.startsWith('w:commentRange')) return [child.tagName]
      const said = saidIn(child)
      return said === '' ? [] : [said]
    })
    expect(order).toEqual(['const ', 'w:commentRangeStart', 'a', 'w:commentRangeEnd', ' = 1'])
  })

  it('has no row for the head of a table but those that are', async () => {
    const html = '<table><tr><th>甲</th></tr><tr><td>一</td></tr><tr><td>二</td></tr></table>'
    const document = documentOfBlocks(readPage(html).document.blocks)
    const bytes = await exportDocx(unmarkedModel(document))
    const { blocks } = (await openFile({ name: 'a.docx', bytes })).document
    const heads = blocks.flatMap(({ text, within = [] }) =>
      within.some((one) => one.kind === 'table' && one.isHeader) ? [text] : [],
    )
    expect(heads).toEqual(['甲'])
  })
})

it('sets English quotation marks apart where a page or a print shows them, and leaves Chinese ones', () => {
  const { document } = madeDocument('我 don’t 說：“好。”')
  const model = unmarkedModel(document)
  for (const html of [exportHtml(model), printableHtml(model, '')]) {
    expect(html).toContain('我 don<span class="english-mark">’</span>t 說：“好。”</p>')
  }
  expect(exportMarkdown(model)).toContain('我 don’t 說：“好。”')
})
