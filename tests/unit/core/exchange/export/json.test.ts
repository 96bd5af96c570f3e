import { OpenDocument } from '../../../../../core/publication/open-document'
import { charactersOf, codePoints } from '../../../../../core/text/code-points'
import { openReport, report } from '../../../support/report'
import { hostileNotes, lost, marked, textOf } from './support'
import { annotationTerms, w3cCollection } from './w3c-schema'

const collectionOf = async (
  ...args: Parameters<typeof textOf> extends [unknown, ...infer R] ? R : never
) => w3cCollection.parse(JSON.parse(await textOf('json', ...args)))

describe('the JSON export', () => {
  it('is a W3C annotation collection', async () => {
    const collection = await collectionOf([
      marked('經濟運行', { id: 'n 1', note: '好', tags: ['甲', '乙'] }),
      marked('統籌推進', { style: { color: 'blue', kind: 'underline' } }),
      lost('找不到', { id: 'half \ud800' }),
    ])
    expect(collection.total).toBe(3)
    expect(collection.first.items.map(({ id }) => id)).toEqual([
      expect.stringMatching(/^piyue:\/\/document\/yingkou-xishi-2019\/a\d+-\d+$/u),
      'piyue://document/yingkou-xishi-2019/n%201',
      'piyue://document/yingkou-xishi-2019/half%20%EF%BF%BD',
    ])
    expect(collection.first.items[0]).toMatchObject({
      motivation: 'highlighting',
      body: [],
      target: { styleClass: 'blue-underline' },
    })
    expect(collection.first.items[1]).toMatchObject({
      motivation: 'commenting',
      body: [
        { purpose: 'commenting', format: 'text/markdown', value: '好' },
        { purpose: 'tagging', value: '甲' },
        { purpose: 'tagging', value: '乙' },
      ],
    })
  })

  it('says of a bookmark that it is one, and what it is called', async () => {
    const collection = await collectionOf([
      marked('經濟運行', { style: { color: 'blue', kind: 'bookmark' }, note: '從這裡' }),
      marked('統籌推進', { style: { color: 'blue', kind: 'bookmark' } }),
    ])
    const items = collection.first.items.toSorted(
      (a, b) => (a.body?.length ?? 0) - (b.body?.length ?? 0),
    )
    expect(items).toMatchObject([
      { motivation: 'bookmarking', target: { styleClass: 'blue-bookmark' } },
      { motivation: 'bookmarking', body: [{ purpose: 'commenting', value: '從這裡' }] },
    ])
  })

  it('says source, form, app, time, digest', async () => {
    const collection = await collectionOf([marked('經濟運行')], { script: 'hans' })
    expect(collection).toMatchObject({
      label: '2019年营口市西市区政府工作报告',
      generated: '2026-01-02T12:00:00.000Z',
      generator: { name: 'Piyue', 'piyue:appVersion': '1.2.3' },
      'piyue:version': 1,
      'piyue:documentDigest': report.digest,
    })
    expect(collection['piyue:citation']).toContain('营口市西市区人民政府')
    expect(collection['piyue:provenance']).toContain('Simplified')
  })

  it('selects in code points of the canonical text, whatever the script of the quotes', async () => {
    const collection = await collectionOf([marked('經濟運行保持在合理區間')], { script: 'both' })
    const [quote, position] = collection.first.items[0]?.target.selector ?? []
    if (position?.type !== 'TextPositionSelector') throw new TypeError('no position')
    const selected = charactersOf(report.text).slice(position.start, position.end).join('')
    expect(quote).toMatchObject({ exact: selected })
    expect(selected).toBe('經濟運行保持在合理區間')
    expect(collection.first.items[0]?.target['piyue:renditions']).toEqual([
      { language: 'zh-Hant', 'piyue:script': 'zh-Hant', value: '經濟運行保持在合理區間' },
      { language: 'zh-Hans', 'piyue:script': 'zh-Hans', value: '经济运行保持在合理区间' },
    ])
  })

  it('names nothing that a JSON-LD processor would drop', async () => {
    const text = await textOf('json', [marked('經濟運行', { note: '好', tags: ['甲'] })])
    const unknown = [...text.matchAll(/^\s*"([^"]+)": /gmu)]
      .map(([, key = '']) => key)
      .filter((key) => !annotationTerms.has(key) && !/^(?:@context|piyue(?::\w+)?)$/u.test(key))
    expect(unknown).toEqual([])
  })

  it('lists what the reader reads otherwise than conversion wrote, and every format counts it', async () => {
    const open = new OpenDocument({
      ...openReport.publication,
      corrections: [
        {
          id: 'a',
          character: '後',
          tag: 'zh-Hans',
          found: '后',
          readings: { 'zh-Hans': '後' },
          at: codePoints(report.text.indexOf('後')),
        },
      ],
    })
    const own = JSON.parse(await textOf('json', [marked('經濟運行')], { open, script: 'hans' }))
    expect(own['piyue:corrections']).toEqual([
      {
        'piyue:character': '後',
        'piyue:converted': { 'piyue:script': 'zh-Hans', value: '后' },
        'piyue:readings': [{ 'piyue:script': 'zh-Hans', value: '後' }],
        'piyue:places': [report.text.indexOf('後')],
      },
    ])
    w3cCollection.parse(own)
    const markdown = await textOf('markdown', [marked('經濟運行')], { open, script: 'hans' })
    expect(markdown).toContain('1 character is read by you otherwise')
    const others = await textOf('markdown', [marked('經濟運行')], { open, script: 'hant' })
    expect(others).not.toContain('read by you otherwise')
  })

  it('stays valid whatever a note holds', async () => {
    const notes = hostileNotes.map((note, i) => marked('經濟運行', { id: `n${i}`, note }))
    const collection = await collectionOf(notes)
    const values = collection.first.items.map((item) => item.body?.[0]?.value)
    expect(values).toHaveLength(hostileNotes.length)
    expect(new Set(values)).toEqual(new Set(hostileNotes))
  })
})
