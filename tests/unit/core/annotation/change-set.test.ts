import * as fc from 'fast-check'
import { limits } from '../../../../core/annotation/annotation'
import {
  type AnnotationMap,
  applyChangeSet,
  ChangeConflict,
  invert,
} from '../../../../core/annotation/change-set'
import type { Command } from '../../../../core/annotation/command'
import { execute, TooLongToMark, UnknownAnnotation } from '../../../../core/annotation/execute'
import { emptyHistory, historyDepth, recorded } from '../../../../core/annotation/history'
import { colors, markKinds } from '../../../../core/annotation/style'
import { textRange } from '../../../../core/text/range'
import { annotationOf, noon } from '../../support/annotations'
import { documentOf } from '../../support/document'

const document = documentOf('甲乙丙丁戊己庚辛壬癸', '子丑寅卯辰巳午未申酉戌亥')

const styles = fc.record({ color: fc.constantFrom(...colors), kind: fc.constantFrom(...markKinds) })
const ranges = fc
  .tuple(fc.nat(20), fc.integer({ min: 1, max: 3 }))
  .map(([start, length]) => textRange(start, start + length))

/** A wish of the reader's, aimed at one of the annotations there are. */
const wishes = fc.oneof(
  fc.record({ kind: fc.constant('highlight' as const), range: ranges, style: styles }),
  fc.record({ kind: fc.constant('restyle' as const), pick: fc.nat(), style: styles }),
  fc.record({ kind: fc.constant('note' as const), pick: fc.nat(), note: fc.string() }),
  fc.record({ kind: fc.constant('re-range' as const), pick: fc.nat(), range: ranges }),
  fc.record({ kind: fc.constant('delete' as const), pick: fc.nat() }),
)

type Wish = typeof wishes extends fc.Arbitrary<infer T> ? T : never

function commandFor(wish: Wish, map: AnnotationMap): Command | undefined {
  if (wish.kind === 'highlight') return { ...wish, seenIn: 'zh-Hans' }
  const ids = [...map.keys()]
  const id = ids[wish.pick % Math.max(1, ids.length)]
  if (id === undefined) return undefined
  switch (wish.kind) {
    case 'restyle':
      return { kind: 'restyle', ids: [id], style: wish.style }
    case 'note':
      return { kind: 'note', id, note: wish.note }
    case 're-range':
      return { kind: 're-range', id, range: wish.range }
    case 'delete':
      return { kind: 'delete', ids: [id] }
  }
}

let nextId = 0
const surroundings = (annotations: AnnotationMap) => ({
  annotations,
  document,
  now: noon,
  newId: () => `id${nextId++}`,
})

describe('a walk of changes', () => {
  it('undone step by step gives the first state, and redone the last', () => {
    fc.assert(
      fc.property(fc.array(wishes, { maxLength: 40 }), (walk) => {
        let annotations: AnnotationMap = new Map()
        let history = emptyHistory
        for (const wish of walk) {
          const command = commandFor(wish, annotations)
          if (command === undefined) continue
          const set = execute(command, surroundings(annotations))
          annotations = applyChangeSet(annotations, set)
          history = recorded(history, set)
        }
        const last = annotations
        for (const set of history.done.toReversed()) {
          annotations = applyChangeSet(annotations, invert(set))
        }
        expect(annotations.size).toBe(0)
        for (const set of history.done) annotations = applyChangeSet(annotations, set)
        expect(new Map(annotations)).toEqual(new Map(last))
      }),
    )
  })
})

