import type { Draft } from '../../../../core/annotation/draft'
import { textRange } from '../../../../core/text/range'
import { annotationOf, noon } from '../../support/annotations'
import { editionOf } from '../../support/document'
import { creationOf, FakeMain, settled, show } from './support'

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

  it('shows notes being written that main tells of, and goes on with its own', async () => {
    const main = new FakeMain(['small'])
    const { workspace } = await main.open()
    workspace.note.startOn(textRange(0, 3), 'zh-Hant')
    workspace.note.write('在這裏寫的')
    const begun = (documentId: string, note: string): Draft => {
      const words = {
        documentId,
        documentDigest: `sha256-${documentId}`,
        seenIn: 'zh-Hant',
      } as const
      const style = { color: 'yellow', kind: 'highlight' } as const
      const target = { kind: 'passage', ...words, range: textRange(0, 3), style } as const
      return { target, note, at: noon, left: true }
    }
    main.tell({ kind: 'drafts', documentId: 'second', drafts: [begun('small', '不在這裏')] })
    main.tell({ kind: 'drafts', documentId: 'small', drafts: [begun('former', '在舊文寫的')] })
    const editing = workspace.note.editing.peek()
    expect(editing).toMatchObject({ note: '在這裏寫的' })
    const { drafts } = workspace.note
    expect(drafts.besides(editing)).toMatchObject([
      { kind: 'passage', range: workspace.open.whole, note: '在舊文寫的' },
    ])
    for (const draft of drafts.besides(editing)) workspace.note.resume(draft)
    await workspace.note.save()
    expect(drafts.besides(null)).toMatchObject([{ note: '在這裏寫的' }])
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

  it('opens a dialog that is late behind the one that is open, and what that opens', async () => {
    const { app } = await new FakeMain(['small']).open()
    app.dialog.value = { kind: 'names' }
    void app.openDialogInTurn({ kind: 'no-voice' })
    await settled()
    expect(app.dialog.peek()?.kind).toBe('names')
    app.dialog.value = null
    app.dialog.value = { kind: 'export' }
    await settled()
    expect(app.dialog.peek()?.kind).toBe('export')
    app.dialog.value = null
    await settled()
    expect(app.dialog.peek()?.kind).toBe('no-voice')
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
    expect(app.notices.standing('second')).toEqual([status])
    main.tell({ kind: 'store', documentId: 'small', status: { state: 'saved' } })
    expect(app.notices.standing('second')).toEqual([])
  })

  it('tells that a document takes no changes while it is open, and no longer', async () => {
    const main = new FakeMain(['small', 'second'])
    const { app } = await main.open()
    const status = { state: 'read-only', file: '/notes', version: 9, hidden: 0 } as const
    main.tell({ kind: 'store', documentId: 'second', status })
    expect(app.notices.standing('second')).toEqual([status])
    expect(app.notices.standing('small')).toEqual([])
  })
})
