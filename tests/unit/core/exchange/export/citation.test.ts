import { CanonicalDocument, type Dating } from '../../../../../core/document/document'
import { paragraphNumbers } from '../../../../../core/document/paragraph-numbers'
import { locatorOf } from '../../../../../core/exchange/citation'
import { gbt7714 } from '../../../../../core/exchange/gbt-7714'
import { bibtex, cslJson, ris } from '../../../../../core/exchange/reference-formats'
import { apa, chicagoNote } from '../../../../../core/exchange/reference-styles'
import { messagesIn } from '../../../../../core/messages/language'
import { OpenDocument } from '../../../../../core/publication/open-document'
import { canonicalRendition, type Rendition } from '../../../../../core/script/rendition'
import { codePoints } from '../../../../../core/text/code-points'
import { type TextRange, textRange } from '../../../../../core/text/range'
import type { ScriptTag } from '../../../../../core/text/script-tag'
import { documentOf } from '../../../support/document'
import { madeDocument } from '../../../support/made-document'
import { openReport, renditions } from '../../../support/report'
import { placeOf } from './support'

const inForm = (tag: ScriptTag): Rendition => {
  const rendition = renditions.find((each) => each.tag === tag)
  if (rendition === undefined) throw new Error(`There is no ${tag}`)
  return rendition
}

const citing = { version: '1.2.3', accessed: '2026-11-26' }

const inScript = (tag: ScriptTag): string => gbt7714(inForm(tag), citing)

describe('an entry by GB/T 7714', () => {
  it('names a report found online, the text that was read and the day, in the script of the text', () => {
    expect(inScript('zh-Hans')).toBe(
      '营口市西市区人民政府. 2019年营口市西市区政府工作报告: 西市区第十六届人民代表大会第二次会议[R/OL]. 批阅校订本 1.2.3. [2026-11-26]. http://sjzyihang.com/forum.php?mod=viewthread&ordertype=1&tid=3381.',
    )
    expect(inScript('zh-Hant')).toBe(
      '營口市西市區人民政府. 2019年營口市西市區政府工作報告: 西市區第十六屆人民代表大會第二次會議[R/OL]. 批閱校訂本 1.2.3. [2026-11-26]. http://sjzyihang.com/forum.php?mod=viewthread&ordertype=1&tid=3381.',
    )
  })

  it('says where a passage stands', () => {
    const place = { open: openReport, range: placeOf('走出去、請進來') }
    expect(gbt7714(inForm('zh-Hans'), { ...citing, place })).toContain(
      '. 一·（二）·第2段[2026-11-26]. ',
    )
  })

  it('names no edition of the text as it was published', () => {
    expect(inScript('source')).not.toContain('校訂')
  })

  it('invents no day of posting', () => {
    expect(inScript('zh-Hans')).not.toMatch(/[(]\d{4}/)
  })

  it('says of another document what that says of itself', () => {
    expect(gbt7714(canonicalRendition(documentOf('人')), citing)).toBe(
      '作者. small: 場合[R/OL]. (2019-03-23)[2026-11-26].',
    )
  })

  it.each([
    ['M', '曹雪芹. small[M]. 某書局, 1791.'],
    ['EB', '曹雪芹. small[EB/OL]. (1791)[2026-11-26].'],
    ['Z', '曹雪芹. small[Z]. 某書局, 1791.'],
  ] as const)('cites what was opened from a file as the %s that it is', (type, entry) => {
    const { data } = documentOf('人')
    const published = { kind: 'on', date: '1791' } as const
    const source = { author: '曹雪芹', publisher: '某書局', published, type }
    const document = new CanonicalDocument({ ...data, source })
    expect(gbt7714(canonicalRendition(document), citing)).toBe(entry)
  })

  it('leaves out what nobody knows of a document', () => {
    const { data } = documentOf('人')
    const unknown = { ...data, source: { published: { kind: 'unknown' } } } as const
    expect(gbt7714(canonicalRendition(new CanonicalDocument(unknown)), citing)).toBe(
      'small[R/OL]. [2026-11-26].',
    )
  })
})

describe('a locator', () => {
  const at = (range: TextRange, tag: ScriptTag = 'zh-Hant', words = messagesIn['zh-Hant']) =>
    locatorOf(inForm(tag), { open: openReport, range }, words.citation)

  it('is the marks of the headings and the paragraph under them', () => {
    expect(at(placeOf('砥礪篤行'))).toBe('一·第1段')
    expect(at(placeOf('實際利用外資'))).toBe('一·（一）·第1段')
    expect(at(placeOf('提出意見'))).toBe('第1段')
    expect(at(placeOf('實際利用外資'), 'zh-Hans', messagesIn.en)).toBe('一·（一）, para. 1')
  })

  it('is that of all paragraphs which a passage runs through', () => {
    const through = textRange(placeOf('招商引資態勢').start, placeOf('項目建設克難').end)
    expect(at(through)).toBe('一·（二）·第2–3段')
    const beyond = textRange(placeOf('實際利用外資').start, placeOf('項目建設克難').end)
    expect(at(beyond)).toBe('一·（一）·第1段至一·（二）·第3段')
  })

  it('is that of the heading for a heading’s words', () => {
    expect(at(placeOf('以轉型升級為抓手'))).toBe('一·（一）')
  })

  it('has as much of a heading without a mark as leaves its characters whole', () => {
    const [title, heading] = ['某書', `${'題'.repeat(15)}𠮷字`]
    const blocks = [
      { id: 'a', kind: 'heading', level: 1, text: title },
      { id: 'b', kind: 'heading', level: 2, text: heading },
      { id: 'c', kind: 'paragraph', runIn: codePoints(0), role: 'body', text: '甲' },
    ] as const
    const { publication } = madeDocument('某書', null)
    const open = new OpenDocument({ ...publication, document: { ...publication.document, blocks } })
    const { length } = open.document
    const place = { open, range: textRange(length - 1, length) }
    expect(locatorOf(open.canonical, place, messagesIn.en.citation)).toBe(
      `${'題'.repeat(15)}𠮷…, para. 1`,
    )
  })

  it('numbers what stands together in a document without headings as one', () => {
    const list = { kind: 'list', id: 'l', start: null } as const
    const blocks = [
      { id: 'a', kind: 'paragraph', runIn: codePoints(0), role: 'body', text: '甲' },
      {
        id: 'b',
        kind: 'paragraph',
        runIn: codePoints(0),
        role: 'body',
        text: '乙',
        within: [{ ...list, item: 0 }],
      },
      {
        id: 'c',
        kind: 'paragraph',
        runIn: codePoints(0),
        role: 'body',
        text: '丙',
        within: [{ ...list, item: 1 }],
      },
      { id: 'd', kind: 'paragraph', runIn: codePoints(0), role: 'body', text: '丁' },
    ] as const
    const document = new CanonicalDocument({ ...documentOf('人').data, blocks })
    expect([...paragraphNumbers(document)]).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 2],
      ['d', 3],
    ])
  })
})

