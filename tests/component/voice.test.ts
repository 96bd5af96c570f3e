import { messagesIn } from '../../core/messages/language'
import { rows } from '../support/rows'
import { report } from './support/bundled-report'
import { firstPages } from './support/first-pages'
import { Piyue } from './support/piyue'

/** What the stand-in for the platform's engine has spoken, and how a test ends it. */
interface VoiceStub {
  /** How often the page has asked anything of the engine. */
  asked: number
  readonly spoken: { text: string; lang: string; rate: number }[]
  /** The system has yet to name its voices, or names them now. */
  isNamed: boolean
  name(): void
  /** Whether it begins to speak when it is asked. */
  begins: boolean
  end(): void
  fail(): void
}

declare global {
  interface Window {
    voiceStub: VoiceStub
  }
}

/** Gives the page an engine with these voices, that speaks until it is told to end. */
function giveVoices(voices: readonly { lang: string; local: boolean }[]): void {
  class Utterance extends EventTarget {
    voice: { lang: string } | null = null
    lang = ''
    rate = 1
    constructor(readonly text: string) {
      super()
    }
    tell(type: 'start' | 'end' | 'error', error?: string): void {
      this.dispatchEvent(Object.assign(new Event(type), { error }))
    }
  }
  const spoken: Utterance[] = []
  let current: Utterance | undefined
  const take = () => {
    const taken = current
    current = undefined
    return taken
  }
  const engine = Object.assign(new EventTarget(), {
    getVoices: () =>
      (stub.isNamed ? voices : []).map(({ lang, local }) => ({
        voiceURI: `voice ${lang} ${local}`,
        name: `Voice of ${lang}`,
        lang,
        localService: local,
      })),
    speak: (utterance: Utterance) => {
      spoken.push(utterance)
      current = utterance
      if (stub.begins) utterance.tell('start')
    },
    cancel: () => take()?.tell('error', 'canceled'),
  })
  const asked = () => {
    stub.asked++
    return engine
  }
  Object.defineProperty(window, 'speechSynthesis', { get: asked, configurable: true })
  Object.defineProperty(window, 'SpeechSynthesisUtterance', {
    value: Utterance,
    configurable: true,
  })
  const stub: VoiceStub = {
    asked: 0,
    spoken,
    isNamed: true,
    name() {
      stub.isNamed = true
      engine.dispatchEvent(new Event('voiceschanged'))
    },
    begins: true,
    end: () => take()?.tell('end'),
    fail: () => take()?.tell('error', 'synthesis-failed'),
  }
  window.voiceStub = stub
}

const chinese = [
  { lang: 'zh-TW', local: true },
  { lang: 'zh-CN', local: true },
  { lang: 'zh-HK', local: false },
  { lang: 'en-US', local: true },
]

const bar = (piyue: Piyue) => piyue.page.getByRole('toolbar', { name: 'Read aloud' })
const header = (piyue: Piyue) => piyue.page.getByRole('banner')
const spoken = (piyue: Piyue) =>
  piyue.page.evaluate(() => window.voiceStub.spoken.map(({ text }) => text))
const endSentence = (piyue: Piyue) => piyue.page.evaluate(() => window.voiceStub.end())

async function openWith(
  voices: readonly { lang: string; local: boolean }[],
  options: Parameters<typeof Piyue.open>[0] = {},
): Promise<Piyue> {
  const piyue = await Piyue.open({ open: firstPages, ...options })
  await piyue.page.evaluate(giveVoices, voices)
  return piyue
}

