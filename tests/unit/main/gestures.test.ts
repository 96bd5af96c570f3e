import { codePoints } from '../../../core/text/code-points'
import { Workspace } from '../../../main/workspace'
import {
  correct,
  damaged,
  type Hold,
  idOf,
  mark,
  misread,
  opened,
  openedIn,
  placeOf,
  readOtherwise,
  repairsOnDisk,
  wordsOf,
} from './damaged-document'

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

describe('a disk that does not answer while the edition is written', () => {
  beforeEach(() =>
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'Date'] }),
  )
  afterEach(() => jest.useRealTimers())

  it('is told of, for all gestures wait for it, until it has answered', async () => {
    const { hold, isReached, letGo } = holding('record')
    const { workspace, store, events } = await opened(hold)
    const statuses = () => events.flatMap((event) => (event.kind === 'store' ? [event.status] : []))
    const corrected = correct(workspace)
    await isReached
    const marked = mark(workspace, '丙丁')
    const before = statuses().length
    jest.advanceTimersByTime(1_999)
    expect(statuses()).toHaveLength(before)
    jest.advanceTimersByTime(1)
    const slow = { state: 'unsaved', problem: 'slow', file: store.file, code: 'ETIMEDOUT' }
    expect(statuses().at(-1)).toEqual(slow)
    // So the reader is asked before they quit, and it is not closed by their going on to another.
    expect(await workspace.check()).toEqual(slow)
    letGo()
    expect(await Promise.all([corrected, marked])).toMatchObject([{ done: true }, { done: true }])
    expect(statuses().at(-1)).toEqual({ state: 'saved' })
    expect(workspace.status).toEqual({ state: 'saved' })
    await workspace.close()
  })

  it('says nothing where it answers in time', async () => {
    const { workspace, events } = await opened()
    const before = events.filter(({ kind }) => kind === 'store').length
    await correct(workspace)
    jest.advanceTimersByTime(10_000)
    expect(events.filter(({ kind }) => kind === 'store')).toHaveLength(before)
    await workspace.close()
  })
})

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
