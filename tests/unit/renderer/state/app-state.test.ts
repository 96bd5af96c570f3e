import { textRange } from '../../../../core/text/range'
import { annotationOf } from '../../support/annotations'
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
    await show(main, 'second')
    const next = app.workspace.peek()
    expect(next?.id).toBe('second')
    expect(next?.find.isOpen.peek()).toBe(false)
    expect(next?.note.editing.peek()).toBeNull()
    expect(app.dialog.peek()).toBeNull()
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
