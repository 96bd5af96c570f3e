import JSZip from 'jszip'
import { exportNotes } from '../../../../../core/exchange/export/export-notes'
import { wallTime } from '../../../../../core/messages/wall-time'
import { hostileNotes, lost, marked, modelOf } from './support'

async function unzipped(...args: Parameters<typeof modelOf>) {
  const content = await exportNotes('docx', modelOf(...args))
  const zip = await JSZip.loadAsync(content)
  const read = async (name: string) => (await zip.file(name)?.async('string')) ?? ''
  return {
    document: await read('word/document.xml'),
    comments: await read('word/comments.xml'),
    core: await read('docProps/core.xml'),
    links: await read('word/_rels/document.xml.rels'),
  }
}

/** The text of every run, in order. */
const textOf = (xml: string) =>
  [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text]) => text)

describe('the Word export', () => {
  it('has real headings, quotes, citation, provenance and links', async () => {
    const { document, core, links } = await unzipped([
      marked('經濟運行保持在合理區間', { id: 'n' }),
    ])
    expect(document).toMatch(/<w:pStyle w:val="Title"\/>.*2019年營口市西市區政府工作報告/u)
    expect(document).toMatch(/<w:pStyle w:val="Heading1"\/>.{0,200}一、2018年工作回顧/u)
    expect(document).toMatch(/<w:pStyle w:val="Heading2"\/>.{0,200}（一）以轉型升級為抓手/u)
    const texts = textOf(document)
    expect(texts.filter((text) => text === '經濟運行保持在合理區間')).toHaveLength(1)
    expect(texts.some((text) => text?.includes('營口市西市區人民政府'))).toBe(true)
    expect(texts.some((text) => text?.startsWith('Exported by Piyue 1.2.3'))).toBe(true)
    expect(links).toContain('piyue://document/yingkou-xishi-2019/n')
    expect(core).toContain('2019年營口市西市區政府工作報告')
  })

  it('shades a wash and underlines a line in the colour of the mark', async () => {
    const { document } = await unzipped([
      marked('經濟運行', { style: { color: 'green', kind: 'highlight' } }),
      marked('統籌推進', { style: { color: 'purple', kind: 'squiggly' } }),
    ])
    expect(document).toMatch(/<w:shd [^>]*w:fill="B4E8BF"/u)
    expect(document).toMatch(/<w:u [^>]*w:val="wave"/u)
    expect(document).toMatch(/<w:u [^>]*w:color="6F3BB8"/u)
  })

  it('gives a bookmark its name, says what it is, and paints none of its words', async () => {
    const style = { color: 'green', kind: 'bookmark' } as const
    const { document, comments } = await unzipped([marked('經濟運行', { style, note: '從這裡' })])
    expect(textOf(document).join('')).toContain('經濟運行')
    expect(textOf(document).join('')).toContain('green bookmark')
    expect(textOf(comments)).toContain('從這裡')
    expect(document).not.toMatch(/<w:shd |<w:u /u)
  })

  it('tells Word the language of each quote', async () => {
    const { document } = await unzipped([marked('經濟運行')], { script: 'both' })
    expect(document).toMatch(/w:eastAsia="zh-TW"[^§]*?經濟運行/u)
    expect(document).toMatch(/w:eastAsia="zh-CN"[^§]*?经济运行/u)
  })

  it('hangs notes and tags on the quotes as comments, and none where nothing was written', async () => {
    const { document, comments } = await unzipped([
      marked('經濟運行', { note: '第一行\n\n第二行', tags: ['甲', '乙'] }),
      marked('統籌推進'),
    ])
    expect(comments.match(/<w:comment /gu)).toHaveLength(1)
    expect(textOf(comments)).toEqual(['第一行', '', '第二行', '#甲 #乙'])
    expect(comments).toMatch(/w:author="Piyue"/u)
    const id = /<w:comment [^>]*w:id="(\d+)"/u.exec(comments)?.[1]
    expect(document).toContain(`<w:commentRangeStart w:id="${id}"/>`)
    expect(document).toContain(`<w:commentRangeEnd w:id="${id}"/>`)
    expect(document).toContain(`<w:commentReference w:id="${id}"/>`)
  })

  it.each(hostileNotes)('holds a note as text and stays whole XML: %j', async (note) => {
    const parts = await unzipped([
      marked('經濟運行', { id: 'x"><', note, tags: [note.trim().slice(0, 99)] }),
      lost(note.slice(0, 500)),
    ])
    for (const xml of Object.values(parts)) {
      // oxlint-disable-next-line eslint/no-control-regex -- XML 1.0 forbids these
      expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/u)
      expect(xml.replaceAll(/<[?/]?[\w:-]+(?:\s+[\w:-]+="[^"<]*")*\s*[?/]?>/gu, '')).not.toMatch(
        /[<>]/u,
      )
      expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/iu)
    }
  })

  it('dates a comment by the clock on the wall, with the instant beside it', async () => {
    const modifiedAt = '2026-03-01T23:15:09.123Z'
    const { comments } = await unzipped([marked('經濟運行', { note: '好', modifiedAt })])
    expect(comments).toContain(`w:date="${wallTime(modifiedAt)}`)
    expect(comments).toContain('w16du:dateUtc="2026-03-01T23:15:09Z"')
    const [root = ''] = /<w:comments [^>]*>/u.exec(comments) ?? []
    expect(root).toMatch(/xmlns:w16du="[^"]+"/u)
    expect(root).toMatch(/mc:Ignorable="[^"]*\bw16du\b/u)
  })
})
