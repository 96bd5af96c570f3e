import type { UiLanguage } from '../../core/app/settings'
import { messagesIn } from '../../core/messages/language'
import { Piyue } from './support/piyue'

/** The files of messages that the page has asked for. */
const askedFor = (piyue: Piyue) =>
  piyue.page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .flatMap(({ name }) => /\/(en|zh-han[ts])-[\w-]+\.js$/u.exec(name)?.[1] ?? []),
  )

/** Has a file of messages wait on its way to the page, until it is let go. */
function hold(piyue: Piyue, file: string) {
  let load = (): void => undefined
  const asked = new Promise<string>((resolve) => {
    void piyue.page.route(`**/${file}-*.js`, (route) => {
      load = () => void route.continue()
      resolve(route.request().url())
    })
  })
  const letGo = async () => {
    load()
    await piyue.page.unrouteAll()
  }
  return { asked, letGo }
}

/** Settles when the page has a file of messages, and whoever waited for it before. */
const arrived = (piyue: Piyue, url: string) =>
  piyue.page.evaluate(`import(${JSON.stringify(url)}).then(() => true)`)

const choose = async (piyue: Piyue, language: UiLanguage) => {
  await piyue.page.locator('select:has(option[lang="zh-Hant"])').selectOption(language)
}

/** What the page says it speaks, and what it speaks. */
const spoken = (piyue: Piyue) =>
  piyue.page.evaluate(() => [
    document.documentElement.lang,
    document.querySelector('.notes')?.getAttribute('aria-label'),
  ])

const speaks = (language: UiLanguage) => [language, messagesIn[language].regions.notes]

describe('the messages of the page', () => {
  it.each([
    ['zh-Hans', 'system', 'zh-hans'],
    ['zh-Hans', 'en', 'en'],
  ] as const)(
    'are at the start those of one language: %s, chosen %s',
    async (language, chosen, file) => {
      const piyue = await Piyue.open({
        isLoadedAnew: true,
        language,
        settings: { language: chosen },
      })
      expect(await askedFor(piyue)).toEqual([file])
    },
  )

  it('stay as they are until those of the language that is chosen are there', async () => {
    const piyue = await Piyue.open({ isLoadedAnew: true })
    const { asked, letGo } = hold(piyue, 'zh-hant')
    try {
      await piyue.page.getByRole('button', { name: 'Appearance' }).click()
      await choose(piyue, 'zh-Hant')
      await asked
      expect(await spoken(piyue)).toEqual(speaks('en'))
      // What is chosen meanwhile is spoken, and stays so when the other comes.
      await choose(piyue, 'zh-Hans')
      await piyue.page.locator(':root[lang="zh-Hans"]').waitFor()
      expect(await spoken(piyue)).toEqual(speaks('zh-Hans'))
    } finally {
      await letGo()
    }
    await arrived(piyue, await asked)
    expect(await spoken(piyue)).toEqual(speaks('zh-Hans'))
    await choose(piyue, 'en')
    await piyue.page.locator(':root[lang="en"]').waitFor()
    expect(await spoken(piyue)).toEqual(speaks('en'))
    expect(new Set(await askedFor(piyue))).toEqual(new Set(['en', 'zh-hant', 'zh-hans']))
  })

  it('are waited for at the start with what main tells meanwhile', async () => {
    const piyue = await Piyue.open()
    const { asked, letGo } = hold(piyue, 'en')
    await piyue.page.reload({ waitUntil: 'commit' })
    await asked
    const setAside = '/notes/settings.changed.json'
    const notice = {
      kind: 'beside-changed',
      of: 'settings',
      file: '/notes/settings.json',
      setAside,
    } as const
    piyue.main.tell({ kind: 'notice', notice })
    await piyue.line.settled()
    await letGo()
    await piyue.page.getByText(setAside).waitFor()
  })
})
