import iconv from 'iconv-lite'
import type { Block } from '../../../../core/document/block'
import { openFile } from '../../../../core/formats/open-file'
import { convertBlocks } from '../../../../core/script/conversion'
import { writtenScript } from '../../../../core/script/written-script'
import { charactersOf } from '../../../../core/text/code-points'
import { bytesOf, docxOf, epubOf, wordParagraph, xhtml } from './support/make-files'

/**
 * Documents of every kind that readers have, made up or of texts long free of rights: each is opened, and
 * its words are what a reader would copy from it, in the order in which they are read.
 */
interface Sample {
  readonly what: string
  readonly name: string
  readonly bytes: Uint8Array | Promise<Uint8Array>
  readonly texts: readonly string[]
  /** What is to be true of its blocks besides. */
  readonly also?: (blocks: readonly Block[]) => unknown
  readonly is?: unknown
}

const html = (body: string) => bytesOf(`<!doctype html><meta charset="utf-8">${body}`)
const withinOf = (blocks: readonly Block[]) =>
  blocks.map(({ within = [] }) => within.map(({ kind }) => kind).join(' '))
const spansOf = (blocks: readonly Block[]) =>
  blocks.flatMap(({ text, spans = [] }) =>
    spans.map(({ kind, range }) => [
      kind,
      charactersOf(text).slice(range.start, range.end).join(''),
    ]),
  )

