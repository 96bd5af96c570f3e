import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as fc from 'fast-check'
import iconv from 'iconv-lite'
import { isAnchored, resolve } from '../../../core/annotation/resolve'
import type { AppEvent, ChangeOutcome } from '../../../core/contract/contract'
import type { CanonicalDocument } from '../../../core/document/document'
import { codePointLength, codePoints } from '../../../core/text/code-points'
import { textRange } from '../../../core/text/range'
import { EditionStore } from '../../../main/library/edition-store'
import { Library } from '../../../main/library/library'
import { ShownDocument } from '../../../main/shown-document'
import { Workspace } from '../../../main/workspace'
import { bundledReport } from '../support/bundled-report'
import { workerInProcess } from './library/support'

const folder = mkdtempSync(path.join(tmpdir(), 'piyue-gestures-'))
afterEach(() => jest.restoreAllMocks())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const misread = new TextDecoder('gb18030').decode(iconv.encode('我们坚持稳中求进', 'utf-8'))
const damaged = `標題\n甲乙,丙丁;戊 己。\n前文 ${misread} 後文。\n`
let count = 0

/** What lies between asking for something slow and its being done. */
type Hold = (what: string) => Promise<unknown>

/** A damaged document as it is open in the app, and as the page shows it. */
async function opened(hold: Hold = async () => undefined) {
  const userData = path.join(folder, String(count++))
  const file = `${userData}.txt`
  writeFileSync(file, damaged)
  const library = await Library.open({ report: bundledReport, userData, worker: workerInProcess })
  const opening = await library.add(file)
  if (opening.kind !== 'opened') throw new Error(opening.refusal)
  return openedIn(userData, opening.documentId, hold)
}

async function openedIn(userData: string, id: string, hold: Hold = async () => undefined) {
  const library = await Library.open({ report: bundledReport, userData, worker: workerInProcess })
  const shown = new ShownDocument(await library.publication(id), (open) => library.formMaker(open))
  const editing = await library.editing(id)
  if (editing === undefined) throw new Error('It cannot be edited')
  const told: AppEvent[] = []
  const { store } = editing
  for (const step of ['record', 'undo', 'redo'] as const) {
    const keep = store[step].bind(store)
    jest.spyOn(store, step).mockImplementation(async (one) => {
      await hold(step)
      await keep(one)
    })
  }
  const workspace = await Workspace.open({
    shown,
    folder: library.catalog.notesFolder(id),
    editing: {
      ...editing,
      publicationWith: async (edition, former) => {
        await hold('make')
        return library.publicationWith(id, edition, former)
      },
      onEdited: async (open) => {
        await hold('describe')
        await library.describe(open)
      },
    },
    tell: (event) => told.push(event),
  })
  await workspace.lookForDamage()
  const { proposals = [] } = workspace.open.publication.apparatus
  const idsOf = (kind: string) => proposals.flatMap((one) => (one.kind === kind ? [one.id] : []))
  return { userData, id, workspace, store, told, proposals, idsOf }
}

/** The page asks for a mark on words of the text that it shows. */
function mark(
  workspace: Workspace,
  on: string,
  document = workspace.open.document,
  color: 'yellow' | 'pink' = 'yellow',
) {
  return workspace.change(
    {
      kind: 'highlight',
      range: placeOf(document, on),
      seenIn: 'zh-Hant',
      style: { color, kind: 'highlight' },
    },
    document.digest,
  )
}

function placeOf({ text }: CanonicalDocument, part: string) {
  const at = codePointLength(text.slice(0, text.indexOf(part)))
  return textRange(at, at + codePointLength(part))
}

/** 後 read as it is in Simplified too. */
const readOtherwise = (document: CanonicalDocument) =>
  ({
    kind: 'correct',
    at: codePoints(placeOf(document, '後文').start),
    character: '後',
    tag: 'zh-Hans',
    found: '后',
    everywhere: false,
    readings: { 'zh-Hans': '後' },
  }) as const

const correct = (workspace: Workspace, document = workspace.open.document) =>
  workspace.edit(readOtherwise(document), document.digest)

const idOf = (outcome: ChangeOutcome) => (outcome.done ? (outcome.changed[0] ?? '') : '')

const wordsOf = (workspace: Workspace, id: string) => {
  const annotation = workspace.annotations.get(id)
  if (annotation === undefined) return 'gone'
  const resolved = resolve(workspace.open.document, annotation)
  return isAnchored(resolved) ? workspace.open.document.slice(resolved.place) : resolved.reason
}

