import { array, assert, asyncProperty, constantFrom } from 'fast-check'
import type { ChangeSet } from '../../../../core/annotation/change-set'
import { invert } from '../../../../core/annotation/change-set'
import type { AppEvent } from '../../../../core/contract/contract'
import { codePoints } from '../../../../core/text/code-points'
import { textRange } from '../../../../core/text/range'
import { annotationOf } from '../../support/annotations'
import { editionOf } from '../../support/document'
import { creationOf, FakeMain, settled } from './support'

const document = editionOf('small', '第一段的文字。', '第二段的文字。')
const one = annotationOf(document, textRange(0, 3), { note: '一' })
const other = annotationOf(document, textRange(4, 7), { note: '二' })

/** So many that main puts most of them off. */
const twenty = Array.from({ length: 20 }, (_, i) =>
  annotationOf(document, textRange(i % 5, (i % 5) + 2), { id: `many-${i}` }),
)

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
      deferred: 0,
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
      deferred: 0,
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
      deferred: 0,
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
            const event = main.make(set, 'small', fate !== 'lost' && fate !== 'late')
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

  it('shows the first of many at once, and the rest as they arrive, each as it stands then', async () => {
    const main = new FakeMain()
    main.make(creationOf(...twenty))
    const { workspace } = await main.open()
    const { annotations } = workspace
    expect([annotations.map.peek().size, annotations.awaited.peek()]).toEqual([4, 16])
    annotations.askForMore()
    await annotations.whole()
    expect(annotations.map.peek()).toEqual(main.annotations)
    expect(annotations.awaited.peek()).toBe(0)
    expect(main.calls).toEqual([
      'open small',
      ...[16, 20, 24, 28].map((from) => `more from ${from}`),
    ])
  })

  it('has all, though what the page showed before opened the document again meanwhile', async () => {
    const main = new FakeMain()
    main.make(creationOf(...twenty))
    const { workspace } = await main.open()
    main.deferred.begin(main.annotations, codePoints(9), [])
    workspace.annotations.askForMore()
    expect(await workspace.annotations.whole()).toBe(true)
    expect(workspace.annotations.map.peek()).toEqual(main.annotations)
  })

  it('opens the card of a link once it has arrived', async () => {
    const main = new FakeMain()
    main.make(creationOf(...twenty))
    const { workspace } = await main.open()
    const last = twenty.at(-1)?.id ?? ''
    workspace.note.openLinked(last)
    await settled()
    expect(workspace.note.linked.peek()).toEqual({ id: last })
  })

  it('asks for nothing more once its document is closed, whoever waited for all of them', async () => {
    const main = new FakeMain()
    main.make(creationOf(...twenty))
    const { workspace } = await main.open()
    let answer = () => {}
    main.held = new Promise((resolve) => (answer = resolve))
    workspace.note.openLinked(twenty.at(-1)?.id ?? '')
    const whole = workspace.annotations.whole()
    await settled()
    workspace.dispose()
    answer()
    expect(await whole).toBe(false)
    await settled()
    workspace.annotations.askForMore()
    expect(await workspace.annotations.whole()).toBe(false)
    expect(main.calls).toEqual(['open small', 'more from 16'])
    expect(workspace.note.linked.peek()).toBeNull()
  })

  it('takes a vast change in portions, and takes it back so', async () => {
    const main = new FakeMain()
    const { workspace } = await main.open()
    const { annotations } = workspace
    annotations.askForMore()
    main.make(creationOf(...twenty))
    expect([annotations.map.peek().size, annotations.awaited.peek()]).toEqual([4, 16])
    await annotations.whole()
    expect(annotations.map.peek()).toEqual(main.annotations)
    main.make(invert(creationOf(...twenty)))
    expect(annotations.map.peek().size).toBe(16)
    await annotations.whole()
    expect(annotations.map.peek().size).toBe(0)
  })

  it('comes to what main has, whatever happens between the portions and in whichever order it is told', async () => {
    const changes = ['undo', 'vast', 'one', 'lost', 'late', 'late vast'] as const
    const acts = constantFrom(...changes, 'portion', 'held', 'opened again')
    await assert(
      asyncProperty(array(acts, { maxLength: 14 }), async (fates) => {
        const main = new FakeMain()
        main.make(creationOf(...twenty))
        const { workspace } = await main.open()
        workspace.annotations.askForMore()
        const late: AppEvent[] = []
        let release = () => {}
        for (const fate of fates) {
          const isVast = fate.includes('vast')
          const some = isVast ? twenty : twenty.slice(7, 8)
          const isThere = main.annotations.has(twenty[7]?.id ?? '')
          const there = some.filter(({ id }) => main.annotations.has(id) === isThere)
          if (fate === 'portion') {
            release()
            // oxlint-disable-next-line no-await-in-loop -- what is told first is taken in first
            await settled()
          } else if (fate === 'held') {
            release()
            main.held = new Promise((resolve) => (release = resolve))
          } else if (fate === 'opened again') {
            // By what the page showed before, while this was made: whose portions have another order.
            main.deferred.begin(main.annotations, codePoints(9), [])
          } else {
            const set = isThere ? invert(creationOf(...there)) : creationOf(...there)
            const isTold = fate !== 'lost' && !fate.includes('late')
            const event = main.make(set, 'small', isTold)
            if (fate.includes('late')) late.push(event)
          }
        }
        for (const event of late) main.tell(event)
        release()
        main.held = undefined
        main.make(creationOf(one))
        await settled()
        await workspace.annotations.whole()
        expect(workspace.annotations.map.peek()).toEqual(main.annotations)
        expect(main.errors).toEqual([])
      }),
    )
  })
})
