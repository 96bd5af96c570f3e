import { assert, property, string } from 'fast-check'
import { marked as parseMarkdown } from 'marked'
import { selfContained } from '../../../../../core/exchange/export/markdown-note'
import { escapeLine, quotation } from '../../../../../core/exchange/export/markdown-text'
import { messagesIn } from '../../../../../core/messages/language'
import { renditions } from '../../../support/report'
import { hostileNotes, lost, marked, textOf } from './support'

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#32;': ' ',
  '&#9;': '\t',
}

/** The text of a quotation as marked reads it; nothing where it reads anything but paragraphs. */
function quoteReadByMarked(markdown: string): string | undefined {
  const html = parseMarkdown.parse(markdown, { async: false })
  const inner = /^<blockquote>\n((?:<p>[^<]*<\/p>\n)+)<\/blockquote>\n$/u.exec(html)?.[1]
  return inner
    ?.split('\n')
    .slice(0, -1)
    .map((line) => line.slice('<p>'.length, -'</p>'.length))
    .join('\n')
    .replaceAll(/&(?:amp|lt|gt|quot|#39|#32|#9);/gu, (entity) => entities[entity] ?? entity)
}

describe('a quotation in Markdown', () => {
  it.each(renditions.map((rendition) => [rendition.tag, rendition] as const))(
    'gives back every sentence of the report through marked: %s',
    (_, rendition) => {
      const sentences = rendition.document.placed
        .map(({ block }) => rendition.block(block.id).text)
        .flatMap((text) => [text, ...(text.match(/[^。；]+[。；]?/gu) ?? [])])
      expect(sentences.length).toBeGreaterThan(300)
      const wrong = sentences.filter((text) => quoteReadByMarked(quotation(text)) !== text)
      expect(wrong).toEqual([])
    },
  )

  it('gives back any line of any characters', () => {
    const signs = string({ unit: 'binary-ascii', maxLength: 12 })
    for (const line of [signs, string({ unit: 'grapheme', maxLength: 12 })]) {
      assert(
        property(line, (text) => {
          const printable = text.replaceAll(/[\p{Control}\u2028\u2029]/gu, '')
          if (printable.trim() === '') return
          expect(quoteReadByMarked(quotation(printable))).toBe(printable)
        }),
        { numRuns: 3_000 },
      )
    }
  })

  it.each([
    '1. 一',
    '- 一',
    '+ 一',
    '# 一',
    '> 一',
    '==一==',
    '%%一%%',
    '$x$',
    '#標籤',
    '^id',
    'https://example.org',
    'www.example.org',
    'a@example.org',
    '    code',
    '***',
    '---',
    '| a | b |',
    '[[一]]',
    '&lt;',
    'a\\',
  ])('keeps %p from being read as markup', (text) => {
    expect(quoteReadByMarked(quotation(text))).toBe(text)
  })

  it('keeps every line of a passage over several blocks within the quotation', () => {
    expect(quotation('一\n二\r\n三\u2028四')).toBe('> 一\n>\n> 二\n>\n> 三\n>\n> 四')
  })
})

describe('a note in Markdown', () => {
  it('stands as it was written', () => {
    expect(selfContained('**好**\n\n- 一\n- 二', 1)).toBe('**好**\n\n- 一\n- 二')
  })

  it.each([
    ['# 標題', '#### 標題'],
    ['## 二 ##\n\n文\n', '##### 二\n\n文'],
    ['###### 六', '###### 六'],
    ['標題\n===\n文', '#### 標題\n文'],
    ['兩行\n標題\n---\n\n文', '##### 兩行 標題\n\n文'],
    ['C #\n===', '#### C # ####'],
    ['```\n# 程式\n```', '```\n# 程式\n```'],
    ['#不是標題', '#不是標題'],
    ['# 一\r\n\r\n文', '#### 一\n\n文'],
  ])('has its headings below those of the file: %j', (note, lowered) => {
    expect(selfContained(note, 1)).toBe(lowered)
  })

  it.each([
    ...hostileNotes,
    '```js\ncode',
    '~~~~\ncode\n~~~',
    '<!-- never closed',
    '<script>\nnever closed',
    '<pre>',
    '<![CDATA[',
    '<?php',
    '- ```\n  in a list',
    '> ```\n> in a quote',
  ])('never swallows what follows: %j', (note) => {
    const html = parseMarkdown.parse(`${selfContained(note, 1)}\n\nwhat follows\n`, {
      async: false,
    })
    expect(html.endsWith('<p>what follows</p>\n')).toBe(true)
  })
})

describe('the Markdown export', () => {
  const notes = [
    marked('一、2018年工作回顧\n2018年', { id: 'n1', note: '跨段' }),
    marked('經濟運行保持在合理區間', {
      id: 'n_2',
      note: '**重要**',
      tags: ['經濟', 'two words', '2019'],
      style: { color: 'blue', kind: 'squiggly' },
      modifiedAt: '2026-01-03T12:00:00.000Z',
    }),
    lost('找不到的話', { note: '孤' }),
  ]

  it('groups by section, with quote, note, tags, style, time, link and citation', async () => {
    const text = await textOf('markdown', notes)
    expect(text).toContain('\n# 2019年營口市西市區政府工作報告\n')
    expect(text).toContain('\nmarks: 3\nnotes: 3\n')
    expect(text).toContain(
      '營口市西市區人民政府：《2019年營口市西市區政府工作報告》，西市區第十六屆',
    )
    expect(text).toContain('\n## 一、2018年工作回顧\n\n> 一、2018年工作回顧\n>\n> 2018年\n\n跨段\n')
    expect(text).toContain(
      '\n### （一）以轉型升級為抓手，經濟發展穩中提質\n\n> 經濟運行保持在合理區間\n\n**重要**\n',
    )
    expect(text).toContain(
      'blue wavy underline · #經濟 · #two-words · #_2019 · 2 Jan 2026, 12:00, changed 3 Jan 2026, 12:00 · [Open in Piyue](<piyue://document/yingkou-xishi-2019/n_2>) ^n-2-1r7xsco\n',
    )
    expect(text).toContain('\n## Not found in the text\n\n> 找不到的話\n\n孤\n')
    expect(
      text.trimEnd().endsWith('Exported by Piyue 1.2.3 · Quotes: Traditional · 2 Jan 2026, 12:00'),
    ).toBe(true)
  })

  it('gives quotes, headings and citation in the script asked for, and nothing twice', async () => {
    const text = await textOf('markdown', notes, {
      script: 'hans',
      messages: messagesIn['zh-Hans'],
    })
    expect(text).toContain('营口市西市区人民政府：《2019年营口市西市区政府工作报告》')
    expect(text).toContain('西市区第十六届人民代表大会第二次会议')
    expect(text.match(/经济运行保持在合理区间/gu)).toHaveLength(1)
    expect(text).not.toContain('經濟運行')
    const both = await textOf('markdown', notes, { script: 'both' })
    expect(both).toContain('> 經濟運行保持在合理區間\n>\n> 经济运行保持在合理区间\n')
  })

  it('has front matter whose every value is JSON, and so YAML', async () => {
    const text = await textOf('markdown', notes)
    const [, yaml = ''] = /^---\n(.*?)\n---\n/su.exec(text) ?? []
    const fields = yaml.split('\n').filter((line) => !line.startsWith('exported'))
    const values = fields.map((line) => line.replace(/^(?: {2}- |\w+: ?)/u, ''))
    for (const value of values.filter((one) => one !== ''))
      expect(() => JSON.parse(value)).not.toThrow()
    expect(yaml).toContain('tags:\n  - "經濟"\n  - "two-words"\n  - "_2019"')
  })

  it('says of a bookmark that it is one, under its section, with its words and its name', async () => {
    const style = { color: 'blue', kind: 'bookmark' } as const
    const bookmarks = [
      marked('經濟運行保持在合理區間', { id: 'b1', style, note: '從這裡' }),
      marked('統籌推進', { id: 'b2', style }),
    ]
    const text = await textOf('markdown', bookmarks)
    expect(text).toContain(
      '\n### （一）以轉型升級為抓手，經濟發展穩中提質\n\n> 經濟運行保持在合理區間\n\n從這裡\n\nblue bookmark · ',
    )
    expect(text).toMatch(/\n> 統籌推進\n\nblue bookmark · /u)
    const simplified = await textOf('markdown', bookmarks, {
      script: 'hans',
      messages: messagesIn['zh-Hans'],
    })
    expect(simplified).toMatch(/> 统筹推进\n\n蓝色书签 · /u)
  })

  it('escapes what the reader named a colour', async () => {
    const text = await textOf('markdown', notes, { colorNames: { blue: '*重*點#' } })
    expect(text).toContain(`${escapeLine('*重*點#')} wavy underline`)
  })
})
