import * as fc from 'fast-check'
import JSZip from 'jszip'
import { DOMParser, parseHTML } from 'linkedom'
import { Marked } from 'marked'
import markedFootnote from 'marked-footnote'
import { parse, serialize } from 'parse5'
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
import { readMarkdown } from '../../../../../core/formats/markdown'
import { openFile } from '../../../../../core/formats/open-file'
import { readPage } from '../../../../../core/formats/page'
import { codePoints } from '../../../../../core/text/code-points'
import { textRange } from '../../../../../core/text/range'
import { annotationOf, annotationOn } from '../../../support/annotations'
import { madeDocument } from '../../../support/made-document'
import {
  anyMarked,
  documentOfBlocks,
  documentWithSigns,
  exportOf,
  markedIn,
  markedWords,
  notesWithSigns,
  openDocumentOf,
  shownBlocks,
  unmarkedModel,
  withoutNotes,
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

describe('the whole text in Traditional and Simplified', () => {
  const { document } = madeDocument('章程[1]\n本會以讀書為宗旨。')
  const note = annotationOn(document, '讀書', { note: '善' })
  const model = exportModel(sourceOf([note], { open: openDocumentOf(document) }), {
    script: 'both',
    scope: 'text',
  })

  it('is all of it in each, one after the other, under the name of the form', async () => {
    const texts = [
      'Traditional',
      '章程[1]',
      '本會以讀書為宗旨。',
      'Simplified',
      '章程[1]',
      '本会以读书为宗旨。',
    ]
    const page = browsed(exportHtml(model))
    expect([...page.querySelectorAll('h1, .text p')].map(wordsOf)).toEqual(texts)
    const langs = [...page.querySelectorAll('.text')].map((text) => text.getAttribute('lang'))
    expect(langs).toEqual(['zh-Hant', 'zh-Hans'])
    const markdown = new Marked({ gfm: true })
      .use(markedFootnote())
      .parse(exportMarkdown({ ...model, extras: new Set() }), { async: false })
    const words = [...browsed(markdown).querySelectorAll('body > :is(h1, p)')].map((one) =>
      one.textContent?.replace(/1(?=為|为)/u, ''),
    )
    expect(words.slice(0, -1)).toEqual(texts)
    const said = elements(await wordDocument(model), 'w:p').map(saidIn)
    expect(said.slice(0, -1)).toEqual(texts)
  })

  it.each([
    ['the web page', exportHtml],
    ['Markdown', exportMarkdown],
  ])('has marks and the sign of a note in both, and the note once, in %s', (_, write) => {
    const file = write(model)
    expect(file.match(/<mark class="[^"]*">讀書<\/mark>/gu)).toHaveLength(1)
    expect(file.match(/<mark class="[^"]*">读书<\/mark>/gu)).toHaveLength(1)
    expect(file.match(/href="#n1"|\[\^n1\](?!:)/gu)).toHaveLength(2)
    expect(file.match(/善/gu)).toHaveLength(1)
  })

  it('has marks in both in Word, and the comment on the first', async () => {
    const word = await wordDocument(model)
    const marked = elements(word, 'w:r').filter((run) => elements(run, 'w:u').length > 0)
    expect(marked.map(saidIn)).toEqual(['讀書', '读书'])
    expect(elements(word, 'w:commentReference')).toHaveLength(1)
  })

  it('is read again without the note: from a web page in the first form, from Markdown in both', () => {
    const words = (blocks: readonly { readonly text: string }[]) => blocks.map(({ text }) => text)
    const [traditional, simplified] = [
      ['章程[1]', '本會以讀書為宗旨。'],
      ['章程[1]', '本会以读书为宗旨。'],
    ] as const
    expect(words(readPage(exportHtml(model)).document.blocks)).toEqual(traditional)
    expect(words(readMarkdown(exportMarkdown(model)).blocks)).toEqual([
      'Traditional',
      ...traditional,
      'Simplified',
      ...simplified,
    ])
  })

  it('has places of its own in each form', async () => {
    const places = async (marked: Parameters<typeof exportOf>[0]) => {
      const page = browsed(exportHtml(exportOf(marked)))
      const word = await wordDocument(exportOf(marked))
      return {
        page: new Set([...page.querySelectorAll('.text [id]')].map(({ id }) => id)).size,
        word: new Set(elements(word, 'w:bookmarkStart').map((one) => one.getAttribute('w:name')))
          .size,
      }
    }
    await fc.assert(
      fc.asyncProperty(anyMarked, async (marked) => {
        const once = await places({ ...marked, script: 'hant' })
        const twice = await places({ ...marked, script: 'both' })
        expect(twice).toEqual({ page: 2 * once.page, word: 2 * once.word })
      }),
      { numRuns: 20 },
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
    expect(model.documents[0].citation).toBe('曹雪芹、高鶚：《石頭記》，1791。')
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
