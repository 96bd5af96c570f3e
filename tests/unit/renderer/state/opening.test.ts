import type { LibraryHit } from '../../../../core/app/library-findings'
import { textRange } from '../../../../core/text/range'
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
  jest.spyOn(api, 'openWorkspace').mockImplementation(async (id) => {
    const answer = await openWorkspace(id)
    if (id === documentId) await promise
    if (id === documentId && isRefused) throw new Error('EIO')
    return answer
  })
  const answer = () => (keep(), settled())
  const refuse = () => {
    isRefused = true
    return answer()
  }
  return { answer, refuse }
}

describe('while a document is being opened', () => {
  it('what is typed in the one before it is kept there', async () => {
    const main = new FakeMain(['small', 'second'])
    const { app, workspace } = await main.open()
    const { answer } = holdOpening(main, 'second')
    await show(main, 'second')
    workspace.note.startOn(textRange(0, 3), 'zh-Hant')
    workspace.note.write('趁這會兒寫的')
    await answer()
    expect(app.workspace.peek()?.id).toBe('second')
    expect([...main.drafts.values()]).toMatchObject([{ note: '趁這會兒寫的', left: true }])
    expect(main.openIds).toEqual(new Set(['second']))
  })

  it('anew, what is typed in it meanwhile is there as a note that was begun', async () => {
    const main = new FakeMain()
    const { app, workspace } = await main.open()
    const { answer } = holdOpening(main, 'small')
    main.tell({ kind: 'edited', documentId: 'small' })
    await settled()
    workspace.note.startOn(textRange(0, 3), 'zh-Hant')
    workspace.note.write('趁這會兒寫的')
    await answer()
    const renewed = app.workspace.peek()
    expect(renewed).not.toBe(workspace)
    expect(renewed?.note.drafts.besides(null)).toMatchObject([{ note: '趁這會兒寫的' }])
  })

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