/** Holds one kind of slow thing back until it is let go. */
function holding(what: string) {
  let reached = (): void => undefined
  let letGo = (): void => undefined
  const isReached = new Promise<void>((resolve) => (reached = resolve))
  const isLet = new Promise<void>((resolve) => (letGo = resolve))
  const hold: Hold = async (one) => {
    if (one !== what) return
    reached()
    await isLet
  }
  return { hold, isReached, letGo }
}

const repairsOnDisk = async (userData: string, id: string) => {
  const { edition } = await EditionStore.open({
    folder: path.join(userData, 'documents', id),
    citation: null,
  })
  return edition.repairs.map((repair) => repair.id).toSorted((a, b) => a.localeCompare(b))
}

describe('gestures that overlap', () => {
  it('two repairs are both taken', async () => {
    const { workspace, userData, id, idsOf } = await opened()
    const [comma = '', semicolon = ''] = idsOf('punctuation')
    const outcomes = await Promise.all([
      workspace.edit({ kind: 'take', ids: [comma] }),
      workspace.edit({ kind: 'take', ids: [semicolon] }),
    ])
    expect(outcomes).toMatchObject([{ done: true }, { done: true }])
    expect(workspace.open.document.text).toContain('甲乙，丙丁；戊')
    expect(await repairsOnDisk(userData, id)).toEqual(
      [comma, semicolon].toSorted((a, b) => a.localeCompare(b)),
    )
    await workspace.close()
  })

  it.each(['make', 'record', 'describe'])(
    'a note saved while a repair is at “%s” stays, on its words',
    async (stage) => {
      const { hold, isReached, letGo } = holding(stage)
      const { workspace, idsOf } = await opened(hold)
      const marked = idOf(await mark(workspace, '丙丁'))
      const repaired = workspace.edit({ kind: 'take', ids: idsOf('decoding') })
      const spaced = workspace.edit({ kind: 'take', ids: idsOf('spacing') })
      await isReached
      const saved = workspace.change({ kind: 'note', id: marked, note: '不可失' })
      letGo()
      expect(await Promise.all([repaired, spaced, saved])).toMatchObject([
        { done: true },
        { done: true },
        { done: true },
      ])
      expect(workspace.annotations.get(marked)?.note).toBe('不可失')
      expect(wordsOf(workspace, marked)).toBe('丙丁')
      await workspace.close()
    },
  )

  it('a note does not wait for the making of a repaired text', async () => {
    const { hold, isReached, letGo } = holding('make')
    const { workspace, idsOf } = await opened(hold)
    const marked = idOf(await mark(workspace, '後文'))
    const repaired = workspace.edit({ kind: 'take', ids: idsOf('decoding') })
    await isReached
    const saved = await workspace.change({ kind: 'note', id: marked, note: '先存' })
    expect(saved.done).toBe(true)
    letGo()
    await repaired
    expect(workspace.annotations.get(marked)?.note).toBe('先存')
    expect(wordsOf(workspace, marked)).toBe('後文')
    await workspace.close()
  })

  it.each(['make', 'record'])('a mark is taken back while a repair is at “%s”', async (stage) => {
    const { hold, isReached, letGo } = holding(stage)
    const { workspace, userData, id, idsOf } = await opened(hold)
    await mark(workspace, '後文')
    const [comma = ''] = idsOf('punctuation')
    const repaired = workspace.edit({ kind: 'take', ids: [comma] })
    await isReached
    const back = workspace.undo()
    letGo()
    expect(await Promise.all([repaired, back])).toMatchObject([{ done: true }, { done: true }])
    const isShown = workspace.open.document.text.includes('甲乙，')
    expect(await repairsOnDisk(userData, id)).toEqual(isShown ? [comma] : [])
    await workspace.close()
  })

  it('readings that are imported while a repair is written are of the same characters', async () => {
    const { hold, isReached, letGo } = holding('record')
    const { workspace, idsOf } = await opened(hold)
    const former = workspace.open.document
    const repaired = workspace.edit({ kind: 'take', ids: idsOf('decoding') })
    await isReached
    const { kind: _, ...request } = readOtherwise(former)
    const imported = workspace.import({ changes: [], requests: [request] })
    letGo()
    expect(await Promise.all([repaired, imported])).toMatchObject([{ done: true }, { done: true }])
    expect(workspace.open.publication.corrections).toMatchObject([
      { at: placeOf(workspace.open.document, '後文').start },
    ])
    await workspace.close()
  })

  it('what was asked of the text before is done to the same words of the one after', async () => {
    const { workspace, idsOf } = await opened()
    const former = workspace.open.document
    await workspace.edit({ kind: 'take', ids: [...idsOf('decoding'), ...idsOf('spacing')] })
    const range = placeOf(former, '後文')
    workspace.saveDraft({
      target: {
        kind: 'passage',
        documentId: former.id,
        documentDigest: former.digest,
        range,
        seenIn: 'zh-Hant',
        style: { color: 'green', kind: 'underline' },
      },
      note: '寫到一半',
      at: '2026-01-02T12:00:00.000Z',
    })
    const [draft] = workspace.opening(codePoints(0)).drafts
    if (draft?.target.kind !== 'passage') throw new Error('The draft is gone')
    expect(workspace.open.document.slice(draft.target.range)).toBe('後文')
    expect(wordsOf(workspace, idOf(await mark(workspace, '後文', former)))).toBe('後文')
    const whole = idOf(await mark(workspace, misread.slice(1, 4), former))
    expect(wordsOf(workspace, whole)).toBe('我们坚持稳中求进')
    workspace.dropDraft({ ...draft.target, range, documentDigest: former.digest })
    expect(workspace.opening(codePoints(0)).drafts).toEqual([])
    const command = {
      kind: 'highlight',
      range,
      seenIn: 'zh-Hant',
      style: { color: 'yellow', kind: 'highlight' },
    } as const
    const refused = { done: false, reason: 'outside-text' }
    expect(await workspace.change(command, 'sha256:another')).toEqual(refused)
    await workspace.close()
  })
})

