import { hasVoiceEngine } from '../../tools/runtime/voice-engine'
import { report } from '../unit/support/report'
import { Piyue } from './support/piyue'
import { VoiceEngine } from './support/voice-engine'

jest.setTimeout(90_000)

/** Waits until the sentence that is read aloud begins with other words than these. */
const readOnFrom = (piyue: Piyue, words: string) =>
  piyue.page.waitForFunction((before) => {
    const [range] = [...(CSS.highlights.get('spoken') ?? [])]
    const text = range?.startContainer.textContent?.slice(range.startOffset)
    return text !== undefined && !text.startsWith(before)
  }, words)

const describeIfSpoken = hasVoiceEngine() ? describe : describe.skip

describeIfSpoken('the voices of speech-dispatcher and espeak-ng', () => {
  let engine: VoiceEngine
  let piyue: Piyue

  beforeAll(async () => {
    engine = new VoiceEngine()
    piyue = await Piyue.open({ env: engine.env })
  })

  afterAll(async () => {
    await piyue.close()
    engine.close()
  })

  it('read the text aloud, one sentence after the other, in the language of its form', async () => {
    await piyue.press('r')
    const bar = piyue.page.getByRole('toolbar', { name: 'Read aloud' })
    await bar.waitFor()
    await readOnFrom(piyue, report.title)
    await piyue.press('r')
    await piyue.button('Go on').waitFor()
    expect(await bar.getByRole('alert').count()).toBe(0)
    const voices = await bar
      .getByRole('combobox', { name: 'Voice' })
      .locator('option')
      .allTextContents()
    expect(voices.join('\n')).toContain('Mandarin')
    expect(voices.join('\n')).not.toMatch(/Cantonese|English \(/u)
  })

  it('may fall silent: that is said, the sentence is kept, and they go on when they speak again', async () => {
    engine.fallSilent()
    await piyue.button('Go on').click()
    await piyue.page.getByRole('alert').getByText('The voice does not answer.').waitFor()
    engine.speakAgain()
    const sentence = await piyue.page.evaluate(() => {
      const [range] = [...(CSS.highlights.get('spoken') ?? [])]
      return range?.startContainer.textContent?.slice(range.startOffset).slice(0, 8) ?? ''
    })
    await piyue.button('Go on').click()
    await readOnFrom(piyue, sentence)
    await piyue.page.getByRole('alert').waitFor({ state: 'detached' })
  })
})
