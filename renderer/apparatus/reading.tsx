import type { ComponentChildren } from 'preact'
import { codePointName } from '../../core/script/character-forms'
import { langOf, type ScriptTag } from '../../core/text/script-tag'
import { useMessages } from '../state/preferences'

interface ReadingProps {
  /** The form that the readings are in. */
  readonly script: ScriptTag
  readonly label: string
  readonly text: string
  /** The word around it, which holds it once. */
  readonly within?: string | undefined
}

/** How many characters still have their numbers beneath them. */
const mostNumbered = 2

/** One of the readings of a place, in the word that it stands in. */
export function Reading({ script, label, text, within = text }: ReadingProps) {
  const { edition, repair } = useMessages()
  const { remark: words } = edition
  const at = within.indexOf(text)
  const characters = [...text]
  const isBlank = text.trim() === ''
  return (
    <div class="reading-row">
      <dt>{label}</dt>
      <dd>
        {isBlank ? (
          <span class="blank">
            {text === '' ? words.nothing : text.includes('\n') ? repair.lineBreak : words.space}
          </span>
        ) : (
          <span class="specimen" lang={langOf[script]}>
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

/** A row of a remark that says something of the place in the language of the app. */
export function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="reading-row">
      <dt>{label}</dt>
      <dd class="fact">{children}</dd>
    </div>
  )
}
