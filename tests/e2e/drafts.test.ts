import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { eventually } from '../support/eventually'
import { temporaryUserData } from './support/launch'
import { Piyue } from './support/piyue'

jest.setTimeout(120_000)

/** One reader's folder, in which the app crashes twice. */
const userData = temporaryUserData()
let piyue: Piyue

beforeAll(async () => {
  piyue = await Piyue.open({ userData })
})

afterAll(async () => {
  await piyue.close()
  rmSync(userData, { recursive: true, force: true })
})

const editor = () => piyue.page.getByRole('textbox', { name: 'Note' })

const onDisk = (): string => {
  const file = path.join(userData, 'drafts.json')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

async function crashAndReopen(): Promise<void> {
  await piyue.kill()
  piyue = await Piyue.open({ userData })
}

describe('a note being written', () => {
  it('comes back after a crash, on a passage not yet marked, and can be saved; one that was left waits where it was', async () => {
    await piyue.note('銳意進取', '早有')
    await piyue.button('Edit note').click()
    await editor().fill('留到以後')
    await piyue.button('Leave as draft').click()
    await piyue.select('砥礪篤行')
    await piyue.page.getByRole('toolbar').getByRole('button', { name: 'Add note' }).click()
    await editor().fill('寫到一半')
    await eventually('the drafts are on disk', () =>
      ['留到以後', '寫到一半'].every((draft) => onDisk().includes(draft)),
    )
    await crashAndReopen()
    expect(await editor().inputValue()).toBe('寫到一半')
    await piyue.notes.getByText('Draft kept').waitFor()
    await piyue.expectPainted('noted', ['砥礪篤行'])
    await piyue.button('Save').click()
    await piyue.expectAmongPainted('yellow-highlight', ['砥礪篤行'])
    await eventually('the draft is let go', () => !onDisk().includes('寫到一半'))
    await piyue.notes.getByText('早有').waitFor()
    await piyue.notes.getByText('留到以後').waitFor()
    await piyue.button('Discard').click()
    await eventually('the draft is let go', () => !onDisk().includes('留到以後'))
  })

  it('comes back on a mark that has a note, and Leave as draft leaves that note as it was, and the draft beside it', async () => {
    const card = piyue.cards.filter({ hasText: '寫到一半' })
    await card.getByRole('button', { name: 'Edit note' }).click()
    await editor().fill('改到一半')
    await eventually('the draft is on disk', () => onDisk().includes('改到一半'))
    await crashAndReopen()
    expect(await editor().inputValue()).toBe('改到一半')
    await piyue.button('Leave as draft').click()
    await piyue.notes.getByText('寫到一半').waitFor()
    await piyue.notes.getByText('改到一半').waitFor()
    expect(await editor().count()).toBe(0)
    await piyue.button('Discard').click()
    await eventually('the draft is let go', () => !onDisk().includes('改到一半'))
  })
})