describe('reading aloud', () => {
  it('asks nothing of the voices until it is wanted, when the page goes neither', async () => {
    const piyue = await openWith(chinese)
    const asked = () => piyue.page.evaluate(() => window.voiceStub.asked)
    const leave = () =>
      piyue.page.evaluate(() => void dispatchEvent(new PageTransitionEvent('pagehide')))
    await leave()
    expect(await asked()).toBe(0)
    await piyue.press('r')
    await piyue.button('Pause').waitFor()
    const before = await asked()
    await leave()
    expect(await asked()).toBeGreaterThan(before)
  })

  it('goes from sentence to sentence, painted and followed in view, by button', async () => {
    const piyue = await openWith(chinese)
    await header(piyue).getByRole('button', { name: 'Read aloud' }).click()
    await bar(piyue).waitFor()
    const title = '2019年營口市西市區政府工作報告'
    await piyue.expectPainted('spoken', [title])
    await endSentence(piyue)
    await piyue.page.waitForFunction(() => window.voiceStub.spoken.length === 2)
    const words = await spoken(piyue)
    await piyue.expectPainted('spoken', [words[1] ?? ''])
    await piyue.button('Next sentence').click()
    for (let i = 0; i < 13; i++) await piyue.press('Enter')
    const [last = ''] = await piyue.painted('spoken')
    expect((await spoken(piyue)).at(-1)).toBe(last)
    await piyue.settled()
    const isInView = await piyue.page.evaluate(
      (start) => {
        const block = [...document.querySelectorAll('[data-block]')].find((one) =>
          one.textContent?.includes(start),
        )
        const { top, bottom } = (block as Element).getBoundingClientRect()
        return top < innerHeight && bottom > 0
      },
      last.slice(0, 8),
    )
    expect(isInView).toBe(true)
    expect(await piyue.seriousFindings()).toEqual([])
    await piyue.button('Stop reading aloud').click()
    await bar(piyue).waitFor({ state: 'detached' })
    await piyue.expectPainted('spoken', [])
  })

  it('begins with what is selected; R pauses and reads on, Escape stops', async () => {
    const piyue = await openWith(chinese)
    await piyue.select('砥礪篤行')
    await piyue.press('r')
    await piyue.button('Pause').waitFor()
    expect((await spoken(piyue))[0]).toContain('砥礪篤行')
    await piyue.press('r')
    await piyue.button('Go on').waitFor()
    await piyue.press('Control+Alt+ArrowRight', 'r')
    await piyue.button('Pause').waitFor()
    expect((await spoken(piyue)).at(-1)).not.toContain('砥礪篤行')
    await piyue.press('Escape')
    await bar(piyue).waitFor({ state: 'detached' })
  })

  it('does not pull back one who has gone to read elsewhere', async () => {
    const piyue = await openWith(chinese, { open: report })
    await piyue.press('r')
    await bar(piyue).waitFor()
    await piyue.page.getByRole('link', { name: /（四）以人居/u }).click()
    const before = await piyue.topCharacter()
    await endSentence(piyue)
    await piyue.page.waitForFunction(() => window.voiceStub.spoken.length === 2)
    expect(await piyue.topCharacter()).toEqual(before)
  })

  it('offers voices that need no network, keeps speed and voice, says that the voice failed, and tries again', async () => {
    const piyue = await openWith(chinese)
    await piyue.press('r')
    const choice = bar(piyue).getByRole('combobox', { name: 'Voice' })
    expect(await choice.locator('option').allInnerTexts()).toEqual([
      'Voice of zh-TW',
      'Voice of zh-CN',
    ])
    await choice.selectOption('Voice of zh-CN')
    await bar(piyue).getByRole('combobox', { name: 'Speed' }).selectOption('1.5')
    await piyue.page.waitForFunction(() => window.voiceStub.spoken.at(-1)?.rate === 1.5)
    expect((await spoken(piyue)).at(-1)).toBe('2019年营口市西市区政府工作报告')
    expect(piyue.main.settings).toMatchObject({
      speechRate: 1.5,
      speechVoices: { mandarin: 'voice zh-CN true' },
    })
    await piyue.showForm('Hong Kong')
    // The voice of Cantonese would need the network.
    expect(await choice.locator('option').count()).toBe(2)
    await piyue.page.evaluate(() => window.voiceStub.fail())
    await piyue.page.getByRole('alert').getByText('The voice could not read this.').waitFor()
    await piyue.button('Go on').click()
    await piyue.page.getByRole('alert').waitFor({ state: 'detached' })
    await piyue.button('Pause').waitFor()
  })

  it('says so where voices are named late, or one stays silent; keeps the sentence then, and tries again', async () => {
    const piyue = await openWith(chinese)
    await piyue.holdClock()
    await piyue.page.evaluate(
      () => Object.assign(window.voiceStub, { isNamed: false, begins: false }) && undefined,
    )
    await piyue.press('r')
    await piyue.page.clock.runFor(5_000)
    await piyue.announcement.getByText('Looking for the voices of your system').waitFor()
    expect(await piyue.page.getByRole('dialog').count()).toBe(0)
    await piyue.page.evaluate(() => window.voiceStub.name())
    await bar(piyue).waitFor()
    expect(await spoken(piyue)).toHaveLength(1)
    await piyue.page.clock.runFor(8_000)
    await piyue.page.getByRole('alert').getByText('The voice does not answer.').waitFor()
    await piyue.expectPainted('spoken', ['2019年營口市西市區政府工作報告'])
    await piyue.page.evaluate(() => {
      window.voiceStub.begins = true
    })
    await piyue.button('Go on').click()
    await piyue.page.getByRole('alert').waitFor({ state: 'detached' })
    expect(new Set(await spoken(piyue)).size).toBe(1)
  })

  it('does not begin any more where Escape was pressed while the voices were awaited', async () => {
    const piyue = await openWith(chinese)
    await piyue.page.evaluate(
      () => Object.assign(window.voiceStub, { isNamed: false }) && undefined,
    )
    const button = header(piyue).getByRole('button', { name: 'Read aloud', pressed: true })
    await piyue.press('r')
    await button.waitFor()
    await piyue.press('Escape')
    await button.waitFor({ state: 'detached' })
    await piyue.page.evaluate(() => window.voiceStub.name())
    await piyue.settled()
    expect(await spoken(piyue)).toEqual([])
    expect(await piyue.page.getByRole('dialog').count()).toBe(0)
  })

  it('says no longer that voices are looked for once that is given up, and not at once when they are again', async () => {
    const piyue = await openWith(chinese)
    await piyue.holdClock()
    await piyue.page.evaluate(
      () => Object.assign(window.voiceStub, { isNamed: false }) && undefined,
    )
    const looking = piyue.page.locator('.said').getByText('Looking for the voices of your system')
    await piyue.press('r')
    await piyue.page.clock.runFor(1_000)
    await looking.waitFor()
    await piyue.press('Escape')
    await looking.waitFor({ state: 'detached' })
    await piyue.press('r')
    expect(await looking.count()).toBe(0)
    await piyue.page.clock.runFor(1_000)
    await looking.waitFor()
  })

  it.each(
    rows([
      [1400, false],
      [700, false],
      [700, true],
    ] as const),
  )(
    'leaves its bar free of the way back to the figures, and of what is told: %i px wide, notes open: %s',
    async (width, notesOpen) => {
      const piyue = await openWith(chinese, {
        viewport: { width, height: 800 },
      })
      await piyue.button('Figures').click()
      await piyue
        .button(/^Go to passage/u)
        .first()
        .click()
      await piyue.press('r')
      const isOpen = await piyue.notes.isVisible()
      if (isOpen !== notesOpen) await piyue.press('Control+Shift+b')
      await piyue.select('砥礪篤行')
      await piyue.press('Control+Alt+c')
      const said = piyue.page.locator('.said').getByText('Copied')
      const boxes = await Promise.all(
        [said, piyue.button('Back to figures'), bar(piyue)].map(async (one) => {
          await one.waitFor()
          const { y, height } = (await one.boundingBox()) ?? { y: 0, height: 0 }
          return { top: y, bottom: y + height }
        }),
      )
      for (const [i, { bottom }] of boxes.slice(0, -1).entries()) {
        expect(bottom).toBeLessThan(boxes[i + 1]?.top ?? 0)
      }
    },
  )

  it.each(rows(['en', 'zh-Hant', 'zh-Hans'] as const))(
    'says how to install a voice where there is none: %s',
    async (language) => {
      const piyue = await openWith([{ lang: 'en-US', local: true }], { language })
      await piyue.press('r')
      const words = messagesIn[language].ways.voice
      const dialog = piyue.page.getByRole('dialog', { name: words.none })
      await dialog.getByText('speech-dispatcher').waitFor()
      expect(await piyue.seriousFindings()).toEqual([])
      await piyue.press('Escape')
      await dialog.waitFor({ state: 'detached' })
    },
  )
})
