import type { LibraryHit } from '../../../../core/app/library-findings'
import type { WorkspaceOpening } from '../../../../core/contract/contract'
import { type TextRange, textRange } from '../../../../core/text/range'
import { FakeMain, settled, show } from './support'

/** A promise that a test keeps. */
const kept = () => {
  let keep = (): void => undefined
  const promise = new Promise<void>((resolve) => (keep = resolve))
  return { promise, keep }
}

/** Has the answer to the next opening of a document held back, or refused. */
function holdOpening({ api }: FakeMain, documentId: string) {
  const { openWorkspace } = api
  const { promise, keep } = kept()
  let isRefused = false
  let carriedTo: TextRange | undefined
  jest.spyOn(api, 'openWorkspace').mockImplementation(async (id) => {
    const answer = await openWorkspace(id)
    if (id === documentId) await promise
    if (id === documentId && isRefused) throw new Error('EIO')
    return carriedTo === undefined ? answer : withDraftsOn(answer, carriedTo)
  })
  const answer = () => (keep(), settled())
  const refuse = () => {
    isRefused = true
    return answer()
  }
  /** The words are others by then, in which the passage of what is being written stands elsewhere. */
  const isCarriedTo = (range: TextRange) => {
    carriedTo = range
  }
  return { answer, refuse, isCarriedTo }
}

const withDraftsOn = (opening: WorkspaceOpening, range: TextRange): WorkspaceOpening => ({
  ...opening,
  drafts: opening.drafts.map((draft) =>
    draft.target.kind === 'passage' ? { ...draft, target: { ...draft.target, range } } : draft,
  ),
})

