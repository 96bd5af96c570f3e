import type { Publication } from '../../../../core/publication/publication'
import { textRange } from '../../../../core/text/range'
import { collectGarbage } from '../../../support/garbage'
import { annotationOf, noon } from '../../support/annotations'
import { editionOf } from '../../support/document'
import { creationOf, FakeMain, settled, show } from './support'

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

  /** A main with the mark, and a note on it that was begun the day before. */
  async function withDraft(): Promise<FakeMain> {
    const main = new FakeMain()
    main.make(creationOf(mark))
    main.openIds.add('small')
    await main.api.saveDraft('small', {
      target: { kind: 'annotation', id: mark.id },
      note: '昨天',
      at: noon,
    })
    return main
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

  it('is held once, though main tells of it twice', async () => {
    const main = new FakeMain()
    const { openWorkspace } = main.api
    const told: WeakRef<Publication>[] = []
    main.api.openWorkspace = async (id) => {
      const opening = structuredClone(await openWorkspace(id))
      told.push(new WeakRef(opening.publication))
      return opening
    }
    const app = main.page()
    const { read } = await whileRead(main, () => app.show(main.opening.showing))
    await read()
    await collectGarbage()
    expect(app.workspace.peek()?.annotations.isRead.peek()).toBe(true)
    expect(told.map((publication) => publication.deref())).toEqual([undefined])
  })

  it('keeps what is marked and written meanwhile, and the draft that lay there', async () => {
    const main = await withDraft()
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

  it('opens the note that was being written, and leaves the focus where the reader is typing by then', async () => {
    const main = await withDraft()
    const { workspace: atOnce } = await main.open()
    expect(atOnce.note.isInHand.peek()).toBe(true)
    const app = main.page()
    const { read } = await whileRead(main, () => app.show(main.opening.showing))
    await read()
    const note = app.workspace.peek()?.note
    expect(note?.editing.peek()).toMatchObject({ id: mark.id, note: '昨天' })
    expect(note?.isInHand.peek()).toBe(false)
    note?.takeUp()
    expect(note?.isInHand.peek()).toBe(true)
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

  it('gives way at the start to the document that is there for that', async () => {
    const main = new FakeMain(['small', 'second'])
    const app = main.page()
    const showing = { documentId: 'second', annotationId: null }
    const { fail } = await whileRead(main, () => app.show(showing))
    expect(app.workspace.peek()?.id).toBe('second')
    await fail(new Error('EACCES'))
    expect(app.workspace.peek()?.id).toBe('small')
    expect(app.notices.error.peek()).not.toBeNull()
    expect(main.openIds).toEqual(new Set(['small']))
  })

  it('gives way so too where they turn out unreadable before its text is shown', async () => {
    const main = new FakeMain(['small', 'second'])
    const { publicationOf } = main.api
    let answer = (): void => undefined
    const held = new Promise<void>((resolve) => (answer = resolve))
    main.api.publicationOf = async (id) => (await held, publicationOf(id))
    main.reading = new Promise((_resolve, reject) =>
      setTimeout(() => reject(new Error('EACCES')), 500),
    )
    const app = main.page()
    const shown = app.show({ documentId: 'second', annotationId: null })
    await jest.advanceTimersByTimeAsync(1_000)
    expect(app.workspace.peek()).toBeNull()
    main.reading = undefined
    answer()
    await shown
    await settled()
    expect(app.workspace.peek()?.id).toBe('small')
    expect(app.notices.error.peek()).not.toBeNull()
    expect(main.openIds).toEqual(new Set(['small']))
  })

  it('gives way at the start to the next that was asked for, and to nothing else', async () => {
    const main = new FakeMain(['small', 'second', 'third'])
    const app = main.page()
    const showing = { documentId: 'second', annotationId: null }
    const { fail } = await whileRead(main, () => app.show(showing))
    await show(main, 'third')
    await fail(new Error('EACCES'))
    expect(app.workspace.peek()?.id).toBe('third')
    expect(main.calls).not.toContain('open small')
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
