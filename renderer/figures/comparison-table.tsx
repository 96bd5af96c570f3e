import type { Verdict } from '../../core/apparatus/growth'
import { type Comparison, compareTargets } from '../../core/figures/compare'
import type { Figure } from '../../core/figures/figure'
import type { FiguresProps } from './figures-props'
import { numbersIn } from './numbers'
import { PassageButton } from './passage-button'

/** Said by sign as well as by word, so that it is seen without colour. */
const signs: Readonly<Record<Verdict, string>> = {
  agrees: '=',
  'within-rounding': '≈',
  differs: '≠',
}

/** Targets beside the results that they are set against, with growth as stated and as computed. */
export function ComparisonTable(props: FiguresProps) {
  const words = props.messages.figures.comparison
  const comparisons = compareTargets(props.list)
  const first = comparisons[0]
  const before = first?.from[0]?.period ?? ''
  return (
    <div class="comparison">
      <p class="comparison-how">{words.how}</p>
      <table class="figure-table" aria-label={words.title}>
        <thead>
          <tr>
            <th scope="col">{words.indicator}</th>
            <th scope="col">{words.before(before)}</th>
            <th scope="col">{words.target(first?.target.period ?? '')}</th>
            <th scope="col" data-column="value">
              {words.stated}
            </th>
            <th scope="col" data-column="value">
              {words.computed}
            </th>
            <th scope="col" data-column="value" data-minor>
              {words.possible}
            </th>
            <th scope="col" data-column="value" data-minor>
              {words.implied}
            </th>
            <th scope="col">{words.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {comparisons.map((comparison) => (
            <Row key={comparison.target.id} {...props} comparison={comparison} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row(props: FiguresProps & { readonly comparison: Comparison }) {
  const { comparison, language, messages } = props
  const { target, growth, from, less, computed, possible, implied, verdict } = comparison
  const words = messages.figures
  const numbers = numbersIn(language, words)
  const sayRange = (low: string, high: string) => (low === high ? low : words.upTo(low, high))
  const passage = (figure: Figure) => <PassageButton {...props} figure={figure} />
  return (
    <tr data-verdict={verdict}>
      <th scope="row">
        <span>{target.counted[language]}</span>
        {comparison.remark && <small>{comparison.remark[language]}</small>}
      </th>
      <td>
        {from.map((figure, i) => (
          <span key={figure.id}>
            {i > 0 && ' + '}
            {passage(figure)}
          </span>
        ))}
        {less.map((figure) => (
          <span key={figure.id}>
            {' − '}
            {passage(figure)}
          </span>
        ))}
        {from.length + less.length > 1 && (
          <small>{`= ${numbers.short(comparison.before, target)}`}</small>
        )}
      </td>
      <td>{passage(target)}</td>
      <td data-column="value">{passage(growth)}</td>
      <td data-column="value">{numbers.percent(computed)}</td>
      <td data-column="value" data-minor>
        {sayRange(numbers.percent(possible.low), numbers.percent(possible.high))}
      </td>
      <td data-column="value" data-minor>
        {numbers.short(implied, target)}
      </td>
      <td data-column="verdict">
        <span aria-hidden="true">{signs[verdict]}</span> {words.verdicts[verdict]}
      </td>
    </tr>
  )
}
