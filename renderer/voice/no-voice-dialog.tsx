import { usePreferences } from '../state/preferences'
import { Dialog } from '../ui/dialog'

/** Says how the system is given a voice, where it has none for the text's language. */
export function NoVoiceDialog({ onClose }: { onClose: () => void }) {
  const { messages, platform } = usePreferences()
  const { voice: words } = messages.value.ways
  return (
    <Dialog title={words.none} onClose={onClose}>
      <p>{words.noneWhy}</p>
      <p>{words.install[platform]}</p>
      <form method="dialog" class="dialog-foot">
        <button type="submit" class="primary-button">
          {messages.value.notes.close}
        </button>
      </form>
    </Dialog>
  )
}
