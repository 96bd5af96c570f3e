import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { citationDataOf } from '../../../../core/document/citation-data'
import { CanonicalDocument } from '../../../../core/document/document'
import { newFolder, openLibrary } from '../cli/support'

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
    await library.cite(id, said)
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
    await library.cite(id, null)
    const again = await openLibrary(folder)
    expect((await again.publication(id)).file?.isAskedForCitation).toBe(true)
    expect(await again.citationOf(id)).toEqual(before)
  })

  it('is not lost where they are asked later and leave it', async () => {
    const { library, id } = await withCharter()
    const known = (await library.citationOf(id))?.citation
    if (known === undefined) throw new Error('It cannot be read')
    await library.cite(id, { ...known, author: '讀書會' })
    await library.cite(id, null)
    expect((await library.citationOf(id))?.citation).toMatchObject({ author: '讀書會' })
  })

  it('stays where the file is opened again, and there is none to change of the report', async () => {
    const { library, file, id } = await withCharter()
    const known = (await library.citationOf(id))?.citation
    if (known === undefined) throw new Error('It cannot be read')
    await library.cite(id, { ...known, author: '讀書會' })
    await library.add(file)
    expect((await library.citationOf(id))?.citation).toMatchObject({ author: '讀書會' })
    expect(await library.citationOf(library.catalog.bundledId)).toBeUndefined()
  })
})
