/** A voice of the system. */
export interface Voice {
  /** What the system knows it by. */
  readonly id: string
  readonly name: string
  /** BCP 47, as far as the system keeps to it. */
  readonly lang: string
}

export interface Utterance {
  readonly text: string
  readonly voice: Voice
  /** 1 is the voice's own speed. */
  readonly rate: number
}

/** How speaking ended. `silent`: the voice never began, or never came to an end. */
export type SpeechEnd = 'ended' | 'stopped' | 'failed' | 'silent'

/** What speaks. */
export interface Speech {
  /** The voices that need no network. */
  readonly voices: () => Promise<readonly Voice[]>
  /** Speaks, in place of what is being spoken. */
  readonly speak: (utterance: Utterance) => Promise<SpeechEnd>
  readonly stop: () => void
}

/**
 * How long a system may take to name its voices, and a voice to begin. ms. speech-dispatcher, which starts
 * when it is first asked, takes four seconds to name the thirteen thousand that espeak-ng comes with.
 */
const patience = { voices: 15_000, begin: 8_000 }

/** How long a text may be spoken at most before the voice is taken to have fallen silent. ms */
const longest = ({ text, rate }: Utterance) => 20_000 + (1_500 * text.length) / rate

/** The voices of the system, through the platform's Web Speech API. */
export class SystemSpeech implements Speech {
  /** Held until they end: the engine forgets to tell of one that nobody holds. */
  readonly #held = new Set<SpeechSynthesisUtterance>()

  readonly voices = async (): Promise<readonly Voice[]> => {
    if (speechSynthesis.getVoices().length === 0) await voicesNamed()
    return localVoices().map(({ voiceURI, name, lang }) => ({ id: voiceURI, name, lang }))
  }

  readonly speak = (utterance: Utterance): Promise<SpeechEnd> => {
    this.stop()
    const { text, voice, rate } = utterance
    const spoken = new SpeechSynthesisUtterance(text)
    const own = localVoices().find(({ voiceURI }) => voiceURI === voice.id)
    if (own === undefined) return Promise.resolve('failed')
    spoken.voice = own
    spoken.lang = own.lang
    spoken.rate = rate
    this.#held.add(spoken)
    return new Promise((resolve) => {
      let timer = setTimeout(() => resolve('silent'), patience.begin)
      const end = (how: SpeechEnd) => {
        clearTimeout(timer)
        this.#held.delete(spoken)
        resolve(how)
      }
      spoken.addEventListener('start', () => {
        clearTimeout(timer)
        timer = setTimeout(() => resolve('silent'), longest(utterance))
      })
      spoken.addEventListener('end', () => end('ended'))
      spoken.addEventListener('error', ({ error }) =>
        end(error === 'canceled' || error === 'interrupted' ? 'stopped' : 'failed'),
      )
      speechSynthesis.speak(spoken)
    })
  }

  /** Asks nothing of the system where nothing is spoken: on Linux, being asked starts its engine. */
  readonly stop = (): void => {
    if (this.#held.size > 0) speechSynthesis.cancel()
  }
}

/** espeak-ng names each of its voices a hundred times over, as spoken by as many throats. */
const isThroat = (name: string) => name.includes('+') && name.endsWith(' espeak-ng')

const localVoices = () =>
  speechSynthesis.getVoices().filter((voice) => voice.localService && !isThroat(voice.name))

const voicesNamed = () =>
  new Promise<void>((resolve) => {
    speechSynthesis.addEventListener('voiceschanged', () => resolve(), { once: true })
    setTimeout(resolve, patience.voices)
  })
