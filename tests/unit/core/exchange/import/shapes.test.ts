import { marked } from '../export/support'
import { after, decisionsOf, planFor } from './support'

const exact = '經濟運行保持在合理區間'
const quote = { type: 'TextQuoteSelector', exact }
const page = (...items: object[]) => ({ type: 'AnnotationPage', items })
const item = (body: unknown, more: object = {}) => ({
  type: 'Annotation',
  body,
  target: { selector: quote },
  ...more,
})
const taken = async (...items: object[]) => [...after(await planFor(page(...items))).values()]

describe('bodies of every shape', () => {
  it.each<[string, unknown, { note?: string; tags?: string[] }]>([
    [
      'tags as a list',
      { type: 'TextualBody', value: '好', tags: ['甲', '乙'] },
      { note: '好', tags: ['甲', '乙'] },
    ],
    ['one tag', { type: 'TextualBody', value: '好', tag: '甲' }, { tags: ['甲'] }],
    [
      'a tag body with a list',
      { purpose: 'tagging', value: ['甲', '#乙'] },
      { tags: ['甲', '乙'] },
    ],
    ['a value of JSON-LD', { '@value': '好', '@language': 'zh' }, { note: '好' }],
    [
      'a choice',
      { type: 'Choice', items: [{ type: 'TextualBody', value: '一' }, { value: '二' }] },
      { note: '一' },
    ],
    [
      'signs in HTML',
      { value: '<p>*a* _b_ @_c</p>', format: 'text/html' },
      { note: '\\*a\\* \\_b\\_ @\\_c' },
    ],
    [
      'HTML',
      { value: '<p>一 &amp; <b>二</b></p><script>x</script>', format: 'text/html' },
      { note: '一 & **二**' },
    ],
    [
      'plain text',
      { value: '2*3*4\n# x\n<b>', format: 'text/plain' },
      { note: '2\\*3\\*4\n\\# x\n\\<b\\>' },
    ],
    [
      'plain text with an address',
      { value: 'https://a.example/a_b_c *', format: 'text/plain' },
      { note: 'https://a.example/a_b_c \\*' },
    ],
  ])('%s', async (_, body, wanted) => {
    expect(await taken(item(body))).toMatchObject([wanted])
  })

  it('that are no text are said to be left out', async () => {
    const plan = await planFor(page(item([{ value: '好' }, { type: 'Image', id: 'urn:x' }])))
    expect(plan.items).toMatchObject([{ decision: 'new', note: '好', leftOut: ['body'] }])
  })
})

describe('motivations of every shape', () => {
  it.each<[unknown, 'bookmark' | 'highlight']>([
    ['bookmarking', 'bookmark'],
    [['oa:bookmarking'], 'bookmark'],
    [{ id: 'http://www.w3.org/ns/oa#bookmarking' }, 'bookmark'],
    [['highlighting', 'bookmarking'], 'highlight'],
    ['commenting', 'highlight'],
    [undefined, 'highlight'],
    [[], 'highlight'],
    [7, 'highlight'],
  ])('%j', async (motivation, kind) => {
    const target = { selector: quote, styleClass: 'blue-highlight' }
    const marks = await taken(item('從這裡', { motivation, target }))
    expect(marks).toMatchObject([{ note: '從這裡', style: { color: 'blue', kind } }])
  })
})

