import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CanonicalDocument } from '../../../../core/document/document'
import { Library } from '../../../../main/library/library'
import { LibrarySearch } from '../../../../main/library/library-search'
import { annotationOn } from '../../support/annotations'
import { workerInProcess } from './support'

const assets = path.join(__dirname, '../../../../assets')
const userData = mkdtempSync(path.join(tmpdir(), 'piyue-search-'))
afterAll(() => rmSync(userData, { recursive: true, force: true }))

/** A library with a novel in Traditional Chinese and a rule in Simplified, with a note on each. */
async function withDocuments() {
  const library = await Library.open({ assets, userData, worker: workerInProcess })
  const add = async (name: string, text: string, words: string, note: string) => {
    const file = path.join(userData, name)
    writeFileSync(file, text)
    const opening = await library.add(file)
    if (opening.kind !== 'opened') throw new Error(opening.refusal)
    const data = await library.documentOf(opening.documentId)
    if (data === undefined) throw new Error('The document is gone')
    const annotation = annotationOn(new CanonicalDocument(data), words, { id: name, note })
    return [opening.documentId, new Map([[name, annotation]])] as const
  }
  const novel = await add(
    '石頭記.txt',
    '石頭記\n說起根由雖近荒唐，細按則深有趣味。\n',
    '荒唐',
    '何謂荒唐',
  )
  const rule = await add('章程.txt', '章程\n会员须爱书，不得荒唐。\n', '爱书', '怎样才算')
  const notes = new Map([novel, rule])
  const notesOn = async (documentId: string) => notes.get(documentId) ?? null
  return { search: new LibrarySearch({ library, notesOn }), novel: novel[0], rule: rule[0] }
}

describe('a search of the library', () => {
  it('finds words in every text and note, in either script, with what stands around them', async () => {
    const { search, novel, rule } = await withDocuments()
    const found = await search.find('荒唐')
    expect(found.map(({ documentId, inText, inNotes }) => [documentId, inText, inNotes])).toEqual([
      [novel, 1, 1],
      [rule, 1, 0],
    ])
    expect(found[0]?.hits).toMatchObject([
      { kind: 'note', annotationId: '石頭記.txt', excerpt: { before: '何謂', match: '荒唐' } },
      { kind: 'text', range: { start: 10, end: 12 }, excerpt: { before: '說起根由雖近' } },
    ])
    expect(await search.find('會員須愛書')).toMatchObject([{ documentId: rule, inText: 1 }])
    expect(await search.find('细按则深')).toMatchObject([{ documentId: novel, inText: 1 }])
    expect((await search.find('經濟運行')).map(({ title }) => title)).toEqual([
      '2019年營口市西市區政府工作報告',
    ])
  })

  it('finds nothing for nothing, nor for what another question overtook', async () => {
    const { search } = await withDocuments()
    expect(await search.find('  ')).toEqual([])
    const [overtaken, last] = await Promise.all([search.find('荒唐'), search.find('愛書')])
    expect(overtaken).toEqual([])
    expect(last).toHaveLength(1)
  })
})
