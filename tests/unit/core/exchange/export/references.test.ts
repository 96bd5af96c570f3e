import { authorField, authorsIn } from '../../../../../core/document/citation-data'
import { CanonicalDocument } from '../../../../../core/document/document'
import { citation } from '../../../../../core/exchange/citation'
import { exportNotes } from '../../../../../core/exchange/export/export-notes'
import { exportHtml } from '../../../../../core/exchange/export/html'
import { exportMarkdown } from '../../../../../core/exchange/export/markdown'
import { exportModel } from '../../../../../core/exchange/export/model'
import { gbt7714 } from '../../../../../core/exchange/gbt-7714'
import { bibtex, cslJson, ris } from '../../../../../core/exchange/reference-formats'
import { apa, chicagoNote } from '../../../../../core/exchange/reference-styles'
import { readMarkdown } from '../../../../../core/formats/markdown'
import { readPage } from '../../../../../core/formats/page'
import { messagesIn } from '../../../../../core/messages/language'
import { OpenDocument } from '../../../../../core/publication/open-document'
import { canonicalRendition } from '../../../../../core/script/rendition'
import { annotationOn } from '../../../support/annotations'
import { madeDocument } from '../../../support/made-document'
import { openReport } from '../../../support/report'
import { lost, marked, sourceOf } from './support'

const novel = madeDocument('石頭記\n第一回 甄士隱夢幻識通靈\n說起根由雖近荒唐，細按則深有趣味。')
const unread = madeDocument('無人標註的一篇。')

const source = {
  ...sourceOf([]),
  documents: [
    {
      open: openReport,
      annotations: [
        marked('經濟運行', { note: '甲\n\n{乙', tags: ['經濟'] }),
        marked('統籌推進'),
        lost('不在文中', { id: 'x', note: '失' }),
      ],
    },
    { open: unread, annotations: [] },
    { open: novel, annotations: [annotationOn(novel.document, '荒唐', { note: '丙' })] },
  ],
} as const

const fileIn = async (format: 'ris' | 'bibtex' | 'csl', script: 'hant' | 'hans' = 'hant') =>
  String(await exportNotes(format, exportModel(source, { format, script })))

/** The values of a tag of RIS, in order. */
const values = (ris: string, tag: string) =>
  [...ris.matchAll(new RegExp(`^${tag} {2}- (.*)\\r$`, 'gmu'))].map(([, value]) => value)

