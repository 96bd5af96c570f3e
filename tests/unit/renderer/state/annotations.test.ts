import { array, assert, asyncProperty, constantFrom } from 'fast-check'
import type { ChangeSet } from '../../../../core/annotation/change-set'
import { invert } from '../../../../core/annotation/change-set'
import type { AppEvent } from '../../../../core/contract/contract'
import { textRange } from '../../../../core/text/range'
import { annotationOf } from '../../support/annotations'
import { editionOf } from '../../support/document'
import { creationOf, FakeMain } from './support'

const document = editionOf('small', '第一段的文字。', '第二段的文字。')
const one = annotationOf(document, textRange(0, 3), { note: '一' })
const other = annotationOf(document, textRange(4, 7), { note: '二' })

const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('the page’s copy of the annotations', () => {
  it('takes each change once', async () => {
    const main = new FakeMain()
    const { workspace } = await main.open()
    const set = creationOf(one)
    main.make(set)
    main.tell({
      kind: 'changed',
      documentId: 'small',
      revision: 1,
      set,
      history: { undo: null, redo: null },
    })
    expect([...workspace.annotations.map.peek().keys()]).toEqual([one.id])
    expect(main.calls).toEqual(['open small'])
  })

  it('asks for everything where a change is missing, and keeps what is being typed', async () => {
    const main = new FakeMain()
    const { app, workspace } = await main.open()
    workspace.selection.set(textRange(8, 10), 'block')
    workspace.note.startOn(textRange(8, 10), 'zh-Hant')
    workspace.note.write('還在寫')
    main.make(creationOf(one), 'small', false)
    main.make(creationOf(other))
    await settled()
    expect([...workspace.annotations.map.peek().keys()]).toEqual([one.id, other.id])
    expect(workspace.note.editing.peek()?.note).toBe('還在寫')
    expect(workspace.selection.range.peek()).toEqual(textRange(8, 10))
    expect(app.workspace.peek()).toBe(workspace)
    expect(main.errors).toEqual([])
  })

  it('asks for everything where a change does not fit, instead of failing', async () => {
    const main = new FakeMain()
    const { workspace } = await main.open()
    const set = invert(creationOf(one))
    main.revision = 1
    main.tell({
      kind: 'changed',
      documentId: 'small',
      revision: 1,
      set,
      history: { undo: null, redo: null },
    })
    await settled()
    expect(main.calls).toEqual(['open small', 'open small'])
    main.make(creationOf(other))
    expect([...workspace.annotations.map.peek().keys()]).toEqual([other.id])
  })

  it('knows nothing of another document’s', async () => {
    const main = new FakeMain()
    const { workspace } = await main.open()
    const set = creationOf(one)
    main.tell({
      kind: 'changed',
      documentId: 'elsewhere',
      revision: 1,
      set,
      history: { undo: null, redo: null },
    })
    expect(workspace.annotations.map.peek().size).toBe(0)
  })

  it('comes to what main has, whichever of its tellings are lost, doubled or late', async () => {
    await assert(
      asyncProperty(
        array(constantFrom('told', 'lost', 'twice', 'late'), { maxLength: 12 }),
        async (fates) => {
          const main = new FakeMain()
          const { workspace } = await main.open()
          const late: AppEvent[] = []
          for (const fate of [...fates, 'told']) {
            const isThere = main.annotations.has(one.id)
            const set: ChangeSet = isThere ? invert(creationOf(one)) : creationOf(one)
            main.make(set, 'small', fate !== 'lost' && fate !== 'late')
            const event: AppEvent = {
              kind: 'changed',
              documentId: 'small',
              revision: main.revision,
              set,
              history: { undo: null, redo: null },
            }
            if (fate === 'twice') main.tell(event)
            if (fate === 'late') late.push(event)
          }
          for (const event of late) main.tell(event)
          await settled()
          expect(workspace.annotations.map.peek()).toEqual(main.annotations)
        },
      ),
    )
  })
})
