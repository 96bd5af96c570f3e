import { ArrowLeft, X } from 'lucide'
import type { Messages } from '../../core/messages/en'
import type { Figures } from '../state/figures'
import { Icon, IconButton } from '../ui/icon'

/** The way back from a passage to the row that led there, until it is taken or put away. */
export function BackToFigures({ state, messages }: { state: Figures; messages: Messages }) {
  if (state.left.value === null) return null
  const words = messages.figures
  return (
    <div class="back-to-figures">
      <button
        type="button"
        class="text-button"
        onClick={() => {
          state.isOpen.value = true
        }}
      >
        <Icon of={ArrowLeft} size={16} />
        <span>{words.back}</span>
      </button>
      <IconButton
        icon={X}
        label={words.stay}
        onClick={() => {
          state.left.value = null
        }}
      />
    </div>
  )
}
