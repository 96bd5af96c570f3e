import { signal } from '@preact/signals'
import { defaultSettings, type Settings } from '../../../../core/app/settings'
import { sentenceAt } from '../../../../core/document/sentences'
import { messagesIn } from '../../../../core/messages/language'
import { OpenDocument } from '../../../../core/publication/open-document'
import { convertBlocks } from '../../../../core/script/conversion'
import { codePointLength, codePoints } from '../../../../core/text/code-points'
import { Announcer } from '../../../../renderer/state/notices'
import { Preferences } from '../../../../renderer/state/preferences'
import { ReadAloud } from '../../../../renderer/state/read-aloud'
import { View } from '../../../../renderer/state/view'
import { editionOf } from '../../support/document'
import { openReport, publication, report } from '../../support/report'
import { FakeSpeech } from './support'

function reading(settings: Partial<Settings> = {}, open = openReport) {
  const speech = new FakeSpeech()
  const saved: unknown[] = []
  const preferences = new Preferences(
    {
      settings: { ...defaultSettings, ...settings },
      systemLanguage: 'en',
      platform: 'linux',
    },
    { language: 'en', messages: messagesIn.en },
    {
      saveSettings: async (patch) => {
        saved.push(patch)
      },
      saveView: async () => {},
    },
  )
  const view = new View({
    open,
    initial: preferences.viewOf(open),
    save: () => {},
    announcer: new Announcer(signal(messagesIn.en)),
  })
  const readAloud = new ReadAloud({ open, view, preferences, speech })
  return { speech, readAloud, view, preferences, saved }
}

const at = (words: string) => codePointLength(report.text.slice(0, report.text.indexOf(words)))
const shown = (range: ReturnType<typeof sentenceAt> | null) =>
  range === undefined || range === null ? null : report.slice(range)