const samples: readonly Sample[] = [
  {
    what: 'a poem whose lines are broken on purpose',
    name: 'poem.html',
    bytes: html('<h1>春曉</h1><p>春眠不覺曉，<br>處處聞啼鳥。<br>夜來風雨聲，<br>花落知多少。</p>'),
    texts: ['春曉', '春眠不覺曉，\n處處聞啼鳥。\n夜來風雨聲，\n花落知多少。'],
  },
  {
    what: 'lists in lists, numbered and not',
    name: 'lists.md',
    bytes: bytesOf('1. 甲\n   - 子\n     1. 一\n     2. 二\n   - 丑\n2. 乙\n'),
    texts: ['甲', '子', '一', '二', '丑', '乙'],
    also: withinOf,
    is: ['list', 'list list', 'list list list', 'list list list', 'list list', 'list'],
  },
  {
    what: 'a table with cells over several rows and columns',
    name: 'table.html',
    bytes: html(
      '<table><caption>表一</caption><thead><tr><th rowspan=2>年</th><th colspan=2>值</th></tr><tr><th>甲</th><th>乙</th></tr></thead><tbody><tr><td>2018</td><td>1</td><td>2</td></tr></tbody></table>',
    ),
    texts: ['表一', '年', '值', '甲', '乙', '2018', '1', '2'],
    also: (blocks) =>
      blocks.slice(1).map(({ within }) => {
        const cell = within?.[0]
        return cell?.kind === 'table' ? `${cell.row},${cell.column}` : ''
      }),
    is: ['0,0', '0,1', '1,1', '1,2', '2,0', '2,1', '2,2'],
  },
  {
    what: 'notes at the foot, two to one text',
    name: 'notes.md',
    bytes: bytesOf('正文[^a]又[^b]。\n\n[^a]: 注甲。\n[^b]: 注乙。\n'),
    texts: ['正文1又2。', '注甲。', '注乙。'],
    also: (blocks) => spansOf(blocks).filter(([kind]) => kind === 'note-reference'),
    is: [
      ['note-reference', '1'],
      ['note-reference', '2'],
    ],
  },
  {
    what: 'readings beside characters',
    name: 'ruby.html',
    bytes: html('<p>我們<ruby>讀<rt>ㄉㄨˊ</rt>書<rt>ㄕㄨ</rt></ruby>去。</p>'),
    texts: ['我們讀書去。'],
    also: (blocks) => blocks[0]?.spans?.map((span) => span.kind === 'ruby' && span.reading),
    is: ['ㄉㄨˊ', 'ㄕㄨ'],
  },
  {
    what: 'an e-book set in columns',
    name: 'vertical.epub',
    bytes: epubOf('<h1>卷一</h1><p>天地玄黃，宇宙洪荒。</p>', {
      'book.opf':
        '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="c" href="s.css" media-type="text/css"/></manifest><spine page-progression-direction="rtl"><itemref idref="a"/></spine></package>',
      's.css': 'html { writing-mode: vertical-rl; -epub-writing-mode: vertical-rl }',
    }),
    texts: ['卷一', '天地玄黃，宇宙洪荒。'],
  },
  {
    what: 'an e-book with notes that open over the page',
    name: 'popup.epub',
    bytes: epubOf(
      '<p>文<a epub:type="noteref" href="#n">注</a>。</p><aside epub:type="footnote" id="n"><p>說明。</p></aside>',
    ),
    texts: ['文注。', '說明。'],
    also: withinOf,
    is: ['', 'footnote'],
  },
  {
    what: 'Chinese and English in one text',
    name: 'mixed.md',
    bytes: bytesOf('# Piyue 批閱\n\nRead 「報告」 in *either* script；GDP 增長 3.5%。\n'),
    texts: ['Piyue 批閱', 'Read 「報告」 in either script；GDP 增長 3.5%。'],
  },
  {
    what: 'characters beyond the first plane, emoji of several parts, variants',
    name: 'planes.txt',
    bytes: bytesOf('𠮷野家\n👨‍👩‍👧‍👦與👍🏽及🇹🇼\n葛󠄀飾區，㐂、𪚥。\n'),
    texts: ['𠮷野家', '👨‍👩‍👧‍👦與👍🏽及🇹🇼', '葛󠄀飾區，㐂、𪚥。'],
  },
  {
    what: 'code whose white space counts',
    name: 'code.md',
    bytes: bytesOf('文\n\n```ts\nif (a) {\n  b()\n}\n```\n\n用`a  b`。\n'),
    texts: ['文', 'if (a) {\n  b()\n}', '用a b。'],
    also: (blocks) => blocks.map(({ kind }) => kind),
    is: ['paragraph', 'code', 'paragraph'],
  },
  {
    what: 'quotations in quotations',
    name: 'quotes.md',
    bytes: bytesOf('> 甲曰：\n>\n> > 乙曰。\n\n丙。\n'),
    texts: ['甲曰：', '乙曰。', '丙。'],
    also: withinOf,
    is: ['quotation', 'quotation quotation', ''],
  },
  {
    what: 'a page of the nineties, without paragraphs, in Big5',
    name: 'old.htm',
    bytes: iconv.encode(
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=big5"><title>舊頁</title></head><body><font color=red>本站成立</font>於一九九六年<br><br>歡迎光臨<br>指教',
      'big5',
    ),
    texts: ['本站成立於一九九六年', '歡迎光臨\n指教'],
  },
  {
    what: 'a page that calls its GBK UTF-8',
    name: 'lies.html',
    bytes: iconv.encode(
      `<meta charset="utf-8"><p>${'这一段是简体中文。'.repeat(12)}</p>`,
      'gb18030',
    ),
    texts: ['这一段是简体中文。'.repeat(12)],
  },
  {
    what: 'text in UTF-16 with the big end first',
    name: 'wide.txt',
    bytes: iconv.encode('\ufeff第一行\r\n第二行', 'utf16be'),
    texts: ['第一行', '第二行'],
  },
  {
    what: 'GB 18030 with characters of four bytes',
    name: 'four.txt',
    bytes: iconv.encode(`${'朱镕基总理作政府工作报告。'.repeat(8)}㐂𠮷\n`, 'gb18030'),
    texts: [`${'朱镕基总理作政府工作报告。'.repeat(8)}㐂𠮷`],
  },
  {
    what: 'Hong Kong’s characters in Big5',
    name: 'hkscs.txt',
    bytes: iconv.encode(`${'香港特別行政區政府公佈。'.repeat(8)}佢哋喺呢度嘅。\n`, 'big5'),
    texts: [`${'香港特別行政區政府公佈。'.repeat(8)}佢哋喺呢度嘅。`],
  },
  {
    what: 'a Word document with styles of a Chinese Word',
    name: 'styles.docx',
    bytes: docxOf(
      wordParagraph('關於開會的通知', 'Heading1') +
        wordParagraph('各科室：') +
        '<w:p><w:r><w:t>請</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>準時</w:t></w:r><w:r><w:t>出席。</w:t></w:r></w:p>',
    ),
    texts: ['關於開會的通知', '各科室：', '請準時出席。'],
    also: spansOf,
    is: [['strong', '準時']],
  },
  {
    what: 'a Word document with a table and a tab',
    name: 'table.docx',
    bytes: docxOf(
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>一</w:t><w:tab/><w:t>二</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
    ),
    texts: ['甲', '一 二'],
    also: withinOf,
    is: ['table', 'table'],
  },
  {
    what: 'terms with what they mean, and what is folded away',
    name: 'terms.html',
    bytes: html(
      '<dl><dt>批</dt><dd>評語</dd></dl><details><summary>詳情</summary><p>內文</p></details>',
    ),
    texts: ['批', '評語', '詳情', '內文'],
  },
  {
    what: 'a picture with its caption',
    name: 'figure.html',
    bytes: html(
      '<figure><img alt="地圖" src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="><figcaption>圖一　全區</figcaption></figure>',
    ),
    texts: ['地圖', '圖一　全區'],
    also: (blocks) => blocks.map(({ kind }) => kind),
    is: ['picture', 'paragraph'],
  },
  {
    what: 'letters with marks, and a word that runs from right to left',
    name: 'marks.md',
    bytes: bytesOf('Việt Nam é ñ；שלום 與 مرحبا。\n'),
    texts: ['Việt Nam é ñ；שלום 與 مرحبا。'],
  },
  {
    what: 'lines that end in every way that lines end',
    name: 'ends.txt',
    bytes: bytesOf('一\r\n二\r三\n四\u2028五\u0085六'),
    texts: ['一', '二', '三', '四', '五', '六'],
  },
  {
    what: 'an e-book of two chapters that link to one another',
    name: 'links.epub',
    bytes: epubOf('<p id="x">見<a href="b.xhtml#y">下</a></p>', {
      'book.opf':
        '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
      'b.xhtml': xhtml('<p>前</p><p id="y">此</p>'),
    }),
    texts: ['見下', '前', '此'],
    also: (blocks) => blocks[0]?.spans?.map((span) => span.kind === 'link' && span.target),
    is: [{ to: 'block', blockId: 'b3' }],
  },
]

