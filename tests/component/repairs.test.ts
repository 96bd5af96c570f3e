import iconv from 'iconv-lite'
import { eventually } from '../support/eventually'
import { OpenedFile } from './support/opened-document'
import { Piyue } from './support/piyue'

const misread = new TextDecoder('gb18030').decode(iconv.encode('我们坚持稳中求进', 'utf-8'))
const damaged = `章程\n甲乙,丙丁;戊己。庚 辛。\n${misread}\n末段如常。\n`

const open = (more = {}) => Piyue.open({ opened: new OpenedFile(damaged), ...more })

const words = (piyue: Piyue) => piyue.article.innerText()

describe('a text that seems damaged', () => {
  it('is said to be so, its places are listed with their proof, and repaired there without a mouse', async () => {
    const piyue = await open()
    await piyue.page.getByText('4 places of this text seem damaged.').waitFor()
    await piyue.page.getByRole('button', { name: 'Look at them' }).click()
    const dialog = piyue.page.getByRole('dialog', { name: 'Places that seem damaged' })
    await dialog.getByText('我们坚持稳中求进', { exact: true }).waitFor()
    await dialog.getByText(/The bytes E6 88 91 .* were read as gb18030; as utf-8/u).waitFor()
    expect(await piyue.seriousFindings()).toEqual([])
    await dialog.getByRole('radio', { name: /Half-width punctuation 2/u }).press('Space')
    await dialog.getByRole('listitem').nth(1).waitFor()
    await piyue.page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await piyue.page.getByText('seem damaged.').count()).toBe(0)
    await piyue.press('Control+Shift+k')
    await dialog.getByRole('radio', { name: /Half-width/u }).press('Space')
    await dialog.getByRole('button', { name: /^Repair: 甲乙,丙/u }).focus()
    await piyue.page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: /^Repair: 甲乙,丙/u }).waitFor({ state: 'detached' })
    await piyue.page.waitForFunction(() =>
      document.activeElement?.getAttribute('aria-label')?.startsWith('Repair: '),
    )
    await piyue.page.keyboard.press('Enter')
    await piyue.article.getByText('甲乙，丙丁；戊己。').waitFor()
  })

  it('is shown before anything is known of that, which is then told', async () => {
    const opened = new OpenedFile(damaged)
    const found = opened.lookThroughLater()
    const piyue = await Piyue.open({ opened })
    await piyue.highlight('乙,丙丁', 'green')
    await piyue.press('Control+Shift+k')
    await piyue.announcement.getByText('still being looked through for damage').waitFor()
    piyue.main.tell({ kind: 'proposed', documentId: 'another', proposals: [] })
    expect(await piyue.page.getByText('seem damaged.').count()).toBe(0)
    found()
    await piyue.page.getByText('4 places of this text seem damaged.').waitFor()
    await piyue.expectPainted('green-highlight', ['乙,丙丁'])
    await piyue.press('Control+Shift+k')
    await piyue.page.getByRole('dialog', { name: 'Places that seem damaged' }).waitFor()
  })

  it('has its broken lines listed with what comes before and after', async () => {
    const text = `話說天下大勢分久必合合分爭又并入於漢漢爭并入於秦及秦滅之後楚漢分爭又并
入於漢漢朝自高祖斬白蛇而起義一統天下後來光武中興傳至獻帝遂分為三國推其
致亂之由殆始於桓靈二帝桓帝禁錮善類崇信宦官及桓帝崩靈帝即位大將軍竇武太
傅陳蕃共相輔佐時有宦官曹節等弄權竇武陳蕃謀誅之作事不密反為所害中涓自此
愈橫。
`
    const piyue = await Piyue.open({ opened: new OpenedFile(text) })
    await piyue.press('Control+Shift+k')
    const dialog = piyue.page.getByRole('dialog', { name: 'Places that seem damaged' })
    await dialog.getByText('分爭又并入於漢漢', { exact: true }).first().waitFor()
    await dialog.getByText('分爭又并↵入於漢漢', { exact: true }).first().waitFor()
  })

  it('is spoken of in the singular where one place of it is', async () => {
    const piyue = await Piyue.open({ opened: new OpenedFile('章程\n甲乙,丙丁。\n末段如常。\n') })
    await piyue.page.getByText('1 place of this text seems damaged.').waitFor()
    await piyue.page.getByRole('button', { name: 'Look at it' }).waitFor()
  })

  it('is repaired all of a kind, marks stay on their words, and undo brings back what was', async () => {
    const piyue = await open()
    await piyue.highlight('乙,丙丁', 'green')
    await piyue.press('Control+Shift+k')
    const dialog = piyue.page.getByRole('dialog', { name: 'Places that seem damaged' })
    await dialog.getByRole('radio', { name: /Half-width punctuation 2/u }).press('Space')
    await dialog.getByRole('button', { name: 'Repair all 2: half-width punctuation' }).click()
    await piyue.article.getByText('甲乙，丙丁；戊己。').waitFor()
    await dialog.getByRole('radio', { name: /Spaces between characters 1/u }).waitFor()
    await piyue.page.keyboard.press('Escape')
    await piyue.expectPainted('green-highlight', ['乙，丙丁'])
    await piyue.press('Control+z')
    await piyue.article.getByText('甲乙,丙丁;戊己。').waitFor()
    await piyue.expectPainted('green-highlight', ['乙,丙丁'])
  })

  it('leaves the note that is being written under the hands, while its words become others', async () => {
    const piyue = await open()
    const editor = piyue.page.getByRole('textbox', { name: 'Note' })
    await piyue.highlight('丁;戊', 'green')
    await piyue.press('Control+Shift+k')
    const dialog = piyue.page.getByRole('dialog', { name: 'Places that seem damaged' })
    await dialog.getByRole('radio', { name: /Half-width punctuation 2/u }).press('Space')
    const opening = piyue.line.hold('openWorkspace')
    await dialog.getByRole('button', { name: 'Repair all 2: half-width punctuation' }).click()
    await eventually('it is being opened anew', () => opening.count() === 1)
    await piyue.page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await piyue.press('n')
    await editor.and(piyue.page.locator(':focus')).waitFor()
    await piyue.page.keyboard.type('ab')
    await opening.release()
    await piyue.article.getByText('甲乙，丙丁；戊己。').waitFor()
    await piyue.page.keyboard.type('cd')
    await piyue.page.keyboard.press('Backspace')
    expect(await editor.inputValue()).toBe('abc')
    await piyue.press('Control+Enter')
    await piyue.announcement.getByText('Note saved.').waitFor()
    await piyue.expectPainted('green-highlight', ['丁；戊'])
  })

  it('is repaired one by one in the text, from remark to remark', async () => {
    const piyue = await open()
    await piyue.article.focus()
    await piyue.press('.')
    const card = piyue.page.getByRole('dialog', { name: 'Half-width punctuation' })
    await card.getByText('甲乙，丙丁;戊').waitFor()
    expect(await piyue.seriousFindings()).toEqual([])
    await card.getByRole('button', { name: 'Repair', exact: true }).click()
    await card.getByText('乙，丙丁；戊己').waitFor()
    expect(await words(piyue)).toContain('甲乙，丙丁;戊己')
    await card.getByRole('button', { name: 'Repair', exact: true }).click()
    await piyue.page
      .getByRole('dialog', { name: 'Spaces between characters' })
      .getByRole('button', { name: 'Repair', exact: true })
      .click()
    await piyue.page
      .getByRole('dialog', { name: 'Read in the wrong encoding' })
      .getByRole('button', { name: 'Repair', exact: true })
      .click()
    await piyue.article.getByText('我们坚持稳中求进').waitFor()
    expect(await words(piyue)).toContain('甲乙，丙丁；戊己。庚辛。')
  })

  it('shows its repairs as emendations, each of which can be given back', async () => {
    const piyue = await open()
    await piyue.press('Control+Shift+k')
    const dialog = piyue.page.getByRole('dialog', { name: 'Places that seem damaged' })
    await dialog
      .getByRole('button', { name: 'Repair this place: read in the wrong encoding' })
      .click()
    await piyue.article.getByText('我们坚持稳中求进').waitFor()
    await piyue.page.keyboard.press('Escape')
    const form = piyue.page.getByRole('button', { name: 'Text form' })
    await form.click()
    await piyue.page.getByRole('menuitemradio', { name: 'As in the file' }).click()
    await piyue.article.getByText(misread).waitFor()
    await form.click()
    await piyue.page.getByRole('menuitemradio', { name: 'Traditional', exact: true }).click()
    await piyue.press('Control+Shift+e')
    const repaired = piyue.article.getByText('我们坚持稳中求进')
    await repaired.click({ position: { x: 90, y: 16 } })
    const card = piyue.page.getByRole('dialog', { name: 'Encoding accident' })
    await card.getByRole('button', { name: 'As in the file' }).click()
    await piyue.article.getByText(misread).waitFor()
  })
})

it('the report has nothing to repair, and that is said', async () => {
  const piyue = await Piyue.open()
  await piyue.press('Control+Shift+k')
  await piyue.page.locator('.said').getByText('Nothing in this text seems damaged.').waitFor()
})