describe('reading aloud', () => {
  it('reads from a sentence on, one after another, to the end', async () => {
    const { speech, readAloud } = reading()
    expect(await readAloud.start(at('請予審議'))).toBe('begun')
    expect(speech.spoken[0]?.text).toMatch(/^現在，我代表.*提出意見。$/u)
    expect(shown(readAloud.sentence.peek())).toBe(speech.spoken[0]?.text)
    await speech.end()
    expect(speech.spoken[1]?.text).toBe('一、2018年工作回顧')
    await readAloud.start(codePoints(report.length - 2))
    await speech.end()
    expect(readAloud.status.peek()).toBe('off')
    expect(readAloud.sentence.peek()).toBe(null)
  })

  it('pauses and reads on with the same sentence, and goes back and on', async () => {
    const { speech, readAloud } = reading()
    await readAloud.start(at('一、2018年工作回顧'))
    readAloud.pause()
    expect([readAloud.status.peek(), speech.isSpeaking]).toEqual(['paused', false])
    readAloud.step(1)
    expect([readAloud.status.peek(), speech.isSpeaking]).toEqual(['paused', false])
    readAloud.step(-1)
    readAloud.resume()
    expect(speech.spoken.at(-1)?.text).toBe('一、2018年工作回顧')
    readAloud.step(-1)
    expect(speech.spoken.at(-1)?.text).toMatch(/^現在，我代表/u)
    readAloud.step(1)
    expect(speech.spoken.at(-1)?.text).toBe('一、2018年工作回顧')
    // What was cut short ends unheard: nothing goes on by itself.
    const count = speech.spoken.length
    await new Promise(setImmediate)
    expect(speech.spoken.length).toBe(count)
  })

  it('takes a voice of the form’s language and place, in the script that the voice knows', async () => {
    const { speech, readAloud, view } = reading()
    await readAloud.start(at('各位代表'))
    expect(speech.spoken.at(-1)?.voice.id).toBe('mei')
    view.showForm('zh-Hans')
    expect([speech.spoken.at(-1)?.voice.id, speech.spoken.at(-1)?.text]).toEqual([
      'hui',
      '各位代表：',
    ])
    view.showForm('zh-Hant-HK')
    expect(speech.spoken.at(-1)?.voice.id).toBe('sin')
    readAloud.step(1)
    view.showForm('zh-Hant')
    readAloud.choose('hui')
    // A mainland voice is given the characters that it knows; what is painted stays as it is shown.
    expect(speech.spoken.at(-1)?.text).toMatch(/^现在，我代表区政府/u)
    expect(shown(readAloud.sentence.peek())).toMatch(/^現在，我代表區政府/u)
  })

  it('reads Cantonese as Mandarin where there is no voice for it, and nothing where there is none', async () => {
    const { speech, readAloud, view } = reading()
    view.showForm('zh-Hant-HK')
    speech.list = speech.list.filter(({ id }) => id !== 'sin')
    await readAloud.start(at('各位代表'))
    expect(readAloud.voice.peek()?.id).toBe('mei')
    readAloud.stop()
    speech.list = speech.list.filter(({ id }) => id === 'ann')
    expect(await readAloud.start(at('各位代表'))).toBe('no-voice')
    expect(readAloud.status.peek()).toBe('off')
  })

  it('keeps speed and voice, and reads the sentence anew with them', async () => {
    const { speech, readAloud, saved } = reading({ speechVoices: { mandarin: 'hui' } })
    await readAloud.start(at('各位代表'))
    expect(speech.spoken.at(-1)?.voice.id).toBe('hui')
    readAloud.setRate(1.5)
    readAloud.choose('mei')
    expect(speech.spoken.at(-1)).toMatchObject({ text: '各位代表：', rate: 1.5 })
    expect(speech.spoken.at(-1)?.voice.id).toBe('mei')
    expect(saved).toEqual([{ speechRate: 1.5 }, { speechVoices: { mandarin: 'mei' } }])
  })

  it('begins a sentence again where its words become others, and not with other pieces of its form', async () => {
    const { data } = editionOf('long', '头发。头发。', '里面。')
    const open = new OpenDocument({
      ...publication,
      document: { ...data, canonicalScript: 'zh-Hans' },
      apparatus: { ...publication.apparatus, emendations: [], sic: [] },
      renditions: [{ tag: 'zh-Hant', isUnfinished: true, blocks: {} }],
    })
    const { speech, readAloud, view } = reading({}, open)
    const complete = (at: number) => {
      open.complete('zh-Hant', convertBlocks(data.blocks.slice(at, at + 1), 'zh-Hans', 'zh-Hant'))
      view.renew()
    }
    const spoken = () => speech.spoken.map(({ text }) => text)
    view.showForm('zh-Hant')
    await readAloud.start(codePoints(0))
    expect(spoken()).toEqual(['头发。'])
    complete(0)
    expect(spoken()).toEqual(['头发。', '頭髮。'])
    complete(1)
    expect(spoken()).toEqual(['头发。', '頭髮。'])
    // The next one has the same words.
    await speech.end()
    expect(spoken()).toEqual(['头发。', '頭髮。', '頭髮。'])
  })

  it.each(['failed', 'silent'] as const)(
    'waits where the voice has %s, and can be tried again',
    async (how) => {
      const { speech, readAloud } = reading()
      await readAloud.start(at('各位代表'))
      await speech.end(how)
      expect([readAloud.status.peek(), readAloud.problem.peek()]).toEqual(['paused', how])
      readAloud.resume()
      expect([readAloud.status.peek(), readAloud.problem.peek()]).toEqual(['speaking', null])
      expect(speech.spoken.length).toBe(2)
    },
  )

  it.each([
    ['it is stopped', (readAloud: ReadAloud) => expect(readAloud.stop()).toBe(true)],
    ['its document is closed', (readAloud: ReadAloud) => readAloud.dispose()],
  ])('stays silent where %s while the voices are awaited', async (_, end) => {
    const { speech, readAloud } = reading()
    const starting = readAloud.start(at('各位代表'))
    expect(readAloud.status.peek()).toBe('starting')
    end(readAloud)
    expect(await starting).toBe('stopped')
    expect([readAloud.status.peek(), speech.spoken]).toEqual(['off', []])
  })

  it('is silent once it is stopped or its document is closed', async () => {
    const { speech, readAloud } = reading()
    await readAloud.start(at('各位代表'))
    expect(readAloud.stop()).toBe(true)
    expect(readAloud.stop()).toBe(false)
    await readAloud.start(at('各位代表'))
    readAloud.dispose()
    expect(speech.isSpeaking).toBe(false)
    expect(readAloud.status.peek()).toBe('off')
  })
})
