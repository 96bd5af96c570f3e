import * as fc from 'fast-check'
import { type Annotation, sameAnnotation } from '../../../../core/annotation/annotation'
import type { StoreNotice } from '../../../../core/app/store-notice'
import type { AnnotationStore } from '../../../../main/store/annotation-store'
import { annotation, type Bench, creating, folder } from './support/bench'
import { filesOf, machineWith, sharedFiles } from './support/machines'

/** All files that hold what was not taken into the notes. */
async function besideTheNotes(bench: Bench): Promise<string> {
  const names = (await bench.disk.list(folder)).filter((name) => /conflicts|damaged/.test(name))
  return (await Promise.all(names.map((name) => bench.text(`${folder}/${name}`)))).join('\n')
}

/** Those of the annotations that a machine has neither in its notes nor beside them. */
async function lostAt(bench: Bench, store: AnnotationStore, made: readonly Annotation[]) {
  const beside = await besideTheNotes(bench)
  return made.filter((one) => {
    const now = store.annotations.get(one.id)
    return !(now && sameAnnotation(now, one)) && !beside.includes(JSON.stringify(one))
  })
}

const alarms = (notices: readonly StoreNotice[]) =>
  notices.filter(({ kind }) => !['merged', 'rewritten', 'put-back'].includes(kind))

/** The name that a sync engine gives a file that both machines changed. */
const copyName = 'annotations (conflicted copy 2026-01-31).json'

const ids = ['a', 'b', 'c', 'x', 'y']
const change = fc.record({
  id: fc.constantFrom(...ids),
  note: fc.string({ minLength: 1, maxLength: 4 }),
  minute: fc.integer({ min: 10, max: 59 }),
})
const changes = fc.array(change, { minLength: 1, maxLength: 4 })
const machine = fc.record({ changes, isKilled: fc.boolean(), sessions: fc.constantFrom(1, 2) })
const arrivals = fc.array(
  fc.record({
    pick: fc.nat(),
    /** Whether the engine leaves a file that both have beside ours, under a name of its own. */
    asCopy: fc.boolean(),
    isOpen: fc.boolean(),
    looks: fc.boolean(),
    isKilled: fc.boolean(),
  }),
  {
    minLength: 12,
    maxLength: 12,
  },
)

async function put(
  store: AnnotationStore,
  { id, note, minute }: typeof change extends fc.Arbitrary<infer T> ? T : never,
) {
  const before = store.annotations.get(id)
  const after = annotation(id, note, `2026-01-02T00:${minute}:00.000Z`)
  await store.commit({
    gesture: 'note',
    at: after.modifiedAt,
    changes: [before ? { kind: 'update', before, after } : { kind: 'create', after }],
  })
}

describe('the files of one folder, as a sync engine brings them to another machine', () => {
  test.each([
    ['', false],
    [', an older copy of our own journal among them', true],
  ])(
    'in whatever order the files come%s, nothing is lost, and what came is said',
    async (_, isCopied) => {
      await fc.assert(
        fc.asyncProperty(machine, machine, arrivals, async (ours, theirs, steps) => {
          const here = await machineWith(await sharedFiles(), 'here')
          if (isCopied) {
            const { store } = await here.open()
            await store.commit(creating('early'))
            await store.close()
          }
          const there = await machineWith(await filesOf(here), 'there')
          const work = async (
            bench: Bench,
            { changes: all, sessions }: typeof ours,
            kill: boolean,
          ) => {
            let store: AnnotationStore | undefined
            for (let session = 0; session < sessions; session++) {
              await bench.clock.pass(60_000)
              store = (await bench.open()).store
              for (const one of all) await put(store, { ...one, note: `${one.note}${session}` })
              if (session < sessions - 1 || !kill) await store.close()
            }
            return new Map(store?.annotations)
          }
          // What only our journal held is gone where that was written over while the app was closed.
          const oursAtFirst = await work(here, ours, ours.isKilled && !isCopied)
          await there.clock.pass(1_000)
          const theirsAtLast = await work(there, theirs, theirs.isKilled)

          const waiting = [...(await filesOf(there))]
          const told: StoreNotice[] = []
          for (const { pick, asCopy, isOpen, looks, isKilled } of steps) {
            const opened = isOpen ? await here.open() : undefined
            const [arriving] = waiting.splice(pick % Math.max(1, waiting.length), 1)
            if (arriving !== undefined) {
              const [path, content] = arriving
              await here.put(asCopy ? path.replace('annotations.json', copyName) : path, content)
            }
            if (opened === undefined) continue
            if (looks) await opened.store.check()
            if (!isKilled) await opened.store.close()
            told.push(...opened.notices, ...here.notices)
            await here.clock.pass(60_000)
          }
          for (const rest of waiting) await here.put(...rest)
          for (let i = 0; i < 2; i++) {
            const { store, notices } = await here.open()
            await store.close()
            told.push(...notices, ...here.notices)
          }
          const { store, notices } = await here.open()
          // Behind an older copy of our journal there may have been changes of which nothing is known.
          const isFair = (notice: StoreNotice) =>
            isCopied && notice.kind === 'changes-missing' && notice.count === null
          expect(alarms(told).filter((notice) => !isFair(notice))).toEqual([])
          expect(notices).toEqual([])

          const made = [...oursAtFirst.values(), ...theirsAtLast.values()].filter(
            // What one side left as both had it gives way to what the other made of it.
            (one) =>
              one.id !== 'early' && !sameAnnotation(one, annotation(one.id, `note ${one.id}`)),
          )
          expect(await lostAt(here, store, made)).toEqual([])
          const came = [...store.annotations.values()].some((one) => {
            const before = oursAtFirst.get(one.id)
            return before === undefined || !sameAnnotation(before, one)
          })
          // From a state that was put back another machine may have gone on, which is no news.
          const isTold = told.some(({ kind }) => kind === 'merged' || kind === 'put-back')
          expect(came && !isTold).toBe(false)

          // And back: the other machine gets what became of both.
          await store.close()
          for (const [path, content] of await filesOf(here)) await there.put(path, content)
          const back = await there.open()
          expect(alarms(back.notices)).toEqual([])
          expect(await lostAt(there, back.store, made)).toEqual([])
        }),
        { numRuns: 60 },
      )
    },
    120_000,
  )
})