describe('one line of gestures', () => {
  it.each([
    ['correction', (workspace: Workspace) => correct(workspace)],
    [
      'citation',
      (workspace: Workspace) =>
        workspace.edit({
          kind: 'cite',
          citation: { type: 'M', title: '他書', date: '2020' } as never,
        }),
    ],
    [
      'repair',
      (workspace: Workspace) => {
        const { proposals = [] } = workspace.open.publication.apparatus
        return workspace.edit({ kind: 'take', ids: [proposals[0]?.id ?? ''] })
      },
    ],
  ])('after a %s nothing that was taken back before can be done again', async (_, edit) => {
    const { workspace, userData, id } = await opened()
    await mark(workspace, '前文')
    await workspace.undo()
    const outcome = await edit(workspace)
    const gesture = outcome.done ? outcome.gesture : null
    expect(workspace.history).toEqual({ undo: gesture, redo: null })
    await workspace.close()
    const again = await openedIn(userData, id)
    expect(again.workspace.history).toEqual({ undo: gesture, redo: null })
    await again.workspace.undo()
    expect(again.workspace.history).toEqual({ undo: null, redo: gesture })
    await mark(again.workspace, '前文')
    expect(again.workspace.history).toEqual({ undo: 'highlight', redo: null })
    await again.workspace.close()
  })

  it('takes in a step of the edition that the notes have nothing of', async () => {
    const { workspace, userData, id, store, idsOf } = await opened()
    const marked = idOf(await mark(workspace, '後文'))
    const [comma] = workspace.open.publication.apparatus.proposals ?? []
    await workspace.close()
    // The app ended before the notes knew.
    const change = { taken: comma === undefined ? [] : [comma], givenBack: [] }
    await store.record({ gesture: 'repair', at: new Date().toISOString(), change })
    expect(idsOf('punctuation')).toContain(comma?.id)
    const again = await openedIn(userData, id)
    expect(again.workspace.history.undo).toBe('repair')
    expect(wordsOf(again.workspace, marked)).toBe('後文')
    await again.workspace.undo()
    expect(again.workspace.open.document.text).toBe(damaged.trimEnd())
    expect(wordsOf(again.workspace, marked)).toBe('後文')
    expect(again.workspace.history.undo).toBe('highlight')
    await again.workspace.close()
  })

  it('holds though the clock is set back', async () => {
    const { workspace } = await opened()
    await mark(workspace, '前文')
    jest.useFakeTimers({ now: 0, doNotFake: ['setTimeout', 'setImmediate', 'nextTick'] })
    try {
      await correct(workspace)
      await workspace.undo()
      await workspace.redo()
      expect(workspace.history).toEqual({ undo: 'correct', redo: null })
    } finally {
      jest.useRealTimers()
    }
    await workspace.close()
  })
})

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
  const { workspace, proposals, told } = document
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
    if (told.some(({ kind }) => kind === 'edited')) page = workspace.open.document
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
