import { printableHtml } from '../../../../../core/exchange/export/printable-html'
import { textRange } from '../../../../../core/text/range'
import { annotationOf } from '../../../support/annotations'
import { report } from '../../../support/report'
import { hostileNotes, lost, marked, modelOf, placeOf } from './support'

const textOf = (html: string) =>
  html
    .replaceAll(/<sup>.*?<\/sup>/gu, '')
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

const articleOf = (html: string) => /<article[^>]*>\n(.*?)\n<\/article>/su.exec(html)?.[1] ?? ''

describe('the page that is printed', () => {
  it.each((['hant', 'hans', 'tw', 'hk', 'source'] as const).map((script) => [script] as const))(
    'holds the whole text in the form asked for, however marks overlap: %s',
    (script) => {
      const start = placeOf('統籌推進').start
      const overlapping = [0, 3, 7, 11, 200].flatMap((from) =>
        [2, 9, 80, 900].map((length) =>
          annotationOf(report, textRange(start + from, start + from + length), {
            id: `${from}-${length}`,
            note: '好',
          }),
        ),
      )
      const model = modelOf(overlapping, { script })
      const html = printableHtml(model, '')
      const [{ open, scripts }] = model.documents
      const rendition = open.renditionOf(scripts[0])
      const blocks = report.placed.map(({ block }) => rendition.block(block.id).text)
      expect(textOf(articleOf(html))).toBe(blocks.join('\n'))
    },
  )

  it('marks passages, and numbers those with a note in the order of the text', () => {
    const model = modelOf(
      [
        marked('經濟運行', { note: '二', style: { color: 'blue', kind: 'underline' } }),
        marked('統籌推進', { note: '一' }),
        marked('狠抓落實'),
      ],
      { script: 'hans' },
    )
    const html = printableHtml(model, '@font-face{}')
    expect(html).toContain(
      '<mark class="yellow highlight">统筹推进</mark><sup><a href="#n1">1</a></sup>',
    )
    expect(html).toContain(
      '<mark class="blue underline">经济运行</mark><sup><a href="#n2">2</a></sup>',
    )
    expect(html).toContain('<mark class="yellow highlight">狠抓落实</mark>')
    expect(html).toMatch(/<li id="n1" value="1"><div class="note" dir="auto">\n<p>一<\/p>/u)
    expect(html).toContain('<article class="text" lang="zh-Hans">')
    expect(html).toContain('@font-face{}')
  })

  it('paints neither the words of a bookmark nor the title under a note on the whole', () => {
    const html = printableHtml(
      modelOf([
        marked('2019年營口市西市區政府工作報告', { note: '通篇' }),
        marked('經濟運行', { note: '從這裡', style: { color: 'blue', kind: 'bookmark' } }),
      ]),
      '',
    )
    expect(articleOf(html)).not.toContain('<mark')
    expect(html).toContain('報告<sup><a href="#n1">1</a></sup></h1>')
    expect(html).toContain('經濟運行<sup><a href="#n2">2</a></sup>')
  })

  it('keeps a mark over several paragraphs in each of them, with one number at its end', () => {
    const html = printableHtml(modelOf([marked('一、2018年工作回顧\n2018年', { note: '好' })]), '')
    expect(html).toContain('<h2><mark class="yellow highlight">一、2018年工作回顧</mark></h2>')
    expect(html.match(/<sup>/gu)).toHaveLength(1)
  })

  it('writes as much for many marks on the same words as they look, and their notes in short lists', () => {
    const [one, many] = [1, 120].map((count) =>
      printableHtml(
        modelOf(
          Array.from({ length: count }, (_, i) => marked('經濟運行', { id: `n${i}`, note: '好' })),
        ),
        '',
      ),
    )
    expect(articleOf(many ?? '').match(/<mark/gu)).toEqual(articleOf(one ?? '').match(/<mark/gu))
    expect(articleOf(many ?? '').match(/<sup>/gu)).toHaveLength(120)
    expect(many?.match(/<ol>/gu)).toHaveLength(3)
    expect(many).toContain('<li id="n120" value="120">')
  })

  it('lists what was not found with its words', () => {
    const html = printableHtml(modelOf([lost('找不到的話', { note: '孤' })]), '')
    expect(html).toContain('<p>找不到的話</p>')
    expect(html).toContain('<p>孤</p>')
  })

  it('keeps run-in headings', () => {
    expect(printableHtml(modelOf([marked('經濟')]), '')).toContain('<b>招商引資態勢良好。</b>')
  })

  it('runs and loads nothing that a note holds', () => {
    const notes = hostileNotes.map((note, i) => marked('經濟運行', { id: `n${i}`, note }))
    const html = printableHtml(modelOf(notes), '')
    const tags = [...html.matchAll(/<([a-z][a-z0-9]*)[^>]*>/gu)].map(([, name]) => name)
    expect(tags).not.toContain('script')
    expect(tags).not.toContain('img')
    expect(tags).not.toContain('svg')
    expect(html).not.toMatch(/<[a-z][^>]*\son\w+=/u)
  })
})

