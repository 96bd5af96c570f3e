import * as fc from 'fast-check'
import {
  type AnnotationMap,
  applyChangeSet,
  type Change,
  type ChangeSet,
} from '../../../../core/annotation/change-set'
import { historyDepth } from '../../../../core/annotation/history'
import type { AnnotationStore } from '../../../../main/store/annotation-store'
import { anyCharacter } from '../../../support/any-character'
import { annotation, Bench } from './support/bench'

const changesInGesture = 5

/** Where the reader's finger falls, and what it does there. */
const wish = fc.record({
  kind: fc.constantFrom('create', 'update', 'delete'),
  pick: fc.nat(),
  note: fc.string({ unit: anyCharacter, maxLength: 12 }),
})

const gesture = fc.array(wish, { minLength: changesInGesture, maxLength: changesInGesture })

const walk = fc.array(gesture, { minLength: historyDepth, maxLength: historyDepth })

type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never

/** A change that fits the state, often to what the same gesture has touched before. */
function changeFor({ kind, pick, note }: Wish, state: AnnotationMap, number: number): Change {
  const all = [...state.values()]
  const before = all[pick % Math.max(1, all.length)]
  if (before === undefined || kind === 'create') {
    return { kind: 'create', after: annotation(`n${number}`, note) }
  }
  return kind === 'delete'
    ? { kind: 'delete', before }
    : { kind: 'update', before, after: { ...before, note } }
}

function gestureFor(wishes: readonly Wish[], state: AnnotationMap, first: number): ChangeSet {
  const set = { gesture: 'import', at: '2026-01-01T00:00:00.000Z' } as const
  const changes: Change[] = []
  let now = state
  for (const [i, one] of wishes.entries()) {
    const change = changeFor(one, now, first + i)
    now = applyChangeSet(now, { ...set, changes: [change] })
    changes.push(change)
  }
  return { ...set, changes }
}

/** What the notes are, whatever order they lie in. */
const stateOf = (store: AnnotationStore) => new Map(store.annotations)

describe('a walk of a thousand changes', () => {
  test('undone step by step gives the first state, redone the last, over restarts in the middle', async () => {
    await fc.assert(
      fc.asyncProperty(walk, fc.nat(historyDepth - 1), async (gestures, middle) => {
        const bench = await Bench.make()
        let { store } = await bench.open()
        const restart = async (inGoodOrder: boolean) => {
          if (inGoodOrder) await store.close()
          store = (await bench.open()).store
        }

        const states = [stateOf(store)]
        for (const [i, wishes] of gestures.entries()) {
          await store.commit(gestureFor(wishes, store.annotations, i * changesInGesture))
          states.push(stateOf(store))
          if (i === middle) await restart(false)
        }
        expect(store.history.done.flatMap(({ changes }) => changes)).toHaveLength(1_000)

        for (let i = gestures.length - 1; i >= 0; i--) {
          await store.undo()
          expect(stateOf(store)).toEqual(states[i])
          if (i === middle) await restart(true)
        }
        expect([store.annotations.size, await store.undo()]).toEqual([0, undefined])

        for (let i = 1; i <= gestures.length; i++) {
          await store.redo()
          expect(stateOf(store)).toEqual(states[i])
          if (i === middle) await restart(false)
        }
        expect(await store.redo()).toBeUndefined()
      }),
      { numRuns: 3 },
    )
  })
})
