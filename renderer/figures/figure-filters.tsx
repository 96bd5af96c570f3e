import { Search } from 'lucide'
import type { ComponentChildren } from 'preact'
import { aspects, type Figure, standings } from '../../core/figures/figure'
import {
  asksForSomething,
  type FigureFilter,
  type FigureRow,
  noFilter,
  yearsOf,
} from '../../core/figures/table'
import { units } from '../../core/figures/units'
import { Icon } from '../ui/icon'
import { typedInto, useFieldText } from '../ui/typing'
import type { FiguresProps } from './figures-props'

type Props = FiguresProps & { readonly rows: readonly FigureRow[] }

/** What of the figures is asked for. Only what some figure answers is offered. */
export function FigureFilters(props: Props) {
  const { state, messages, list } = props
  const words = messages.figures
  const filter = state.filter.value
  const { figures } = list
  const change = (patch: Partial<FigureFilter>) => {
    state.filter.value = { ...state.filter.peek(), ...patch }
  }
  return (
    <div class="figure-filters" role="search" aria-label={words.find}>
      <QueryField {...props} onQuery={(query) => change({ query })} />
      <Choice
        label={words.section}
        all={words.all}
        value={filter.section}
        onChange={(section) => change({ section })}
      >
        <SectionOptions {...props} />
      </Choice>
      <Choice
        label={words.kind}
        all={words.all}
        value={filter.kind}
        onChange={(kind) => change({ kind })}
      >
        <KindOptions {...props} />
      </Choice>
      <Choice
        label={words.year}
        all={words.all}
        value={filter.year}
        onChange={(year) => change({ year })}
      >
        {yearsIn(figures).map((year) => (
          <option key={year} value={String(year)}>
            {year}
          </option>
        ))}
      </Choice>
      <Choice
        label={words.unit}
        all={words.all}
        value={filter.unit}
        onChange={(unit) => change({ unit })}
      >
        {units
          .filter((unit) => figures.some((figure) => figure.unit === unit))
          .map((unit) => (
            <option key={unit} value={unit}>
              {words.units[unit]}
            </option>
          ))}
      </Choice>
      {asksForSomething(filter) && (
        <button
          type="button"
          class="text-button"
          onClick={() => {
            state.filter.value = noFilter
          }}
        >
          {words.clear}
        </button>
      )}
    </div>
  )
}

type QueryFieldProps = Props & { readonly onQuery: (query: string) => void }

function QueryField({ state, messages, queryField, onQuery }: QueryFieldProps) {
  const words = messages.figures
  useFieldText(queryField, state.filter.value.query)
  return (
    <label class="query-field">
      <Icon of={Search} size={16} />
      <input
        ref={queryField}
        type="search"
        aria-label={words.find}
        placeholder={words.find}
        {...typedInto(onQuery)}
      />
    </label>
  )
}

function SectionOptions(props: Props) {
  const { open, rendition } = props
  const offered = offeredSections(props)
  return (
    <>
      {open.sections
        .filter(({ heading }) => offered.has(heading.id) && heading.level > 1)
        .map(({ heading }) => (
          <option key={heading.id} value={heading.id}>
            {heading.level > 2 ? '\u2003' : ''}
            {rendition.block(heading.id).text}
          </option>
        ))}
    </>
  )
}

/** Two kinds of kinds: whether a figure was reached or is aimed at, and what it tells of. */
function KindOptions({ messages, list: { figures } }: Props) {
  const words = messages.figures
  return (
    <>
      <optgroup label={words.kindGroups.standing}>
        {standings
          .filter((standing) => figures.some((figure) => figure.standing === standing))
          .map((standing) => (
            <option key={standing} value={standing}>
              {words.standings[standing]}
            </option>
          ))}
      </optgroup>
      <optgroup label={words.kindGroups.aspect}>
        {aspects
          .filter((aspect) => figures.some((figure) => figure.aspect === aspect))
          .map((aspect) => (
            <option key={aspect} value={aspect}>
              {words.aspects[aspect]}
            </option>
          ))}
      </optgroup>
    </>
  )
}

/** The headings that some figure stands under. */
const offeredSections = ({ rows }: Props): ReadonlySet<string> =>
  new Set(
    rows.flatMap(({ section }) =>
      section ? [...section.above, section.heading].map(({ id }) => id) : [],
    ),
  )

function yearsIn(figures: readonly Figure[]): readonly number[] {
  const years = new Set<number>()
  for (const { period } of figures) {
    const [first, last] = yearsOf(period)
    for (let year = first; year <= last; year++) years.add(year)
  }
  return [...years].sort((a, b) => a - b)
}

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly all: string
  readonly value: T | null
  readonly onChange: (value: T | null) => void
  readonly children: ComponentChildren
}

/** A choice of one, or of all. */
function Choice<T extends string>({ label, all, value, onChange, children }: ChoiceProps<T>) {
  return (
    <label class="figure-choice">
      <span>{label}</span>
      <select
        value={value ?? ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value
          onChange(chosen === '' ? null : (chosen as T))
        }}
      >
        <option value="">{all}</option>
        {children}
      </select>
    </label>
  )
}
