import { Columns2 } from 'lucide'
import type { ScriptTag } from '../../core/text/script-tag'
import type { Session } from '../state/session'
import { showBeside } from '../state/switch-script'
import { Icon } from '../ui/icon'
import { Menu } from '../ui/menu'

/** The choice of a second form to be shown beside the one that is read. */
export function BesideMenu({ session }: { session: Session }) {
  const { edition, scripts } = session.messages.value
  const shown = session.rendition.value.tag
  const beside = session.beside.value?.tag
  const others = [...session.renditions.keys()].filter((tag) => tag !== shown)
  return (
    <Menu<ScriptTag | 'off'>
      label={edition.sideBySide}
      face={<Icon of={Columns2} />}
      isOn={beside !== undefined}
      options={[
        { value: 'off', label: edition.besideOff, checked: beside === undefined },
        ...others.map((tag) => ({ value: tag, label: scripts[tag], checked: tag === beside })),
      ]}
      onChoose={(choice) => showBeside(session, choice === 'off' ? null : choice)}
    />
  )
}
