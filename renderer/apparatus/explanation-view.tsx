import type { ReadonlySignal } from '@preact/signals'
import { type Comparison, type Explanation, growthOf } from '../../core/apparatus/explanation'
import type { Rendition } from '../../core/script/rendition'
import { langOf } from '../../core/text/script-tag'
import { usePreferences } from '../state/preferences'
import { Fact } from './reading'
import { Sources } from './sources'

interface ExplanationViewProps {
  /** The form in which the words are shown. */
  readonly rendition: ReadonlySignal<Rendition>
  readonly explanation: Explanation
}

/** What the edition explains: the words as they are shown, what is said of them, and the source. */
export function ExplanationView({ rendition, explanation }: ExplanationViewProps) {
  const { language } = usePreferences()
  const shown = rendition.value
  return (
    <>
      <p class="specimen explained-words" lang={langOf[shown.tag]}>
        {shown.slice(explanation.places[0])}
      </p>
      {explanation.kind === 'figures' && <Arithmetic comparison={explanation.comparison} />}
      <p class="why">{explanation.says[language.value]}</p>
      {explanation.kind !== 'figures' && <Sources sources={explanation.sources} />}
    </>
  )
}

/** Both amounts, what is said of their growth, and what follows from them. */
function Arithmetic({ comparison }: { comparison: Comparison }) {
  const { language, messages } = usePreferences()
  const { gloss } = messages.value.edition
  const { before, after, stated, computed, implied } = growthOf(comparison)
  const number = new Intl.NumberFormat(language.value, { maximumFractionDigits: 2 })
  const percent = new Intl.NumberFormat(language.value, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  const terms = comparison.before.map(({ text }) => text).join(' − ')
  return (
    <dl class="readings arithmetic">
      <Fact label={gloss.before}>
        {comparison.before.length === 1 ? terms : `${terms} = ${number.format(before)}`}
      </Fact>
      <Fact label={gloss.after}>{comparison.after.text}</Fact>
      <Fact label={gloss.stated}>{`${number.format(stated)} %`}</Fact>
      <Fact label={gloss.computed}>
        {`${number.format(after)} ÷ ${number.format(before)} − 1 = ${percent.format(computed)} %`}
      </Fact>
      <Fact label={gloss.implied}>{number.format(implied)}</Fact>
    </dl>
  )
}
