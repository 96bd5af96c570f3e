import type { CDPSession } from 'playwright-core'
import { defaultSettings } from '../../core/app/settings'
import { messagesIn } from '../../core/messages/language'
import type { ScriptTag } from '../../core/text/script-tag'
import * as inPage from '../support/in-page'
import { rows } from '../support/rows'
import { markOn } from '../support/seed'
import { report } from '../unit/support/report'
import { Piyue } from './support/piyue'

/** The settings of who read the report in a form of it last. */
const seenIn = (script: ScriptTag) => ({ views: { [report.id]: { script } } })

/** What is asked for fonts in this test: to begin anew with it costs more than what it is asked. */
let engine: CDPSession | undefined

afterEach(async () => {
  await engine?.detach()
  engine = undefined
})

async function fontEngine({ page }: Piyue): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  return session
}

/** The fonts that the page's text is drawn with, as the engine knows them: where each came from. */
async function fontsOf(piyue: Piyue, selector: string) {
  engine ??= await fontEngine(piyue)
  const asked = engine
  const { root } = await asked.send('DOM.getDocument')
  const { nodeIds } = await asked.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector })
  const used = await Promise.all(
    nodeIds.map((nodeId) => asked.send('CSS.getPlatformFontsForNode', { nodeId })),
  )
  expect(nodeIds.length).toBeGreaterThan(0)
  return used.flatMap(({ fonts }) => fonts)
}

/** The families that a text is drawn from; false stands for the system's. */
async function drawn(
  piyue: Piyue,
  language: string,
  weight: number,
  text: string,
  face = 'serif',
): Promise<readonly (string | false)[]> {
  await piyue.page.evaluate(
    async ([lang, style, words]) => {
      const sample = document.querySelector<HTMLElement>('#sample') ?? document.createElement('p')
      sample.id = 'sample'
      sample.lang = lang
      // The page's policy allows a style to be set, and none to be written into an attribute.
      Object.assign(sample.style, style)
      sample.textContent = words
      document.querySelector('article')?.append(sample)
      sample.getBoundingClientRect() // asks for the fonts
      await document.fonts.ready
    },
    [language, { fontFamily: `var(--${face})`, fontWeight: String(weight) }, text] as const,
  )
  const fonts = await fontsOf(piyue, '#sample')
  return fonts.map(({ familyName, isCustomFont }) => isCustomFont && familyName)
}

describe('on a machine without any Chinese font', () => {
  it.each(rows(['zh-Hant', 'zh-Hans', 'zh-Hant-TW', 'zh-Hant-HK', 'source'] as const))(
    'every character still has a glyph, for all are drawn from bundled fonts, in the form %s',
    async (form) => {
      const piyue = await Piyue.open({ settings: seenIn(form) })
      const foreign = (await fontsOf(piyue, '[data-block]')).filter((font) => !font.isCustomFont)
      expect(foreign).toEqual([])
    },
  )

  it('so have the quotes in the notes column and the cards of the apparatus', async () => {
    const piyue = await Piyue.open({ settings: seenIn('source') })
    await piyue.highlight('偼顿Y', 'green')
    const foreign = (await fontsOf(piyue, '.quote-text')).filter((font) => !font.isCustomFont)
    expect(foreign).toEqual([])
  })
})

describe('characters that are wanted seldom', () => {
  it('have the shape of the script that they stand in, where its standard has them', async () => {
    const piyue = await Piyue.open()
    await piyue.showScript('Simplified') // and so the faces of both scripts are there
    for (const weight of [400, 700]) {
      // In the second level of GB 2312, and common in Traditional; the two scripts draw them otherwise.
      expect(await drawn(piyue, 'zh-Hans', weight, '骷髅鬟')).toEqual(['Noto Serif SC'])
      // In the second level of Big5.
      expect(await drawn(piyue, 'zh-Hant', weight, '倰傂')).toEqual(['Noto Serif TC'])
    }
  })

  it.each(
    rows([
      ['of both scripts’ standards', '體体鬱馨亳囿畀匜'],
      ['of Unicode’s extensions A and B', '㐂㗎䶮𠝹𠑥'],
      ['in another code, as text out of PDFs has them', '\uf98e\uf967\uf9d1\uf921'],
    ] as const),
  )('are all drawn: %s', async (_, text) => {
    const piyue = await Piyue.open()
    await piyue.showScript('Simplified')
    for (const language of ['zh-Hant', 'zh-Hans', 'zh-Hant-HK'])
      for (const weight of [400, 700]) {
        expect(await drawn(piyue, language, weight, text)).not.toContain(false)
        // What nobody has is drawn as a blank out of the first font.
        expect(
          await piyue.page.evaluate(inPage.withoutInk, { selector: '#sample', characters: text }),
        ).toBe('')
      }
  })
})

describe('a character that no font has', () => {
  /** Of a plane that no font has, for private use, and not assigned. */
  const missing = ['\u{30123}', '\ue123', '\u0378']

  it.each(rows(['serif', 'sans', 'kai', 'fangsong', 'system']))(
    'is drawn as a box wherever it stands: %s',
    async (face) => {
      const piyue = await Piyue.open()
      await piyue.showScript('Simplified')
      for (const language of rows(['zh-Hant', 'zh-Hans', 'zh-Hant-HK', 'en']))
        for (const weight of [400, 700]) {
          for (const one of missing) {
            const fonts = await drawn(piyue, language, weight, `文${one}字a`, face)
            expect({ language, one, fonts }).toMatchObject({
              fonts: expect.arrayContaining(['PiyueMissingGlyph']),
            })
          }
          const sample = { selector: '#sample', characters: missing.join('') }
          expect(await piyue.page.evaluate(inPage.withoutInk, sample)).toBe('')
        }
    },
  )

  it('is left to the system where that has it', async () => {
    const piyue = await Piyue.open()
    const fonts = await drawn(piyue, 'zh-Hant', 400, '文😀')
    expect(new Set(fonts)).toEqual(new Set(['Noto Serif TC', false]))
  })
})

