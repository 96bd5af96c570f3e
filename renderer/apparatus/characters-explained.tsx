import { remarksIn } from '../../core/apparatus/remark'
import {
  type CharacterForm,
  codePointName,
  formsOf,
  writtenForOneAnother,
} from '../../core/script/character-forms'
import { pinyinOf } from '../../core/script/pinyin'
import { charactersOf } from '../../core/text/code-points'
import { rangeLength, type TextRange } from '../../core/text/range'
import { langOf } from '../../core/text/script-tag'
import type { ReaderContext } from '../reader/context'
import { useMessages } from '../state/preferences'
import type { Column } from '../state/view'
import { CharacterReadings } from './character-readings'
import { EmendationView } from './emendation-view'

/** How many characters have room for their numbers beside them; of more, they stand beneath. */
const mostInLine = 2

/** The last character of the plane that fonts hold most of; what is rare lies in the planes beyond. */
const lastCommon = 0xffff

interface CharactersExplainedProps {
  readonly context: ReaderContext
  readonly range: TextRange
  /** The form at whose text they are explained. */
  readonly column: Column
}

/** A few characters in each form with their numbers, and what decided between them. */
export function CharactersExplained({ context, range, column }: CharactersExplainedProps) {
  const { open, view } = context.workspace
  const { edition } = useMessages()
  // Of what was converted here the choices say more.
  const isConverted = open.publication.file !== undefined
  // Of a form that is still being made, nothing is said that it may not say in the end.
  const made = [...view.forms.value.values()].filter((form) => form.hasAllOf(range))
  const forms = formsOf(made, range)
  const emended = remarksIn(open.remarks, range).flatMap((remark) =>
    remark.kind === 'emendation' ? [remark.emendation] : [],
  )
  const classes = charactersOf(open.document.slice(range))
    .map(writtenForOneAnother)
    .filter((members) => members.length > 0)
  return (
    <>
      <table class="forms">
        <tbody>
          {forms.map((form) => (
            <tr key={form.tag}>
              <th scope="row">{view.names.value[form.tag]}</th>
              <Characters form={form} />
            </tr>
          ))}
          <Pinyin form={forms.find(({ tag }) => tag === 'zh-Hant')} />
        </tbody>
      </table>
      {forms.some(({ characters }) => characters.length !== rangeLength(range)) && (
        <p class="why">{edition.characters.publishedOtherwise}</p>
      )}
      <CharacterReadings context={context} range={range} column={column} />
      {!isConverted && classes.length > 0 && (
        <p class="why">{edition.interchanged(classes.map((members) => members.map(told)))}</p>
      )}
      {emended.map((emendation) => (
        <section key={emendation.id} class="remark-emended">
          <h3>{edition.kinds[emendation.kind]}</h3>
          <EmendationView script={open.document.data.canonicalScript} emendation={emendation} />
        </section>
      ))}
    </>
  )
}

/**
 * How the characters are read: of the Traditional form, which has one for each word that Simplified writes
 * alike, so 发 is fà in 头发 and fā in 发展.
 */
function Pinyin({ form }: { form: CharacterForm | undefined }) {
  const { pinyin } = useMessages().edition.characters
  const read = (form?.characters ?? []).filter((character) => pinyinOf(character).length > 0)
  if (form === undefined || read.length === 0) return null
  return (
    <tr>
      <th scope="row">{pinyin}</th>
      <td lang={langOf[form.tag]}>
        {read.map((character, i) => (
          <span key={`${i} ${character}`} class="form-cell">
            <span class="specimen">{character}</span>
            <span class="pinyin" lang="zh-Latn-pinyin">
              {pinyinOf(character).join(', ')}
            </span>
          </span>
        ))}
      </td>
    </tr>
  )
}

/** A character, with its number beside it where it is a rare one: the fonts at hand may have none of its shape. */
const told = (character: string): string =>
  (character.codePointAt(0) ?? 0) > lastCommon
    ? `${character} ${codePointName(character)}`
    : character

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