describe('targets of every shape', () => {
  it('are told apart by what follows alone', async () => {
    const selector = { type: 'TextQuoteSelector', exact: '同比增長', prefix: '', suffix: '5.5%' }
    const [one] = await taken(item('好', { target: { selector } }))
    expect(one?.quote).toMatchObject({
      exact: '同比增長',
      suffix: expect.stringMatching(/^5\.5%/u),
    })
  })

  it('that mark and say nothing are no notes: bookmarks', async () => {
    const bookmark = { type: 'Annotation', motivation: 'bookmarking', target: { source: 'x' } }
    const selector = [{ type: 'ProgressionSelector', value: 0.3 }]
    const body = { type: 'TextualBody', value: '', color: '#FEF3BD', tag: '', highlight: 'solid' }
    const placed = { ...bookmark, body, target: { source: 'x', selector } }
    expect(decisionsOf(await planFor(page(bookmark, placed)))).toEqual([
      'refused: says-nothing',
      'refused: says-nothing',
    ])
  })

  it('miss no tag where an empty one stands for none', async () => {
    const plan = await planFor(page(item({ type: 'TextualBody', value: '好', tag: '' })))
    expect(plan.items).toMatchObject([{ decision: 'new', leftOut: [] }])
  })

  it('of another publication do not keep the others out', async () => {
    const other = item('別書', {
      target: { selector: { ...quote, exact: '這是另一本書裡的話語罷了' } },
    })
    expect(decisionsOf(await planFor(page(other, item('好'))))).toEqual([
      'orphan: not-found',
      'new',
    ])
  })

  it('mark each passage of several', async () => {
    const target = [{ selector: quote }, { selector: { ...quote, exact: '狠抓落實' } }]
    const both = await taken(item('好', { id: 'urn:x', target }))
    expect(both.map((one) => [one.id, one.quote.exact, one.note])).toEqual([
      ['w3c:urn:x', exact, '好'],
      ['w3c:urn:x#2', '狠抓落實', '好'],
    ])
  })

  it('mark the part that is meant, or say that it cannot be told', async () => {
    const inner = (refinedBy: object) =>
      item('好', { target: { selector: { ...quote, refinedBy } } })
    const [byQuote] = await taken(inner({ type: 'TextQuoteSelector', exact: '合理' }))
    expect(byQuote?.quote.exact).toBe('合理')
    const [byPlace] = await taken(inner({ type: 'TextPositionSelector', start: 2, end: 4 }))
    expect(byPlace?.quote.exact).toBe('運行')
    const plan = await planFor(page(inner({ type: 'XPathSelector', value: '/' })))
    expect(plan.items[0]).toMatchObject({ decision: 'new', leftOut: ['narrower-passage'] })
  })

  it('that quote nothing keep what was said of them, found nowhere', async () => {
    const lost = item('只有意見', {
      target: { source: 'x', selector: { type: 'CssSelector', value: 'p' } },
    })
    const plan = await planFor(page(lost))
    expect(decisionsOf(plan)).toEqual(['orphan: quotes-nothing'])
    expect([...after(plan).values()][0]).toMatchObject({ note: '只有意見' })
    expect(decisionsOf(await planFor(page(lost), after(plan)))).toEqual(['same'])
  })

  it('of Hypothesis that are no text are said to be left out', async () => {
    const target = [{ selector: [{ type: 'TextQuoteSelector', exact: '狠抓落實' }] }]
    const row = { id: 'h', text: { value: '好' }, tags: ['甲', 5], target }
    const plan = await planFor({ rows: [row] })
    expect(plan.items).toMatchObject([{ decision: 'new', leftOut: ['body'] }])
    expect([...after(plan).values()]).toMatchObject([{ note: '', tags: ['甲'] }])
  })

  it('say the same once in a file', async () => {
    const plan = await planFor(page(item('好', { id: 'urn:1' }), item('好', { id: 'urn:2' })))
    expect(decisionsOf(plan)).toEqual(['new', 'same: same-words'])
  })
})

describe('the file of the store', () => {
  it('is imported like any other', async () => {
    const note = marked('統籌推進', { id: 'mine', note: '好', tags: ['甲'] })
    const file = { format: 'piyue-annotations', version: 1, annotations: [note, { broken: true }] }
    const plan = await planFor(file)
    expect(decisionsOf(plan)).toEqual(['new', 'refused: not-an-annotation'])
    expect([...after(plan).values()]).toEqual([note])
  })

  it('says what of it a hand has broken', async () => {
    const note = { ...marked('狠抓落實', { id: 'mine' }), note: 5, tags: ['甲', {}] }
    const plan = await planFor({ format: 'piyue-annotations', version: 1, annotations: [note] })
    expect(plan.items).toMatchObject([{ decision: 'new', note: '', leftOut: ['body'] }])
    expect([...after(plan).values()]).toMatchObject([{ tags: ['甲'] }])
  })
})
