import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import {
  type AnnotationMap,
  applyChangeSet,
  type ChangeSet,
} from '../../../../core/annotation/change-set'
import type { ChangeOutcome } from '../../../../core/contract/contract'
import { Importer } from '../../../../main/exchange/import'
import { lost, marked, textOf } from '../../core/exchange/export/support'
import { noon } from '../../support/annotations'
import { importLibrary } from '../../support/import-library'
import { openReport } from '../../support/report'
import { newFolder } from '../cli/support'

/** An importer into notes in memory, and a file to import. */
async function setUp(take?: (set: ChangeSet) => ChangeOutcome) {
  const file = path.join(newFolder(), 'x.json')
  writeFileSync(file, await textOf('json', [marked('經濟運行', { id: 'a' }), lost('找不到的話')]))
  let annotations: AnnotationMap = new Map()
  const sets: ChangeSet[] = []
  const importer = new Importer({
    ...importLibrary(
      () => [openReport],
      () => annotations,
    ),
    keepFor: async () => {
      throw new Error('Every document is there')
    },
    take: async (_, { changes }) => {
      const set = { gesture: 'import', at: noon, changes } as const
      sets.push(set)
      if (take) return take(set)
      annotations = applyChangeSet(annotations, set)
      return { done: true, gesture: set.gesture, changed: [] }
    },
  })
  const put = (next: AnnotationMap) => {
    annotations = next
  }
  return { file, importer, sets, put, notes: () => annotations }
}

async function tokenFor(importer: Importer, file: string): Promise<string> {
  const preview = await importer.preview(file, openReport.id)
  if (preview.kind !== 'preview') throw new Error(preview.kind)
  return preview.token
}

describe('the importer', () => {
  it('shows first, and changes nothing by it', async () => {
    const { file, importer, sets } = await setUp()
    expect(await importer.preview(file, openReport.id)).toMatchObject({
      kind: 'preview',
      file,
      origin: 'piyue',
      counts: { new: 1, orphan: 1 },
      items: [
        { index: 0, decision: 'new', reason: null, quote: '經濟運行' },
        { index: 1, decision: 'orphan', reason: 'not-found', quote: '找不到的話' },
      ],
    })
    expect(sets).toEqual([])
  })

  it('imports what it showed, as one gesture, even if the file is gone by then', async () => {
    const { file, importer, sets, notes } = await setUp()
    const token = await tokenFor(importer, file)
    writeFileSync(file, 'something else')
    expect(await importer.confirm(token)).toMatchObject({ kind: 'imported', counts: { new: 1 } })
    expect(sets).toHaveLength(1)
    expect(sets[0]?.gesture).toBe('import')
    expect([...notes().keys()]).toEqual(['a', 'lost'])
  })

  it('decides anew on what it showed, by the notes there are when it is confirmed', async () => {
    const { file, importer, put, notes } = await setUp()
    const token = await tokenFor(importer, file)
    put(new Map([['a', marked('經濟運行', { id: 'a' })]]))
    expect(await importer.confirm(token)).toMatchObject({ counts: { new: 0, same: 1, orphan: 1 } })
    expect(notes().size).toBe(2)
  })

  it('confirms a preview once, and only the last', async () => {
    const { file, importer } = await setUp()
    const first = await tokenFor(importer, file)
    const second = await tokenFor(importer, file)
    expect(await importer.confirm(first)).toEqual({ kind: 'gone' })
    expect(await importer.confirm(second)).toMatchObject({ kind: 'imported' })
    expect(await importer.confirm(second)).toEqual({ kind: 'gone' })
  })

  it('says where nothing is new', async () => {
    const { file, importer } = await setUp()
    await importer.importFile(file, openReport.id)
    expect(await importer.importFile(file, openReport.id)).toMatchObject({ kind: 'nothing-new' })
  })

  it('says where the notes can only be read, and where the file is refused', async () => {
    const { file, importer } = await setUp(() => ({ done: false, reason: 'read-only' }))
    expect(await importer.importFile(file, openReport.id)).toEqual({ kind: 'read-only', file })
    writeFileSync(file, '[]')
    expect(await importer.preview(file, openReport.id)).toEqual({
      kind: 'refused',
      file,
      refusal: 'foreign',
    })
  })

  it('reads a file once, however the notes change meanwhile', async () => {
    const { file, importer, put, sets } = await setUp()
    const items = Array.from({ length: 3_000 }, (_, i) => ({
      type: 'Annotation',
      id: `urn:${i}`,
      body: `${i}`,
      target: { selector: { type: 'TextQuoteSelector', exact: '統籌推進' } },
    }))
    writeFileSync(file, JSON.stringify({ type: 'AnnotationPage', items }))
    const importing = importer.importFile(file, openReport.id)
    for (let i = 0; i < 20; i++) {
      put(new Map([[`${i}`, marked('經濟運行', { id: `${i}` })]]))
      await setImmediate()
    }
    expect(await importing).toMatchObject({ kind: 'imported' })
    expect(sets).toHaveLength(1)
    expect(sets[0]?.changes).toHaveLength(3_000)
  })
})
