import { assert, constantFrom, property, record, string } from 'fast-check'
import {
  type CitationData,
  citationDataOf,
  citationFields,
  citedAs,
  fieldsOf,
  isDate,
} from '../../../../../core/document/citation-data'
import { CanonicalDocument, type WorkType, workTypes } from '../../../../../core/document/document'
import { citation } from '../../../../../core/exchange/citation'
import { gbt7714 } from '../../../../../core/exchange/gbt-7714'
import { bibtex, cslJson, ris } from '../../../../../core/exchange/reference-formats'
import { apa, chicagoNote } from '../../../../../core/exchange/reference-styles'
import { messagesIn } from '../../../../../core/messages/language'
import { canonicalRendition, type Rendition } from '../../../../../core/script/rendition'
import { documentOf } from '../../../support/document'
import { madeDocument } from '../../../support/made-document'

const citing = { version: '1.2.3', accessed: '2026-11-26' }

const nothing: CitationData = {
  type: 'Z',
  ...(Object.fromEntries(citationFields.map((field) => [field, ''])) as Record<
    (typeof citationFields)[number],
    string
  >),
}

const works: Readonly<Record<WorkType, Partial<CitationData>>> = {
  M: {
    title: '紅樓夢',
    author: '曹雪芹',
    date: '1982-03',
    place: '北京',
    publisher: '人民文學出版社',
  },
  R: {
    title: '政府工作報告',
    author: '某區人民政府',
    date: '2019',
    number: '2019-1',
    place: '某市',
    publisher: '區政府辦',
  },
  J: {
    title: '論字形',
    author: '甲',
    date: '2020-06',
    container: '語文研究',
    volume: '12',
    issue: '3',
    pages: '45-52',
  },
  N: { title: '評論', author: '乙', date: '2019-01-05', container: '人民日報', issue: '2' },
  D: { title: '簡化字考', author: '丙', date: '2008', place: '上海', publisher: '某大學' },
  C: {
    title: '論文',
    author: '丁',
    date: '2011',
    container: '會議論文集',
    place: '北京',
    publisher: '某社',
    pages: '3-9',
  },
  S: {
    title: '信息與文獻 參考文獻著錄規則',
    author: '標委會',
    date: '2015',
    number: 'GB/T 7714—2015',
    place: '北京',
    publisher: '中國標準出版社',
  },
  EB: { title: '公告', author: '某局', date: '2021-02-03', address: 'https://a.example/b' },
  Z: { title: '雜記', author: '戊', date: '1999' },
}

const renditionOf = (part: Partial<CitationData>): Rendition =>
  canonicalRendition(new CanonicalDocument(citedAs(documentOf('人').data, { ...nothing, ...part })))

const work = (type: WorkType): Rendition => renditionOf({ type, ...works[type] })

