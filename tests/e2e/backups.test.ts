import { rmSync } from 'node:fs'
import { markOn, seedAnnotations } from '../support/seed'
import { temporaryUserData } from './support/launch'
import { Piyue } from './support/piyue'

jest.setTimeout(90_000)

it('backups are listed with date and count, and going back to one can be undone', async () => {
  const userData = temporaryUserData()
  seedAnnotations(userData, [markOn('砥礪篤行', { note: '早先' })])
  const piyue = await Piyue.open({ userData })
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
  await piyue.close()
  rmSync(userData, { recursive: true, force: true })
})
