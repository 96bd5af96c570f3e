import type { ReadonlySignal } from '@preact/signals'
import { type Comparison, type Explanation, growthOf } from '../../core/apparatus/explanation'
import type { PiyueApi } from '../../core/contract/contract'
import type { Rendition } from '../../core/script/rendition'
import { usePreferences } from '../state/preferences'
import { Fact } from './reading'
import { Sources } from './sources'

interface ExplanationViewProps {
  /** The form in which the words are shown. */
  readonly rendition: ReadonlySignal<Rendition>
  readonly explanation: Explanation
  readonly api: Pick<PiyueApi, 'openLink'>
}

/** What the edition explains: the words as they are shown, what is said of them, and the source. */
export function ExplanationView({ rendition, explanation, api }: ExplanationViewProps) {
  const { language } = usePreferences()
  const shown = rendition.value
  return (
    <>
      <p class="specimen explained-words" lang={shown.lang}>
        {shown.slice(explanation.places[0])}
      </p>
      {explanation.kind === 'figures' && <Arithmetic comparison={explanation.comparison} />}
      <p class="why">{explanation.says[language.value]}</p>
      {explanation.kind !== 'figures' && <Sources sources={explanation.sources} api={api} />}
    </>
  )
}

/** Both amounts, what is said of their growth, what follows from them, and how the two agree. */
function Arithmetic({ comparison }: { comparison: Comparison }) {
  const { language, messages } = usePreferences()
  const { edition, figures } = messages.value
  const { before, after, stated, computed, possible, implied, verdict } = growthOf(comparison)
  const number = new Intl.NumberFormat(language.value, { maximumFractionDigits: 2 })
  const percent = new Intl.NumberFormat(language.value, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  const terms = comparison.before.map(({ text }) => text).join(' − ')
  const rows = [
    [
      edition.remark.before,
      comparison.before.length === 1 ? terms : `${terms} = ${number.format(before)}`,
    ],
    [edition.remark.after, comparison.after.text],
    [edition.remark.stated, percent.format(stated)],
    [
      edition.remark.computed,
      `${number.format(after)} ÷ ${number.format(before)} − 1 = ${percent.format(computed)}`,
    ],
    [
      edition.remark.possible,
      figures.upTo(percent.format(possible.low), percent.format(possible.high)),
    ],
    [edition.remark.implied, number.format(implied)],
    [edition.remark.verdict, figures.verdicts[verdict]],
  ] as const
  return (
    <dl class="readings arithmetic">
      {rows.map(([label, value]) => (
        <Fact key={label} label={label}>
          {value}
        </Fact>
      ))}
    </dl>
  )
}
