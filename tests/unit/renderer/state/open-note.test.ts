import { limits } from '../../../../core/annotation/annotation'
import { invert } from '../../../../core/annotation/change-set'
import { textRange } from '../../../../core/text/range'
import { annotationOf } from '../../support/annotations'
import { editionOf } from '../../support/document'
import { creationOf, FakeMain } from './support'

const document = editionOf('small', '第一段的文字。', '第二段的文字。')
const mark = annotationOf(document, textRange(0, 3), { note: '先前' })

/** A page with one mark, and a main that answers when told to. */
async function opened() {
  const main = new FakeMain()
  main.make(creationOf(mark))
  const { app, workspace } = await main.open()
  const hold = () => {
    let resolve = () => {}
    main.held = new Promise((done) => {
      resolve = done
    })
    return () => {
      main.held = undefined
      resolve()
    }
  }
  return { main, app, workspace, note: workspace.note, hold }
}

const noteIn = (main: FakeMain, id: string) => main.annotations.get(id)?.note

describe('the note being written', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  it('keeps the words that are typed while it is being saved, and its draft', async () => {
    const { main, note, hold } = await opened()
    note.start(mark.id)
    note.write('先前，改了')
    const answer = hold()
    const saving = note.save()
    note.write('先前，改了又改')
    answer()
    await saving
    expect(noteIn(main, mark.id)).toBe('先前，改了')
    expect(note.editing.peek()).toEqual({ kind: 'annotation', id: mark.id, note: '先前，改了又改' })
    jest.runAllTimers()
    expect(main.draftOn(mark.id)?.note).toBe('先前，改了又改')
    await note.save()
    expect(noteIn(main, mark.id)).toBe('先前，改了又改')
    expect(note.editing.peek()).toBeNull()
    expect(main.drafts.size).toBe(0)
  })

  it('goes on as the note of the mark that was made while one wrote on', async () => {
    const { main, note, hold } = await opened()
    note.startOn(textRange(4, 7), 'zh-Hant')
    note.write('新的')
    const answer = hold()
    const saving = note.save()
    note.write('新的，還有')
    answer()
    await saving
    const editing = note.editing.peek()
    expect(editing).toMatchObject({ kind: 'annotation', note: '新的，還有' })
    await note.save()
    expect([...main.annotations.values()].map((made) => made.note)).toEqual(['先前', '新的，還有'])
  })

  it('is on words that are bookmarked a mark of its own, and does not become the name of the bookmark', async () => {
    const { main, note } = await opened()
    const words = textRange(4, 7)
    const style = { color: 'yellow', kind: 'bookmark' } as const
    main.make(creationOf(annotationOf(document, words, { id: 'bookmark', style, note: '名' })))
    note.startOn(words, 'zh-Hant')
    note.write('新的')
    await note.save()
    expect(noteIn(main, 'bookmark')).toBe('名')
    expect([...main.annotations.values()].at(-1)).toMatchObject({ range: words, note: '新的' })
    note.startOn(words, 'zh-Hant')
    expect(note.editing.peek()).toMatchObject({ kind: 'annotation', note: '新的' })
  })

  it('is made once, however often saving is asked for', async () => {
    const { main, note, hold } = await opened()
    note.startOn(textRange(4, 7), 'zh-Hant')
    note.write('新的')
    const answer = hold()
    const saving = [note.save(), note.save(), note.save()]
    answer()
    await Promise.all(saving)
    expect(main.calls.filter((call) => call === 'highlight')).toHaveLength(1)
    expect(main.annotations.size).toBe(2)
    expect(note.editing.peek()).toBeNull()
  })

  it('is saved with the words typed between two askings', async () => {
    const { main, note, hold } = await opened()
    note.startOn(textRange(4, 7), 'zh-Hant')
    note.write('一')
    const answer = hold()
    const first = note.save()
    note.write('一二')
    const second = note.save()
    answer()
    await Promise.all([first, second])
    expect([...main.annotations.values()].at(-1)?.note).toBe('一二')
    expect(note.editing.peek()).toBeNull()
  })

  it('is saved when it was asked for while another that was left is being saved', async () => {
    const { main, note, hold } = await opened()
    note.start(mark.id)
    note.write('先前，改了')
    const answer = hold()
    const first = note.save()
    note.startOn(textRange(4, 7), 'zh-Hant')
    note.write('新的')
    const second = note.save()
    answer()
    await Promise.all([first, second])
    expect(noteIn(main, mark.id)).toBe('先前，改了')
    expect([...main.annotations.values()].map((made) => made.note)).toContain('新的')
    expect(note.editing.peek()).toBeNull()
    expect(main.drafts.size).toBe(0)
  })

  it('leaves what was written on as a draft of the mark, when it is left while being saved', async () => {
    const { main, note, hold } = await opened()
    note.startOn(textRange(4, 7), 'zh-Hant')
    note.write('一')
    const answer = hold()
    const saving = note.save()
    note.write('一二')
    note.leave()
    answer()
    await saving
    const made = [...main.annotations.values()].at(-1)
    expect(made?.note).toBe('一')
    expect([...main.drafts.values()]).toMatchObject([
      { target: { kind: 'annotation', id: made?.id }, note: '一二', left: true },
    ])
  })

  it('is said to be saved without waiting for the file of drafts', async () => {
    const { main, app, note } = await opened()
    note.start(mark.id)
    note.write('改了')
    jest.runAllTimers()
    Object.assign(main.api, { dropDraft: () => new Promise(() => {}) })
    await note.save()
    expect(app.announcer.last.peek().text).toBe('Note saved.')
    expect(note.editing.peek()).toBeNull()
  })

  it('is kept as a draft where it is too long to be saved, and that is said', async () => {
    const { main, app, note } = await opened()
    note.start(mark.id)
    const long = '長'.repeat(limits.note + 1)
    note.write(long)
    jest.runAllTimers()
    await note.save()
    expect(app.announcer.last.peek().text).toContain('can be saved')
    expect(main.calls).not.toContain('note')
    expect(note.editing.peek()?.note).toBe(long)
    expect(main.draftOn(mark.id)?.note).toBe(long)
  })

  it('left as a draft and discarded there can be taken back, whatever is being written by then', async () => {
    const { main, app, note } = await opened()
    const taking = () => app.announcer.shown.peek()?.undo
    note.start(mark.id)
    note.write('還沒寫完')
    note.leave()
    const [draft] = note.drafts.besides(null)
    if (draft === undefined) throw new Error('No draft waits')
    note.discardDraft(draft)
    expect(main.drafts.size).toBe(0)
    note.startOn(textRange(4, 7), 'zh-Hant')
    note.write('另一處')
    expect(taking()?.isStill()).toBe(true)
    taking()?.run()
    expect(app.announcer.shown.peek()).toBeNull()
    expect(main.draftOn(mark.id)).toMatchObject({ note: '還沒寫完', left: true })
    expect(note.editing.peek()).toMatchObject({ kind: 'passage', note: '另一處' })
    jest.runAllTimers()
    expect([...main.drafts.values()].map((kept) => kept.note)).toEqual(['還沒寫完', '另一處'])
  })

  it('discarded as a draft is not brought back over what is written there anew', async () => {
    const { app, note } = await opened()
    note.startOn(textRange(4, 7), 'zh-Hant')
    note.write('舊的')
    note.leave()
    const [draft] = note.drafts.besides(null)
    if (draft === undefined) throw new Error('No draft waits')
    note.discardDraft(draft)
    note.startOn(textRange(4, 7), 'zh-Hant')
    expect(app.announcer.shown.peek()?.undo?.isStill()).toBe(false)
  })

  it('is not deleted with its mark', async () => {
    const { main, workspace, note } = await opened()
    note.start(mark.id)
    note.write('還沒寫完')
    await workspace.annotator.delete(mark.id)
    expect(main.annotations.size).toBe(0)
    expect(main.draftOn(mark.id)).toMatchObject({ note: '還沒寫完', left: true })
    // Its mark is gone, and so it waits as a note on the whole.
    expect(note.drafts.besides(null)).toMatchObject([
      { kind: 'passage', range: workspace.open.whole },
    ])
  })

  it('is left, too, when its mark went in a change that was missed', async () => {
    const { main, note } = await opened()
    note.start(mark.id)
    note.write('還沒寫完')
    main.make(invert(creationOf(mark)), 'small', false)
    main.make(creationOf(annotationOf(document, textRange(4, 7), { id: 'other' })))
    await jest.runAllTimersAsync()
    expect(note.editing.peek()).toBeNull()
    expect(main.draftOn(mark.id)).toMatchObject({ note: '還沒寫完', left: true })
  })

  it('is left when its mark goes by undo or by another program: a draft, if it differs from what was saved', async () => {
    const { main, app, note } = await opened()
    note.start(mark.id)
    note.write('還沒寫完')
    main.make(invert(creationOf(mark)))
    expect(note.editing.peek()).toBeNull()
    expect(main.draftOn(mark.id)).toMatchObject({ note: '還沒寫完', left: true })
    expect(app.announcer.last.peek().text).toContain('kept as a draft')
    main.make(creationOf(mark))
    expect(note.editing.peek()).toBeNull()
    expect(note.drafts.besides(null)).toMatchObject([{ kind: 'annotation', note: '還沒寫完' }])
    note.start(mark.id)
    note.write('先前')
    main.make(invert(creationOf(mark)))
    expect(note.editing.peek()).toBeNull()
    expect(main.drafts.size).toBe(0)
  })

  it('is left when its mark went with very many, of which the page is told last', async () => {
    const { main, workspace, note } = await opened()
    const many = Array.from({ length: 9 }, (_, i) =>
      annotationOf(document, textRange(i % 5, (i % 5) + 2), { id: `many-${i}` }),
    )
    main.make(creationOf(...many))
    await workspace.annotations.whole()
    note.start('many-0')
    note.write('還沒寫完')
    main.make(invert(creationOf(...many)))
    await workspace.annotations.whole()
    expect(note.editing.peek()).toBeNull()
    expect(main.draftOn('many-0')).toMatchObject({ note: '還沒寫完', left: true })
  })

  it('opens again where it was interrupted, and not where it was left', async () => {
    const { main, note } = await opened()
    note.start(mark.id)
    note.write('寫到一半')
    jest.runAllTimers()
    const again = await main.open()
    expect(again.workspace.note.editing.peek()?.note).toBe('寫到一半')
    again.workspace.note.leave()
    const later = await main.open()
    expect(later.workspace.note.editing.peek()).toBeNull()
  })
})

