import type { Verdict } from '../../apparatus/growth'
import type { Aspect, Standing } from '../../figures/figure'
import type { Bound } from '../../figures/quantity'
import type { Unit } from '../../figures/units'

/** What is said of the figures of a document. */
export interface FiguresMessages
  extends Readonly<
    Record<
      | 'title'
      | 'table'
      | 'find'
      | 'close'
      | 'back'
      | 'stay'
      | 'notListed'
      | 'views'
      | 'section'
      | 'kind'
      | 'year'
      | 'unit'
      | 'all'
      | 'clear'
      | 'none'
      | 'noneHow'
      | 'saveAs'
      | 'csv'
      | 'datapackage'
      | 'copySvg'
      | 'copyPng'
      | 'saveSvg'
      | 'savePng'
      | 'plotFile'
      | 'asTable'
      | 'copied'
      | 'showInFolder',
      string
    >
  > {
  readonly tabs: Readonly<Record<'table' | 'comparison' | 'plots', string>>
  readonly columns: Readonly<
    Record<'place' | 'counted' | 'of' | 'value' | 'unit' | 'period' | 'kind' | 'marks', string>
  >
  /** How many figures the filter leaves, of all. */
  readonly shown: (shown: number, all: number) => string
  readonly goTo: (passage: string) => string
  /** A mark on a figure: its style, and its note where it has one. */
  readonly openMark: (style: string, note: string) => string
  readonly standings: Readonly<Record<Standing, string>>
  readonly aspects: Readonly<Record<Aspect, string>>
  /** What the filter calls the two groups of kinds. */
  readonly kindGroups: Readonly<Record<'standing' | 'aspect', string>>
  readonly units: Readonly<Record<Unit, string>>
  /** A number with what the words around it say: about, over. */
  readonly bounded: (number: string, bound: Bound) => string
  readonly upTo: (low: string, high: string) => string
  readonly comparison: Readonly<
    Record<
      | 'title'
      | 'how'
      | 'indicator'
      | 'stated'
      | 'computed'
      | 'possible'
      | 'implied'
      | 'verdict'
      | 'differs',
      string
    >
  > & {
    readonly before: (year: string) => string
    readonly target: (year: string) => string
  }
  readonly verdicts: Readonly<Record<Verdict, string>>
  readonly growth: Readonly<Record<'title' | 'stated' | 'computed', string>>
  readonly saved: (file: string) => string
  readonly failed: (file: string, problem: string) => string
}

const around: Readonly<Record<Bound, (number: string) => string>> = {
  exact: (number) => number,
  about: (number) => `about ${number}`,
  nearly: (number) => `nearly ${number}`,
  over: (number) => `over ${number}`,
  'at-least': (number) => `${number} or more`,
  'at-most': (number) => `${number} or less`,
}

export const figuresEn: FiguresMessages = {
  title: 'Figures',
  table: 'Figures of the report',
  find: 'Find in figures',
  close: 'Close figures',
  back: 'Back to figures',
  stay: 'Stay in the text',
  notListed: 'The figures of this document have not been listed.',
  views: 'Views of the figures',
  section: 'Section',
  kind: 'Kind',
  year: 'Year',
  unit: 'Unit',
  all: 'All',
  clear: 'Clear filters',
  none: 'No figure fits',
  noneHow: 'Ask for less, or clear the filters.',
  saveAs: 'Save as',
  csv: 'CSV',
  datapackage: 'Data Package (JSON)',
  copySvg: 'Copy as SVG',
  copyPng: 'Copy as image',
  saveSvg: 'Save as SVG…',
  savePng: 'Save as PNG…',
  plotFile: 'Copy or save',
  asTable: 'As a table',
  copied: 'Copied.',
  showInFolder: 'Show in folder',
  tabs: { table: 'Table', comparison: 'Results and targets', plots: 'Plots' },
  columns: {
    place: 'Figure',
    counted: 'What is counted',
    of: 'Of whom or what',
    value: 'Value',
    unit: 'Unit',
    period: 'Year',
    kind: 'Kind',
    marks: 'Marks',
  },
  shown: (shown, all) => (shown === all ? `${all} figures` : `${shown} of ${all} figures`),
  goTo: (passage) => `Go to passage: ${passage}`,
  openMark: (style, note) => (note === '' ? `Open mark: ${style}` : `Open mark: ${style}, ${note}`),
  standings: {
    result: 'Result',
    estimate: 'Estimate',
    target: 'Target',
    scale: 'Scale of a thing',
    criterion: 'Criterion',
  },
  aspects: { amount: 'Amount', growth: 'Growth', share: 'Share' },
  kindGroups: { standing: 'How it stands', aspect: 'What it tells' },
  units: {
    yuan: 'yuan',
    'us-dollar': 'US dollars',
    percent: 'percent',
    'square-metre': 'm²',
    metre: 'm',
    tonne: 'tonnes',
    'kilowatt-hour': 'kWh',
    person: 'people',
    visit: 'visits',
    'household-or-firm': 'households or firms (戶)',
    'household-or-firm-time': 'visits to firms (戶次)',
    piece: 'pieces (個)',
    establishment: 'establishments (家)',
    matter: 'cases (件)',
    'matter-time': 'cases, repeated (件次)',
    item: 'items (項)',
    structure: 'structures (座)',
    place: 'places (處)',
    boat: 'boats (艘)',
    home: 'homes (套)',
    time: 'times (次)',
    tier: 'tiers (級)',
    anniversary: 'years since',
    none: '—',
  },
  bounded: (number, bound) => around[bound](number),
  upTo: (low, high) => `${low} to ${high}`,
  comparison: {
    title: 'Results beside targets',
    how: 'Growth computed is the target over the result, less one, as both are written. Where the growth stated cannot follow from them, even before they were rounded, the row bears ≠.',
    indicator: 'Indicator',
    before: (year) => year,
    target: (year) => `Target for ${year}`,
    stated: 'Growth stated',
    computed: 'Growth computed',
    possible: 'Possible before rounding',
    implied: 'Target that the growth stated would give',
    verdict: 'Verdict',
    differs: 'differs',
  },
  verdicts: {
    agrees: 'agrees',
    'within-rounding': 'agrees within rounding',
    differs: 'differs',
  },
  growth: {
    title: 'Growth aimed at: as stated and as computed',
    stated: 'Growth stated',
    computed: 'Growth computed',
  },
  saved: (file) => `Saved: ${file}.`,
  failed: (file, problem) => `Not saved to ${file}: ${problem} Choose another place.`,
}