describe('the Kai typeface', () => {
  it.each(rows(['zh-Hant-HK', 'zh-Hant-TW', 'zh-Hans'] as const))(
    'is drawn from its own font, but for punctuation, which goes by the script, in the form %s',
    async (form) => {
      const typography = { ...defaultSettings.typography, typeface: 'kai' } as const
      const piyue = await Piyue.open({ settings: { ...seenIn(form), typography } })
      const used = await fontsOf(piyue, '[data-block="1.p1"]')
      expect(used.filter((font) => !font.isCustomFont)).toEqual([])
      const glyphs = (isKai: boolean) =>
        used
          .filter(({ familyName }) => familyName.includes('WenKai') === isKai)
          .reduce((sum, { glyphCount }) => sum + glyphCount, 0)
      expect(glyphs(true)).toBeGreaterThan(5 * glyphs(false))
    },
  )
})

describe('what the app says', () => {
  it.each(rows(['zh-Hant', 'zh-Hans'] as const))(
    'has ink in semi-bold too, whatever the fonts were cut for: %s',
    async (language) => {
      const piyue = await Piyue.open({ language })
      const characters = new Set(JSON.stringify(messagesIn[language]).match(/\p{scx=Han}/gu))
      expect(characters.size).toBeGreaterThan(300)
      await piyue.page
        .locator('body')
        .evaluate((body) => body.style.setProperty('font-weight', '600'))
      const blank = await piyue.page.evaluate(inPage.withoutInk, {
        selector: 'body',
        characters: [...characters].join(''),
      })
      expect(blank).toBe('')
    },
  )
})

describe('the fonts', () => {
  it('go by the language of the words: that of the interface, and that of the text', async () => {
    const piyue = await Piyue.open({ language: 'zh-Hans' })
    const serifOf = (selector: string) =>
      piyue.page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).fontFamily.split(', ')[1])
    await piyue.chooseMenu('provenance')
    await piyue.page.getByRole('dialog', { name: '版本说明' }).waitFor()
    expect(await serifOf('dialog h2')).toBe('"Noto Serif SC"')
    expect(await serifOf('.colophon p')).toBe('"Noto Serif SC"')
    expect(await serifOf('article p')).toBe('"Noto Serif SC"')
    await piyue.press('Escape')
    await piyue.page.getByRole('radio', { name: '繁体' }).check()
    expect(await serifOf('article p')).toBe('"Noto Serif TC"')
  })
})

/** Chinese words that are not set in the font of their own script first, wherever they stand. */
const setInAnotherScript = (piyue: Piyue) =>
  piyue.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[lang^="zh-Han"]')]
      .filter((element) => element.checkVisibility() && /\p{sc=Han}/u.test(element.textContent))
      .filter((element) => {
        const [, first] = /Noto \w+ (SC|TC|HK)/u.exec(getComputedStyle(element).fontFamily) ?? []
        return (first === 'SC') !== (element.lang === 'zh-Hans')
      })
      .map((element) => `${element.className}: ${element.textContent.slice(0, 20)}`),
  )

describe('words of the text in the interface', () => {
  it('are set in the fonts of their own script, whatever the interface is in', async () => {
    const piyue = await Piyue.open({
      settings: seenIn('zh-Hans'),
      annotations: [markOn('砥礪篤行')],
    })
    const looks: Readonly<Record<string, () => Promise<void>>> = {
      'the text': () => piyue.settled(),
      figures: async () => {
        await piyue.chooseMenu('figures')
        await piyue.page.locator('[data-column="counted"] small').first().waitFor()
      },
      'the library': async () => {
        await piyue.chooseMenu('library')
        await piyue.page.locator('.document-forms').first().waitFor()
      },
      'the palette': async () => {
        await piyue.press('Escape', 'Control+k')
        await piyue.page.getByRole('combobox', { name: 'Search commands' }).waitFor()
        await piyue.page.keyboard.type('发展')
        await piyue.page.locator('.palette-label [lang="zh-Hans"]').first().waitFor()
      },
      'an export': async () => {
        await piyue.press('Escape')
        await piyue.page.getByRole('dialog').waitFor({ state: 'detached' })
        await piyue.chooseMenu('export')
        await piyue.page.locator('.preview-text').waitFor()
      },
    }
    for (const [name, show] of Object.entries(looks)) {
      await show()
      expect({ name, wrong: await setInAnotherScript(piyue) }).toEqual({ name, wrong: [] })
    }
  })
})

describe('the first frame', () => {
  it('is not kept waiting by the fonts of other forms, which are asked for behind it', async () => {
    const piyue = await Piyue.open({ isLoadedAnew: true })
    const sheetOf = (family: string) => new URL(`fonts/${family}/index.css`, piyue.page.url()).href
    const other = sheetOf('noto-serif-sc')
    await piyue.page.waitForFunction((url) => performance.getEntriesByName(url)[0], other)
    const [painted, wanted, others] = await piyue.page.evaluate(
      (names) => names.map((name) => performance.getEntriesByName(name)[0]?.startTime ?? 0),
      ['first-contentful-paint', sheetOf('noto-serif-tc'), other] as const,
    )
    expect(wanted).toBeGreaterThan(0)
    expect(painted).toBeGreaterThan(wanted ?? 0)
    expect(others).toBeGreaterThan(painted ?? 0)
  })
})
