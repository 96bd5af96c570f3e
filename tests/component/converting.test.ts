import { OpenedFile } from './support/opened-document'
import { Piyue } from './support/piyue'

/** Far longer than a window; each paragraph tells its number. */
const paragraphs = Array.from(
  { length: 400 },
  (_, i) => `第${i}段，头发很长；示范一次，发展很快，皇后在后面。`,
)

const open = (more = {}) =>
  Piyue.open({ opened: new OpenedFile(paragraphs.join('\n'), 'zh-Hans'), isUnmade: true, ...more })

const converted = (number: number) => `第${number}段，頭髮很長；示範一次，發展很快，皇后在後面。`

const text = (piyue: Piyue, words: string) => piyue.article.getByText(words, { exact: true })

describe('a form that is still being made', () => {
  it('comes in its place, what is in view first, and marks are on their characters all the while', async () => {
    const piyue = await open()
    await piyue.highlight('头发很长', 'green')
    await piyue.showScript('Traditional')
    await piyue.expectPainted('green-highlight', ['头发很长'])
    expect(await text(piyue, paragraphs[0] ?? '').getAttribute('lang')).toBe('zh-Hans')
    piyue.main.forms.make(1)
    await text(piyue, converted(0)).waitFor()
    await piyue.expectPainted('green-highlight', ['頭髮很長'])
    expect(await text(piyue, converted(0)).getAttribute('lang')).toBe('zh-Hant')
    expect(await text(piyue, converted(399)).count()).toBe(0)
    piyue.main.forms.make()
    await text(piyue, converted(399)).waitFor({ state: 'attached' })
    await piyue.expectPainted('green-highlight', ['頭髮很長'])
    expect(await piyue.article.getByText('头发').count()).toBe(0)
  })

  it('comes where the reader is, not where they were', async () => {
    const piyue = await open()
    await text(piyue, paragraphs[300] ?? '').scrollIntoViewIfNeeded()
    const before = await piyue.topCharacter()
    await piyue.showScript('Traditional')
    // What was asked for before they went there, and what is in view.
    piyue.main.forms.make(2)
    await text(piyue, converted(300)).waitFor()
    expect(await text(piyue, converted(399)).count()).toBe(0)
    const after = await piyue.topCharacter()
    expect([after.block, after.at]).toEqual([before.block, before.at])
    piyue.main.forms.make()
    await text(piyue, converted(399)).waitFor({ state: 'attached' })
    expect((await piyue.topCharacter()).block).toBe(before.block)
  })

  it('is shown from the first where it is the one that the document is to be shown in', async () => {
    const { id } = new OpenedFile(paragraphs.join('\n'), 'zh-Hans').publication().document
    const piyue = await open({ settings: { views: { [id]: { script: 'zh-Hant' } } }, pieces: 1 })
    await text(piyue, converted(0)).waitFor()
    expect(await text(piyue, paragraphs[0] ?? '').count()).toBe(0)
    expect(await text(piyue, converted(399)).count()).toBe(0)
  })

  it('is waited for by a copy, and holds what is copied to its last word', async () => {
    const piyue = await open()
    await piyue.select('头发很长；示范一次')
    await piyue.copyAs('Traditional')
    expect(piyue.main.clipboard).toBe('')
    piyue.main.forms.make()
    await piyue.page.getByText('Copied').first().waitFor()
    expect(piyue.main.clipboard).toBe('頭髮很長；示範一次')
  })

  it('is left, with the others, where it cannot be made: the text stands as it is, and that is said', async () => {
    const piyue = await open()
    piyue.main.forms.isFailing = true
    await piyue.showScript('Traditional')
    piyue.main.forms.make()
    // What converts is begun anew once for all of them.
    const all =
      '“Traditional”, “Traditional (Taiwan)” and “Traditional (Hong Kong)” could not be made'
    await piyue.page.getByText(all).first().waitFor()
    await text(piyue, paragraphs[0] ?? '').waitFor()
    expect(await piyue.page.getByRole('radiogroup', { name: 'Script' }).count()).toBe(0)
    await piyue.button('Text form').click()
    expect(await piyue.page.getByRole('menuitemradio').allInnerTexts()).toEqual(['Simplified'])
  })
})

const traditional = '各位代表，現在我代表區政府向大會報告工作，請予審議。'
const simplified = '各位代表，现在我代表区政府向大会报告工作，请予审议。'

describe('a document in both scripts', () => {
  const both = `章程\n${traditional}\n${simplified}`

  it('is shown as it is written, each paragraph in its own script, and in either script as a whole', async () => {
    const piyue = await Piyue.open({ opened: new OpenedFile(both, 'zh') })
    const langOf = async (words: string) =>
      text(piyue, words)
        .first()
        .evaluate((element) => element.closest('[lang]')?.getAttribute('lang'))
    expect([await langOf(traditional), await langOf(simplified)]).toEqual(['zh-Hant', 'zh-Hans'])
    const switches = piyue.page.getByRole('radiogroup', { name: 'Script' })
    expect(await switches.getByRole('radio', { checked: true }).count()).toBe(0)
    await piyue.highlight('现在我代表', 'green')
    await piyue.showScript('Traditional')
    await text(piyue, simplified).waitFor({ state: 'detached' })
    expect(await text(piyue, traditional).count()).toBe(2)
    await piyue.expectPainted('green-highlight', ['現在我代表'])
    await piyue.showScript('Simplified')
    await text(piyue, traditional).waitFor({ state: 'detached' })
    expect(await text(piyue, simplified).count()).toBe(2)
    await piyue.showForm('Both scripts')
    await text(piyue, traditional).waitFor()
    await piyue.expectPainted('green-highlight', ['现在我代表'])
    expect(await piyue.seriousFindings()).toEqual([])
  })

  it('opens in the reader’s own, and says in its colophon what was converted from what', async () => {
    const piyue = await Piyue.open({ opened: new OpenedFile(both, 'zh'), language: 'zh-Hans' })
    await text(piyue, simplified).first().waitFor()
    expect(await text(piyue, simplified).count()).toBe(2)
    await piyue.chooseMenu('provenance')
    await piyue.page.getByText('正文有的段落用繁体，有的段落用简体。').waitFor()
  })
})

describe('a document that is not in Chinese', () => {
  it('says so where the switch would be, and in its colophon why it has no other form', async () => {
    const piyue = await Piyue.open({
      opened: new OpenedFile('Rules\nMembers love books.', 'source'),
    })
    await piyue.button('Text form').locator('[data-shown="Not in Chinese"]').waitFor()
    expect(await piyue.page.getByRole('radiogroup', { name: 'Script' }).count()).toBe(0)
    expect(await piyue.button('Side by side').count()).toBe(0)
    await piyue.button('Text form').click()
    await piyue.page.getByRole('menuitem', { name: 'About this edition' }).click()
    await piyue.page.getByText('The text was found not to be in Chinese').waitFor()
    expect(await piyue.page.getByText('The other forms were made by').count()).toBe(0)
  })
})
