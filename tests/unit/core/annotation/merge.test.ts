import * as fc from 'fast-check'
import type { Annotation } from '../../../../core/annotation/annotation'
import { type AnnotationMap, applyChangeSet, invert } from '../../../../core/annotation/change-set'
import { difference } from '../../../../core/annotation/difference'
import { merge } from '../../../../core/annotation/merge'
import { annotation } from '../../main/store/support/bench'

const instants = [
  '2026-01-01T00:00:00.000Z',
  '2026-01-02T00:00:00.000Z',
  '2026-01-03T00:00:00.000Z',
]

const annotations: fc.Arbitrary<AnnotationMap> = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor'),
      note: fc.constantFrom('', 'x', 'y'),
      at: fc.constantFrom(...instants),
    }),
    { selector: ({ id }) => id },
  )
  .map((all) => new Map(all.map(({ id, note, at }) => [id, annotation(id, note, at)])))

const notesOf = (all: Iterable<Annotation>) => [...all].map(({ id, note }) => `${id}: ${note}`)

describe('merging what another program wrote', () => {
  test('loses no version of any note that either side made', () => {
    fc.assert(
      fc.property(annotations, annotations, annotations, (base, ours, theirs) => {
        const { annotations: merged, losers } = merge(base, ours, theirs)
        const kept = new Set(notesOf([...merged.values(), ...losers]))
        const shared = new Set(notesOf(base.values()))
        const news = notesOf(theirs.values()).filter((note) => !shared.has(note))
        for (const note of [...notesOf(ours.values()), ...news]) expect(kept).toContain(note)
      }),
    )
  })

  test('of the same state changes nothing, and neither does merging again', () => {
    fc.assert(
      fc.property(annotations, annotations, annotations, (base, ours, theirs) => {
        expect(merge(base, ours, ours)).toEqual({ annotations: ours, losers: [] })
        const once = merge(base, ours, theirs).annotations
        expect(merge(base, once, theirs).annotations).toEqual(once)
      }),
    )
  })

  test('takes the later of two versions and keeps the other', () => {
    const early = annotation('a', 'early', instants[0])
    const late = annotation('a', 'late', instants[1])
    const of = (one: Annotation) => new Map([[one.id, one]])
    const none = new Map<string, Annotation>()
    expect(merge(none, of(early), of(late))).toEqual({ annotations: of(late), losers: [early] })
    expect(merge(none, of(late), of(early))).toEqual({ annotations: of(late), losers: [early] })
  })
})

test('the difference of two states leads from one to the other and back', () => {
  fc.assert(
    fc.property(annotations, annotations, (from, to) => {
      const set = {
        gesture: 'restore',
        at: instants[0] ?? '',
        changes: difference(from, to),
      } as const
      expect(applyChangeSet(from, set)).toEqual(to)
      expect(applyChangeSet(to, invert(set))).toEqual(from)
    }),
  )
})
