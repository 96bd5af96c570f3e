import iconv from 'iconv-lite'
import { OpenedFile } from './support/opened-document'
import { Piyue } from './support/piyue'

const text = '章程\n本會以讀書為宗旨，凡愛書者皆可入會。\n會員有三百二十一人。\n'
const bytes = Buffer.concat([iconv.encode(text, 'big5'), Buffer.of(0xff, 0x0a)])

it('bytes that fit nothing are told with their place, and another encoding is tried and chosen', async () => {
  const piyue = await Piyue.open({ opened: new OpenedFile({ bytes, encoding: 'big5' }) })
  await piyue.page.getByText('In one place bytes are no character of big5').waitFor()
  await piyue.page.getByRole('button', { name: 'Text encoding…' }).click()
  const dialog = piyue.page.getByRole('dialog', { name: 'Text encoding' })
  const preview = dialog.getByRole('region', { name: 'Beginning of the text' })
  await preview.getByText('凡愛書者').waitFor()
  await dialog
    .getByRole('list', { name: 'Bytes that fit nothing' })
    .getByText(/^FF, in line/u)
    .waitFor()
  expect(await dialog.getByRole('button', { name: 'Use this encoding' }).isDisabled()).toBe(true)
  expect(await piyue.seriousFindings()).toEqual([])
  await dialog.getByRole('radio', { name: /GB18030/u }).press('Space')
  await preview.getByText('凡愛書者').waitFor({ state: 'detached' })
  await dialog.getByRole('button', { name: 'Use this encoding' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(piyue.main.readAs).toEqual(['gb18030'])
  expect(piyue.main.passed).toEqual(['misfits'])
})

it('what is told of a file is put away one by one', async () => {
  const damaged = iconv.encode(
    '章程\n本會以讀書為宗旨,凡愛書者皆可入會.\n會員有三百人,皆可入會.\n',
    'big5',
  )
  const opened = new OpenedFile({
    bytes: Buffer.concat([damaged, Buffer.of(0xff, 0x0a)]),
    encoding: 'big5',
  })
  const piyue = await Piyue.open({ opened })
  const misfits = piyue.page.getByRole('status').filter({ hasText: 'no character of big5' })
  const damage = piyue.page.getByRole('status').filter({ hasText: 'seem damaged' })
  await damage.waitFor()
  await misfits.getByRole('button', { name: 'Dismiss' }).click()
  await misfits.waitFor({ state: 'detached' })
  expect(piyue.main.passed).toEqual(['misfits'])
  await damage.getByRole('button', { name: 'Dismiss' }).click()
  await damage.waitFor({ state: 'detached' })
  expect(piyue.main.passed).toEqual(['misfits', 'damage'])
})

it('of a document whose format gives its encoding there is nothing to choose', async () => {
  const piyue = await Piyue.open()
  await piyue.chooseMenu('encoding')
  await piyue.page.locator('.said').getByText('there is nothing to choose').waitFor()
})
