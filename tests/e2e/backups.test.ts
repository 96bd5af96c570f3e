import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Piyue } from './support/piyue'

jest.setTimeout(90_000)

describe('backups', () => {
  let userData: string
  let piyue: Piyue

  beforeEach(async () => {
    userData = mkdtempSync(path.join(os.tmpdir(), 'piyue-backups-'))
    const first = await Piyue.open({ userData })
    await first.note('砥礪篤行', '早先')
    await first.close()
    piyue = await Piyue.open({ userData })
  })

  afterEach(async () => {
    await piyue.close()
    rmSync(userData, { recursive: true, force: true })
  })

  it('are listed with date and count, and going back to one can be undone', async () => {
    await piyue.note('銳意進取', '後來')
    await piyue.chooseMenu('backups')
    const dialog = piyue.page.getByRole('dialog', { name: 'Backups' })
    const withOne = dialog.getByRole('listitem').filter({ hasText: '1 mark' }).first()
    await withOne.getByRole('button', { name: 'Go back to this' }).click()
    await dialog.getByText('Undo brings the others back').waitFor()
    expect(await piyue.seriousFindings()).toEqual([])
    await piyue.page.keyboard.press('Escape')
    await piyue.notes.getByText('後來').waitFor({ state: 'detached' })
    await piyue.notes.getByText('早先').waitFor()
    await piyue.button('Undo').click()
    await piyue.notes.getByText('後來').waitFor()
  })
})
