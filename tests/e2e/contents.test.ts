import { scrollTo } from './support/in-page'
import { Piyue } from './support/piyue'

jest.setTimeout(90_000)

describe('the contents', () => {
  let piyue: Piyue

  beforeEach(async () => {
    piyue = await Piyue.open()
  })

  afterEach(() => piyue.close())

  const current = () =>
    piyue.page.getByRole('navigation', { name: 'Contents' }).locator('[aria-current="true"]')

  it('follow the reading, and keep what is read in view', async () => {
    await piyue.page.evaluate(scrollTo, 0.97)
    await current().getByText('三、著力實施').waitFor()
    await expectInView()
    await piyue.page.evaluate(scrollTo, 0)
    await current().getByText('2019年營口市').waitFor()
    await expectInView()
  })

  it('stay where they are while the reader looks around in them', async () => {
    const contents = piyue.page.getByRole('navigation', { name: 'Contents' })
    await contents.hover()
    await piyue.page.evaluate(scrollTo, 0.97)
    await current().getByText('三、著力實施').waitFor()
    expect(await contents.evaluate((nav) => nav.scrollTop)).toBe(0)
  })

  async function expectInView(): Promise<void> {
    const box = await current().boundingBox()
    expect(box?.y).toBeGreaterThan(52)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(900)
  }
})

describe('the script switch', () => {
  it('stays where it is, whatever the form beside it is called', async () => {
    const piyue = await Piyue.open()
    const left = async () =>
      (await piyue.page.getByRole('radiogroup', { name: 'Script' }).boundingBox())?.x
    const before = await left()
    for (const form of ['As published', 'Hong Kong', 'Taiwan']) {
      await piyue.showForm(form)
      expect(await left()).toBe(before)
    }
    await piyue.showScript('Simplified')
    expect(await left()).toBe(before)
    await piyue.close()
  })
})

describe('a menu over the text', () => {
  it('is as large as any other, whatever size the text is read in', async () => {
    const piyue = await Piyue.open()
    await piyue.press('Control+=', 'Control+=', 'Control+=')
    await piyue.select('銳意進取')
    await piyue.page.getByRole('toolbar').getByRole('button', { name: 'Copy as…' }).click()
    const item = piyue.page.getByRole('menuitem').first()
    expect(await item.evaluate((element) => getComputedStyle(element).fontSize)).toBe('14px')
    await piyue.close()
  })
})