describe('executing a command', () => {
  const marked = annotationOf(document, textRange(0, 2), { id: 'one', note: '先' })
  const around = surroundings(new Map([['one', marked]]))

  it('marks a passage with quote, context and style', () => {
    const set = execute(
      {
        kind: 'highlight',
        range: textRange(3, 5),
        seenIn: 'zh-Hans',
        style: { color: 'blue', kind: 'underline' },
      },
      around,
    )
    expect(set.changes).toMatchObject([
      {
        kind: 'create',
        after: { range: { start: 3, end: 5 }, quote: { exact: '丁戊' }, seenIn: 'zh-Hans' },
      },
    ])
  })

  it('restyles the same words instead of marking them twice', () => {
    const set = execute(
      {
        kind: 'highlight',
        range: textRange(0, 2),
        seenIn: 'zh-Hant',
        style: { color: 'pink', kind: 'highlight' },
      },
      around,
    )
    expect(set.gesture).toBe('restyle')
    expect(set.changes).toMatchObject([
      { kind: 'update', after: { id: 'one', style: { color: 'pink' }, note: '先' } },
    ])
  })

  it('changes nothing, and no time, where all is as wished', () => {
    expect(execute({ kind: 'note', id: 'one', note: '先' }, around).changes).toEqual([])
    expect(execute({ kind: 'tags', id: 'one', tags: [] }, around).changes).toEqual([])
  })

  it('keeps the note of a mark that is given other ends', () => {
    const set = execute({ kind: 're-range', id: 'one', range: textRange(0, 4) }, around)
    expect(set.changes).toMatchObject([
      { kind: 'update', after: { note: '先', quote: { exact: '甲乙丙丁' } } },
    ])
  })

  it('marks no more than a mark can quote', () => {
    const long = {
      ...surroundings(new Map()),
      document: documentOf('春眠不覺曉處處聞啼鳥'.repeat(10_001)),
    }
    const style = { color: 'blue', kind: 'underline' } as const
    const mark = (end: number) => {
      const range = textRange(0, end)
      return execute({ kind: 'highlight', range, seenIn: 'zh-Hant', style }, long)
    }
    expect(mark(limits.quote).changes).toHaveLength(1)
    expect(() => mark(limits.quote + 1)).toThrow(TooLongToMark)
  })

  it('says which annotation is not there', () => {
    expect(() => execute({ kind: 'delete', ids: ['two'] }, around)).toThrow(UnknownAnnotation)
  })

  it('renames a tag wherever it stands, without doubling it', () => {
    const tagged = annotationOf(document, textRange(0, 1), { id: 't', tags: ['舊', '新'] })
    const set = execute(
      { kind: 'rename-tag', from: '舊', to: '新' },
      surroundings(new Map([['t', tagged]])),
    )
    expect(set.changes).toMatchObject([{ kind: 'update', after: { tags: ['新'] } }])
  })
})

describe('applying a change set', () => {
  const one = annotationOf(document, textRange(0, 1), { id: '__proto__' })

  it('refuses what does not meet the state it was made for', () => {
    const create = {
      gesture: 'highlight',
      at: noon,
      changes: [{ kind: 'create', after: one }],
    } as const
    const there = applyChangeSet(new Map(), create)
    expect(() => applyChangeSet(there, create)).toThrow(ChangeConflict)
    expect(() => applyChangeSet(new Map(), invert(create))).toThrow(ChangeConflict)
  })

  it.each(['update', 'delete'] as const)('refuses to %s what stands otherwise by now', (kind) => {
    const written = { ...one, note: '寫到一半' }
    const there = new Map([[one.id, written]])
    const change =
      kind === 'delete'
        ? ({ kind, before: one } as const)
        : ({ kind, before: one, after: { ...one, range: textRange(1, 2) } } as const)
    const set = { gesture: 'repair', at: noon, changes: [change] } as const
    expect(() => applyChangeSet(there, set)).toThrow(ChangeConflict)
    expect(there.get(one.id)).toBe(written)
  })
})

describe('history', () => {
  it('is bounded', () => {
    const set = { gesture: 'note', at: noon, changes: [] } as const
    let history = emptyHistory
    for (let i = 0; i < historyDepth + 10; i++) history = recorded(history, set)
    expect(history.done).toHaveLength(historyDepth)
  })

  it('forgets what was undone when something new is done', () => {
    const set = { gesture: 'note', at: noon, changes: [] } as const
    expect(recorded({ done: [], undone: [set] }, set).undone).toEqual([])
  })
})
