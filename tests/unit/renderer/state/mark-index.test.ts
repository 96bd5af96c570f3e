import { array, assert, constant, integer, property, tuple } from 'fast-check'
import { byResolvedPlace, resolve } from '../../../../core/annotation/resolve'
import { codePoints } from '../../../../core/text/code-points'
import { holds, overlaps, textRange } from '../../../../core/text/range'
import { MarkIndex } from '../../../../renderer/state/mark-index'
import { annotationOf } from '../../support/annotations'
import { documentOf } from '../../support/document'

const document = documentOf('甲乙丙丁戊己庚辛壬癸', '子丑寅卯辰巳午未申酉戌亥')

const ranges = array(
  tuple(integer({ min: 0, max: document.length - 1 }), integer({ min: 1, max: 8 })).map(
    ([start, length]) => textRange(start, Math.min(document.length, start + length)),
  ),
  { maxLength: 20 },
)

const indexOf = (places: readonly ReturnType<typeof textRange>[]) =>
  new MarkIndex(
    places
      .map((range, i) => resolve(document, annotationOf(document, range, { id: `${i}` })))
      .toSorted(byResolvedPlace),
  )

describe('where the marks are', () => {
  it('is told of every character and every passage, all of them and no other', () => {
    assert(
      property(ranges, integer({ min: 0, max: document.length - 1 }), (places, offset) => {
        const index = indexOf(places)
        const at = codePoints(offset)
        const passage = textRange(offset, Math.min(document.length, offset + 3))
        const ids = (marks: readonly { annotation: { id: string } }[]) =>
          marks.map(({ annotation }) => annotation.id).toSorted()
        expect(ids(index.at(at))).toEqual(
          ids(index.inOrder.filter(({ place }) => holds(place, at))),
        )
        expect(ids(index.in(passage))).toEqual(
          ids(index.inOrder.filter(({ place }) => overlaps(place, passage))),
        )
      }),
    )
  })

  it('is gone through one by one, on and back', () => {
    assert(
      property(ranges, constant(codePoints(0)), (places, start) => {
        const index = indexOf(places)
        const seen = [index.neighbour(null, 1, start)]
        while (seen.at(-1) !== undefined) {
          seen.push(index.neighbour(seen.at(-1)?.annotation.id ?? null, 1, start))
        }
        expect(seen.slice(0, -1)).toEqual(index.inOrder)
      }),
    )
  })
})
