import { Pause, Play, SkipBack, SkipForward, X } from 'lucide'
import { useRef } from 'preact/hooks'
import type { ActionId } from '../../core/app/actions'
import { speechRates } from '../../core/app/settings'
import { usePreferences } from '../state/preferences'
import type { ReadAloud } from '../state/read-aloud'
import { moveAlong } from '../ui/focus'
import { IconButton } from '../ui/icon'

interface ReadAloudBarProps {
  readonly readAloud: ReadAloud
  readonly perform: (action: ActionId) => void
}

/** While the text is read aloud: pause, the sentences before and after, the speed and the voice. */
export function ReadAloudBar({ readAloud, perform }: ReadAloudBarProps) {
  const preferences = usePreferences()
  const words = preferences.messages.value.ways.voice
  const bar = useRef<HTMLDivElement>(null)
  const status = readAloud.status.value
  if (status === 'off' || status === 'starting') return null
  const isSpeaking = status === 'speaking'
  const problem = readAloud.problem.value
  return (
    <div class="foot-card">
      <div
        ref={bar}
        class="read-aloud"
        role="toolbar"
        aria-label={words.title}
        onKeyDown={(event) => moveAlong(event, bar.current)}
      >
        <IconButton
          icon={SkipBack}
          label={words.previous}
          keys={preferences.keysOf('spoken-previous')}
          onClick={() => perform('spoken-previous')}
        />
        <IconButton
          icon={isSpeaking ? Pause : Play}
          label={isSpeaking ? words.pause : words.resume}
          keys={preferences.keysOf('read-aloud')}
          onClick={() => perform('read-aloud')}
        />
        <IconButton
          icon={SkipForward}
          label={words.next}
          keys={preferences.keysOf('spoken-next')}
          onClick={() => perform('spoken-next')}
        />
        <select
          aria-label={words.speed}
          title={words.speed}
          value={preferences.settings.value.speechRate}
          onChange={(event) => readAloud.setRate(Number(event.currentTarget.value))}
        >
          {speechRates.map((rate) => (
            <option key={rate} value={rate}>
              {rate}×
            </option>
          ))}
        </select>
        <select
          class="voice-choice"
          aria-label={words.voice}
          title={words.voice}
          value={readAloud.voice.value?.id}
          onChange={(event) => readAloud.choose(event.currentTarget.value)}
        >
          {readAloud.voices.value.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <IconButton icon={X} label={words.stop} keys="Esc" onClick={() => readAloud.stop()} />
      </div>
      {problem !== null && (
        <p class="foot-problem" role="alert">
          {problem === 'silent' ? words.silent : words.failed}
        </p>
      )}
    </div>
  )
}
