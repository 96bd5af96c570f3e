import { useSignal } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { OpenDocument } from '../../core/publication/open-document'
import type { CharacterReading, ReadingChoice } from '../../core/script/character-reading'
import { type ConvertedTag, isChinese, writtenIn } from '../../core/script/conversion-forms'
import { placesWritten } from '../../core/script/correction'
import { pinyinOf } from '../../core/script/pinyin'
import type { TextRange } from '../../core/text/range'
import { textRange } from '../../core/text/range'
import { isInOneScript, langOf } from '../../core/text/script-tag'
import type { ReaderContext } from '../reader/context'
import { useMessages } from '../state/preferences'
import type { Column, View } from '../state/view'

interface CharacterReadingsProps {
  readonly context: ReaderContext
  readonly range: TextRange
  readonly column: Column
}

/** Why conversion wrote some characters as it did, what else they can be, and the way to read them so. */
export function CharacterReadings({ context, range, column }: CharacterReadingsProps) {
  const { app, workspace } = context
  const { open, view } = workspace
  const { correction } = useMessages()
  const { start, end } = range
  const tag = convertedForm(open, view, column, range)
  const readings = useSignal<readonly CharacterReading[] | null>(null)
  useEffect(() => {
    let isWanted = true
    readings.value = null
    if (tag === undefined) return undefined
    const ask = async () => {
      const found = await app.api.explainReadings(open.id, tag, textRange(start, end))
      if (isWanted) readings.value = found
    }
    ask().catch((error: unknown) => app.notices.reportError(error))
    return () => {
      isWanted = false
    }
  }, [app, open, tag, start, end, readings])
  if (tag === undefined) return null
  const found = readings.value
  if (found === null) return <p class="why">{correction.looking}</p>
  const withChoice = found.filter(({ choices }) => choices.length > 1)
  if (found.length > 0 && withChoice.length === 0) {
    return <p class="why">{correction.noChoice}</p>
  }
  return (
    <>
      {withChoice.map((reading) => (
        <Choices key={reading.at} context={context} reading={reading} tag={tag} />
      ))}
    </>
  )
}

/** The converted form that is explained at a column's text; nothing of what was not converted here. */
function convertedForm(
  { document, publication, renditions }: OpenDocument,
  view: View,
  column: Column,
  { start }: TextRange,
): ConvertedTag | undefined {
  const { canonicalScript } = document.data
  const block = document.blockAt(start)?.block
  if (publication.file === undefined || !isChinese(canonicalScript) || block === undefined) {
    return undefined
  }
  const { tag } = view.renditionIn(column)
  const written = writtenIn(block, canonicalScript)
  if (isInOneScript(tag) && tag !== written) return tag
  // Where the text stands as it is, what becomes of it on the other side of the switch is asked.
  const other = written === 'zh-Hans' ? view.traditional().tag : 'zh-Hans'
  return isInOneScript(other) && renditions.has(other) ? other : undefined
}

interface ChoicesProps {
  readonly context: ReaderContext
  readonly reading: CharacterReading
  /** The form that is shown. */
  readonly tag: ConvertedTag
}

/** One character: why it is written so, and what it can be. */
function Choices({ context, reading, tag }: ChoicesProps) {
  const { app, workspace } = context
  const { open, view } = workspace
  const { correction } = useMessages()
  const section = useRef<HTMLElement>(null)
  const { at, character, found, word } = reading
  const form = view.forms.value.get(reading.tag)
  const shown = form?.slice(textRange(at, at + 1)) ?? found
  const made = open.publication.renditions
  // In how many places there are is known once all of them are made.
  const isWhole = form?.isUnfinished === false
  const count = useMemo(
    () => (isWhole ? placesWritten(open.document, made, reading).length : 0),
    [open, made, reading, isWhole],
  )
  const current = open.remarks.find(
    (remark) => remark.kind === 'correction' && remark.range.start === at,
  )
  const correct = async (choice: ReadingChoice, everywhere: boolean) => {
    const { readings } = choice
    await app.correct(
      { kind: 'correct', at, everywhere, character, tag: reading.tag, found, readings },
      correction.done(readings[tag] ?? found, everywhere ? count : 1),
    )
    section.current?.focus()
  }
  const giveBack = async (id: string) => {
    await app.correct({ kind: 'uncorrect', ids: [id] }, correction.givenBack)
    section.current?.focus()
  }
  return (
    <section class="character-choices" ref={section} tabIndex={-1}>
      {current?.kind === 'correction' ? (
        <p class="why corrected">
          {correction.corrected(found, shown, current.correction.at === null)}
          <button
            type="button"
            class="quiet-button"
            onClick={() => void giveBack(current.correction.id)}
          >
            {correction.giveBack}
          </button>
        </p>
      ) : (
        <p class="why">
          {word === undefined
            ? correction.byCharacter(character, found)
            : correction.byWord(word.found, word.reading)}
        </p>
      )}
      <ul aria-label={correction.choices(character)}>
        {reading.choices.map((choice) => {
          const written = choice.readings[reading.tag] ?? found
          return (
            <Choice
              key={written}
              choice={choice}
              tag={tag}
              writtenTag={reading.tag}
              written={written}
              isShown={written === shown}
              count={count}
              onChoose={(everywhere) => void correct(choice, everywhere)}
            />
          )
        })}
      </ul>
    </section>
  )
}

interface ChoiceProps {
  readonly choice: ReadingChoice
  /** The form that is shown, and the one that is corrected. */
  readonly tag: ConvertedTag
  readonly writtenTag: ConvertedTag
  /** What would be written in that one. */
  readonly written: string
  readonly isShown: boolean
  /** In how many places the character is written as it is here. */
  readonly count: number
  readonly onChoose: (everywhere: boolean) => void
}

/** What a character can be: how it is pronounced, in which words, and the way to read it so. */
function Choice(props: ChoiceProps) {
  const { choice, tag, writtenTag, written, isShown, count, onChoose } = props
  const { correction } = useMessages()
  const inForm = choice.readings[tag] ?? written
  return (
    <li data-shown={isShown}>
      <span class="specimen" lang={langOf[tag]}>
        {inForm}
      </span>
      <span class="pinyin" lang="zh-Latn-pinyin">
        {pinyinOf(choice.readings['zh-Hant'] ?? inForm).join(', ')}
      </span>
      <span class="choice-words" lang={langOf[writtenTag]}>
        {choice.words.join(' ')}
      </span>
      {isShown ? (
        <span class="gist">{correction.shown}</span>
      ) : (
        <span class="choice-buttons">
          <button
            type="button"
            class="quiet-button"
            aria-label={correction.readHere(inForm)}
            onClick={() => onChoose(false)}
          >
            {correction.here}
          </button>
          {count > 1 && (
            <button
              type="button"
              class="quiet-button"
              aria-label={correction.readEverywhere(inForm, count)}
              onClick={() => onChoose(true)}
            >
              {correction.everywhere(count)}
            </button>
          )}
        </span>
      )}
    </li>
  )
}
