import * as fc from 'fast-check'
import type { ChangeOutcome } from '../../../core/contract/contract'
import { Workspace } from '../../../main/workspace'
import { correct, idOf, mark, opened, openedIn, repairsOnDisk, wordsOf } from './damaged-document'

/** What stands in no repair: marks on it are on the same words in every text. */
const words = ['標題', '甲乙', '丙丁', '前文', '後文'] as const

const word = fc.constantFrom(...words)
const place = fc.nat(5)
const forward = [
  fc.record({ kind: fc.constant('mark' as const), word }),
  fc.record({ kind: fc.constant('note' as const), word }),
  fc.record({ kind: fc.constant('take' as const), place }),
  fc.record({ kind: fc.constant('give-back' as const), place }),
  fc.record({ kind: fc.constant('correct' as const) }),
] as const
const going = fc.oneof(...forward)
const stepping = fc.oneof(
  ...forward,
  fc.record({ kind: fc.constant('undo' as const) }),
  fc.record({ kind: fc.constant('redo' as const) }),
)
type Gesture = typeof stepping extends fc.Arbitrary<infer One> ? One : never

const several = <One>(one: fc.Arbitrary<One>) => fc.array(one, { minLength: 2, maxLength: 9 })

/** All that the reader has of a document; but when it was changed. */
const stateOf = (workspace: Workspace) => ({
  text: workspace.open.document.text,
  corrections: workspace.open.publication.corrections?.map(({ id }) => id) ?? [],
  notes: [...workspace.annotations.values()]
    .map(({ id, note }) => `${id} ${note} ${wordsOf(workspace, id)}`)
    .toSorted((a, b) => a.localeCompare(b)),
})

/** A document with a mark on each of the words, in which gestures overlap in any order of what they wait for. */
async function played(gestures: readonly Gesture[], scheduler: fc.Scheduler) {
  let isHeld = false
  const document = await opened((what) =>
    isHeld ? scheduler.schedule(Promise.resolve(), what) : Promise.resolve(),
  )
  const { workspace, proposals, events } = document
  const untouched = stateOf(workspace)
  const marks = new Map<string, string>()
  for (const one of words) marks.set(one, idOf(await mark(workspace, one)))
  isHeld = true
  // The page shows the text of a while ago.
  let page = workspace.open.document
  const notes = new Map<string, string>()
  const taken = new Map<string, boolean>()
  const done = async (one: Gesture, number: number): Promise<ChangeOutcome> => {
    switch (one.kind) {
      case 'mark':
        return mark(workspace, one.word, page, 'pink')
      case 'note': {
        const id = marks.get(one.word) ?? ''
        const note = `第${number}則`
        notes.set(id, note)
        return workspace.change({ kind: 'note', id, note })
      }
      case 'correct':
        return correct(workspace, page)
      case 'undo':
      case 'redo':
        return workspace[one.kind]()
      case 'take':
      case 'give-back': {
        const id = proposals[one.place % proposals.length]?.id ?? ''
        const outcome = await workspace.edit({ kind: one.kind, ids: [id] })
        if (outcome.done) taken.set(id, one.kind === 'take')
        return outcome
      }
    }
  }
  const playing = gestures.map(async (one, number) => {
    await scheduler.schedule(Promise.resolve(), one.kind)
    const outcome = await done(one, number)
    await scheduler.schedule(Promise.resolve(), 'page')
    if (events.some(({ kind }) => kind === 'edited')) page = workspace.open.document
    if (!outcome.done) return 0
    return one.kind === 'undo' ? -1 : 1
  })
  const steps = await scheduler.waitFor(Promise.all(playing))
  isHeld = false
  const made = steps.reduce<number>((sum, step) => sum + step, words.length)
  return { ...document, untouched, marks, notes, taken, made }
}

/** The words that marks are on; of one that was taken back, its own. */
const standing = ({ workspace, marks }: Awaited<ReturnType<typeof played>>) =>
  [...marks].map(([own, id]) => (workspace.annotations.has(id) ? wordsOf(workspace, id) : own))

describe('gestures in any timing', () => {
  it('lose nothing that was acknowledged, in memory or on disk', async () => {
    const property = fc.asyncProperty(several(going), fc.scheduler(), async (...all) => {
      const document = await played(...all)
      const { workspace, userData, id, marks, notes, taken } = document
      const ids = [...marks.values()]
      expect(standing(document)).toEqual(words)
      expect(ids.map((one) => workspace.annotations.get(one)?.note)).toEqual(
        ids.map((one) => notes.get(one) ?? ''),
      )
      const isTaken = [...taken].flatMap(([one, is]) => (is ? [one] : []))
      expect(await repairsOnDisk(userData, id)).toEqual(
        isTaken.toSorted((a, b) => a.localeCompare(b)),
      )
      const after = stateOf(workspace)
      await workspace.close()
      const again = await openedIn(userData, id)
      expect(stateOf(again.workspace)).toEqual(after)
      await again.workspace.close()
    })
    await fc.assert(property, { numRuns: 15 })
  })

  it('are one line, which can be gone back and on, also the next time', async () => {
    const property = fc.asyncProperty(several(stepping), fc.scheduler(), async (...all) => {
      const document = await played(...all)
      const { userData, id, untouched, made } = document
      expect(standing(document)).toEqual(words)
      const after = stateOf(document.workspace)
      await document.workspace.close()
      const { workspace } = await openedIn(userData, id)
      expect(stateOf(workspace)).toEqual(after)
      let back = 0
      for (; workspace.history.undo !== null; back++) {
        expect(await workspace.undo()).toMatchObject({ done: true })
      }
      expect(back).toBe(made)
      expect(stateOf(workspace)).toEqual(untouched)
      for (; back > 0; back--) expect(await workspace.redo()).toMatchObject({ done: true })
      expect(stateOf(workspace)).toEqual(after)
      await workspace.close()
    })
    await fc.assert(property, { numRuns: 15 })
  })
})
