import * as fc from 'fast-check'
import type { Annotation } from '../../core/annotation/annotation'
import type { AppEvent } from '../../core/contract/contract'
import { isQuick } from '../support/rows'
import { markOn } from '../support/seed'
import { folder } from './support/in-memory-disk'
import { Piyue } from './support/piyue'

/** A note as another program rewrites it: the later version of two is the one that holds. */
const rewritten = (annotation: Annotation, note: string): Annotation => ({
  ...annotation,
  note,
  modifiedAt: new Date(Date.parse(annotation.modifiedAt) + 1).toISOString(),
})

const isChange = ({ kind }: AppEvent) => kind === 'changed'

/** Waits until the page shows the notes that main holds, each with what is written on it. */
async function agrees(piyue: Piyue): Promise<void> {
  const { annotations } = piyue.main.workspace
  await piyue.page.waitForFunction(
    (held) => {
      const cards = Array.from(document.querySelectorAll<HTMLElement>('[data-card]'))
      return (
        cards.length === held.length &&
        held.every(([id, note]) =>
          cards.some((card) => card.dataset['card'] === id && card.textContent?.includes(note)),
        )
      )
    },
    [...annotations.values()].map(({ id, note }) => [id, note] as const),
  )
}

describe('changes told to the page', () => {
  it('of which one is missing have it open the notes anew, and keep what is being typed', async () => {
    const piyue = await Piyue.open({ annotations: [markOn('砥礪篤行')] })
    await piyue.button('Add note').click()
    await piyue.page.getByRole('textbox', { name: 'Note' }).fill('正在寫')
    const held = piyue.line.holdEvents()
    await piyue.main.writeOutside(markOn('生產總值', { note: '甲' }))
    await piyue.main.writeOutside(markOn('各位代表', { note: '乙' }))
    await held.release((events) => events.filter(isChange).slice(1))
    await agrees(piyue)
    expect(await piyue.page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('正在寫')
  })

  it('from outside before an earlier one of the reader’s leave page and main with the same', async () => {
    const there = markOn('生產總值', { note: '甲' })
    const gone = markOn('錯綜複雜', { note: '丙' })
    const piyue = await Piyue.open({ annotations: [there, gone] })
    const held = piyue.line.holdEvents()
    await piyue.select('砥礪篤行')
    await piyue.button('Highlight green').click()
    await eventuallyTold(held.events, 1)
    await piyue.main.writeOutside(rewritten(there, '乙'))
    await piyue.main.workspace.change({ kind: 'delete', ids: [gone.id] })
    await held.release((events) => events.toReversed())
    await agrees(piyue)
    await piyue.expectPainted('green-highlight', ['砥礪篤行'])
    await piyue.highlight('各位代表', 'pink')
    await agrees(piyue)
  })

  it('that were told before change nothing', async () => {
    const piyue = await Piyue.open()
    const held = piyue.line.holdEvents()
    await piyue.main.writeOutside(markOn('生產總值', { note: '甲' }))
    await held.release((events) => [...events, ...events, ...events])
    await agrees(piyue)
    // What another program brought is said, and nothing else.
    const alert = piyue.page.getByRole('alert')
    expect(await alert.allInnerTexts()).toEqual([expect.stringContaining('Both sides were kept')])
  })

  it('before it listens wait until then, and are of what it has asked for by then', async () => {
    const piyue = await Piyue.open({ annotations: [markOn('砥礪篤行')] })
    const listening = piyue.line.hold('listen')
    await piyue.reload()
    await piyue.main.writeOutside(markOn('生產總值', { note: '甲' }))
    await piyue.line.settled()
    expect(await piyue.notes.getByText('1 mark').count()).toBe(1)
    await listening.release()
    await agrees(piyue)
    expect(piyue.line.countOf('openWorkspace')).toBe(2)
  })

  it('in any order, lost or twice, end in what main holds', async () => {
    const words = ['砥礪篤行', '銳意進取', '生產總值', '各位代表', '錯綜複雜', '使命重在']
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
        fc.array(fc.nat(11), { maxLength: 12 }),
        async (whats, order) => {
          const piyue = await Piyue.open()
          const held = piyue.line.holdEvents()
          for (const [i, what] of whats.entries()) await changeSomehow(piyue, words[i] ?? '', what)
          await held.release((events) => {
            const changes = events.filter(isChange)
            return order.flatMap((at) => changes[at] ?? []).concat(changes.slice(-1))
          })
          await agrees(piyue)
          await piyue.leave()
        },
      ),
      { numRuns: isQuick ? 3 : 6, endOnFailure: true },
    )
  })
})

/** Makes or rewrites a note, from outside, or takes one away here, as chance will have it. */
async function changeSomehow({ main }: Piyue, words: string, what: number): Promise<void> {
  const [first] = main.workspace.annotations.values()
  if (first === undefined || what % 3 === 0) {
    await main.writeOutside(markOn(words, { note: `新 ${what}` }))
  } else if (what % 3 === 1) await main.writeOutside(rewritten(first, `改 ${what}`))
  // What another program took away stays: it may as well have had an old copy.
  else await main.workspace.change({ kind: 'delete', ids: [first.id] })
}

async function eventuallyTold(events: readonly AppEvent[], count: number): Promise<void> {
  while (events.filter(isChange).length < count) {
    // oxlint-disable-next-line no-await-in-loop
    await new Promise(setImmediate)
  }
}

describe('“not saved”', () => {
  it('is on the screen as long as something is not, and no longer', async () => {
    const piyue = await Piyue.open()
    const alert = piyue.page.getByRole('alert').filter({ hasText: 'not on disk yet' })
    const { disk, workspace } = piyue.main
    disk.refuse = (call) => (call === 'write' ? 'ENOSPC' : undefined)
    await piyue.highlight('砥礪篤行', 'green')
    await alert.waitFor()
    expect(await alert.innerText()).toContain(`${folder}/annotations.json`)
    disk.refuse = () => undefined
    await workspace.check()
    await alert.waitFor({ state: 'detached' })
  })
})

describe('notes that are still being read', () => {
  it('come behind the text, with what was marked and written meanwhile', async () => {
    const piyue = await Piyue.open({ annotations: [markOn('砥礪篤行', { note: '舊' })] })
    const reading = piyue.line.hold('openWorkspace')
    await piyue.page.reload()
    await piyue.article.locator('[data-block]').first().waitFor()
    await piyue.notes.getByText('Reading your notes…').waitFor()
    await piyue.drag('2018年，')
    await piyue.button('Highlight green').click()
    await piyue.drag('各位代表')
    await piyue.button('Add note').click()
    const field = piyue.page.getByRole('textbox', { name: 'Note' })
    await field.fill('正在寫')
    expect(await piyue.notes.getByText('Nothing marked yet').count()).toBe(0)
    await reading.release()
    await piyue.notes.getByText('2 marks').waitFor()
    await piyue.expectPainted('green-highlight', ['2018年，'])
    expect(await field.inputValue()).toBe('正在寫')
    await piyue.button('Save').click()
    await piyue.notes.getByText('3 marks').waitFor()
    await agrees(piyue)
  })
})
