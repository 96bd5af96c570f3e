import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { exportNotes } from '../../../../core/exchange/export/export-notes'
import { exportModel } from '../../../../core/exchange/export/model'
import { Importer } from '../../../../main/exchange/import'
import { importLibraryOf } from '../../../../main/exchange/import-library'
import { absentDocuments, keepNotesFor } from '../../../../main/library/absent-documents'
import { annotationsIn } from '../../../../main/library/list-documents'
import { sourceOf } from '../../core/exchange/export/support'
import { annotationOn } from '../../support/annotations'
import { madeDocument } from '../../support/made-document'
import { newFolder, openLibrary } from '../cli/support'

const text = '章程\n本會以讀書為宗旨，凡愛書者皆可入會。\n'
const charter = madeDocument(text)
const note = annotationOn(charter.document, '以讀書為宗旨', { id: 'n', note: '善' })

async function withNotes() {
  const folder = newFolder()
  const library = await openLibrary(folder)
  const file = path.join(folder, 'notes.json')
  const source = { ...sourceOf([]), documents: [{ open: charter, annotations: [note] }] as const }
  writeFileSync(file, String(await exportNotes('json', exportModel(source, { script: 'both' }))))
  const importer = new Importer({
    ...importLibraryOf(library),
    keepFor: (documentId, title, set) => keepNotesFor({ documentId, title, set }, library.catalog),
    take: async () => {
      throw new Error('None of these is on a document that is here')
    },
  })
  return { folder, library, importer, file }
}

describe('notes on a document that is not in the library', () => {
  it('are listed with its title, and are in its text when its file is opened', async () => {
    const { folder, library, importer, file } = await withNotes()
    expect(await absentDocuments(library.catalog)).toEqual([])
    const outcome = await importer.importFile(file, library.catalog.bundledId)
    expect(outcome).toMatchObject({ kind: 'imported', documents: [{ isAbsent: true }] })
    const again = await openLibrary(folder)
    expect(await absentDocuments(again.catalog)).toEqual([
      {
        id: charter.id,
        isRemoved: false,
        title: '章程',
        count: 1,
        annotations: [{ quote: '以讀書為宗旨', note: '善' }],
      },
    ])
    expect(again.catalog.entries).toHaveLength(1)
    const own = path.join(folder, '章程.txt')
    writeFileSync(own, text)
    expect(await again.add(own)).toMatchObject({ documentId: charter.id })
    expect([...((await annotationsIn(again.catalog.notesFolder(charter.id))) ?? [])]).toEqual([
      ['n', note],
    ])
    expect(await absentDocuments(again.catalog)).toEqual([])
  })

  it('come back with one that was removed', async () => {
    const { folder, library, importer, file } = await withNotes()
    const own = path.join(folder, '章程.txt')
    writeFileSync(own, text)
    await library.add(own)
    await library.catalog.remove(charter.id)
    await importer.importFile(file, library.catalog.bundledId)
    expect(await absentDocuments(library.catalog)).toMatchObject([
      { id: charter.id, isRemoved: true, title: '章程', count: 1 },
    ])
    await library.catalog.restore(charter.id)
    expect(await absentDocuments(library.catalog)).toEqual([])
    expect((await annotationsIn(library.catalog.notesFolder(charter.id)))?.size).toBe(1)
  })
})