describe('a work of each kind is cited as such', () => {
  it.each<[WorkType, string]>([
    ['M', '曹雪芹. 紅樓夢[M]. 北京: 人民文學出版社, 1982.'],
    ['R', '某區人民政府. 政府工作報告: 2019-1[R]. 某市: 區政府辦, 2019.'],
    ['J', '甲. 論字形[J]. 語文研究, 2020, 12(3): 45-52.'],
    ['N', '乙. 評論[N]. 人民日報, 2019-01-05(2).'],
    ['D', '丙. 簡化字考[D]. 上海: 某大學, 2008.'],
    ['C', '丁. 論文[C]//會議論文集. 北京: 某社, 2011: 3-9.'],
    ['S', '標委會. 信息與文獻 參考文獻著錄規則: GB/T 7714—2015[S]. 北京: 中國標準出版社, 2015.'],
    ['EB', '某局. 公告[EB/OL]. (2021-02-03)[2026-11-26]. https://a.example/b.'],
    ['Z', '戊. 雜記[Z]. 1999.'],
  ])('by GB/T 7714: %s', (type, entry) => {
    expect(gbt7714(work(type), citing)).toBe(entry)
  })

  it('as found on the web, whatever it is, where it has an address there', () => {
    const online = renditionOf({ type: 'J', ...works.J, address: 'https://a.example/j' })
    expect(gbt7714(online, citing)).toBe(
      '甲. 論字形[J/OL]. 語文研究, 2020, 12(3): 45-52[2026-11-26]. https://a.example/j.',
    )
  })

  it.each<[WorkType, string]>([
    ['M', '曹雪芹, 紅樓夢 (北京: 人民文學出版社, 1982).'],
    ['R', '某區人民政府, 政府工作報告, 2019-1 (某市: 區政府辦, 2019).'],
    ['J', '甲, “論字形”, 語文研究 12, no. 3 (2020): 45-52.'],
    ['N', '乙, “評論”, 人民日報, January 5, 2019.'],
    ['D', '丙, “簡化字考”, (thesis, 某大學, 2008).'],
    ['C', '丁, “論文”, in 會議論文集 (北京: 某社, 2011), 3-9.'],
    ['S', '標委會, 信息與文獻 參考文獻著錄規則, GB/T 7714—2015 (北京: 中國標準出版社, 2015).'],
    ['EB', '某局, “公告”, February 3, 2021, accessed November 26, 2026, https://a.example/b.'],
    ['Z', '戊, 雜記 (1999).'],
  ])('by Chicago: %s', (type, note) => {
    expect(chicagoNote(work(type), citing)).toBe(note)
  })

  it.each<[WorkType, string]>([
    ['M', '曹雪芹. (1982). 紅樓夢. 人民文學出版社.'],
    ['R', '某區人民政府. (2019). 政府工作報告 (No. 2019-1). 區政府辦.'],
    ['J', '甲. (2020). 論字形. 語文研究, 12(3), 45-52.'],
    ['N', '乙. (2019, January 5). 評論. 人民日報.'],
    ['D', '丙. (2008). 簡化字考 [Thesis, 某大學].'],
    ['C', '丁. (2011). 論文. In 會議論文集 (pp. 3-9). 某社.'],
    ['S', '標委會. (2015). 信息與文獻 參考文獻著錄規則 (No. GB/T 7714—2015). 中國標準出版社.'],
    ['EB', '某局. (2021, February 3). 公告. Retrieved November 26, 2026, from https://a.example/b'],
    ['Z', '戊. (1999). 雜記.'],
  ])('by APA: %s', (type, entry) => {
    expect(apa(work(type), citing).entry).toBe(entry)
  })

  it.each<[WorkType, string, string, string]>([
    ['M', 'book', 'BOOK', 'book'],
    ['R', 'report', 'RPRT', 'report'],
    ['J', 'article-journal', 'JOUR', 'article'],
    ['N', 'article-newspaper', 'NEWS', 'article'],
    ['D', 'thesis', 'THES', 'thesis'],
    ['C', 'paper-conference', 'CPAPER', 'inproceedings'],
    ['S', 'standard', 'STAND', 'standard'],
    ['EB', 'webpage', 'ELEC', 'online'],
    ['Z', 'document', 'GEN', 'misc'],
  ])('for programs: %s is %s, %s and @%s', (type, csl, tag, entry) => {
    expect(JSON.parse(cslJson(work(type), citing))).toMatchObject([{ type: csl }])
    expect(ris(work(type), citing)).toMatch(new RegExp(`^TY  - ${tag}\\r\\n`, 'u'))
    expect(bibtex(work(type), citing)).toMatch(new RegExp(`^@${entry}\\{`, 'u'))
  })

  it('with all that is known of an article', () => {
    expect(JSON.parse(cslJson(work('J'), citing))).toEqual([
      {
        id: expect.any(String),
        type: 'article-journal',
        title: '論字形',
        author: [{ literal: '甲' }],
        'container-title': '語文研究',
        volume: '12',
        issue: '3',
        page: '45-52',
        issued: { 'date-parts': [[2020, 6]] },
        language: 'zh-Hant',
      },
    ])
    expect(ris(work('J'), citing).split('\r\n')).toEqual([
      'TY  - JOUR',
      'AU  - 甲',
      'TI  - 論字形',
      'T2  - 語文研究',
      'VL  - 12',
      'IS  - 3',
      'SP  - 45',
      'EP  - 52',
      'PY  - 2020',
      'DA  - 2020/06',
      'LA  - zh-Hant',
      'ER  - ',
      '',
    ])
    expect(bibtex(work('J'), citing)).toContain('  journaltitle = {語文研究},\n')
    expect(bibtex(work('J'), citing)).toContain('  pages = {45--52},\n')
    expect(bibtex(work('D'), citing)).toContain('  institution = {某大學},\n')
    expect(bibtex(work('N'), citing)).toContain('  entrysubtype = {newspaper},\n')
  })

  it('in a list of BibLaTeX, whose other entries no address can swallow', () => {
    const entry = bibtex(renditionOf({ ...works.EB, address: 'https://a.example/{x\\' }), citing)
    expect(entry).toContain('  url = {https://a.example/%7Bx%5C},\n')
    expect(entry.match(/\{/gu)).toHaveLength(entry.match(/\}/gu)?.length ?? 0)
  })

  it.each([
    ['a.example/b?c', 'http://a.example/b?c'],
    ['www.中国.cn', 'http://www.中国.cn'],
    ['a.example:8080/b', 'http://a.example:8080/b'],
    ['https://a.example', 'https://a.example'],
    ['10.1000/182', '10.1000/182'],
    ['doi:10.1000/182', 'doi:10.1000/182'],
  ])('with an address that can be followed, where %s is given', (address, followed) => {
    const rendition = renditionOf({ ...works.EB, address })
    expect(ris(rendition, citing)).toContain(`UR  - ${followed}\r\n`)
    expect(bibtex(rendition, citing)).toContain(`  url = {${followed}},\n`)
    expect(JSON.parse(cslJson(rendition, citing))).toMatchObject([{ URL: followed }])
    expect(gbt7714(rendition, citing)).toContain(` ${followed}.`)
    expect(apa(rendition, citing).entry).toContain(` from ${followed}`)
  })

  it('by GB/T 7714 with the issue behind the year where there are no volumes', () => {
    const issue = renditionOf({ type: 'J', ...works.J, volume: '' })
    expect(gbt7714(issue, citing)).toBe('甲. 論字形[J]. 語文研究, 2020(3): 45-52.')
  })

  it('proceedings as such where no others are named that they stand in', () => {
    const whole = renditionOf({ type: 'C', title: '文集', publisher: '某社', date: '2011' })
    expect(JSON.parse(cslJson(whole, citing))).toMatchObject([{ type: 'book' }])
    expect(gbt7714(whole, citing)).toBe('文集[C]. 某社, 2011.')
  })

  it.each(workTypes)('with no empty part or doubled stop where nothing is known: %s', (type) => {
    const bare = renditionOf({ type, title: '無' })
    const { inText, entry } = apa(bare, citing)
    for (const line of [gbt7714(bare, citing), chicagoNote(bare, citing), inText, entry]) {
      expect(line).not.toMatch(/undefined|\.\.|,,|, \.|\(\)|: ,|^\.|\(, /u)
    }
  })
})

describe('what the reader says of a work', () => {
  it('comes back as it was said, without what its kind has no place for', () => {
    const words = string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.trim())
    const said = record({
      ...(Object.fromEntries(citationFields.map((field) => [field, words])) as Record<
        (typeof citationFields)[number],
        typeof words
      >),
      date: constantFrom('', '2019', '2019-05', '2019-05-23'),
      type: constantFrom(...workTypes),
    })
    assert(
      property(said, (data) => {
        const { data: document } = documentOf('人')
        const cited = new CanonicalDocument(citedAs(document, data))
        const again = citationDataOf(cited.data, cited.title)
        const kept = new Set(['title', 'author', 'date', 'address', 'type', ...fieldsOf[data.type]])
        for (const [field, text] of Object.entries(data)) {
          if (field === 'title' && text === '') continue
          expect(again[field as keyof CitationData]).toBe(kept.has(field) ? text : '')
        }
      }),
    )
  })

  it('changes no word of the text', () => {
    const { data } = documentOf('人')
    const cited = citedAs(data, { ...nothing, title: '別名' })
    expect(cited.blocks).toBe(data.blocks)
    expect(cited.digest).toBe(data.digest)
    expect(new CanonicalDocument(cited).title).toBe('別名')
  })

  it('is a title in whatever form is shown, where it is that of the text', () => {
    const novel = madeDocument('石頭記\n第一回 甄士隱\n細按則深有趣味。')
    expect(novel.titleIn('zh-Hans')).toBe('石头记')
    expect(citation(novel.renditionOf('zh-Hans'), messagesIn.en.citation)).toContain('石头记')
  })

  it.each([
    ['2019', true],
    ['2019-12', true],
    [' 2019-02-28 ', true],
    ['2019-13', false],
    ['2019-02-30', false],
    ['19', false],
    ['去年', false],
    ['2019/5/1', false],
  ])('has a day only where it is one: %s', (text, is) => {
    expect(isDate(text)).toBe(is)
  })
})
