import { usePreferences } from '../state/preferences'
import { CloseButton, Dialog } from '../ui/dialog'

/** Says how the system is given a voice, where it has none for the text's language. */
export function NoVoiceDialog({ onClose }: { onClose: () => void }) {
  const { messages, platform } = usePreferences()
  const { voice: words } = messages.value.ways
  return (
    <Dialog title={words.none} onClose={onClose}>
      <p>{words.noneWhy}</p>
      <p>{words.install[platform]}</p>
      <CloseButton label={messages.value.notes.close} />
    </Dialog>
  )
}