describe('the references of other styles', () => {
  const cited = { ...citing, place: { open: openReport, range: placeOf('走出去、請進來') } }

  it('are a Chicago note that says n.d. where the day is not known, and when it was consulted', () => {
    expect(chicagoNote(inForm('zh-Hans'), cited)).toBe(
      '营口市西市区人民政府, “2019年营口市西市区政府工作报告” (西市区第十六届人民代表大会第二次会议), Piyue edited text, version 1.2.3, n.d., 一·（二）, para. 2, accessed November 26, 2026, http://sjzyihang.com/forum.php?mod=viewthread&ordertype=1&tid=3381.',
    )
  })

  it('are APA’s, behind the quotation and in the list', () => {
    const { inText, entry } = apa(inForm('zh-Hant'), cited)
    expect(inText).toBe('(營口市西市區人民政府, n.d., 一·（二）, para. 2)')
    expect(entry).toBe(
      '營口市西市區人民政府. (n.d.). 2019年營口市西市區政府工作報告 (Piyue edited text, version 1.2.3). 西市區第十六屆人民代表大會第二次會議. Retrieved November 26, 2026, from http://sjzyihang.com/forum.php?mod=viewthread&ordertype=1&tid=3381',
    )
    const known = apa(canonicalRendition(documentOf('人')), citing)
    expect(known.entry).toMatch(/^作者\. \(2019, March 23\)\. small\./u)
  })

  it('are CSL-JSON with what is known and nothing else', () => {
    expect(JSON.parse(cslJson(inForm('zh-Hant'), cited))).toEqual([
      {
        id: 'yingkou-xishi-2019',
        type: 'report',
        title: '2019年營口市西市區政府工作報告',
        author: [{ literal: '營口市西市區人民政府' }],
        'event-title': '西市區第十六屆人民代表大會第二次會議',
        edition: 'Piyue edited text, version 1.2.3',
        URL: 'http://sjzyihang.com/forum.php?mod=viewthread&ordertype=1&tid=3381',
        accessed: { 'date-parts': [[2026, 11, 26]] },
        language: 'zh-Hant',
        note: '一·（二）, para. 2',
      },
    ])
  })

  it('are RIS, whose records begin and end as they must', () => {
    const lines = ris(canonicalRendition(documentOf('人')), citing).split('\r\n')
    expect(lines[0]).toBe('TY  - RPRT')
    expect(lines.slice(-2)).toEqual(['ER  - ', ''])
    expect(lines).toContain('PY  - 2019')
    expect(lines).toContain('Y2  - 2026/11/26')
  })

  it('are BibLaTeX, in which no sign of a title does anything', () => {
    const { data } = documentOf('人')
    const title = '50% {甲}_乙 & $\\x'
    const document = new CanonicalDocument({ ...data, title, blocks: [] })
    const entry = bibtex(canonicalRendition(document), citing)
    expect(entry).toContain(
      '  title = {50\\% \\textbraceleft{}甲\\textbraceright{}\\_乙 \\& \\$\\textbackslash{}x},',
    )
    expect(entry).toMatch(/^@report\{[\w-]+,\n/u)
    expect(entry).toContain('  urldate = {2026-11-26},')
  })
})

describe('a citation in plain words', () => {
  const said = (published: Dating, copied: Dating) =>
    messagesIn.en.citation.line({ title: 'T', author: 'A', published, copied })

  it('gives the day of publication where it is known', () => {
    const published = { kind: 'on', date: '2020-05' } as const
    expect(said(published, { kind: 'unknown' })).toBe('A: T. Published 2020-05.')
  })

  it('else says that it is not known, and what is known of the copy', () => {
    const unknown = { kind: 'unknown' } as const
    expect(said(unknown, { kind: 'on', date: '2021-01-02' })).toBe(
      'A: T. Date of posting unknown; copied 2021-01-02.',
    )
    expect(said(unknown, { kind: 'not-before', date: '2019-03-23' })).toBe(
      'A: T. Date of posting unknown; copied on or after 2019-03-23.',
    )
    expect(said(unknown, unknown)).toBe('A: T.')
  })
})