describe('the works that documents are', () => {
  it('are a record of RIS each, notes and all, with or without notes', async () => {
    const file = await fileIn('ris')
    expect(values(file, 'TI')).toEqual([openReport.document.title, '無人標註的一篇。', '石頭記'])
    expect(values(file, 'ER')).toHaveLength(3)
    expect(values(file, 'Y2')).toEqual(['2026/01/02'])
    expect(values(file, 'N1')).toEqual([
      expect.stringMatching(/^“經濟運行” \(.+\) 甲 \{乙 #經濟$/u),
      '“不在文中” 失',
      expect.stringMatching(/^“荒唐” .*丙$/u),
    ])
  })

  it('are entries of BibLaTeX, whose notes cannot close them', async () => {
    const file = await fileIn('bibtex', 'hans')
    expect(file.match(/^@/gmu)).toHaveLength(3)
    expect(file).toContain('title = {2019年营口市西市区政府工作报告},')
    expect(file).toMatch(
      /annotation = \{“经济运行” .* 甲 \\textbraceleft\{\}乙 \\#經濟 ¶ “不在文中” 失\},/u,
    )
    expect(file.match(/\{/gu)?.length).toBe(file.match(/\}/gu)?.length)
  })

  it('have thousands of notes on a long text in bounded time', async () => {
    const open = madeDocument(Array.from({ length: 20_000 }, (_, i) => `第${i}段`).join('\n'), null)
    const annotations = Array.from({ length: 2_000 }, (_, i) =>
      annotationOn(open.document, `第${i * 10}段`, { id: `n${i}`, note: '甲' }),
    )
    const long = { ...source, documents: [{ open, annotations }] } as const
    const file = String(
      await exportNotes('ris', exportModel(long, { format: 'ris', script: 'hant' })),
    )
    expect(values(file, 'N1')).toHaveLength(2_000)
  })

  it('are items of CSL-JSON in one list', async () => {
    const items = JSON.parse(await fileIn('csl')) as readonly Record<string, unknown>[]
    expect(items.map(({ title }) => title)).toEqual([
      openReport.document.title,
      '無人標註的一篇。',
      '石頭記',
    ])
    expect(items[0]).toMatchObject({ annote: expect.stringContaining('甲 {乙') })
    expect(items[1]).not.toHaveProperty('annote')
  })
})

describe('those who wrote a work together', () => {
  it.each([
    ['曹雪芹, 高鶚', ['曹雪芹', '高鶚']],
    ['曹雪芹、高鶚；程偉元', ['曹雪芹', '高鶚', '程偉元']],
    ['國家發展和改革委員會', ['國家發展和改革委員會']],
    ['Smith, John', ['Smith, John']],
    ['Smith, John; 費正清', ['Smith, John', '費正清']],
    ['Ministry of Education, China', ['Ministry of Education, China']],
  ])('(%s) are a name each', (author, names) => {
    const document = new CanonicalDocument({
      ...novel.document.data,
      source: { author, published: { kind: 'unknown' }, type: 'M' },
    })
    const rendition = canonicalRendition(document)
    const citing = { version: '1.2.3', accessed: '2026-11-26' }
    expect(values(ris(rendition, citing), 'AU')).toEqual(names)
    expect(bibtex(rendition, citing)).toContain(
      `author = {${names.map((name) => `{${name}}`).join(' and ')}},`,
    )
    expect(JSON.parse(cslJson(rendition, citing))).toMatchObject([
      { author: names.map((literal) => ({ literal })) },
    ])
  })

  const workBy = (author: string) => {
    const source = { author, published: { kind: 'on', date: '1919' }, type: 'M' } as const
    return new CanonicalDocument({ ...novel.document.data, source })
  }

  const citedBy = (author: string) => {
    const rendition = canonicalRendition(workBy(author))
    const citing = { version: '1.2.3', accessed: '2026-11-26' }
    return {
      ris: values(ris(rendition, citing), 'AU'),
      bibtex: /author = \{(.*)\},/u.exec(bibtex(rendition, citing))?.[1],
      csl: cslJson(rendition, citing),
      gbt: gbt7714(rendition, citing),
      chicago: chicagoNote(rendition, citing),
      apa: apa(rendition, citing),
      line: citation(rendition, messagesIn.en.citation),
    }
  }

  it('are a name each in every style', () => {
    expect(citedBy('陳獨秀；胡適')).toMatchObject({
      gbt: '陳獨秀, 胡適. 石頭記[M]. 1919.',
      chicago: '陳獨秀 and 胡適, 石頭記 (1919).',
      apa: { inText: '(陳獨秀 & 胡適, 1919)', entry: '陳獨秀, & 胡適. (1919). 石頭記.' },
      line: '陳獨秀、胡適：《石頭記》，1919。',
    })
    expect(citedBy('甲、乙、丙')).toMatchObject({
      gbt: expect.stringMatching(/^甲, 乙, 丙\. /u),
      chicago: expect.stringMatching(/^甲, 乙, and 丙, /u),
      apa: {
        inText: '(甲 et al., 1919)',
        entry: expect.stringMatching(/^甲, 乙, & 丙\. /u),
      },
    })
  })

  it('are the first of them in styles that name no more', () => {
    expect(citedBy('甲；乙；丙；丁')).toMatchObject({
      gbt: expect.stringMatching(/^甲, 乙, 丙, 等\. 石頭記/u),
      chicago: expect.stringMatching(/^甲 et al\., 石頭記/u),
      apa: { entry: expect.stringMatching(/^甲, 乙, 丙, & 丁\. /u) },
    })
    const many = Array.from({ length: 21 }, (_, i) => `A${i}`)
    expect(citedBy(many.join('; ')).apa.entry).toMatch(/^A0, .*, A18, \. \. \. A20\. /u)
    expect(citedBy(many.join('; ')).gbt).toMatch(/^A0, A1, A2, et al\. /u)
  })

  it('are told apart where a comma stands within a name', () => {
    const two = 'Smith, John; Doe, Jane'
    expect(citedBy(two)).toMatchObject({
      gbt: 'Smith, John; Doe, Jane. 石頭記[M]. 1919.',
      chicago: 'Smith, John; Doe, Jane, 石頭記 (1919).',
      apa: { inText: '(Smith & Doe, 1919)', entry: 'Smith, John, & Doe, Jane. (1919). 石頭記.' },
    })
    expect(citedBy(`${two}; 甲; 乙`)).toMatchObject({
      chicago: 'Smith, John, et al., 石頭記 (1919).',
      apa: { inText: '(Smith et al., 1919)' },
    })
    expect(citedBy('Ministry of Education, China').apa.inText).toBe(
      '(Ministry of Education, China, 1919)',
    )
    expect(citedBy('Smith, J.').apa.entry).toBe('Smith, J. (1919). 石頭記.')
  })

  it.each(['甲、乙等', '甲, 乙, 等人', '甲；乙；et al.'])(
    '(%s) have others beside them',
    (author) => {
      expect(citedBy(author)).toMatchObject({
        ris: ['甲', '乙'],
        bibtex: '{甲} and {乙} and others',
        csl: expect.not.stringMatching(/等|et al/u),
        gbt: '甲, 乙, 等. 石頭記[M]. 1919.',
        chicago: '甲 et al., 石頭記 (1919).',
        apa: { inText: '(甲 et al., 1919)', entry: '甲, 乙, et al. (1919). 石頭記.' },
        line: '甲、乙等：《石頭記》，1919。',
      })
    },
  )

  it.each(['Smith, John, et al.', 'Smith, John; et al', 'Smith, John et al.'])(
    '(%s) have others beside the one who is named',
    (author) => {
      expect(citedBy(author)).toMatchObject({
        ris: ['Smith, John'],
        gbt: 'Smith, John; et al. 石頭記[M]. 1919.',
        chicago: 'Smith, John, et al., 石頭記 (1919).',
        apa: { inText: '(Smith et al., 1919)' },
      })
    },
  )

  it('have others still where an export is opened again', () => {
    for (const author of ['甲、乙等', 'Smith, John, et al.']) {
      const open = new OpenDocument({ ...novel.publication, document: workBy(author).data })
      const model = exportModel(sourceOf([], { open }), { script: 'hant', scope: 'text' })
      for (const { facts } of [
        readPage(exportHtml(model)).document,
        readMarkdown(exportMarkdown(model)),
      ]) {
        expect(authorsIn(facts.author?.value ?? '')).toEqual(authorsIn(author))
      }
    }
  })

  it('are others in the language of those who are named before them', () => {
    expect(citedBy('A; B; C; 丁').gbt).toMatch(/^A, B, C, et al\. /u)
    expect(citedBy('A; B; 丙; D').gbt).toMatch(/^A, B, 丙, 等\. /u)
  })

  it('are nobody where no name is given', () => {
    for (const author of ['；', '等', 'et al.']) {
      expect(citedBy(author).gbt).toBe('石頭記[M]. 1919.')
    }
  })

  it('are the same again from one field', () => {
    for (const names of [
      ['曹雪芹', '高鶚'],
      ['Smith, John', 'Doe, Jane'],
      ['甲', 'John Smith'],
    ]) {
      expect(authorsIn(authorField(names))).toEqual({ authors: names, hasOthers: false })
    }
  })
})
