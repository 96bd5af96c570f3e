import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { sentenceAt, sentenceBefore } from '../../core/document/sentences'
import type { OpenDocument } from '../../core/publication/open-document'
import { formReadBy, spokenLanguageOf } from '../../core/script/spoken-language'
import type { CodePoints } from '../../core/text/code-points'
import { sameRange, type TextRange } from '../../core/text/range'
import type { Speech, SpeechEnd, Utterance, Voice } from '../ui/speech'
import type { Preferences } from './preferences'
import type { View } from './view'

interface ReadAloudOptions {
  readonly open: OpenDocument
  readonly view: View
  readonly preferences: Preferences
  readonly speech: Speech
}

/** Whether a voice speaks. `starting` awaits the system's voices, and `paused` keeps the sentence. */
type Status = 'off' | 'starting' | 'speaking' | 'paused'

/** Reads the text aloud, sentence by sentence, in the language of the form that is shown. */
export class ReadAloud {
  readonly status: ReadonlySignal<Status>
  /** The sentence that is read. */
  readonly sentence: ReadonlySignal<TextRange | null>
  /** The voices that can read the form that is shown, the best first. */
  readonly voices: ReadonlySignal<readonly Voice[]>
  /** The voice that reads: the one chosen, or else the best. */
  readonly voice: ReadonlySignal<Voice | undefined>
  /** Why the voice fell silent, until it is tried again. */
  readonly problem: ReadonlySignal<Exclude<SpeechEnd, 'ended' | 'stopped'> | null>
  readonly #status: Signal<Status> = signal('off')
  readonly #sentence: Signal<TextRange | null> = signal(null)
  readonly #problem: Signal<Exclude<SpeechEnd, 'ended' | 'stopped'> | null> = signal(null)
  readonly #all: Signal<readonly Voice[]> = signal([])
  readonly #options: ReadAloudOptions
  readonly #stopFollowing: () => void
  /** What was given to the voice last. */
  #spoken: Utterance | null = null
  /** Of what is spoken or about to be, the one that counts; what came before ends unheard. */
  #turn = 0

