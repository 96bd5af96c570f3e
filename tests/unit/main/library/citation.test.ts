import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { AppEvent } from '../../../../core/contract/contract'
import type { CitationData } from '../../../../core/document/citation-data'
import { citationDataOf } from '../../../../core/document/citation-data'
import { CanonicalDocument } from '../../../../core/document/document'
import type { Library } from '../../../../main/library/library'
import { Workspaces } from '../../../../main/workspaces'
import { annotationOn } from '../../support/annotations'
import { newFolder, openLibrary } from '../cli/support'

/** Has a document cited otherwise, as a reader does who looks at another. */
async function cite(library: Library, id: string, citation: CitationData): Promise<void> {
  const workspaces = new Workspaces({ library, tell: () => {}, isShown: () => false })
  expect(await workspaces.cite(id, citation)).toMatchObject({ done: true })
}

async function withCharter() {
  const folder = newFolder()
  const file = path.join(folder, '章程.txt')
  writeFileSync(file, '章程\n本會以讀書為宗旨。\n')
  const library = await openLibrary(folder)
  const opening = await library.add(file)
  if (opening.kind !== 'opened') throw new Error(opening.refusal)
  return { folder, file, library, id: opening.documentId }
}

describe('what a document of the library is cited as', () => {
  it('is what its file says, until the reader says otherwise, and is kept', async () => {
    const { folder, library, id } = await withCharter()
    const before = await library.publication(id)
    expect(before.file?.isAskedForCitation).toBe(false)
    const known = (await library.citationOf(id))?.citation
    expect(known).toMatchObject({ type: 'Z', title: '章程', author: '', date: '' })
    if (known === undefined) throw new Error('It cannot be read')
    const said = { ...known, type: 'S', title: '本會章程', author: '讀書會', date: '2020' } as const
    await cite(library, id, said)
    for (const opened of [library, await openLibrary(folder)]) {
      expect(await opened.citationOf(id)).toEqual({ citation: said, byFile: known, made: null })
      const { document, file } = await opened.publication(id)
      expect(citationDataOf(document, new CanonicalDocument(document).title)).toEqual(said)
      expect(file?.isAskedForCitation).toBe(true)
      expect(document.blocks).toEqual(before.document.blocks)
      expect(opened.catalog.entries[1]).toMatchObject({ title: '本會章程', author: '讀書會' })
    }
  })

  it('stays open where the reader leaves it, and they are not asked again', async () => {
    const { folder, library, id } = await withCharter()
    const before = await library.citationOf(id)
    await library.leaveCitationOpen(id)
    const again = await openLibrary(folder)
    expect((await again.publication(id)).file?.isAskedForCitation).toBe(true)
    expect(await again.citationOf(id)).toEqual(before)
  })

  it('is not lost where they are asked later and leave it', async () => {
    const { library, id } = await withCharter()
    const known = (await library.citationOf(id))?.citation
    if (known === undefined) throw new Error('It cannot be read')
    await cite(library, id, { ...known, author: '讀書會' })
    await library.leaveCitationOpen(id)
    expect((await library.citationOf(id))?.citation).toMatchObject({ author: '讀書會' })
  })

  it('stays where the file is opened again, and there is none to change of the report', async () => {
    const { library, file, id } = await withCharter()
    const known = (await library.citationOf(id))?.citation
    if (known === undefined) throw new Error('It cannot be read')
    await cite(library, id, { ...known, author: '讀書會' })
    await library.add(file)
    expect((await library.citationOf(id))?.citation).toMatchObject({ author: '讀書會' })
    expect(await library.citationOf(library.catalog.bundledId)).toBeUndefined()
  })

  it('is taken back and done again among the changes of notes, also after a restart', async () => {
    const { folder, library, id } = await withCharter()
    const events: AppEvent[] = []
    const openIn = (from: Library) =>
      new Workspaces({ library: from, tell: (event) => events.push(event), isShown: () => true })
    const known = (await library.citationOf(id))?.citation
    if (known === undefined) throw new Error('It cannot be read')
    const workspaces = openIn(library)
    const workspace = await workspaces.open(id)
    const author = () => workspace.open.document.data.source.author
    const after = annotationOn(workspace.open.document, '讀書', { id: 'n' })
    await workspace.import({ changes: [{ kind: 'create', after }], requests: [] })
    expect(await workspaces.cite(id, { ...known, author: '讀書會' })).toMatchObject({ done: true })
    expect(await workspaces.cite(id, { ...known, author: '讀書會' })).toMatchObject({ done: false })
    expect(await workspaces.cite(id, { ...known, author: '某會' })).toMatchObject({ done: true })
    expect(events.filter(({ kind }) => kind === 'edited')).toHaveLength(2)
    expect(workspace.history).toEqual({ undo: 'cite', redo: null })
    await workspace.undo()
    expect([author(), workspace.history]).toEqual(['讀書會', { undo: 'cite', redo: 'cite' }])
    expect(library.catalog.entries[1]).toMatchObject({ author: '讀書會' })
    await workspaces.close()
    const again = await openLibrary(folder)
    const reopened = await openIn(again).open(id)
    await reopened.undo()
    expect(reopened.open.document.data.source.author).toBeUndefined()
    expect(again.catalog.entries[1]).toMatchObject({ author: null })
    expect(reopened.history).toEqual({ undo: 'import', redo: 'cite' })
    expect(reopened.annotations.size).toBe(1)
    await reopened.undo()
    expect(reopened.annotations.size).toBe(0)
    await reopened.redo()
    await reopened.redo()
    await reopened.redo()
    expect(reopened.open.document.data.source.author).toBe('某會')
    expect(reopened.annotations.size).toBe(1)
    await reopened.close()
  })

  it('is what an earlier version kept in the entry, until it is changed, and again once that is taken back', async () => {
    const { folder, library, id } = await withCharter()
    const known = (await library.citationOf(id))?.citation
    if (known === undefined) throw new Error('It cannot be read')
    await library.catalog.change(id, { citation: { ...known, author: '讀書會' } })
    const again = await openLibrary(folder)
    expect((await again.citationOf(id))?.citation.author).toBe('讀書會')
    const workspaces = new Workspaces({ library: again, tell: () => {}, isShown: () => true })
    const workspace = await workspaces.open(id)
    await workspaces.cite(id, { ...known, author: '某會' })
    expect((await again.citationOf(id))?.citation.author).toBe('某會')
    await workspace.undo()
    expect((await again.citationOf(id))?.citation.author).toBe('讀書會')
    expect(workspace.open.document.data.source.author).toBe('讀書會')
    await workspaces.close()
  })
})
