import { hostileNotes } from '../support/hostile-notes'
import { sample } from '../support/rows'
import { markOn } from '../support/seed'
import { Piyue } from './support/piyue'

/** Marks whose cards are in view all at once. */
const marks = [
  '各位代表',
  '砥礪篤行',
  '銳意進取',
  '生產總值',
  '經濟運行',
  '錯綜複雜',
  '民心網',
  '使命重在擔當',
  '固定資產',
  '放管服',
  '抓項目就是抓發展',
  '五位一體',
].map((words) => markOn(words, { note: '**起**' }))

/** Everything that a note may become; whatever else is found in one got through. */
const harmless = new Set(
  (
    'p br hr em strong del code pre blockquote ul ol li a sub sup mark kbd ' +
    'h1 h2 h3 h4 h5 h6 table thead tbody tr th td span'
  ).split(' '),
)

it('notes that try to run, load or break something do nothing and stay readable', async () => {
  expect(hostileNotes.length).toBeGreaterThan(300)
  // So high that every card is in view, however long the notes.
  const piyue = await Piyue.open({
    annotations: marks,
    viewport: { width: 1400, height: 9000 },
  })
  await piyue.notes
    .locator('.note-body strong')
    .nth(marks.length - 1)
    .waitFor()
  const title = await piyue.page.title()
  const found: Found[] = []
  const tried = sample(hostileNotes)
  for (let i = 0; i < tried.length; i += marks.length) {
    const notes = tried.slice(i, i + marks.length)
    const changes = notes.flatMap((note, at) => {
      const before = piyue.main.workspace.annotations.get(marks[at]?.id ?? '')
      return before === undefined
        ? []
        : [{ kind: 'update', before, after: { ...before, note } } as const]
    })
    await piyue.page.evaluate(rememberBodies)
    await piyue.main.workspace.import({ changes, requests: [] })
    await piyue.line.settled()
    const bodies = await piyue.page.evaluate(
      bodiesOf,
      marks.slice(0, notes.length).map(({ id }) => id),
    )
    found.push(...bodies.map((body, at) => ({ ...body, note: notes[at] ?? '' })))
  }
  expect(found).toHaveLength(tried.length)
  for (const { note, isShown, tags, attributes, text } of found) {
    expect([note, isShown]).toEqual([note, true])
    expect([note, tags.filter((tag) => !harmless.has(tag))]).toEqual([note, []])
    const allowed =
      /^(rel=noreferrer noopener|start=\d+|align=(left|center|right)|class=(task|english-mark)|data-bidi=[A-Z]{3}$|title=|href=(https?:|mailto:))/u
    expect([note, attributes.filter((attribute) => !allowed.test(attribute))]).toEqual([note, []])
    expect([note, text.trim().length > 0 || note.trim() === '']).toEqual([note, true])
  }
  expect(await piyue.page.title()).toBe(title)
  const origin = new URL(piyue.page.url()).origin
  expect(piyue.requests.filter((url) => new URL(url).origin !== origin)).toEqual([])
  expect(piyue.complaints).toEqual([])
})

interface Found extends BodyFound {
  readonly note: string
}

interface BodyFound {
  readonly isShown: boolean
  readonly tags: string[]
  readonly attributes: string[]
  readonly text: string
}

/** Sent to the page by themselves, so that they name nothing outside. */
function rememberBodies(): void {
  for (const body of document.querySelectorAll('.note-body')) {
    Object.assign(body, { shownBefore: body.firstChild })
  }
}

async function bodiesOf(ids: readonly string[]): Promise<BodyFound[]> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  return ids.map((id) => {
    const body = document.querySelector(`[data-card="${id}"] .note-body`)
    // All but the boxes that we put around tables.
    const elements = Array.from(body?.querySelectorAll(':not(.table-box)') ?? [])
    return {
      // A note of nothing has no body.
      isShown: body === null || body.firstChild !== Reflect.get(body, 'shownBefore'),
      tags: elements.map((element) => element.localName),
      attributes: elements.flatMap((element) =>
        element.getAttributeNames().map((name) => `${name}=${element.getAttribute(name)}`),
      ),
      text: body?.textContent ?? '',
    }
  })
}
