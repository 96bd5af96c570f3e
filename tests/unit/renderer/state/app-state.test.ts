import type { LibraryHit } from '../../../../core/app/library-findings'
import { textRange } from '../../../../core/text/range'
import { annotationOf, noon } from '../../support/annotations'
import { editionOf } from '../../support/document'
import { creationOf, FakeMain } from './support'

const settled = () => new Promise((resolve) => setImmediate(resolve))

const show = (main: FakeMain, documentId: string, annotationId: string | null = null) => {
  main.tell({ kind: 'show', showing: { documentId, annotationId } })
  return settled()
}

describe('the page', () => {
  it('shows another document when it is told to, and keeps nothing of the former', async () => {
    const main = new FakeMain(['small', 'second'])
    const { app, workspace } = await main.open()
    workspace.find.open('段', undefined)
    workspace.note.startOn(textRange(0, 3), 'zh-Hant')
    workspace.note.write('寫到一半')
    app.dialog.value = { kind: 'backups' }
    app.isDrawerOpen.value = true
    await show(main, 'second')
    const next = app.workspace.peek()
    expect(next?.id).toBe('second')
    expect(next?.find.isOpen.peek()).toBe(false)
    expect(next?.note.editing.peek()).toBeNull()
    expect(app.dialog.peek()).toBeNull()
    expect(app.isDrawerOpen.peek()).toBe(false)
    // What was being written is kept, as one that the reader left.
    expect([...main.drafts.values()]).toMatchObject([{ note: '寫到一半', left: true }])
  })

  it('shows no longer what was said of the former document, nor offers to take it back in another', async () => {
    const main = new FakeMain(['small', 'second'])
    const { app, workspace } = await main.open()
    const document = editionOf('small', '第一段的文字。', '第二段的文字。')
    const mark = annotationOf(document, textRange(0, 3))
    main.make(creationOf(mark), 'small')
    await workspace.annotator.delete(mark.id)
    expect(app.announcer.shown.peek()?.undo).toBeDefined()
    await show(main, 'second')
    expect(app.announcer.shown.peek()).toBeNull()
  })

  it('tells the eye too what could not be done, and why', async () => {
    const main = new FakeMain(['small'])
    const { app, workspace } = await main.open()
    main.change = async () => ({ done: false, reason: 'too-long' })
    const style = { color: 'yellow', kind: 'highlight' } as const
    await workspace.annotator.mark(textRange(0, 3), 'zh-Hant', style)
    expect(app.announcer.shown.peek()?.text).toMatch(/^Not marked: a mark can be on/u)
  })

  it('names each step that main took back, whatever the page has heard of until then', async () => {
    const main = new FakeMain(['small'])
    const { app, workspace } = await main.open()
    const steps = (['repair', 'note'] as const).map((gesture) => {
      return { done: true, gesture, changed: [] } as const
    })
    Object.assign(main.api, { undo: async () => steps[app.announcer.shown.peek() ? 1 : 0] })
    await workspace.annotator.undo()
    expect(app.announcer.shown.peek()?.text).toBe('Undone: repair.')
    await workspace.annotator.undo()
    expect(app.announcer.shown.peek()?.text).toBe('Undone: note.')
  })

  it('takes back all that was asked for before it shows another document', async () => {
    const main = new FakeMain(['small', 'second'])
    const { app, workspace } = await main.open()
    let answer = () => {}
    main.held = new Promise((resolve) => {
      answer = resolve
    })
    void workspace.annotator.undo()
    void workspace.annotator.undo()
    const shown = show(main, 'second')
    await settled()
    answer()
    await shown
    await settled()
    expect(app.workspace.peek()?.id).toBe('second')
    expect(main.calls).toEqual(['open small', 'undo small', 'undo small', 'open second'])
  })

  it('carries out what a menu asked for before it was drawn, once, in order', async () => {
    const main = new FakeMain()
    const { app } = await main.open()
    main.tell({ kind: 'action', action: 'find' })
    main.tell({ kind: 'action', action: 'backups' })
    const asked: string[] = []
    app.onAction((action) => asked.push(action))()
    expect(asked).toEqual(['find', 'backups'])
    app.onAction((action) => asked.push(action))
    main.tell({ kind: 'action', action: 'undo' })
    expect(asked).toEqual(['find', 'backups', 'undo'])
  })

  it('opens the card that a link points at, also in another document', async () => {
    const main = new FakeMain(['small', 'second'])
    const { app } = await main.open()
    const document = editionOf('second', '第一段的文字。', '第二段的文字。')
    const mark = annotationOf(document, textRange(0, 3))
    main.make(creationOf(mark), 'second', false)
    await show(main, 'second', mark.id)
    expect(app.workspace.peek()?.note.activeId.peek()).toBe(mark.id)
    expect(app.workspace.peek()?.note.linked.peek()).toEqual({ id: mark.id })
  })

  it('says that what a link points at is not here, and leaves all as it is', async () => {
    const main = new FakeMain()
    const { app, workspace } = await main.open()
    await show(main, 'small', 'nowhere')
    expect(app.workspace.peek()).toBe(workspace)
    expect(workspace.note.activeId.peek()).toBeNull()
    expect(app.announcer.last.peek().text).not.toBe('')
  })

  it('stays with its document, and says that something went wrong, where another cannot be opened', async () => {
    const main = new FakeMain()
    const { app, workspace } = await main.open()
    await show(main, 'unknown')
    expect(app.workspace.peek()).toBe(workspace)
    expect(app.notices.error.peek()).not.toBeNull()
  })

  it('opens a document once more whose words change when main has answered already', async () => {
    const main = new FakeMain()
    const { app, workspace } = await main.open()
    const edited = { kind: 'edited', documentId: workspace.id } as const
    const { openWorkspace } = main.api
    const asked = jest.spyOn(main.api, 'openWorkspace').mockImplementationOnce(async (id) => {
      const answer = await openWorkspace(id)
      main.tell(edited)
      return answer
    })
    main.tell(edited)
    await settled()
    expect(asked).toHaveBeenCalledTimes(2)
    main.tell(edited)
    await settled()
    expect(asked).toHaveBeenCalledTimes(3)
    expect(app.workspace.peek()?.id).toBe(workspace.id)
  })

  it('shows the document asked for last, where several are asked for at once', async () => {
    const main = new FakeMain(['small', 'second', 'third'])
    const { app } = await main.open()
    main.tell({ kind: 'show', showing: { documentId: 'second', annotationId: null } })
    main.tell({ kind: 'show', showing: { documentId: 'third', annotationId: null } })
    await settled()
    expect(app.workspace.peek()?.id).toBe('third')
  })

  it('comes back to a document where the reader left it', async () => {
    const main = new FakeMain(['small', 'second'])
    const { app, workspace } = await main.open()
    workspace.view.place.value = textRange(8, 9).start
    await show(main, 'second')
    await show(main, 'small')
    expect(app.workspace.peek()?.view.place.peek()).toBe(8)
  })

  it('shows once what is found again at each try, until the reader has put it away', async () => {
    const main = new FakeMain()
    const { app } = await main.open()
    const disk = { problem: 'full', code: 'ENOSPC' } as const
    const tell = () =>
      main.tell({ kind: 'notice', notice: { kind: 'not-taken-along', file: '/章程.txt', disk } })
    tell()
    tell()
    const [notice, ...others] = app.notices.list.peek()
    expect(others).toEqual([])
    if (notice !== undefined) app.notices.dismiss(notice)
    tell()
    expect(app.notices.list.peek()).toHaveLength(1)
  })

  it('goes on telling of changes of a document that was left and did not reach the disk', async () => {
    const main = new FakeMain(['small', 'second'])
    const { app } = await main.open()
    const status = {
      state: 'unsaved',
      file: '/notes',
      problem: 'full',
      code: 'ENOSPC',
    } as const
    main.tell({ kind: 'store', documentId: 'small', status })
    await show(main, 'second')
    expect(app.notices.statuses.peek().get('small')).toEqual(status)
    main.tell({ kind: 'store', documentId: 'small', status: { state: 'saved' } })
    expect(app.notices.statuses.peek().get('small')).toEqual({ state: 'saved' })
  })
})

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

