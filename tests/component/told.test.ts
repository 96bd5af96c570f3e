import * as fc from 'fast-check'
import type { Annotation } from '../../core/annotation/annotation'
import type { Change, ChangeSet } from '../../core/annotation/change-set'
import type { AppEvent } from '../../core/contract/contract'
import { isQuick } from '../support/rows'
import { markOn } from '../support/seed'
import { noon } from '../unit/support/annotations'
import { Piyue } from './support/piyue'

const set = (...changes: readonly Change[]): ChangeSet => ({ gesture: 'import', at: noon, changes })

const created = (annotation: Annotation): ChangeSet => set({ kind: 'create', after: annotation })

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
    const told = piyue.line.holdEvents()
    piyue.main.workspace.changeOutside(created(markOn('生產總值', { note: '甲' })))
    piyue.main.workspace.changeOutside(created(markOn('各位代表', { note: '乙' })))
    await told.release((events) => events.slice(1))
    await agrees(piyue)
    expect(await piyue.page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('正在寫')
  })

  it('from outside before an earlier one of the reader’s leave page and main with the same', async () => {
    const gone = markOn('生產總值', { note: '甲' })
    const piyue = await Piyue.open({ annotations: [gone] })
    const told = piyue.line.holdEvents()
    await piyue.select('砥礪篤行')
    await piyue.button('Highlight green').click()
    await eventuallyTold(told.events, 1)
    piyue.main.workspace.changeOutside(set({ kind: 'delete', before: gone }))
    await told.release((events) => events.toReversed())
    await agrees(piyue)
    await piyue.expectPainted('green-highlight', ['砥礪篤行'])
    await piyue.highlight('各位代表', 'pink')
    await agrees(piyue)
  })

  it('that were told before change nothing', async () => {
    const piyue = await Piyue.open()
    const told = piyue.line.holdEvents()
    piyue.main.workspace.changeOutside(created(markOn('生產總值', { note: '甲' })))
    await told.release((events) => [...events, ...events, ...events])
    await agrees(piyue)
    expect(await piyue.page.getByRole('alert').count()).toBe(0)
  })

  it('in any order, lost or twice, end in what main holds', async () => {
    const words = ['砥礪篤行', '銳意進取', '生產總值', '各位代表', '錯綜複雜', '使命重在']
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
        fc.array(fc.nat(11), { maxLength: 12 }),
        async (whats, order) => {
          const piyue = await Piyue.open()
          const told = piyue.line.holdEvents()
          whats.forEach((what, i) => changeSomehow(piyue, words[i] ?? '', what))
          const arrange = (events: readonly AppEvent[]) =>
            order.flatMap((at) => events[at] ?? []).concat(events.slice(-1))
          await told.release(arrange)
          await agrees(piyue)
          await piyue.leave()
        },
      ),
      { numRuns: isQuick ? 3 : 6, endOnFailure: true },
    )
  })
})

/** Makes, rewrites or takes away a note, as chance will have it. */
function changeSomehow(piyue: Piyue, words: string, what: number): void {
  const [first] = piyue.main.workspace.annotations.values()
  if (first === undefined || what % 3 === 0) {
    piyue.main.workspace.changeOutside(created(markOn(words, { note: `新 ${what}` })))
  } else if (what % 3 === 1) {
    const after = { ...first, note: `改 ${what}` }
    piyue.main.workspace.changeOutside(set({ kind: 'update', before: first, after }))
  } else piyue.main.workspace.changeOutside(set({ kind: 'delete', before: first }))
}

async function eventuallyTold(events: readonly AppEvent[], count: number): Promise<void> {
  while (events.filter(({ kind }) => kind === 'changed').length < count) {
    // oxlint-disable-next-line no-await-in-loop
    await new Promise(setImmediate)
  }
}

describe('“not saved”', () => {
  it('is on the screen as long as something is not, and no longer', async () => {
    const piyue = await Piyue.open()
    const { id: documentId } = piyue.main.workspace
    const alert = piyue.page.getByRole('alert').filter({ hasText: 'not on disk yet' })
    const file = '/home/reader/annotations.json'
    const status = { state: 'unsaved', problem: 'full', file, code: 'ENOSPC' } as const
    piyue.main.tell({ kind: 'store', documentId, status })
    await alert.waitFor()
    expect(await alert.innerText()).toContain(file)
    piyue.main.tell({ kind: 'store', documentId, status: { state: 'saved' } })
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
