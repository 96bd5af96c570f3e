import { report } from '../../../support/report'
import { after, decisionsOf, fixture, planFor, undone } from './support'

const words = (range: { start: number; end: number }) => report.text.slice(range.start, range.end)

describe('annotations of Hypothesis', () => {
  it('are found in the canonical text whatever script they quote, and decided on one by one', async () => {
    const plan = await planFor(fixture('hypothesis-api.json'))
    expect(decisionsOf(plan)).toEqual([
      'new',
      'orphan: quotes-nothing',
      'orphan: quotes-nothing',
      'new',
      'orphan: not-found',
    ])
    expect(plan.counts).toMatchObject({ new: 2, orphan: 3 })
    const [first, page, reply, across, orphan] = [...after(plan).values()]
    expect([page, reply].map((one) => one?.quote.exact)).toEqual(['[…]', '[…]'])
    expect(first).toMatchObject({
      id: 'hypothesis:Cj7MRvFhEe6Fz3sO9L2y3w',
      documentId: report.id,
      documentDigest: report.digest,
      quote: { exact: '經濟運行保持在合理區間' },
      seenIn: 'zh-Hans',
      note: '**重点**：稳中有进',
      tags: ['经济', '运行'],
      createdAt: '2024-03-01T08:15:30.123Z',
      modifiedAt: '2024-03-02T09:00:00.654Z',
    })
    expect(words(first!.range)).toBe('經濟運行保持在合理區間')
    expect(words(across!.range)).toBe('一、2018年工作回顧\n2018年，是本屆政府')
    expect(orphan).toMatchObject({ documentDigest: 'unknown', note: '孤' })
    expect(orphan?.quote.exact).toContain('根本不存在')
  })

  it('are read as the client exports them too', async () => {
    const plan = await planFor(fixture('hypothesis-client.json'))
    expect(decisionsOf(plan)).toEqual(['new'])
    expect([...after(plan).values()][0]?.quote.exact).toBe('統籌推進“五位一體”總體布局')
  })
})

describe('an annotation set of Readium’s (Thorium)', () => {
  it('gives note, tag, colour and line', async () => {
    const plan = await planFor(fixture('readium.annotation'))
    expect(decisionsOf(plan)).toEqual(['new', 'refused: says-nothing'])
    const [only] = [...after(plan).values()]
    expect(only).toMatchObject({
      id: 'readium:urn:uuid:1a2b3c4d-0000-4000-8000-000000000001',
      quote: { exact: '固定資產投資完成127億元' },
      note: 'Thorium 的笔记',
      tags: ['质量'],
      style: { color: 'green', kind: 'underline' },
      createdAt: '2025-08-30T12:00:00.000Z',
      modifiedAt: '2025-08-31T12:00:00.000Z',
    })
  })
})

describe('annotations by the W3C’s model', () => {
  it('are read however bodies, targets and selectors are nested', async () => {
    const plan = await planFor(fixture('w3c-page.json'))
    expect(decisionsOf(plan)).toEqual([
      'new',
      'orphan: not-found',
      'refused: says-nothing',
      'refused: not-an-annotation',
    ])
    const [first, second] = [...after(plan).values()]
    expect(first).toMatchObject({
      id: 'w3c:http://example.org/anno1',
      note: 'plain words',
      style: { color: 'purple', kind: 'squiggly' },
    })
    expect(words(first!.range)).toBe('區長 孫興寧')
    expect(second).toMatchObject({ note: '甲\n\n乙\n\nhttp://example.org/body', tags: ['標籤'] })
    expect(second?.id).toMatch(/^w3c:[0-9a-f]{64}$/u)
  })
})

describe.each([
  'hypothesis-api.json',
  'hypothesis-client.json',
  'readium.annotation',
  'w3c-page.json',
])('importing %s', (name) => {
  it('again changes nothing, even at another time', async () => {
    const once = after(await planFor(fixture(name)))
    const again = await planFor(fixture(name), once, '2026-05-05T05:05:05.005Z')
    expect(again.changes).toEqual([])
    expect(again.counts.same).toBe(once.size)
  })

  it('can be undone as one', async () => {
    const plan = await planFor(fixture(name))
    expect(undone(plan, after(plan)).size).toBe(0)
  })

  it('leaves alone what the reader changed since', async () => {
    const once = after(await planFor(fixture(name)))
    const edited = new Map([...once].map(([id, one]) => [id, { ...one, note: 'mine' }]))
    const again = await planFor(fixture(name), edited)
    expect(again.changes).toEqual([])
    expect(again.counts.older).toBe(once.size)
  })
})

describe('a foreign quote', () => {
  const item = (quote: object, more: object = {}) => ({
    type: 'AnnotationPage',
    items: [
      {
        type: 'Annotation',
        target: { selector: [{ type: 'TextQuoteSelector', ...quote }] },
        ...more,
      },
    ],
  })

  it('is never placed by a position alone', async () => {
    const json = item({ exact: '這句話並不在這篇報告裡面，千真萬確' })
    const [one] = json.items
    one!.target.selector.push({ type: 'TextPositionSelector', start: 10, end: 20 } as never)
    expect(decisionsOf(await planFor(json))).toEqual(['orphan: not-found'])
  })

  it('that differs a little is placed, and said to be so', async () => {
    const plan = await planFor(
      item({ exact: '統籌推進五位一體的總體布局，協調推進四個全面的戰略布局' }),
    )
    expect(decisionsOf(plan)).toEqual(['moved: approximate'])
    expect([...after(plan).values()][0]?.quote.exact).toBe(
      '統籌推進“五位一體”總體布局，協調推進“四個全面”戰略布局',
    )
  })

  it('that stands in several places is told apart by its context, or not placed', async () => {
    const exact = '同比增長'
    expect(decisionsOf(await planFor(item({ exact })))).toEqual(['orphan: ambiguous'])
    const placed = await planFor(
      item({ exact, prefix: '地区生产总值实现118亿元，', suffix: '5.5%' }),
    )
    expect(decisionsOf(placed)).toEqual(['new'])
  })

  it('with the same note on the same words as one that is here is the same', async () => {
    const quote = { exact: '經濟運行保持在合理區間' }
    const here = after(await planFor(item(quote, { id: 'urn:one', bodyValue: '好' })))
    const plan = await planFor(item(quote, { id: 'urn:two', bodyValue: '好' }), here)
    expect(decisionsOf(plan)).toEqual(['same: same-words'])
    const other = await planFor(item(quote, { id: 'urn:two', bodyValue: '不好' }), here)
    expect(decisionsOf(other)).toEqual(['new'])
  })

  it('is taken in with what fits of a note or tag longer than are kept, and that is said', async () => {
    const exact = '經濟運行保持在合理區間'
    const tag = '家'.repeat(199) + '👨‍👩‍👧'
    const body = [
      { value: 'x'.repeat(200_001) },
      { purpose: 'tagging', value: tag },
      { purpose: 'tagging', value: '\u200b' },
    ]
    const plan = await planFor(item({ exact }, { body }))
    expect(plan.items[0]).toMatchObject({
      decision: 'new',
      leftOut: ['note-shortened', 'tag-shortened'],
    })
    const [taken] = [...after(plan).values()]
    expect(taken?.note).toHaveLength(200_000)
    expect(taken?.tags).toEqual(['家'.repeat(199)])
    expect(decisionsOf(await planFor(item({ exact: '一'.repeat(100_001) })))).toEqual([
      'refused: quote-too-long',
    ])
  })
})
