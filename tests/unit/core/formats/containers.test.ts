import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { readDocx } from '../../../../core/formats/docx'
import { readEpub } from '../../../../core/formats/epub'
import { Archive } from '../../../../core/formats/zip'
import { valuesOf } from './support/facts'
import { docxOf, type Files, zipOf } from './support/make-files'

const container =
  '<?xml version="1.0"?><container><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'

const page = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="x.js"/></head><body>${body}</body></html>`

const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** An e-book of two pages, with further files in place of or beside its own. */
const epub = (more: Files = {}): Uint8Array =>
  zipOf({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': container,
    'OEBPS/book.opf': `<?xml version="1.0"?><package><metadata><dc:title>某書</dc:title><dc:creator>某人</dc:creator><dc:language>zh-TW</dc:language><dc:date>1919-05-04T00:00:00Z</dc:date></metadata>
      <manifest><item id="css" href="s.css" media-type="text/css"/><item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/><item id="b" href="text/2.xhtml" media-type="application/xhtml+xml"/><item id="a" href="text/1.xhtml" media-type="application/xhtml+xml"/><item id="p" href="img/p.png" media-type="image/png"/></manifest>
      <spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>`,
    'OEBPS/nav.xhtml': page('<nav>目錄</nav>'),
    'OEBPS/s.css': 'body { writing-mode: vertical-rl }',
    'OEBPS/text/1.xhtml': page(
      '<h1>第一章</h1><p>見<a href="2.xhtml#here">下章</a>。<img src="../img/p.png" alt="圖"/></p>',
    ),
    'OEBPS/text/2.xhtml': page('<h1 id="top">第二章</h1><p id="here">終<a id="empty"/>。</p>'),
    'OEBPS/img/p.png': png,
    ...more,
  })

describe('an e-book', () => {
  it('is one document of the pages of its spine, with its facts, pictures and direction', async () => {
    const read = await readEpub(epub())
    expect(valuesOf(read.facts)).toEqual({
      title: '某書',
      author: '某人',
      date: '1919-05-04',
      language: 'zh-TW',
    })
    expect(read.blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['heading', '第一章'],
      ['paragraph', '見下章。'],
      ['picture', '圖'],
      ['heading', '第二章'],
      ['paragraph', '終。'],
    ])
    expect(read.blocks[1]?.spans).toMatchObject([{ target: { to: 'block', blockId: 'b5' } }])
    expect([...read.resources.keys()]).toEqual(['OEBPS/img/p.png'])
    expect(read.isVertical).toBe(true)
  })

  it('has its lines broken once, however a break is written', async () => {
    const lines = page('<p>甲<br/>乙<br />丙<br class="x"/>丁<br></br>戊</p><p>己</p>')
    const { blocks } = await readEpub(epub({ 'OEBPS/text/1.xhtml': lines }))
    expect(blocks.slice(0, 2).map(({ text }) => text)).toEqual(['甲\n乙\n丙\n丁\n戊', '己'])
  })

  it('has a page whose name is no address', async () => {
    const { blocks } = await readEpub(
      epub({
        'OEBPS/book.opf': `<package><manifest><item id="a" href="100%.xhtml" media-type="application/xhtml+xml"/></manifest>
          <spine><itemref idref="a"/></spine></package>`,
        'OEBPS/100%.xhtml': page('<p>終。</p>'),
      }),
    )
    expect(blocks.map(({ text }) => text)).toEqual(['終。'])
  })

  it('has its pages where its package writes all names with a prefix', async () => {
    const prefixed = `<opf:package xmlns:opf="http://www.idpf.org/2007/opf">
      <opf:manifest><opf:item id="a" href="text/1.xhtml" media-type="application/xhtml+xml"/></opf:manifest>
      <opf:spine page-progression-direction="rtl"><opf:itemref idref="a"/></opf:spine></opf:package>`
    const read = await readEpub(epub({ 'OEBPS/book.opf': prefixed }))
    expect(read.blocks.map(({ text }) => text)).toEqual(['第一章', '見下章。圖'])
    expect(read.isVertical).toBe(true)
  })

  it('in Arabic is bound on the right, and set in lines', async () => {
    const bound = (language: string) =>
      epub({
        'OEBPS/s.css': '',
        'OEBPS/book.opf': `<package><metadata><dc:language>${language}</dc:language></metadata>
          <manifest><item id="b" href="text/2.xhtml" media-type="application/xhtml+xml"/></manifest>
          <spine page-progression-direction="rtl"><itemref idref="b"/></spine></package>`,
      })
    expect((await readEpub(bound('ar'))).isVertical).toBe(false)
    expect((await readEpub(bound('ja'))).isVertical).toBe(true)
  })

  it('that only a shop can open is refused; scrambled fonts keep nobody out', async () => {
    const encryption = (algorithm: string) =>
      `<encryption><enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/></enc:EncryptedData></encryption>`
    const name = 'META-INF/encryption.xml'
    const closed = epub({ [name]: encryption('http://www.w3.org/2001/04/xmlenc#aes128-cbc') })
    await expect(readEpub(closed)).rejects.toMatchObject({ reason: 'protected' })
    const fonts = epub({ [name]: encryption('http://www.idpf.org/2008/embedding') })
    await expect(readEpub(fonts)).resolves.toMatchObject({ isVertical: true })
  })

  it('takes no file from outside itself, whatever its names say', async () => {
    const read = await readEpub(
      epub({
        'OEBPS/text/1.xhtml': page('<p>甲<img src="../../../../etc/passwd" alt="密"/></p>'),
        '../../evil.xhtml': page('<p>惡</p>'),
      }),
    )
    expect(read.blocks.map(({ text }) => text)).toEqual(['甲密', '第二章', '終。'])
  })

  it('expands no entities', async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "哈"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>笑&b;&x;</p></body></html>`
    const read = await readEpub(epub({ 'OEBPS/text/1.xhtml': laughs }))
    const [first] = read.blocks
    expect(first?.text).not.toContain('哈')
    expect(first?.text).not.toContain('root:')
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['no archive', new TextEncoder().encode('PK but not really')],
  ])('that is %s is called damaged', async (_what, bytes) => {
    await expect(readEpub(bytes)).rejects.toMatchObject({ reason: 'damaged' })
  })
})

