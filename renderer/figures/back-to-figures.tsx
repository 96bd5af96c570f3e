import { ArrowLeft, X } from 'lucide'
import type { Figures } from '../state/figures'
import { useMessages } from '../state/preferences'
import { Icon, IconButton } from '../ui/icon'

/** The way back from a passage to the row that led there, until it is taken or put away. */
export function BackToFigures({ figures }: { readonly figures: Figures }) {
  const { figures: words } = useMessages()
  if (figures.left.value === null || figures.isOpen.value) return null
  return (
    <div class="back-to-figures">
      <button
        type="button"
        class="text-button"
        onClick={() => {
          figures.isOpen.value = true
        }}
      >
        <Icon of={ArrowLeft} size={16} />
        <span>{words.back}</span>
      </button>
      <IconButton
        icon={X}
        label={words.stay}
        onClick={() => {
          figures.left.value = null
        }}
      />
    </div>
  )
}
