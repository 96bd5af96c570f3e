import { remarksIn } from '../../core/apparatus/remark'
import {
  type CharacterForm,
  codePointName,
  formsOf,
  writtenForOneAnother,
} from '../../core/script/character-forms'
import { charactersOf } from '../../core/text/code-points'
import { rangeLength, type TextRange } from '../../core/text/range'
import { langOf } from '../../core/text/script-tag'
import type { Session } from '../state/session'
import { EmendationView } from './emendation-view'

/** How many characters have room for their numbers beside them; of more, they stand beneath. */
const mostInLine = 2

/** A few characters in each form with their numbers, and what decided between them. */
export function CharactersGloss({ session, range }: { session: Session; range: TextRange }) {
  const { edition, scripts } = session.messages.value
  const forms = formsOf(session.renditions.values(), range)
  const emended = remarksIn(session.remarks, range).flatMap((remark) =>
    remark.kind === 'emendation' ? [remark.emendation] : [],
  )
  const classes = charactersOf(session.document.slice(range))
    .map(writtenForOneAnother)
    .filter((members) => members.length > 0)
  return (
    <>
      <header class="gloss-head">
        <h2 id="gloss-title">{edition.characters.title}</h2>
      </header>
      <table class="forms">
        <tbody>
          {forms.map((form) => (
            <tr key={form.tag}>
              <th scope="row">{scripts[form.tag]}</th>
              <Characters form={form} />
            </tr>
          ))}
        </tbody>
      </table>
      {forms.some(({ characters }) => characters.length !== rangeLength(range)) && (
        <p class="why">{edition.characters.publishedOtherwise}</p>
      )}
      {classes.length > 0 && <p class="why">{edition.interchanged(classes)}</p>}
      {emended.map((emendation) => (
        <section key={emendation.id} class="gloss-emended">
          <h3>{edition.kinds[emendation.kind]}</h3>
          <EmendationView session={session} emendation={emendation} />
        </section>
      ))}
    </>
  )
}

function Characters({ form }: { form: CharacterForm }) {
  return (
    <td lang={langOf[form.tag]} data-many={form.characters.length > mostInLine}>
      {form.characters.map((character, i) => (
        <span key={`${i} ${character}`} class="form-cell">
          <span class="specimen">{character}</span>
          <code class="numbers">{codePointName(character)}</code>
        </span>
      ))}
    </td>
  )
}
