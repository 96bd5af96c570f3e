import { codePointName } from '../../core/script/character-forms'
import { langOf } from '../../core/text/script-tag'
import type { Session } from '../state/session'

interface ReadingProps {
  readonly session: Session
  readonly label: string
  readonly text: string
  /** The word around it, which holds it once. */
  readonly within?: string | undefined
}

/** How many characters still have their numbers beneath them. */
const mostNumbered = 2

/** One of the readings of a place, in the word that it stands in. */
export function Reading({ session, label, text, within = text }: ReadingProps) {
  const { gloss } = session.messages.value.edition
  const at = within.indexOf(text)
  const characters = [...text]
  const isBlank = text.trim() === ''
  return (
    <div class="reading-row">
      <dt>{label}</dt>
      <dd>
        {isBlank ? (
          <span class="blank">{text === '' ? gloss.nothing : gloss.space}</span>
        ) : (
          <span class="specimen" lang={langOf[session.document.data.canonicalScript]}>
            {within.slice(0, at)}
            {within === text ? text : <em>{text}</em>}
            {within.slice(at + text.length)}
          </span>
        )}
        {text !== '' && characters.length <= mostNumbered && (
          <code class="numbers">{characters.map(codePointName).join(' ')}</code>
        )}
      </dd>
    </div>
  )
}
