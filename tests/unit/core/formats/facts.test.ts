import * as fc from 'fast-check'
import { isoDateOf } from '../../../../core/formats/facts'
import { openFile } from '../../../../core/formats/open-file'
import { readPage } from '../../../../core/formats/page'
import { originsOf, valuesOf } from './support/facts'
import { bytesOf, docxOf, epubOf, wordParagraph } from './support/make-files'

const factsOf = async (name: string, bytes: Uint8Array) =>
  (await openFile({ name, bytes })).document.facts

const pageOf = (head: string, body: string) =>
  readPage(`<!doctype html><html lang="zh-CN"><head>${head}</head><body>${body}</body></html>`)
    .document

const titleOf = (head: string, body: string) => pageOf(head, body).facts.title?.value

/** So long that the article is told from the page. */
const words = `<p>${'全区经济运行总体平稳，稳中有进。'.repeat(40)}</p>`.repeat(3)

describe('the title of a web page', () => {
  it.each([
    ['新区工作报告_中国政府网', '<h1>新区工作报告</h1>', '新区工作报告'],
    ['新区工作报告 - 新华网', '<h1>新区工作报告</h1>', '新区工作报告'],
    ['新华网 - 新区工作报告', '<h1>新华网</h1><h1>新区工作报告</h1>', '新区工作报告'],
    ['新区工作报告-时政-新华网', '<div class="t">新区工作报告</div>', '新区工作报告'],
    ['新闻详情', '<h1>新区工作报告</h1>', '新区工作报告'],
    ['新区工作报告_某网', '<h1>新区　 工作报告</h1>', '新区　 工作报告'],
  ])('“%s” over %s is the words that the page has as its own: %s', (title, shown, own) => {
    expect(titleOf(`<title>${title}</title>`, shown + words)).toBe(own)
  })

  it.each([
    // The dash is the title's own.
    ['上海—北京', '<h1>上海—北京</h1>'],
    ['老北京 - 中国青年报', '<p>沒有標題。</p>'],
    ['COVID-19', '<h1>COVID-19</h1>'],
    ['報告：總結 - 展望', '<h1>報告：總結 - 展望</h1><h2>展望</h2>'],
    // A site's name that leads to its first page is a line of every page.
    ['短文 - 某青年報', '<a href="https://a.example/">某青年報</a>'],
  ])('loses no word of its own: %s', (title, shown) => {
    expect(titleOf(`<title>${title}</title>`, shown + words)).toBe(title)
  })

  it('goes without what the page calls its site', () => {
    const site = '<meta property="og:site_name" content="某區政府">'
    expect(titleOf(`${site}<title>工作報告 | 某區政府</title>`, words)).toBe('工作報告')
    expect(titleOf(`${site}<title>某區政府｜工作報告</title>`, words)).toBe('工作報告')
    expect(titleOf(`${site}<title>某區政府工作報告</title>`, words)).toBe('某區政府工作報告')
  })

  it('is what the page states it to be, before all that it is called', () => {
    const head = '<meta name="ArticleTitle" content="工作报告"><title>x_某网</title>'
    expect(titleOf(head, `<h1>某网</h1>${words}`)).toBe('工作报告')
  })

  it('stands above the article that was told from the page, as the page has it', () => {
    const { blocks, facts } = pageOf(
      '<title>新区工作报告_中国政府网</title>',
      `<nav><a href="/">首页</a></nav><h1>新区工作报告</h1><div class="content">${words}</div>`,
    )
    expect(blocks[0]).toMatchObject({ kind: 'heading', level: 1, text: '新区工作报告' })
    expect(blocks.filter(({ text }) => text.includes('中国政府网'))).toEqual([])
    expect(originsOf(facts)['title']).toBe('(heading)')
  })

  it('of words by chance is never less than the page shows it to be', () => {
    const word = fc.string({
      unit: fc.constantFrom('甲', '乙', '丙', 'a'),
      minLength: 1,
      maxLength: 6,
    })
    const parting = fc.constantFrom(' - ', '_', '｜', '—', '：')
    fc.assert(
      fc.property(word, parting, word, (own, between, site) => {
        fc.pre(own !== site)
        const title = `<title>${own}${between}${site}</title>`
        expect(titleOf(title, `<h1>${own}</h1>${words}`)).toBe(own)
        expect(titleOf(title, words)).toBe(`${own}${between}${site}`)
        const whole = own + between + site
        expect(titleOf(title, `<h1>${whole}</h1><h2>${own}</h2>${words}`)).toBe(whole)
      }),
      { numRuns: 30 },
    )
  })
})

