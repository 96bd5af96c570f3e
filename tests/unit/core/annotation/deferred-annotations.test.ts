import type { Annotation } from '../../../../core/annotation/annotation'
import type { ChangeSet } from '../../../../core/annotation/change-set'
import { DeferredAnnotations } from '../../../../core/annotation/deferred-annotations'
import { codePoints } from '../../../../core/text/code-points'
import { textRange } from '../../../../core/text/range'
import { annotationOf } from '../../support/annotations'
import { editionOf } from '../../support/document'

const document = editionOf('small', '一二三四五六七八九十', '甲乙丙丁戊己庚辛壬癸')

/** One on every character of the first block, by the number of the character. */
const all = Array.from({ length: 10 }, (_, i) =>
  annotationOf(document, textRange(i, i + 1), { id: String(i) }),
)
const map = (some: readonly Annotation[]) => new Map(some.map((one) => [one.id, one]))
const ids = (some: readonly Annotation[]) => some.map(({ id }) => id)

const creation: ChangeSet = {
  gesture: 'import',
  at: '2026-01-01T00:00:00.000Z',
  changes: all.map((after) => ({ kind: 'create', after })),
}

describe('what the page is told of annotations', () => {
  it('is all of few, in their order', () => {
    const deferred = new DeferredAnnotations(10)
    expect(ids(deferred.begin(map(all), codePoints(9), ['5']))).toEqual(ids(all))
    expect(deferred.of(creation)).toBe(creation)
    expect(deferred.span).toEqual({ from: 0, to: 0 })
  })

  it('is first what cannot be done without and what is nearest to the reader, then the rest by and by', () => {
    const deferred = new DeferredAnnotations(4)
    expect(ids(deferred.begin(map(all), codePoints(6), ['0']))).toEqual(['0', '6', '5', '7'])
    expect(deferred.span).toEqual({ from: 0, to: 6 })
    expect(ids(deferred.portion(map(all), 3, 0)?.annotations ?? [])).toEqual(['4', '8', '3', '9'])
    expect(ids(deferred.portion(map(all), 3, 4)?.annotations ?? [])).toEqual(['2', '1'])
    expect(deferred.portion(map(all), 3, 6)).toEqual({ revision: 3, annotations: [], gone: [] })
  })

  it('is of a vast change the first part, and of the rest how it stands when it is asked for', () => {
    const deferred = new DeferredAnnotations(4)
    deferred.begin(map([]), codePoints(0), [])
    expect(deferred.of(creation).changes).toEqual(creation.changes.slice(0, 4))
    const later = { ...(all[4] as Annotation), note: '改過' }
    const portion = deferred.portion(map([later, ...all.slice(6)]), 2, 0)
    expect(portion).toEqual({
      revision: 2,
      annotations: [later, ...all.slice(6, 8)],
      gone: ['5'],
    })
  })

  it('begins anew with each opening', () => {
    const deferred = new DeferredAnnotations(4)
    deferred.begin(map(all), codePoints(0), [])
    expect(deferred.span).toEqual({ from: 0, to: 6 })
    deferred.begin(map(all.slice(0, 5)), codePoints(0), [])
    expect(deferred.span).toEqual({ from: 6, to: 7 })
    expect(ids(deferred.portion(map(all), 0, 6)?.annotations ?? [])).toEqual(['4'])
  })

  it('is nothing of what was put off before it was opened again: the order is another', () => {
    const deferred = new DeferredAnnotations(4)
    deferred.begin(map(all), codePoints(0), [])
    deferred.begin(map(all), codePoints(9), [])
    expect(deferred.portion(map(all), 0, 4)).toBeNull()
  })
})