  constructor(options: ReadAloudOptions) {
    const { view, preferences } = options
    this.#options = options
    this.status = this.#status
    this.sentence = this.#sentence
    this.problem = this.#problem
    this.voices = computed(() => fitting(this.#all.value, view.rendition.value.lang))
    this.voice = computed(() => {
      const chosen = preferences.settings.value.speechVoices[this.#language.value]
      return this.voices.value.find(({ id }) => id === chosen) ?? this.voices.value[0]
    })
    this.#stopFollowing = effect(() => {
      const next = this.#utterance.value
      // Another form, voice or speed: what is being read is read again so.
      if (this.#status.peek() === 'speaking' && !isSame(next, this.#spoken)) void this.#speak()
    })
  }

  /**
   * Begins to read, with the sentence at an offset, in place of what is being read.
   *
   * @returns `stopped` where that was no longer wanted when the system had named its voices.
   */
  async start(offset: CodePoints): Promise<'begun' | 'no-voice' | 'stopped'> {
    this.stop()
    this.#status.value = 'starting'
    this.#turn++
    const turn = this.#turn
    const voices = await this.#options.speech.voices()
    if (turn !== this.#turn) return 'stopped'
    this.#all.value = voices
    if (this.voice.peek() === undefined) {
      this.stop()
      return 'no-voice'
    }
    this.#go(sentenceAt(this.#options.open.document, offset))
    return 'begun'
  }

  /** Falls silent, and keeps the sentence. */
  pause(): void {
    if (this.#status.peek() !== 'speaking') return
    this.#silence()
    this.#status.value = 'paused'
  }

  /** Reads on, from the beginning of the sentence that was kept. */
  resume(): void {
    if (this.#status.peek() === 'paused') this.#go(this.#sentence.peek() ?? undefined)
  }

  /** Goes to the next sentence, or the one before; a pause stays a pause. */
  step(step: 1 | -1): void {
    const next = this.#neighbour(step)
    if (next === undefined) return
    if (this.#status.peek() === 'speaking') this.#go(next)
    else this.#sentence.value = next
  }

  /** Stops reading; says whether anything was being read, or about to be. */
  stop(): boolean {
    const wasOn = this.#status.peek() !== 'off'
    if (wasOn) this.#silence()
    this.#status.value = 'off'
    this.#sentence.value = null
    this.#problem.value = null
    return wasOn
  }

  /** Reads with another voice from now on, and in this language for ever. */
  choose(id: string): void {
    const { preferences } = this.#options
    const { speechVoices } = preferences.settings.peek()
    preferences.change({ speechVoices: { ...speechVoices, [this.#language.peek()]: id } })
  }

  /** @param rate 1 is the voice's own speed */
  setRate(rate: number): void {
    this.#options.preferences.change({ speechRate: rate })
  }

  dispose(): void {
    this.#stopFollowing()
    this.stop()
  }

  readonly #language = computed(() => spokenLanguageOf(this.#options.view.rendition.value.lang))

  #go(sentence: TextRange | undefined): void {
    if (sentence === undefined) {
      this.stop()
      return
    }
    // In one, so that what follows the sentence finds it spoken already, and it is spoken once.
    batch(() => {
      this.#sentence.value = sentence
      this.#status.value = 'speaking'
      this.#problem.value = null
      void this.#speak()
    })
  }

  async #speak(): Promise<void> {
    const utterance = this.#utterance.peek()
    if (utterance === null) return
    this.#spoken = utterance
    this.#turn++
    const turn = this.#turn
    const end = await this.#options.speech.speak(utterance)
    if (turn !== this.#turn) return
    if (end === 'ended') this.#go(this.#neighbour(1))
    else {
      this.#silence()
      this.#status.value = 'paused'
      this.#problem.value = end === 'stopped' ? null : end
    }
  }

  /**
   * What is to be spoken: the sentence as it is shown, in the script that the voice knows, so the same words, as
   * their authors edited them. A form that is being made comes in pieces, most of which are of other words.
   */
  readonly #utterance = computed((): Utterance | null => {
    const { view, preferences } = this.#options
    const sentence = this.#sentence.value
    const voice = this.voice.value
    if (sentence === null || voice === undefined) return null
    const shown = view.rendition.value
    const read = shown.tag === 'source' ? undefined : formReadBy(voice.lang)
    const form = (read && view.forms.value.get(read)) ?? shown
    return { text: form.slice(sentence), voice, rate: preferences.settings.value.speechRate }
  })

  #neighbour(step: 1 | -1): TextRange | undefined {
    const { document } = this.#options.open
    const here = this.#sentence.peek()
    if (here === null) return undefined
    const next = step > 0 ? sentenceAt(document, here.end) : sentenceBefore(document, here.start)
    return next !== undefined && sameRange(next, here) ? undefined : next
  }

  #silence(): void {
    this.#turn++
    this.#options.speech.stop()
  }
}

const isSame = (one: Utterance | null, other: Utterance | null): boolean =>
  one?.text === other?.text && one?.voice === other?.voice && one?.rate === other?.rate

/** The voices that speak the language of a form; of Cantonese, where there are none, those of Mandarin. */
function fitting(voices: readonly Voice[], lang: string): readonly Voice[] {
  const language = spokenLanguageOf(lang)
  const speaking = (wanted: string) =>
    voices.filter((voice) => spokenLanguageOf(voice.lang) === wanted)
  const own = speaking(language)
  const list = own.length === 0 && language === 'cantonese' ? speaking('mandarin') : own
  const form = formReadBy(lang)
  // A voice of the place whose script is shown knows best how its words are read.
  return list.toSorted(
    (a, b) => Number(formReadBy(b.lang) === form) - Number(formReadBy(a.lang) === form),
  )
}