describe('a document whose notes take long to read', () => {
  const small = editionOf('small', '第一段的文字。', '第二段的文字。')
  const mark = annotationOf(small, textRange(0, 3), { note: '舊' })

  beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'performance'] }))
  afterEach(() => jest.useRealTimers())

  /** The page once it waits no longer for notes that main is still reading, and what has main done with it. */
  const whileRead = async (main: FakeMain, act: () => Promise<unknown>) => {
    let end: { readonly read: () => void; readonly fail: (error: Error) => void } | undefined
    main.reading = new Promise((resolve, reject) => (end = { read: resolve, fail: reject }))
    main.reading.catch(() => undefined)
    const acted = act()
    await settled()
    await jest.advanceTimersByTimeAsync(1_000)
    await acted
    const ended = () => {
      main.reading = undefined
      return settled()
    }
    return {
      read: () => (end?.read(), ended()),
      fail: (error: Error) => (end?.fail(error), ended()),
    }
  }

  it('is shown without them, and takes them in when they come', async () => {
    const main = new FakeMain()
    main.make(creationOf(mark))
    const app = main.page()
    const { read } = await whileRead(main, () =>
      app.show({ documentId: 'small', annotationId: mark.id }),
    )
    const workspace = app.workspace.peek()
    expect(workspace?.open.document.text).toBe(small.text)
    expect(workspace?.annotations.isRead.peek()).toBe(false)
    expect(workspace?.annotations.map.peek().size).toBe(0)
    await read()
    expect(workspace?.annotations.isRead.peek()).toBe(true)
    expect(workspace?.annotations.map.peek()).toEqual(main.annotations)
    // What a link points at is waited for.
    expect(workspace?.note.activeId.peek()).toBe(mark.id)
  })

  it('keeps what is marked and written meanwhile, and the draft that lay there', async () => {
    const main = new FakeMain()
    main.make(creationOf(mark))
    main.openIds.add('small')
    await main.api.saveDraft('small', {
      target: { kind: 'annotation', id: mark.id },
      note: '昨天',
      at: noon,
    })
    const app = main.page()
    const { read } = await whileRead(main, () => app.show(main.opening.showing))
    const workspace = app.workspace.peek()
    const made = workspace?.annotator.mark(textRange(8, 10), 'zh-Hant', mark.style)
    workspace?.note.startOn(textRange(3, 5), 'zh-Hant')
    workspace?.note.write('今天')
    await jest.advanceTimersByTimeAsync(500)
    expect([main.annotations.size, main.drafts.size]).toEqual([1, 1])
    await read()
    await made
    expect(main.annotations.size).toBe(2)
    expect(workspace?.annotations.map.peek()).toEqual(main.annotations)
    expect(workspace?.note.editing.peek()).toMatchObject({ kind: 'passage', note: '今天' })
    expect([...main.drafts.values()].map(({ note }) => note)).toEqual(['昨天', '今天'])
    const editing = workspace?.note.editing.peek() ?? null
    expect(workspace?.note.drafts.besides(editing)).toMatchObject([{ id: mark.id, note: '昨天' }])
  })

  it('gives way to the one before it, where they cannot be read', async () => {
    const main = new FakeMain(['small', 'second'])
    const { app, workspace } = await main.open()
    const showing = { documentId: 'second', annotationId: null }
    const { fail } = await whileRead(main, () => app.show(showing))
    expect(app.workspace.peek()?.id).toBe('second')
    const whole = app.workspace.peek()?.annotations.whole()
    await fail(new Error('EACCES'))
    expect(app.workspace.peek()).toBe(workspace)
    // That is said once: whoever waits for all of them hears only that they do not come.
    expect(app.notices.error.peek()).not.toBeNull()
    expect(await whole).toBe(false)
    main.make(creationOf(mark))
    expect(workspace.annotations.map.peek()).toEqual(main.annotations)
  })

  it('gives way to the next only when they are read', async () => {
    const main = new FakeMain(['small', 'second', 'third'])
    const { app } = await main.open()
    const showing = { documentId: 'second', annotationId: null }
    const { read } = await whileRead(main, () => app.show(showing))
    const next = app.show({ documentId: 'third', annotationId: null })
    await settled()
    expect(main.calls).not.toContain('open third')
    await read()
    await next
    expect(app.workspace.peek()?.id).toBe('third')
  })
})