describe('an archive', () => {
  const limits = { file: 10_000, all: 15_000, files: 20 }

  it('is unpacked no further than the limits go, whatever it says of its size', async () => {
    const bomb = epub({ bomb: new Uint8Array(1_000_000) })
    expect(bomb.length).toBeLessThan(10_000)
    const archive = await Archive.open(bomb, limits)
    await expect(archive.bytes('bomb')).rejects.toMatchObject({ reason: 'too-large' })
  })

  it('counts what all its files come to', async () => {
    const archive = await Archive.open(
      epub({ one: new Uint8Array(9_000), two: new Uint8Array(9_000) }),
      limits,
    )
    await archive.bytes('one')
    await expect(archive.bytes('two')).rejects.toMatchObject({ reason: 'too-large' })
  })

  it('of more files than can be is refused', async () => {
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}`, '']))
    await expect(Archive.open(epub(many), limits)).rejects.toMatchObject({
      reason: 'too-complex',
    })
  })
})

describe('a Word document', () => {
  it('keeps headings, emphasis, tables and footnotes', async () => {
    const bytes = await Packer.toBuffer(
      new Document({
        title: '報告',
        creator: '某區',
        footnotes: { 1: { children: [new Paragraph('注文。')] } },
        sections: [
          {
            children: [
              new Paragraph({ text: '報告', heading: HeadingLevel.HEADING_1 }),
              new Paragraph({
                children: [
                  new TextRun('砥礪'),
                  new TextRun({ text: '篤行', bold: true }),
                  new FootnoteReferenceRun(1),
                ],
              }),
              new Table({
                rows: [
                  new TableRow({
                    children: ['甲', '乙'].map(
                      (text) => new TableCell({ children: [new Paragraph(text)] }),
                    ),
                  }),
                ],
              }),
            ],
          },
        ],
      }),
    )
    const read = await readDocx(new Uint8Array(bytes))
    expect(valuesOf(read.facts)).toMatchObject({ title: '報告', author: '某區' })
    expect(read.blocks.slice(0, 4)).toMatchObject([
      { kind: 'heading', level: 1, text: '報告' },
      {
        kind: 'paragraph',
        text: '砥礪篤行[1]',
        spans: [{ kind: 'strong' }, { kind: 'note-reference' }, { kind: 'superscript' }],
      },
      { text: '甲', within: [{ kind: 'table', row: 0, column: 0 }] },
      { text: '乙', within: [{ kind: 'table', row: 0, column: 1 }] },
    ])
    expect(read.blocks.at(-1)).toMatchObject({
      text: '注文。',
      within: [{ kind: 'list' }, { kind: 'footnote' }],
    })
  })

  it('keeps readings and formulas as words, and tells what it has besides', async () => {
    const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`
    const ruby = `<w:r><w:ruby><w:rt>${run('ㄉㄨˊ')}</w:rt><w:rubyBase>${run('讀')}</w:rubyBase></w:ruby></w:r>`
    const formula = '<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>'
    const struck = '<w:del w:id="1"><w:r><w:delText>刪</w:delText></w:r></w:del>'
    const read = await readDocx(
      docxOf(`<w:p>${run('我們')}${ruby}${run('書')}${struck}</w:p><w:p>${formula}</w:p>`, {
        'word/comments.xml': '<w:comments><w:comment w:id="0"/></w:comments>',
      }),
    )
    expect(read.blocks.map(({ text }) => text)).toEqual(['我們讀書', 'a+b'])
    expect(read.blocks[0]?.spans).toMatchObject([{ kind: 'ruby', reading: 'ㄉㄨˊ' }])
    expect(Object.fromEntries(read.leftOut)).toEqual({ comment: 1, deletion: 1, formula: 1 })
  })

  it('keeps what fields come to', async () => {
    const field = '<w:fldSimple w:instr="PAGE"><w:r><w:t>七</w:t></w:r></w:fldSimple>'
    const run = '<w:r><w:t>頁</w:t></w:r>'
    const read = await readDocx(docxOf(`<w:p>${run}${field}${run}</w:p>`))
    expect(read.blocks.map(({ text }) => text)).toEqual(['頁七頁'])
  })

  it('keeps words that have a direction of their own', async () => {
    const run = (words: string) => `<w:r><w:t>${words}</w:t></w:r>`
    const directed = `<w:dir w:val="rtl">${run('向')}</w:dir><w:bdo w:val="ltr">${run('左')}</w:bdo>`
    const read = await readDocx(docxOf(`<w:p>${run('前')}${directed}${run('後')}</w:p>`))
    expect(read.blocks.map(({ text }) => text)).toEqual(['前向左後'])
  })

  it('that is another archive is called damaged', async () => {
    await expect(readDocx(epub())).rejects.toMatchObject({ reason: 'damaged' })
  })
})
