import { computed, type ReadonlySignal } from '@preact/signals'
import { colors, paintKinds, styleName } from '../../core/annotation/style'
import { type Remark, setOf } from '../../core/apparatus/remark'
import type { OpenDocument } from '../../core/publication/open-document'
import { sameRange, type TextRange } from '../../core/text/range'
import type { Annotations } from './annotations'
import type { Find } from './find'
import type { OpenNote } from './open-note'
import type { Preferences } from './preferences'
import type { RangeEdit } from './range-edit'
import type { ReadAloud } from './read-aloud'
import { placeOf, type Remarks } from './remarks'
import type { View } from './view'

/** The layers of what the edition has to say. */
const remarkLayers = [
  'emendation',
  'emended-mark',
  'sic',
  'kept',
  'explanation',
  'proposal',
] as const

/**
 * The layers of paint, lowest first: what differs between two forms; marks by kind and colour; emended words,
 * emended punctuation, the author's slips, places considered and kept, what the edition explains, and
 * places that seem damaged; the passage that is explained; the sentence that is read
 * aloud; what was found, and the match that is shown; the open mark; the passage being noted.
 *
 * Of layers that stand together one is seen at a place: two washes, or two lines, would only hide each other.
 */
export const layerGroups: readonly (readonly string[])[] = [
  ['differing'],
  ...paintKinds.map((kind) => colors.map((color) => styleName({ color, kind }))),
  ...remarkLayers.map((layer) => [layer]),
  ...['explained', 'spoken', 'found', 'found-current', 'active', 'noted'].map((layer) => [layer]),
]

/** For each layer the canonical ranges that it shows. */
export type Layers = ReadonlyMap<string, readonly TextRange[]>

interface LayersOptions {
  readonly open: OpenDocument
  readonly annotations: Annotations
  readonly note: OpenNote
  readonly rangeEdit: RangeEdit
  readonly find: Find
  readonly remarks: Remarks
  readonly view: Pick<View, 'differences'>
  readonly preferences: Pick<Preferences, 'settings'>
  readonly readAloud: ReadAloud
}

/**
 * What is painted over the text. It follows from the state alone, whatever components are in the page;
 * what changes together is computed together, so that a find does not walk the marks.
 */
export function layersOf(options: LayersOptions): ReadonlySignal<Layers> {
  const parts = [
    differing(options),
    marked(options),
    opened(options),
    remarked(options.remarks),
    spoken(options.readAloud),
    found(options.find),
  ]
  let before: Layers = new Map()
  return computed(() => {
    const empty = layerGroups.flat().map((name) => [name, [] as readonly TextRange[]] as const)
    const layers = new Map([...empty, ...parts.flatMap((part) => [...part.value])])
    for (const [name, ranges] of layers) layers.set(name, asBefore(before.get(name), ranges))
    before = layers
    return layers
  })
}

/** A layer that shows what it showed stays the same list, so that nothing is done for it. */
const asBefore = (
  before: readonly TextRange[] | undefined,
  ranges: readonly TextRange[],
): readonly TextRange[] =>
  before !== ranges &&
  before?.length === ranges.length &&
  before.every((range, i) => sameRange(range, ranges[i] ?? range))
    ? before
    : ranges

const differing = ({ view, preferences }: LayersOptions): ReadonlySignal<Layers> => {
  const isShown = computed(() => preferences.settings.value.differencesShown)
  return computed(() => new Map([['differing', isShown.value ? view.differences.value : []]]))
}

const marked = ({ open, annotations, rangeEdit }: LayersOptions): ReadonlySignal<Layers> =>
  computed(() => {
    const layers = new Map<string, TextRange[]>()
    for (const mark of annotations.marks.value.inOrder) {
      if (!open.isOnWords(mark)) continue
      const layer = styleName(mark.annotation.style)
      const ranges = layers.get(layer)
      if (ranges === undefined) layers.set(layer, [rangeEdit.placeOf(mark)])
      else ranges.push(rangeEdit.placeOf(mark))
    }
    return layers
  })

/** The open mark, and the passage that a note is being written for. */
const opened = ({ open, note, rangeEdit }: LayersOptions): ReadonlySignal<Layers> =>
  computed(() => {
    const place = rangeEdit.place.value
    const editing = note.editing.value
    const noted = editing?.kind === 'passage' && !sameRange(editing.range, open.whole)
    return new Map<string, readonly TextRange[]>([
      ['active', place === undefined ? [] : [place]],
      ['noted', noted ? [editing.range] : []],
    ])
  })

/** Remarked places while they are shown, and the one that is open always. */
const remarked = (remarks: Remarks): ReadonlySignal<Layers> =>
  computed(() => {
    const open = remarks.open.value
    const shown = remarks.all.filter(
      (remark) => remarks.isShown(remark) || remark === remarks.current,
    )
    const layer = (name: string) =>
      [name, shown.filter((remark) => layerOf(remark) === name).map(({ range }) => range)] as const
    return new Map<string, readonly TextRange[]>([
      ...remarkLayers.map(layer),
      ['explained', open === null ? [] : [placeOf(open)]],
    ])
  })

/** Words are set off from punctuation, of which there is much and little to say. */
function layerOf(remark: Remark): (typeof remarkLayers)[number] {
  if (remark.kind === 'correction') return 'emendation'
  if (remark.kind !== 'emendation') return remark.kind
  return setOf(remark) === 'words' ? 'emendation' : 'emended-mark'
}

const spoken = ({ sentence }: ReadAloud): ReadonlySignal<Layers> =>
  computed(() => new Map([['spoken', sentence.value === null ? [] : [sentence.value]]]))

const found = ({ hits, currentHit }: Find): ReadonlySignal<Layers> =>
  computed(
    () =>
      new Map([
        ['found', hits.value],
        ['found-current', currentHit.value === undefined ? [] : [currentHit.value]],
      ]),
  )