describe('while a document is being opened', () => {
  it('what is typed in the one before it is kept there', async () => {
    const main = new FakeMain(['small', 'second'])
    const { app, workspace } = await main.open()
    const { answer } = holdOpening(main, 'second')
    workspace.note.startOn(textRange(0, 3), 'zh-Hant')
    await show(main, 'second')
    // The editor does not go from under the hands before there is another document.
    expect(workspace.note.editing.peek()).not.toBeNull()
    workspace.note.write('趁這會兒寫的')
    await answer()
    expect(app.workspace.peek()?.id).toBe('second')
    expect(app.workspace.peek()?.note.editing.peek()).toBeNull()
    expect([...main.drafts.values()]).toMatchObject([{ note: '趁這會兒寫的', left: true }])
    expect(main.openIds).toEqual(new Set(['second']))
  })

  it('anew, the note that is being written is gone on with, where its passage stands by then', async () => {
    const main = new FakeMain()
    const { app, workspace } = await main.open()
    const range = textRange(0, 3)
    workspace.note.startOn(range, 'zh-Hant')
    const { answer, isCarriedTo } = holdOpening(main, 'small')
    main.tell({ kind: 'edited', documentId: 'small' })
    await settled()
    expect(workspace.note.editing.peek()).not.toBeNull()
    workspace.note.write('趁這會兒寫的')
    isCarriedTo(textRange(1, 4))
    await answer()
    const renewed = app.workspace.peek()
    expect(renewed).not.toBe(workspace)
    const editing = { kind: 'passage', range: textRange(1, 4), note: '趁這會兒寫的' }
    expect(renewed?.note.editing.peek()).toMatchObject(editing)
    expect(main.calls.filter((call) => call === 'open small')).toHaveLength(2)
    renewed?.note.leave()
    expect([...main.drafts.values()].at(-1)).toMatchObject({ note: '趁這會兒寫的', left: true })
  })

  it('anew, a note that is begun in it meanwhile is gone on with, and one that is left waits as it was', async () => {
    const main = new FakeMain()
    const { app, workspace } = await main.open()
    const { answer } = holdOpening(main, 'small')
    workspace.note.startOn(textRange(4, 6), 'zh-Hant')
    workspace.note.write('先')
    main.tell({ kind: 'edited', documentId: 'small' })
    await settled()
    workspace.note.write('先寫的')
    workspace.note.leave()
    workspace.note.startOn(textRange(0, 3), 'zh-Hant')
    workspace.note.write('趁這會兒寫的')
    await answer()
    const renewed = app.workspace.peek()
    expect(renewed).not.toBe(workspace)
    const editing = renewed?.note.editing.peek() ?? null
    expect(editing?.note).toBe('趁這會兒寫的')
    expect(renewed?.note.drafts.besides(editing)).toMatchObject([{ note: '先寫的' }])
  })

  it.each([true, false])(
    'anew, its editor takes the focus where it had it, and not else (%s)',
    async (isOnCard) => {
      const main = new FakeMain()
      const { app, workspace } = await main.open()
      const { note, notes } = workspace
      note.startOn(textRange(0, 3), 'zh-Hant')
      const draft = note.editing.peek()
      if (draft?.kind !== 'passage') throw new Error('Nothing is being written')
      if (isOnCard) notes.takeFocus({ holder: {}, row: 'new', draft })
      main.tell({ kind: 'edited', documentId: 'small' })
      await settled()
      const renewed = app.workspace.peek()
      expect(renewed).not.toBe(workspace)
      expect(renewed?.note.editing.peek()).not.toBeNull()
      expect(renewed?.note.isInHand.peek()).toBe(isOnCard)
    },
  )

  it('what is being saved in the one before it is saved there, and no draft is left of it', async () => {
    const main = new FakeMain(['small', 'second'])
    const { app, workspace } = await main.open()
    const { answer } = holdOpening(main, 'second')
    await show(main, 'second')
    const { promise, keep } = kept()
    main.held = promise
    workspace.note.startOn(textRange(0, 3), 'zh-Hant')
    workspace.note.write('正在存')
    const saved = workspace.note.save()
    await answer()
    expect(app.workspace.peek()).toBe(workspace)
    keep()
    await saved
    await settled()
    expect(app.workspace.peek()?.id).toBe('second')
    expect([...main.annotations.values()]).toMatchObject([{ note: '正在存' }])
    expect(main.drafts.size).toBe(0)
  })

  it('the one before it stays open, and can be written in, where it turns out not to open', async () => {
    const main = new FakeMain(['small', 'second'])
    const { app, workspace } = await main.open()
    const { refuse } = holdOpening(main, 'second')
    await show(main, 'second')
    await refuse()
    expect(app.workspace.peek()).toBe(workspace)
    workspace.note.startOn(textRange(0, 3), 'zh-Hant')
    workspace.note.write('還在這裏')
    workspace.note.leave()
    await settled()
    expect([...main.drafts.values()]).toMatchObject([{ note: '還在這裏' }])
  })

  it.each(['answer', 'refuse'] as const)(
    'the words of the one shown change: those are shown where the other does not open (%s)',
    async (end) => {
      const main = new FakeMain(['small', 'second'])
      const { app, workspace } = await main.open()
      const held = holdOpening(main, 'second')
      await show(main, 'second')
      main.tell({ kind: 'edited', documentId: 'small' })
      await held[end]()
      const shown = app.workspace.peek()
      expect(shown?.id).toBe(end === 'answer' ? 'second' : 'small')
      expect(shown).not.toBe(workspace)
    },
  )

  it('another is asked for: that is shown, though the first does not open', async () => {
    const main = new FakeMain(['small', 'second', 'third'])
    const { app } = await main.open()
    const { refuse } = holdOpening(main, 'second')
    await show(main, 'second')
    await show(main, 'third')
    await refuse()
    expect(app.workspace.peek()?.id).toBe('third')
    expect(app.notices.error.peek()).not.toBeNull()
  })

  it('at the start, another is asked for: where that does not open, the bundled report is shown', async () => {
    const main = new FakeMain(['small', 'second'])
    const app = main.page()
    const first = app.show({ documentId: 'second', annotationId: null })
    main.tell({ kind: 'show', showing: { documentId: 'unknown', annotationId: null } })
    await first
    await settled()
    expect(app.workspace.peek()?.id).toBe('small')
    expect(app.notices.error.peek()).not.toBeNull()
  })

  it('at the start, the document that is there for that is shown, where it does not open', async () => {
    const main = new FakeMain()
    const app = main.page()
    await app.show({ documentId: 'unknown', annotationId: null })
    expect(app.workspace.peek()?.id).toBe('small')
    expect(app.notices.error.peek()).not.toBeNull()
  })

  it('anew, another is asked for: that is shown, though the first does not open', async () => {
    const main = new FakeMain(['small', 'third'])
    const { app } = await main.open()
    const { refuse } = holdOpening(main, 'small')
    main.tell({ kind: 'edited', documentId: 'small' })
    await settled()
    await show(main, 'third')
    await refuse()
    expect(app.workspace.peek()?.id).toBe('third')
  })
})