describe('the card of what main is asked for', () => {
  /** A second mark, and the first being placed elsewhere, which is not answered yet. */
  async function placing() {
    const { main, note, workspace, hold } = await opened()
    main.make(creationOf(annotationOf(document, textRange(4, 7), { id: 'other' })))
    const answer = hold()
    const placed = workspace.annotator.reattach(mark.id, textRange(3, 5))
    const answered = async () => {
      answer()
      await placed
    }
    return { note, workspace, answered }
  }

  it('opens not over one that the reader turned to, though another was asked for after that', async () => {
    const { note } = await opened()
    const first = note.openLater()
    note.openHere(mark.id)
    const second = note.openLater()
    first('first')
    expect(note.activeId.peek()).toBe(mark.id)
    second('second')
    expect(note.activeId.peek()).toBe('second')
  })

  it('opens once it is there', async () => {
    const { note, answered } = await placing()
    await answered()
    expect(note.activeId.peek()).toBe(mark.id)
  })

  it('gives way to that of what was asked for after it', async () => {
    const { workspace, note, answered } = await placing()
    const placed = workspace.annotator.reattach('other', textRange(8, 10))
    await answered()
    await placed
    expect(note.activeId.peek()).toBe('other')
  })

  it('stays closed where the reader has opened another meanwhile', async () => {
    const { note, answered } = await placing()
    note.openHere('other')
    await answered()
    expect(note.activeId.peek()).toBe('other')
  })

  it('stays closed where the reader has begun to write on a passage', async () => {
    const { note, answered } = await placing()
    note.startOn(textRange(8, 10), 'zh-Hant')
    await answered()
    expect(note.activeId.peek()).toBeNull()
  })
})
