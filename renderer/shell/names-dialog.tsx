import { useMemo } from 'preact/hooks'
import { limits } from '../../core/annotation/annotation'
import { countTags } from '../../core/annotation/note-counts'
import { colors } from '../../core/annotation/style'
import { renameTag } from '../state/annotate-many'
import { nameColor } from '../state/color-names'
import type { Session } from '../state/session'
import { Dialog } from '../ui/dialog'
import { NameField } from './name-field'

/** The longest name of a colour that settings keep. */
const longestName = 40

/** What the colours mean to the reader, and the tags, to be renamed or made one. */
export function NamesDialog({ session, onClose }: { session: Session; onClose: () => void }) {
  const { notes, colors: hues } = session.messages.value
  const { colorNames } = session.settings.value
  const annotations = session.annotations.value
  const tags = useMemo(() => countTags(annotations.values()), [annotations])
  return (
    <Dialog title={notes.namesTitle} onClose={onClose}>
      <h3>{notes.colorNames}</h3>
      <p class="dialog-lead">{notes.colorNamesHow}</p>
      <ul class="names">
        {colors.map((color) => (
          <li key={color} data-color={color}>
            <span class="swatch" aria-hidden="true" />
            <NameField
              label={notes.nameOf(hues[color])}
              placeholder={hues[color]}
              value={colorNames[color] ?? ''}
              maxLength={longestName}
              onChange={(name) => nameColor(session, color, name)}
            />
          </li>
        ))}
      </ul>
      <h3>{notes.tags}</h3>
      <p class="dialog-lead">{tags.size === 0 ? notes.noTags : notes.tagsHow}</p>
      <ul class="names">
        {[...tags].map(([tag, count]) => (
          <li key={tag}>
            <NameField
              label={notes.renameTag(tag)}
              placeholder={tag}
              value={tag}
              maxLength={limits.tag}
              onChange={(name) => void renameTag(session, tag, name)}
            />
            <span class="count">{count}</span>
          </li>
        ))}
      </ul>
      <form method="dialog" class="dialog-foot">
        <button type="submit" class="primary-button">
          {notes.close}
        </button>
      </form>
    </Dialog>
  )
}
