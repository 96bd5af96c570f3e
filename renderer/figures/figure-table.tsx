import { ArrowDown, ArrowUp } from 'lucide'
import { useMemo } from 'preact/hooks'
import {
  type FigureColumn,
  type FigureRow,
  type FigureWords,
  figureColumns,
  filterRows,
  noFilter,
  rowsOf,
  sortRows,
} from '../../core/figures/table'
import { overlaps } from '../../core/text/range'
import { Icon } from '../ui/icon'
import { useNoteWords } from '../ui/note-body'
import { ExportTable } from './export-table'
import { FigureFilters } from './figure-filters'
import type { FigureMark, FiguresProps } from './figures-props'
import { numbersIn } from './numbers'
import { PassageButton } from './passage-button'

/** Every figure in a row: sorted by any column, filtered, found in either script. */
export function FigureTable(props: FiguresProps) {
  const { open, list, state, messages } = props
  const words = messages.figures
  const rows = useMemo(() => rowsOf(open.document, open.sections, list.figures), [open, list])
  const order = state.order.value
  const filter = state.filter.value
  const shown = sortRows(filterRows(rows, filter), order, wordsFor(props))
  return (
    <>
      <FigureFilters {...props} rows={rows} />
      <div class="figures-line">
        <p role="status">{words.shown(shown.length, rows.length)}</p>
        <ExportTable {...props} rows={shown} />
      </div>
      {shown.length === 0 ? (
        <div class="figures-none">
          <p class="empty-title">{words.none}</p>
          <p>{words.noneHow}</p>
          <button
            type="button"
            class="text-button"
            onClick={() => {
              state.filter.value = noFilter
            }}
          >
            {words.clear}
          </button>
        </div>
      ) : (
        <table class="figure-table" aria-label={words.table}>
          <thead>
            <tr>
              {figureColumns.map((column) => (
                <Heading key={column} {...props} column={column} />
              ))}
              <th scope="col">{words.columns.marks}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.figure.id} {...props} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

/** By what words the rows are put in order, in the language of the reader. */
function wordsFor({ language, messages }: FiguresProps): FigureWords {
  const { units } = messages.figures
  const collator = new Intl.Collator(language)
  return {
    counted: (figure) => figure.counted[language],
    of: (figure) => figure.of[language],
    unit: (figure) => units[figure.unit],
    kind: (figure) => kindOf(figure, messages),
    compare: collator.compare,
  }
}

const kindOf = (
  { standing, aspect }: FigureRow['figure'],
  { figures: { standings, aspects } }: FiguresProps['messages'],
): string =>
  aspect === 'amount' ? standings[standing] : `${standings[standing]} · ${aspects[aspect]}`

/** A column's name, by which the table is sorted; pressed again, the other way round. */
function Heading({ column, state, messages }: FiguresProps & { readonly column: FigureColumn }) {
  const { column: sorted, descending } = state.order.value
  const isSorted = sorted === column
  const name = messages.figures.columns[column]
  return (
    <th
      scope="col"
      data-column={column}
      aria-sort={isSorted ? (descending ? 'descending' : 'ascending') : undefined}
    >
      <button
        type="button"
        onClick={() => {
          state.order.value = { column, descending: isSorted && !descending }
        }}
      >
        {name}
        {isSorted && <Icon of={descending ? ArrowDown : ArrowUp} size={13} />}
      </button>
    </th>
  )
}

function Row(props: FiguresProps & { readonly row: FigureRow }) {
  const { row, rendition, language, messages, marks, state } = props
  const { figure, section, topic } = row
  const words = messages.figures
  const own = marks.filter(({ range }) => overlaps(range, figure.range))
  return (
    <tr data-left={state.left.value === figure.id}>
      <td data-column="place">
        <PassageButton {...props} figure={figure} />
      </td>
      <th scope="row" data-column="counted">
        <span>{figure.counted[language]}</span>
        <small lang={rendition.lang}>
          {section && rendition.block(section.heading.id).text}
          {topic && ` · ${rendition.slice(topic)}`}
        </small>
      </th>
      <td data-column="of">{figure.of[language]}</td>
      <td data-column="value">{numbersIn(language, words).full(figure)}</td>
      <td data-column="unit">{words.units[figure.unit]}</td>
      <td data-column="period">{figure.period.replace('/', '–')}</td>
      <td data-column="kind">
        {words.standings[figure.standing]}
        {figure.aspect !== 'amount' && <small>{words.aspects[figure.aspect]}</small>}
      </td>
      <td data-column="marks">
        {own.map((mark) => (
          <MarkButton key={mark.id} {...props} mark={mark} />
        ))}
      </td>
    </tr>
  )
}

function MarkButton({ mark, messages, openMark }: FiguresProps & { readonly mark: FigureMark }) {
  const words = useNoteWords(mark.note)
  const name = messages.figures.openMark(mark.style, words)
  return (
    <button
      type="button"
      class="figure-mark"
      data-color={mark.color}
      aria-label={name}
      title={name}
      onClick={() => openMark(mark)}
    >
      <span class="figure-mark-swatch" />
      {words !== '' && <span class="figure-mark-note">{words}</span>}
    </button>
  )
}