describe('what a web page says of itself', () => {
  it('is read from the fields of government sites', () => {
    const facts = pageOf(
      [
        '<meta name="SiteName" content="某区人民政府">',
        '<meta name="ArticleTitle" content="工作报告">',
        '<meta name="PubDate" content="2019-03-01 09:30">',
        '<meta name="Author" content="区府办">',
        '<title>工作报告-某区人民政府</title>',
      ].join(''),
      words,
    ).facts
    expect(valuesOf(facts)).toEqual({
      title: '工作报告',
      author: '区府办',
      date: '2019-03-01',
      publisher: '某区人民政府',
      language: 'zh-CN',
    })
    expect(originsOf(facts)).toMatchObject({ title: 'ArticleTitle', date: 'PubDate' })
  })

  it('is read from those of journals, which make it an article', () => {
    const meta = (name: string, content: string) =>
      `<meta name="citation_${name}" content="${content}">`
    const { facts } = pageOf(
      [
        meta('title', '論聲韻'),
        meta('author', '甲某'),
        meta('author', '乙某'),
        meta('journal_title', '某學報'),
        meta('publication_date', '2018/12'),
        meta('volume', '5'),
        meta('issue', '2'),
        meta('firstpage', '11'),
        meta('lastpage', '30'),
      ].join(''),
      words,
    )
    expect(valuesOf(facts)).toMatchObject({
      type: 'J',
      title: '論聲韻',
      author: '甲某, 乙某',
      container: '某學報',
      date: '2018-12',
      volume: '5',
      issue: '2',
      pages: '11-30',
    })
  })

  it('is read from what is shared with others, from JSON-LD, and from where it was saved', () => {
    const { facts } = readPage(
      `<!-- saved from url=(0026)https://a.example/report/1 --><html><head>
       <meta property="og:title" content="工作報告"><meta property="article:published_time" content="2019-05-23T08:00:00+08:00">
       <meta property="article:author" content="https://a.example/people/1">
       <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"工作報告","author":[{"name":"某記者"}]}]}</script>
       </head><body>${words}</body></html>`,
    ).document
    expect(valuesOf(facts)).toEqual({
      title: '工作報告',
      author: '某記者',
      date: '2019-05-23',
      address: 'https://a.example/report/1',
    })
  })
})

describe('what a Word document says of itself', () => {
  const core = (inner: string) => ({
    'docProps/core.xml': `<?xml version="1.0"?><cp:coreProperties>${inner}</cp:coreProperties>`,
  })

  it('is when its file was made, and not when it was published', async () => {
    const facts = await factsOf(
      'x.docx',
      docxOf(
        wordParagraph('文'),
        core(
          '<dc:title>章程</dc:title><dc:creator>某會</dc:creator><dcterms:created>2021-06-07T01:02:03Z</dcterms:created>',
        ),
      ),
    )
    expect(valuesOf(facts)).toEqual({ title: '章程', author: '某會', made: '2021-06-07' })
  })

  it('is not what its program says', async () => {
    const facts = await factsOf(
      'x.docx',
      docxOf(
        wordParagraph('文'),
        core('<dc:title>Microsoft Word - 文档1</dc:title><dc:creator>Administrator</dc:creator>'),
      ),
    )
    expect(facts).toEqual({})
  })

  it('is the title that stands in its text before that of its template, and no chapter', async () => {
    const titled = core('<dc:title>範本</dc:title>')
    const of = async (body: string) => valuesOf(await factsOf('x.docx', docxOf(body, titled)))
    const heading = (text: string) => wordParagraph(text, 'Heading1')
    expect(await of(heading('章程') + wordParagraph('文'))).toEqual({ title: '章程' })
    expect(await of(heading('第一章　總則') + wordParagraph('文'))).toEqual({ title: '範本' })
  })
})

describe('what an e-book says of itself', () => {
  const facts = async (metadata: string) =>
    valuesOf(
      await factsOf(
        'x.epub',
        epubOf('<h1>第一章</h1><p>文。</p>', {
          'book.opf': `<?xml version="1.0"?><package><metadata>${metadata}</metadata>
            <manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>
            <spine><itemref idref="a"/></spine></package>`,
        }),
      ),
    )

  it('is read from Dublin Core, by the attributes of EPUB 2', async () => {
    expect(
      await facts(
        `<dc:title>某書</dc:title><dc:creator opf:role="aut">甲某</dc:creator><dc:creator opf:role="trl">乙某</dc:creator>
         <dc:publisher>某社</dc:publisher><dc:language>zh-TW</dc:language>
         <dc:date opf:event="modification">2020-01-02</dc:date><dc:date opf:event="publication">1919</dc:date>
         <dc:identifier opf:scheme="ISBN">978-7-5010-2345-5</dc:identifier><dc:identifier>urn:uuid:1-2</dc:identifier>`,
      ),
    ).toEqual({
      title: '某書',
      author: '甲某',
      publisher: '某社',
      language: 'zh-TW',
      date: '1919',
      isbn: '9787501023455',
    })
  })

  it('and by the refinements of EPUB 3', async () => {
    expect(
      await facts(
        `<dc:title id="s">副題</dc:title><meta refines="#s" property="title-type">subtitle</meta>
         <dc:title id="m">正題</dc:title><meta refines="#m" property="title-type">main</meta>
         <dc:creator id="a">甲某</dc:creator><meta refines="#a" property="role">aut</meta>
         <dc:creator id="b">乙某</dc:creator><meta refines="#b" property="role">ill</meta>
         <dc:date>0101-01-01T00:00:00+00:00</dc:date><dc:identifier>https://a.example/1</dc:identifier>`,
      ),
    ).toEqual({ title: '正題', author: '甲某', address: 'https://a.example/1' })
  })
})

