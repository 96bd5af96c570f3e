import { exportNotes } from '../../../../../core/exchange/export/export-notes'
import { exportModel } from '../../../../../core/exchange/export/model'
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
        marked('經濟運行', { note: '甲\n\n{乙}', tags: ['經濟'] }),
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
    const ris = await fileIn('ris')
    expect(values(ris, 'TI')).toEqual([openReport.document.title, '無人標註的一篇。', '石頭記'])
    expect(values(ris, 'ER')).toHaveLength(3)
    expect(values(ris, 'Y2')).toEqual(['2026/01/02'])
    expect(values(ris, 'N1')).toEqual([
      expect.stringMatching(/^“經濟運行” \(.+\) 甲 \{乙\} #經濟$/u),
      '“不在文中” 失',
      expect.stringMatching(/^“荒唐” .*丙$/u),
    ])
  })

  it('are entries of BibLaTeX, whose notes cannot close them', async () => {
    const bibtex = await fileIn('bibtex', 'hans')
    expect(bibtex.match(/^@/gmu)).toHaveLength(3)
    expect(bibtex).toContain('title = {2019年营口市西市区政府工作报告},')
    expect(bibtex).toMatch(/annotation = \{“经济运行” .* 甲 \\\{乙\\\} \\#經濟 ¶ “不在文中” 失\},/u)
    const unescaped = bibtex.replaceAll(/\\[{}]/gu, '')
    expect(unescaped.match(/\{/gu)?.length).toBe(unescaped.match(/\}/gu)?.length)
  })

  it('are items of CSL-JSON in one list', async () => {
    const items = JSON.parse(await fileIn('csl')) as readonly Record<string, unknown>[]
    expect(items.map(({ title }) => title)).toEqual([
      openReport.document.title,
      '無人標註的一篇。',
      '石頭記',
    ])
    expect(items[0]).toMatchObject({ annote: expect.stringContaining('甲 {乙}') })
    expect(items[1]).not.toHaveProperty('annote')
  })
})
