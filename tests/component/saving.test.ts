import { limits } from '../../core/annotation/annotation'
import { eventually } from '../support/eventually'
import { markOn } from '../support/seed'
import { Piyue } from './support/piyue'

const editor = (piyue: Piyue) => piyue.page.getByRole('textbox', { name: 'Note' })

const notesOf = (piyue: Piyue) =>
  [...piyue.main.workspace.annotations.values()].map(({ note }) => note)

describe('a note that is being saved', () => {
  it('keeps the words typed meanwhile, which can be saved in their turn', async () => {
    const piyue = await Piyue.open({ annotations: [markOn('砥礪篤行')] })
    await piyue.button('Add note').click()
    await editor(piyue).fill('一')
    const saving = piyue.line.hold('change')
    await piyue.press('Control+Enter')
    await eventually('it is being saved', () => saving.count() === 1)
    await editor(piyue).pressSequentially('二三')
    await saving.release()
    await piyue.announcement.getByText('Note saved.').waitFor()
    expect(notesOf(piyue)).toEqual(['一'])
    expect(await editor(piyue).inputValue()).toBe('一二三')
    await eventually('the rest is a draft', () => piyue.main.workspace.drafts[0]?.note === '一二三')
    await piyue.press('Control+Enter')
    await editor(piyue).waitFor({ state: 'detached' })
    expect(notesOf(piyue)).toEqual(['一二三'])
    await eventually('no draft is left', () => piyue.main.workspace.drafts.length === 0)
  })

  it('is written once, however often its keys are pressed, and said to be saved before its draft is let go', async () => {
    const piyue = await Piyue.open()
    await piyue.select('砥礪篤行')
    await piyue.press('n')
    await editor(piyue).fill('一次')
    const saving = piyue.line.hold('change')
    await piyue.press('Control+Enter', 'Control+Enter')
    await eventually('it is being saved', () => saving.count() === 1)
    await piyue.press('Control+Enter')
    await saving.release()
    await editor(piyue).waitFor({ state: 'detached' })
    expect(notesOf(piyue)).toEqual(['一次'])
    expect(piyue.main.workspace.history.done).toHaveLength(1)
    await piyue.select('生產總值')
    await piyue.press('n')
    await editor(piyue).fill('快')
    const letting = piyue.line.hold('dropDraft')
    await piyue.press('Control+Enter')
    await piyue.announcement.getByText('Note saved.').waitFor()
    await letting.release()
  })

  it('stays open with its words where it could not be taken', async () => {
    const piyue = await Piyue.open()
    await piyue.select('砥礪篤行')
    await piyue.press('n')
    await editor(piyue).fill('不能丟')
    piyue.line.refuse('change', 'the disk is gone')
    await piyue.press('Control+Enter')
    await piyue.page.getByRole('alert').getByText('Something went wrong').waitFor()
    expect(await editor(piyue).inputValue()).toBe('不能丟')
    await piyue.press('Control+Enter')
    await editor(piyue).waitFor({ state: 'detached' })
    expect(notesOf(piyue)).toEqual(['不能丟'])
  })

  it('is said to be too long while it is typed, and kept as it is', async () => {
    const piyue = await Piyue.open({ annotations: [markOn('砥礪篤行')] })
    await piyue.button('Add note').click()
    await editor(piyue).fill('長'.repeat(limits.note + 1))
    await piyue.page
      .getByRole('alert')
      .getByText(/can be saved/u)
      .waitFor()
    await piyue.press('Control+Enter')
    await piyue.announcement.getByText(/can be saved/u).waitFor()
    expect(await editor(piyue).inputValue()).toHaveLength(limits.note + 1)
    expect(notesOf(piyue)).toEqual([''])
    await editor(piyue).fill('短')
    await piyue.page.getByRole('alert').waitFor({ state: 'detached' })
    await piyue.press('Control+Enter')
    await editor(piyue).waitFor({ state: 'detached' })
    expect(notesOf(piyue)).toEqual(['短'])
  })

  it('of two that are taken back in a row says what each was', async () => {
    const piyue = await Piyue.open()
    await piyue.note('各位代表', '見')
    await piyue.press('Escape', 'Control+1')
    await piyue.press('b')
    await piyue.page.locator('.header [aria-pressed="true"][aria-label="Bookmark"]').waitFor()
    const undoing = piyue.line.hold('undo')
    await piyue.press('Control+z', 'Control+z')
    await eventually('one is asked for', () => undoing.count() > 0)
    await undoing.release()
    await piyue.announcement.getByText('Undone: note.').waitFor()
    expect(piyue.main.workspace.annotations.size).toBe(0)
  })
})