describe('the layout of the page that is printed', () => {
  const model = () =>
    modelOf([marked('經濟運行', { note: '二' }), lost('找不到的話', { note: '孤' })])
  const layout = { vertical: false, marks: true, notes: 'end' } as const

  it('can leave marks away and keep notes, or both away, and the text is whole', () => {
    const unmarked = printableHtml(model(), '', { ...layout, marks: false })
    expect(unmarked).not.toContain('<mark')
    expect(unmarked).toContain('經濟運行<sup>')
    const bare = printableHtml(model(), '', { ...layout, marks: false, notes: 'none' })
    expect(bare).not.toMatch(/<mark|<sup>|<ol|找不到的話/u)
    const blocks = report.placed.map(({ block }) => block.text)
    expect(textOf(articleOf(bare))).toBe(blocks.join('\n'))
  })

  it('can have each note under the paragraph in which its words end', () => {
    const html = printableHtml(model(), '', { ...layout, notes: 'paragraph' })
    const paragraph = html.split('\n').findIndex((line) => line.includes('經濟運行</mark>'))
    expect(html.split('\n')[paragraph + 1]).toBe('<ol class="below">')
    expect(html.match(/<li id="n1"/gu)).toHaveLength(1)
    expect(html).toContain('找不到的話')
  })

  it('has the title on every page but the first, whatever signs are in it', () => {
    const hostile = { ...model(), title: 'A "B" \\ </style><script>\n終' }
    const html = printableHtml(hostile, '', layout)
    expect(html).toContain('content: "A \\22 B\\22  \\5c  \\3c /style>\\3c script>\\a 終"')
    expect(html).toContain('counter(page) " / " counter(pages)')
    expect(html).not.toContain('<script')
  })

  it('stands figures of two digits upright in columns, within their marks, and lays none in lines', () => {
    const words = '引進域外資金12億元'
    const model = modelOf([marked(words, { style: { color: 'blue', kind: 'underline' } })])
    const layout = { vertical: true, marks: true, notes: 'none' } as const
    const columns = printableHtml(model, '', layout)
    expect(columns).toContain(
      '<mark class="blue underline">引進域外資金</mark><mark class="blue underline"><span class="upright">12</span></mark>',
    )
    expect(columns).not.toContain('<span class="upright">2018')
    expect(textOf(articleOf(columns))).toBe(textOf(articleOf(printableHtml(model, ''))))
    expect(articleOf(printableHtml(model, ''))).not.toContain('upright')
  })

  it('can be set in columns, on paper that lies on its side', () => {
    const html = printableHtml(model(), '', { ...layout, vertical: true })
    expect(html).toContain('class="vertical"')
    expect(html).toContain('size: A4 landscape')
  })
})