describe('what Markdown says of itself', () => {
  const read = async (text: string) =>
    (await openFile({ name: 'x.md', bytes: bytesOf(text) })).document

  it.each([
    [
      'lists and quotes',
      'title: "甲：乙"\nauthor:\n  - 丙\n  - name: 丁\ndate: 2019-03-01\npublisher: 某社',
      { title: '甲：乙', author: '丙, 丁', date: '2019-03-01', publisher: '某社' },
    ],
    ['a colon that is not quoted', 'title: 甲: 乙\nauthor: 丙', { title: '甲: 乙', author: '丙' }],
    [
      'Chinese names',
      '標題: 甲\n作者: 丙\n日期: 2019年3月',
      { title: '甲', author: '丙', date: '2019-03' },
    ],
    ['several lines', 'title: >\n  甲\n  乙\ntags: [a, b]', { title: '甲 乙' }],
  ])('is front matter with %s, which is no text', async (_what, yaml, facts) => {
    const document = await read(`---\n${yaml}\n---\n\n# 標題\n\n文。\n`)
    expect(valuesOf(document.facts)).toEqual(facts)
    expect(document.blocks.map(({ text }) => text)).toEqual(['標題', '文。'])
  })

  it('is its first heading, where it says nothing', async () => {
    expect(valuesOf((await read('# 標題\n\n文。\n')).facts)).toEqual({ title: '標題' })
    expect((await read('# 第一章 總則\n\n文。\n')).facts).toEqual({})
  })

  it('is not words between two lines across a page', async () => {
    const document = await read('---\n話說天下大勢\n---\n\n文。\n')
    expect(document.blocks.map(({ text }) => text).join('')).toContain('話說天下大勢')
  })
})

describe('what plain text says of itself', () => {
  it('is its first line, and who wrote it', async () => {
    const facts = await factsOf('x.txt', bytesOf('某書\n作者：某人\n\n第一章\n話說天下。\n'))
    expect(valuesOf(facts)).toEqual({ title: '某書', author: '某人' })
  })
})

it('a title of a plain text may be further in than what follows', async () => {
  const facts = await factsOf('x.txt', bytesOf('　　静夜思\n床前明月光，\n疑是地上霜。\n'))
  expect(valuesOf(facts)).toEqual({ title: '静夜思' })
})

describe('what is no title of a plain text', () => {
  it('is the first line of a paragraph that goes on in the next', async () => {
    const bytes = bytesOf(
      '　　只有缩进的一段，很长很长\n下一行没有缩进，\n再一行。\n　　新段落。\n',
    )
    const { document } = await openFile({ name: 'x.txt', bytes })
    expect(valuesOf(document.facts ?? {})).toEqual({})
    expect(document.blocks.every(({ kind }) => kind === 'paragraph')).toBe(true)
  })

  it.each([
    '作者：李白\n题目：静夜思\n\n床前明月光，\n疑是地上霜。\n',
    '題目：静夜思\n作者：李白\n\n床前明月光，\n疑是地上霜。\n',
  ])('is a label: what stands behind it is (%j)', async (text) => {
    const facts = await factsOf('x.txt', bytesOf(text))
    expect(valuesOf(facts)).toEqual({ title: '静夜思', author: '李白' })
  })
})

describe('a date', () => {
  it.each([
    ['2019年3月1日', '2019-03-01'],
    ['２０１９年３月', '2019-03'],
    ['2019', '2019'],
    ['20190301', '2019-03-01'],
    ['2019-03-01T23:59:59Z', '2019-03-01'],
    ['2019/3/1 08:00', '2019-03-01'],
    ['20190301 08:00', '2019-03-01'],
    ['201903010800', '2019-03-01'],
    ['20190301080000', '2019-03-01'],
    ['1551398400', undefined],
    ['1551398400000', undefined],
    ['190301', undefined],
    ['2019-02-30', undefined],
    ['0101-01-01', undefined],
    ['昨天', undefined],
  ])('written %s is %s', (written, date) => {
    expect(isoDateOf(written)).toBe(date)
  })
})
