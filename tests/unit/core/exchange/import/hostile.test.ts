import { importLimits, recognize } from '../../../../../core/exchange/import/recognize'
import { noon } from '../../../support/annotations'
import { madeDocument } from '../../../support/made-document'
import { marked, textOf } from '../export/support'
import { after, decisionsOf, planFor } from './support'

interface Item {
  [key: string]: unknown
  target: { selector: Record<string, unknown>[]; [key: string]: unknown }
}

/** A collection that we wrote, its first annotation changed for the worse. */
async function tampered(change: (item: Item) => void): Promise<unknown> {
  const text = await textOf('json', [
    marked('統籌推進', { id: 'bad', note: '好', tags: ['甲'] }),
    marked('經濟運行', { id: 'good' }),
  ])
  const json = JSON.parse(text) as { first: { items: Item[] } }
  change(json.first.items[0] as Item)
  return json
}

describe('a bad annotation never stops the good ones', () => {
  it.each<[string, (item: Item) => void, string]>([
    ['no quote', (item) => item.target.selector.shift(), 'orphan: quotes-nothing'],
    ['no position', (item) => item.target.selector.pop(), 'new'],
    ['a negative start', (item) => (item.target.selector[1]!.start = -1), 'new'],
    ['an end before the start', (item) => (item.target.selector[1]!.end = 0), 'new'],
    ['a start that is no whole number', (item) => (item.target.selector[1]!.start = 0.5), 'new'],
    ['an id that is none', (item) => (item['piyue:id'] = { toString: 'x' }), 'new'],
    ['an empty id', (item) => (item['piyue:id'] = ''), 'new'],
    ['a long id', (item) => (item['piyue:id'] = 'x'.repeat(201)), 'new'],
    [
      'a long note',
      (item) => ((item.body as { value: string }[])[0]!.value = 'x'.repeat(200_001)),
      'new',
    ],
    [
      'a note that is no text',
      (item) => ((item.body as { value: unknown }[])[0]!.value = [1]),
      'new',
    ],
    ['a style that is none', (item) => (item.target.styleClass = 'constructor-toString'), 'new'],
    ['a time that is none', (item) => (item.created = 'yesterday'), 'new'],
    ['the id of another', (item) => (item['piyue:id'] = 'good'), 'new'],
    ['a script that is none', (item) => (item['piyue:seenIn'] = 'klingon'), 'new'],
  ])('%s', async (_, change, decision) => {
    const plan = await planFor(await tampered(change))
    expect(plan.items).toHaveLength(2)
    expect(decisionsOf(plan)[0]).toBe(decision)
    expect(after(plan).has('good')).toBe(true)
  })

  it('is refused by itself where its words are more here than a mark can quote', async () => {
    const lines = Array.from({ length: 9_500 }, (_, i) => `第${String(i).padStart(8, '0')}行`)
    const annotation = (id: string, exact: string) => ({
      type: 'Annotation',
      id,
      target: { selector: { type: 'TextQuoteSelector', exact } },
    })
    const items = [annotation('a', lines.join('')), annotation('b', lines[7] ?? '')]
    const plan = await planFor(items, new Map(), noon, madeDocument(lines.join('\n')))
    expect(decisionsOf(plan)).toEqual(['refused: quote-too-long', 'new'])
  })

  it('takes an id once', async () => {
    const plan = await planFor(await tampered((item) => (item['piyue:id'] = 'good')))
    expect(decisionsOf(plan)).toEqual(['new', 'refused: duplicate-id'])
  })

  it('trusts no position whose words stand elsewhere', async () => {
    const plan = await planFor(
      await tampered((item) => {
        item.target.selector[1]!.start = 500
        item.target.selector[1]!.end = 504
      }),
    )
    expect(decisionsOf(plan)[0]).toBe('moved: quote')
  })

  it('is not led astray by keys of objects', async () => {
    const item = `{"type":"Annotation","__proto__":{"target":{"selector":{"type":"TextQuoteSelector","exact":"統籌推進"}}},"constructor":{"prototype":{"x":1}}}`
    const plan = await planFor(
      JSON.parse(`{"type":"AnnotationPage","__proto__":{"x":1},"items":[${item}]}`),
    )
    expect(decisionsOf(plan)).toEqual(['refused: not-an-annotation'])
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })
})

describe('a file as a whole', () => {
  it.each<[unknown, string]>([
    [null, 'foreign'],
    ['text', 'foreign'],
    [{}, 'foreign'],
    [{ annotations: [{ x: 1 }] }, 'foreign'],
    [[1, 2], 'foreign'],
    [{ rows: [] }, 'empty'],
    [{ type: 'AnnotationPage', items: [] }, 'empty'],
    [{ type: 'AnnotationCollection', first: 'https://example.org/page1' }, 'empty'],
    [{ type: 'AnnotationCollection', 'piyue:version': 2 }, 'newer'],
    [{ type: 'AnnotationCollection', 'piyue:version': 'x' }, 'newer'],
    [{ format: 'piyue-annotations', version: 2, annotations: [{}] }, 'newer'],
    [
      {
        type: 'AnnotationPage',
        items: Array.from({ length: importLimits.annotations + 1 }, () => ({})),
      },
      'too-many',
    ],
  ])('that is %j is refused', (json, refusal) => {
    expect(recognize(json)).toBe(refusal)
  })

  it('may have its pages one after the other', () => {
    const item = { type: 'Annotation' }
    expect(
      recognize({
        type: 'AnnotationCollection',
        first: { items: [item], next: { items: [item, item] } },
      }),
    ).toEqual({ origin: 'w3c', items: [item, item, item] })
  })

  it('with thousands of words that stand nowhere is decided on in bounded time', async () => {
    const items = Array.from({ length: 3_000 }, (_, i) => ({
      type: 'Annotation',
      target: { selector: { type: 'TextQuoteSelector', exact: `無${i}處可尋的一句話` } },
    }))
    const plan = await planFor({ type: 'AnnotationPage', items })
    expect(plan.counts.orphan).toBe(3_000)
    expect(plan.items.at(-1)?.reason).toBe('not-found')
  })
})
