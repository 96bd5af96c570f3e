import { marked } from '../unit/core/exchange/export/support'
import { Piyue } from './support/piyue'

describe('finding in the library', () => {
  it('lists the places in texts and notes, in either script, and goes to the one chosen', async () => {
    const piyue = await Piyue.open({
      annotations: [marked('經濟運行', { id: 'n', note: '穩中求進嗎？' })],
    })
    await piyue.press('Control+l')
    const library = piyue.page.getByRole('region', { name: 'Library' })
    await library.getByRole('searchbox').fill('稳中求进')
    const found = library.getByRole('region', { name: 'Found in the texts and notes' })
    await found.getByRole('listitem').first().waitFor()
    await found.getByText(/^\d places?, 1 note$/u).waitFor()
    expect(await piyue.seriousFindings()).toEqual([])
    await piyue.page.keyboard.press('ArrowDown')
    await piyue.page.keyboard.press('ArrowDown')
    await piyue.page.keyboard.press('Enter')
    await library.waitFor({ state: 'detached' })
    expect(await piyue.page.getByRole('searchbox', { name: 'Find in report' }).inputValue()).toBe(
      '稳中求进',
    )
    await piyue.expectPainted('found-current', ['穩中求進'])
  })

  it('opens the card of a note that has the words', async () => {
    const piyue = await Piyue.open({
      annotations: [marked('經濟運行', { id: 'n', note: '此處存疑' })],
    })
    await piyue.press('Control+l')
    const library = piyue.page.getByRole('region', { name: 'Library' })
    await library.getByRole('searchbox').fill('存疑')
    await library.getByRole('button', { name: /存疑/u }).click()
    await library.waitFor({ state: 'detached' })
    await piyue.expectPainted('active', ['經濟運行'])
  })

  it('says where nothing is found', async () => {
    const piyue = await Piyue.open()
    await piyue.press('Control+l')
    const library = piyue.page.getByRole('region', { name: 'Library' })
    await library.getByRole('searchbox').fill('無此一語也')
    await library.getByText('Found in no text and no note.').waitFor()
  })
})
