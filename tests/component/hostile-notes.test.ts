import { hostileNotes } from '../support/hostile-notes'
import { report } from '../unit/support/report'
import { Piyue } from './support/piyue'
import '../support/window'

jest.setTimeout(180_000)

/** Everything that a note may become; whatever else is found in one got through. */
const harmless = new Set(
  (
    'p br hr em strong del code pre blockquote ul ol li a sub sup mark kbd ' +
    'h1 h2 h3 h4 h5 h6 table thead tbody tr th td'
  ).split(' '),
)

it('notes that try to run, load or break something do nothing and stay readable', async () => {
  expect(hostileNotes.length).toBeGreaterThan(300)
  const piyue = await Piyue.open()
  await piyue.note('砥礪篤行', '起')
  const title = await piyue.page.title()
  const [id] = await piyue.cards.evaluateAll((cards) =>
    cards.map((card) => (card as HTMLElement).dataset['card'] ?? ''),
  )
  const found = await piyue.page.evaluate(
    async ([documentId, annotationId, notes]) => {
      const results: {
        note: string
        isShown: boolean
        tags: string[]
        attributes: string[]
        text: string
      }[] = []
      for (const note of notes) {
        const before = document.querySelector('.note-body')?.firstChild
        await window.piyue.change(documentId, { kind: 'note', id: annotationId, note })
        await new Promise(requestAnimationFrame)
        const body = document.querySelector('.note-body')
        // All but the boxes that we put around tables.
        const elements = Array.from(body?.querySelectorAll(':not(.table-box)') ?? [])
        results.push({
          note,
          isShown: body?.firstChild !== before,
          tags: elements.map((element) => element.localName),
          attributes: elements.flatMap((element) =>
            element.getAttributeNames().map((name) => `${name}=${element.getAttribute(name)}`),
          ),
          text: body?.textContent ?? '',
        })
      }
      return results
    },
    [report.id, id ?? '', [...hostileNotes]] as const,
  )
  for (const { note, isShown, tags, attributes, text } of found) {
    expect([note, isShown]).toEqual([note, true])
    expect([note, tags.filter((tag) => !harmless.has(tag))]).toEqual([note, []])
    const allowed =
      /^(rel=noreferrer noopener|start=\d+|align=(left|center|right)|class=task|title=|href=(https?:|mailto:))/u
    expect([note, attributes.filter((attribute) => !allowed.test(attribute))]).toEqual([note, []])
    expect([note, text.trim().length > 0 || note.trim() === '']).toEqual([note, true])
  }
  expect(await piyue.page.title()).toBe(title)
  const origin = new URL(piyue.page.url()).origin
  expect(piyue.requests.filter((url) => new URL(url).origin !== origin)).toEqual([])
  expect(piyue.complaints).toEqual([])
})