describe('a document of the collection', () => {
  it.each(samples)('($name) $what', async ({ name, bytes, texts, also, is }) => {
    const { blocks } = (await openFile({ name, bytes: await bytes }, { wholePage: true })).document
    expect(blocks.map(({ text }) => text)).toEqual(texts)
    expect(also?.(blocks)).toEqual(is)
    const { script, blocks: written } = writtenScript(blocks)
    if (script === null) return
    const other = script === 'zh-Hans' ? 'zh-Hant' : 'zh-Hans'
    const converted = convertBlocks(written, script, other)
    // Each block is there in the other script, as long as it is: no address moves.
    for (const { id, text } of blocks) {
      expect(charactersOf(converted[id]?.text ?? '')).toHaveLength(charactersOf(text).length)
    }
  })

  it('of a million characters is whole', async () => {
    const line = '列位看官你道此書從何而來說起根由雖近荒唐細按則深有趣味。'
    const lines = Math.ceil(1_000_000 / charactersOf(line).length)
    const bytes = iconv.encode(`${line}\n`.repeat(lines), 'gb18030')
    const { blocks } = (await openFile({ name: 'long.txt', bytes })).document
    expect(blocks).toHaveLength(lines)
    expect(blocks.every(({ text }) => text === line)).toBe(true)
  })
})
