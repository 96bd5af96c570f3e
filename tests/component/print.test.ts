import { eventually } from '../support/eventually'
import { markOn } from '../support/seed'
import { report } from '../unit/support/report'
import { firstPages } from './support/first-pages'
import { Piyue } from './support/piyue'

let piyue: Piyue

const dialog = () => piyue.page.getByRole('dialog', { name: 'Print' })

describe('printing', () => {
  it('hands the form and setting that are shown to the system, with marks and notes as asked for', async () => {
    piyue = await Piyue.open({
      open: firstPages,
      settings: { views: { [report.id]: { script: 'zh-Hans', vertical: true } } },
    })
    await piyue.press('Control+p')
    await dialog().getByText('Simplified, in columns').waitFor()
    await dialog().getByRole('switch', { name: 'With marks' }).click()
    await dialog()
      .getByRole('combobox', { name: 'Notes' })
      .selectOption({ label: 'Under their paragraphs' })
    expect(await piyue.seriousFindings()).toEqual([])
    await dialog().getByRole('button', { name: 'Print…' }).click()
    await dialog().waitFor({ state: 'detached' })
    expect(piyue.main.prints).toEqual([
      { script: 'zh-Hans', vertical: true, marks: false, notes: 'paragraph' },
    ])
    await piyue.announcement.getByText('Handed to the printer.').waitFor()
  })

  it('says what the system said where it does not print, and says nothing to who changed their mind', async () => {
    piyue = await Piyue.open({ open: firstPages })
    piyue.main.printOutcome = { kind: 'failed', reason: 'No printer' }
    await piyue.chooseMenu('print')
    await dialog().getByRole('button', { name: 'Print…' }).click()
    await dialog().getByText('The system did not print it (No printer).').waitFor()
    piyue.main.printOutcome = { kind: 'cancelled' }
    await dialog().getByRole('button', { name: 'Print…' }).click()
    await dialog().waitFor({ state: 'detached' })
  })

  it('closes no other dialog when the system is done, and can be tried again where it could not be asked', async () => {
    piyue = await Piyue.open({ open: firstPages })
    const button = dialog().getByRole('button', { name: 'Print…' })
    piyue.line.refuse('print', 'no printer is known')
    await piyue.chooseMenu('print')
    await button.press('Enter')
    await piyue.page.getByText(/went wrong/u).waitFor({ state: 'attached' })
    expect((await piyue.faults()).join()).toContain('no printer is known')
    const system = piyue.line.hold('print')
    await button.press('Enter')
    await eventually('it is asked for', () => system.count() === 1)
    await piyue.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    await piyue.chooseMenu('backups')
    const other = piyue.page.getByRole('dialog', { name: 'Backups' })
    await other.waitFor()
    await system.release()
    await piyue.announcement.getByText('Handed to the printer.').waitFor()
    // The dialog that would have shown how it went is gone.
    await piyue.page.locator('.said').getByText('Handed to the printer.').waitFor()
    await piyue.settled()
    expect(await other.count()).toBe(1)
  })

  it('asks for a PDF in columns where the text is set so', async () => {
    piyue = await Piyue.open({
      open: firstPages,
      annotations: [markOn('砥礪篤行')],
      settings: { views: { [report.id]: { vertical: true } } },
    })
    await piyue.button('Export').click()
    const asking = piyue.page.getByRole('dialog', { name: 'Export notes' })
    await asking.getByRole('combobox', { name: 'Format' }).selectOption('pdf')
    await asking.getByRole('button', { name: 'Export…', exact: true }).click()
    await piyue.page.waitForFunction(() => document.querySelector('.outcome') !== null)
    expect(piyue.main.exports.at(-1)).toMatchObject({ format: 'pdf', vertical: true })
  })
})
