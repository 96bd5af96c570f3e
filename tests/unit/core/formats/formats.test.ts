import * as fc from 'fast-check'
import { readHtml } from '../../../../core/formats/html'
import { readMarkdown } from '../../../../core/formats/markdown'
import { readPlainText } from '../../../../core/formats/plain-text'
import { charactersOf } from '../../../../core/text/code-points'
import { valuesOf } from './support/facts'

const textsOf = ({ blocks }: ReturnType<typeof readHtml>) => blocks.map(({ text }) => text)

/** The words of each span, with what it is. */
const spansOf = ({ blocks }: ReturnType<typeof readHtml>) =>
  blocks.flatMap(({ text, spans = [] }) =>
    spans.map(({ kind, range }) => [
      kind,
      charactersOf(text).slice(range.start, range.end).join(''),
    ]),
  )

const pngBytes = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

describe('HTML', () => {
  it('becomes headings and paragraphs, white space laid out as a browser would', () => {
    const read = readHtml(
      '<h2> 一、 回顧 </h2>\n<p>砥礪\n篤行， <b>全力 </b> go\non</p>text<p></p>',
    )
    expect(read.blocks).toMatchObject([
      { kind: 'heading', level: 2, text: '一、 回顧' },
      { kind: 'paragraph', text: '砥礪篤行， 全力 go on' },
      { kind: 'paragraph', text: 'text' },
    ])
    expect(spansOf(read)).toEqual([['strong', '全力']])
  })

  it('has no space where a line was broken beside a character that is a surrogate pair', () => {
    const lines = '<p>黃𠮷\n某，以𡋾\n𠮷為名，𠮷\na</p>'
    expect(textsOf(readHtml(lines))).toEqual(['黃𠮷某，以𡋾𠮷為名，𠮷 a'])
  })

  it.each(['葛\u{e0100}', 'が', 'か\u3099', '㐂\ufe00', '甲\u200b'])(
    'has none beside a character with something upon it: %s',
    (character) => {
      expect(textsOf(readHtml(`<p>${character}\n城</p>`))).toEqual([`${character}城`])
    },
  )

  it('breaks lines where one break stands and paragraphs where two do', () => {
    expect(textsOf(readHtml('一<br> 二<br><br>三<br><br><br>四<br>'))).toEqual([
      '一\n二',
      '三',
      '四',
    ])
  })

  it('keeps lists in lists, numbers and all', () => {
    const { blocks } = readHtml(
      '<ol start=3><li>甲<ul><li>乙</li></ul></li><li><p>丙</p></li></ol>',
    )
    expect(blocks.map(({ text, within }) => [text, within])).toEqual([
      ['甲', [{ kind: 'list', id: 'list-1', start: 3, item: 0 }]],
      [
        '乙',
        [
          { kind: 'list', id: 'list-1', start: 3, item: 0 },
          { kind: 'list', id: 'list-2', start: null, item: 0 },
        ],
      ],
      ['丙', [{ kind: 'list', id: 'list-1', start: 3, item: 1 }]],
    ])
  })

  it.each([
    ['<li>甲</li><li>乙</li>', 0],
    ['<div>前<li>甲<li>乙</div>', 0],
    ['<dir><li>甲<li>乙</dir>', 1],
  ])('keeps items apart, though no list or an old one is around them: %s', (html, depth) => {
    const items = readHtml(html).blocks.slice(-2)
    expect(items.map(({ text }) => text)).toEqual(['甲', '乙'])
    expect(items.map(({ within = [] }) => within.length)).toEqual([depth, depth])
  })

  it('keeps the numbers of items: one that does not follow begins a list of its own', () => {
    const numbersIn = (html: string) =>
      readHtml(html).blocks.map(({ text, within }) => {
        const [list] = within ?? []
        if (list?.kind !== 'list') return text
        return `${list.id} ${list.start === null ? '-' : list.start + list.item} ${text}`
      })
    expect(numbersIn('<ol start=0><li>甲<li>乙<li value=9>丙<li>丁</ol>')).toEqual([
      'list-1 0 甲',
      'list-1 1 乙',
      'list-2 9 丙',
      'list-2 10 丁',
    ])
    expect(numbersIn('<ol reversed><li>甲<li>乙</ol>')).toEqual(['list-1 2 甲', 'list-2 1 乙'])
    expect(numbersIn('<ol><li value=x>甲<li value=99999999999>乙</ol>')).toEqual([
      'list-1 1 甲',
      'list-1 2 乙',
    ])
  })

  it('keeps numbers that are letters as text, and tells it', () => {
    const read = readHtml(
      '<ol type=A start=26><li>甲<b>乙</b><p>續</p><li></li><li><ol type=i><li>丙</ol></ol><p>丁',
    )
    expect(textsOf(read)).toEqual(['Z. 甲乙', '續', 'BB. i. 丙', '丁'])
    expect(spansOf(read)).toEqual([['strong', '乙']])
    expect(Object.fromEntries(read.leftOut)).toEqual({ 'item-number': 4 })
  })

  it('numbers lists by the style that they have, or not at all', () => {
    const styled = (style: string) =>
      textsOf(readHtml(`<ol type=i style="${style}"><li>甲</li><li>乙</li></ol>`))
    expect(styled('list-style-type: lower-alpha')).toEqual(['a. 甲', 'b. 乙'])
    expect(styled('color:red; list-style: inside UPPER-ROMAN')).toEqual(['I. 甲', 'II. 乙'])
    expect(styled('list-style-type:cjk-ideographic')).toEqual(['一、甲', '二、乙'])
    expect(styled('list-style-type:hebrew')).toEqual(['i. 甲', 'ii. 乙'])
    const { blocks } = readHtml(
      '<ol style="list-style:none"><li>甲</ol><ol style="x:decimal"><li>乙</ol>',
    )
    expect(blocks.map(({ within }) => within)).toMatchObject([[{ start: null }], [{ start: 1 }]])
  })

  it('places the cells of a table, spans counted', () => {
    const { blocks } = readHtml(
      '<table><tr><th rowspan=2>a</th><td>b</td></tr><tr><td>c</td></tr></table>',
    )
    expect(blocks.map(({ within }) => within?.[0])).toMatchObject([
      { row: 0, column: 0, rowSpan: 2, isHeader: true },
      { row: 0, column: 1 },
      { row: 1, column: 1 },
    ])
  })

  it('keeps readings beside their characters, and out of the text', () => {
    const read = readHtml('<p><ruby>漢<rp>(</rp><rt>ㄏㄢˋ</rt>字<rt>ㄗˋ</rt></ruby>。</p>')
    expect(textsOf(read)).toEqual(['漢字。'])
    expect(read.blocks[0]?.spans).toMatchObject([{ reading: 'ㄏㄢˋ' }, { reading: 'ㄗˋ' }])
  })

  it.each([
    ['<rb>漢</rb><rb>字</rb><rt>hàn</rt><rt>zì</rt>', ['hàn 漢', 'zì 字']],
    ['\n<rb>漢</rb>\n<rb>字</rb>\n<rt>hàn</rt>\n<rt>zì</rt>\n', ['hàn 漢', 'zì 字']],
    ['<rb>漢</rb><rb>字</rb><rt>hànzì</rt>', ['hànzì 漢字']],
    ['漢<b>字</b><rt>hànzì</rt>', ['hànzì 漢字']],
    ['漢<rt></rt>字<rt>zì</rt>', ['zì 字']],
  ])('has each reading beside its own characters: %j', (inner, readings) => {
    const read = readHtml(`<p><ruby>${inner}</ruby>。</p>`)
    expect(textsOf(read)).toEqual(['漢字。'])
    const spans = read.blocks[0]?.spans ?? []
    expect(
      spans.flatMap((span) =>
        span.kind === 'ruby'
          ? [`${span.reading} ${'漢字'.slice(span.range.start, span.range.end)}`]
          : [],
      ),
    ).toEqual(readings)
  })

  it('knows notes by what they say they are', () => {
    const read = readHtml(
      '<p>文<a epub:type="noteref" href="#n1">1</a></p><aside epub:type="footnote" id="n1"><p>注</p></aside>',
    )
    expect(read.blocks[0]?.spans).toMatchObject([{ kind: 'note-reference', noteId: '#n1' }])
    expect(read.blocks[1]?.within).toMatchObject([{ kind: 'footnote', id: '#n1', label: '1' }])
  })

  it('follows links within the text to their block, and lets go of those to nowhere', () => {
    const read = readHtml('<p><a href="#x">去</a><a href="#no">無</a></p><h3 id="x">此</h3>')
    expect(read.blocks[0]?.spans).toMatchObject([{ target: { to: 'block', blockId: 'b2' } }])
  })

  it('runs nothing, loads nothing and tells what it left out', () => {
    const read = readHtml(
      '<script>alert(1)</script><style>p{}</style><img src="https://a.example/x.png" alt="圖">' +
        '<iframe src="https://a.example"></iframe><a href="javascript:alert(1)">按</a>' +
        '<img src=x onerror=alert(1)><svg><script>1</script><text>svg</text></svg>',
    )
    expect(textsOf(read)).toEqual(['圖按'])
    expect(spansOf(read)).toEqual([])
    expect(Object.fromEntries(read.leftOut)).toEqual({
      'remote-picture': 1,
      'embedded-page': 1,
      'missing-picture': 1,
      drawing: 1,
    })
  })

  it.each([
    ['甲<img src=a.png alt=𠮷>乙', ['paragraph 甲𠮷乙', 'picture '], 1],
    ['甲<img src=a.png alt=圖>', ['paragraph 甲', 'picture 圖'], 0],
    ['<img src=a.png alt=圖>乙', ['picture 圖', 'paragraph 乙'], 0],
    ['甲<img src=a.png>乙', ['paragraph 甲乙', 'picture '], 1],
    ['甲 <img src=a.png alt="a\n b"> 乙', ['paragraph 甲 a b乙', 'picture '], 1],
    [
      '甲<b>乙<img src=a.png alt=圖>丙</b><img src=a.png alt=丁>',
      ['paragraph 甲乙圖丙', 'picture ', 'picture 丁'],
      1,
    ],
    ['甲<img src=a.png alt=圖></p><p>乙', ['paragraph 甲', 'picture 圖', 'paragraph 乙'], 0],
  ])(
    'keeps a paragraph whole where a picture stands among its words: %s',
    (html, blocks, count) => {
      const read = readHtml(`<p>${html}</p>`, { resourceOf: () => pngBytes })
      expect(read.blocks.map(({ kind, text }) => `${kind} ${text}`)).toEqual(blocks)
      expect(read.leftOut.get('picture-in-line') ?? 0).toBe(count)
    },
  )

  it('takes a picture by its bytes, not by its name', () => {
    const files = new Map([
      ['a.png', pngBytes],
      ['b.png', new TextEncoder().encode('<svg onload=alert(1)>')],
    ])
    const read = readHtml('<img src=a.png alt=圖><img src="b.png"><img src="../../etc/passwd">', {
      resourceOf: (path) => files.get(path),
    })
    expect(read.blocks).toMatchObject([{ kind: 'picture', resource: 'a.png', text: '圖' }])
    expect([...read.resources.keys()]).toEqual(['a.png'])
  })

  it('follows a path that stays in the folder of the document', () => {
    const read = readHtml('<img src="b/../a.png"><img src="./c//d.png">', {
      resourceOf: () => pngBytes,
    })
    expect([...read.resources.keys()]).toEqual(['a.png', 'c/d.png'])
  })

  it.each(['../a.png', 'b/../../a.png', '/a.png', '%2e%2e/a.png'])(
    'takes no picture for another that lies outside the folder of the document: %s',
    (address) => {
      const read = readHtml(`<p>文<img src="${address}">`, { resourceOf: () => pngBytes })
      expect([...read.resources]).toEqual([])
      expect(read.leftOut.get('missing-picture')).toBe(1)
    },
  )

  it('bears any depth', () => {
    const deep = `${'<div><blockquote><b>'.repeat(20_000)}底${'</b></blockquote></div>'.repeat(20_000)}`
    expect(textsOf(readHtml(deep)).join('')).toBe('底')
  })

  it('loses no character that is not white space, whatever the markup', () => {
    const words = fc.string({
      unit: fc.constantFrom('甲', '乙', '𠮷', 'a', ' ', '\n'),
      maxLength: 8,
    })
    const tags = fc.constantFrom(
      'p',
      'b',
      'div',
      'li',
      'ul',
      'h2',
      'td',
      'table',
      'ruby',
      'blockquote',
      'a',
    )
    const tree: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        words,
        fc
          .tuple(tags, fc.array(tie('node'), { maxLength: 4 }))
          .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag}>`),
      ),
    })).node
    const squeezed = (text: string) => [...text.replaceAll(/\s/gu, '')].sort().join('')
    fc.assert(
      fc.property(tree, (html) => {
        const read = readHtml(html)
        // A table moves words that stand in none of its cells before itself: none may go.
        expect(squeezed(textsOf(read).join(''))).toBe(squeezed(html.replaceAll(/<[^>]*>/gu, '')))
        for (const { text, spans = [] } of read.blocks) {
          expect(text).toBe(text.trim())
          const { length } = charactersOf(text)
          for (const { range } of spans) {
            expect(range.start).toBeLessThan(range.end)
            expect(range.end).toBeLessThanOrEqual(length)
          }
        }
      }),
    )
  })
})

describe('the wide spaces with which Chinese paragraphs are indented', () => {
  it.each([
    ['<p>　　甲</p><p>&nbsp;&nbsp;&nbsp;&nbsp;乙</p><p>&nbsp;</p><p>　</p>', ['甲', '乙']],
    ['<p>　<b>　甲</b>乙　</p>', ['甲乙']],
    ['<div>　　甲<br>　　乙<br>丙<br>　丁</div>', ['甲', '乙\n丙\n丁']],
    ['<h2>　甲　乙<br>　　丙</h2>', ['甲　乙\n丙']],
    ['<pre>　　甲\n　　乙</pre>', ['　　甲\n　　乙']],
  ])('are layout, and begin a paragraph: %s', (html, texts) => {
    expect(textsOf(readHtml(html))).toEqual(texts)
  })

  it('begin a paragraph in Markdown, where no empty line does', () => {
    expect(textsOf(readMarkdown('　　甲，\n　　乙。\n丙　　丁\n'))).toEqual([
      '甲，',
      '乙。丙　　丁',
    ])
  })
})

describe('Markdown', () => {
  it('has headings, lists, tables, quotations, code, notes and what it says of itself', () => {
    const read = readMarkdown(
      [
        '---',
        'title: "報告"',
        'author: 某區',
        'date: 2019-03-01',
        '---',
        '# 報告',
        '',
        '正文**要點**[^1]和`碼`。',
        '',
        '> 引文',
        '',
        '- 一',
        '- 二',
        '',
        '| 項 | 值 |',
        '|---|---|',
        '| 甲 | 1 |',
        '',
        '```',
        'a  b',
        '  c',
        '```',
        '',
        '[^1]: 注文。',
      ].join('\n'),
    )
    expect(valuesOf(read.facts)).toEqual({ title: '報告', author: '某區', date: '2019-03-01' })
    expect(textsOf(read)).toEqual(
      expect.arrayContaining([
        '報告',
        '正文要點1和碼。',
        '引文',
        '一',
        '二',
        '項',
        '值',
        '甲',
        '1',
        'a  b\n  c',
      ]),
    )
    expect(spansOf(read)).toEqual(
      expect.arrayContaining([
        ['strong', '要點'],
        ['note-reference', '1'],
        ['code', '碼'],
      ]),
    )
    expect(textsOf(read)).not.toContain('Footnotes')
    const note = read.blocks.find(({ within }) => within?.some(({ kind }) => kind === 'footnote'))
    expect(note?.text).toBe('注文。')
  })

  it('keeps notes that nothing refers to, behind the others', () => {
    const read = readMarkdown('[^孤]: 孤注。\n\n文[^1]。\n\n[^1]: 注。\n[^1]: 又注。\n')
    expect(textsOf(read)).toEqual(['文1。', '注。', '孤注。', '又注。'])
    expect(read.blocks[2]?.within).toMatchObject([
      { kind: 'list' },
      { kind: 'footnote', label: '孤' },
    ])
    expect(textsOf(readMarkdown('文。\n\n[^孤]: 孤注。\n'))).toEqual(['文。', '孤注。'])
  })
})

describe('a list of tasks', () => {
  it('says what is done', () => {
    expect(textsOf(readMarkdown('- [x] 甲\n- [ ] 乙\n'))).toEqual(['[x] 甲', '[ ] 乙'])
  })
})

describe('plain text', () => {
  it('has a paragraph a line, without the indent, and the headings of Chinese books', () => {
    const read = readPlainText(
      '某書\r\n\r\n第一章　起\r\n　　話說天下大勢，\r\n　　分久必合。\r\n一、總結',
    )
    expect(valuesOf(read.facts)).toEqual({ title: '某書' })
    expect(read.blocks.map((block) => [block.kind, block.text])).toEqual([
      ['heading', '某書'],
      ['heading', '第一章　起'],
      ['paragraph', '話說天下大勢，'],
      ['paragraph', '分久必合。'],
      ['heading', '一、總結'],
    ])
  })
})