describe('where the reader is to be taken', () => {
  const hit = { kind: 'text', range: textRange(0, 3) } as unknown as LibraryHit
  const place = { kind: 'found', documentId: 'second', hit, query: '第一' } as const
  const repair = { kind: 'take', ids: ['a'] } as const

  it('goes with the document that it is in, and with no other, where that does not open', async () => {
    const main = new FakeMain(['small', 'second', 'third'])
    const { app, workspace } = await main.open()
    const { refuse } = holdOpening(main, 'second')
    const shown = app.showFound(place)
    shown.catch(() => undefined)
    await settled()
    await refuse()
    await expect(shown).rejects.toThrow('EIO')
    expect(workspace.arrival.peek()).toBeNull()
    await show(main, 'third')
    expect(app.workspace.peek()?.arrival.peek()).toBeNull()
  })

  it('is told to the document once it is open, though it was asked for already', async () => {
    const main = new FakeMain(['small', 'second'])
    const { app } = await main.open()
    const { answer } = holdOpening(main, 'second')
    await show(main, 'second')
    const found = app.showFound(place)
    await answer()
    await found
    expect(app.workspace.peek()?.id).toBe('second')
    expect(app.workspace.peek()?.arrival.peek()).toBe(place)
  })

  it('after a repair is what is damaged next, in the words that it left', async () => {
    const main = new FakeMain(['small', 'second'])
    const { app, workspace } = await main.open()
    Object.assign(main.api, {
      edit: async () => {
        main.tell({ kind: 'edited', documentId: 'small' })
        return { done: true, gesture: 'repair', changed: [] }
      },
    })
    await app.edit(repair, true)
    expect(app.workspace.peek()).not.toBe(workspace)
    expect(app.workspace.peek()?.arrival.peek()).toEqual({ kind: 'next-repair' })
  })

  it('after a repair is the note that the reader has begun meanwhile', async () => {
    const main = new FakeMain()
    const { app, workspace } = await main.open()
    const { note, notes } = workspace
    Object.assign(main.api, {
      edit: async () => {
        note.startOn(textRange(0, 3), 'zh-Hant')
        const draft = note.editing.peek()
        if (draft?.kind === 'passage') notes.takeFocus({ holder: {}, row: 'new', draft })
        main.tell({ kind: 'edited', documentId: 'small' })
        return { done: true, gesture: 'repair', changed: [] }
      },
    })
    await app.edit(repair, true)
    expect(app.workspace.peek()).not.toBe(workspace)
    expect(app.workspace.peek()?.note.isInHand.peek()).toBe(true)
    expect(app.workspace.peek()?.arrival.peek()).toBeNull()
  })

  it('after a repair is nowhere, where that was refused', async () => {
    const main = new FakeMain(['small', 'second'])
    const { app, workspace } = await main.open()
    Object.assign(main.api, { edit: async () => ({ done: false, reason: 'read-only' }) })
    await app.edit(repair, true)
    expect(workspace.arrival.peek()).toBeNull()
    await show(main, 'second')
    expect(app.workspace.peek()?.arrival.peek()).toBeNull()
  })
})
