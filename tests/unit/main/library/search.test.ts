import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { defaultSettings, type Settings, type UiLanguage } from '../../../../core/app/settings'
import { CanonicalDocument } from '../../../../core/document/document'
import { codePoints } from '../../../../core/text/code-points'
import { textRange } from '../../../../core/text/range'
import { Library } from '../../../../main/library/library'
import { LibrarySearch } from '../../../../main/library/library-search'
import { Workspaces } from '../../../../main/workspaces'
import { annotationOn } from '../../support/annotations'
import { bundledReport } from '../../support/bundled-report'
import { workerInProcess } from './support'

const userData = mkdtempSync(path.join(tmpdir(), 'piyue-search-'))
afterAll(() => rmSync(userData, { recursive: true, force: true }))

/** A library with a novel in Traditional Chinese and a rule in Simplified, with a note on each. */
async function withDocuments() {
  const library = await Library.open({ report: bundledReport, userData, worker: workerInProcess })
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
  const workspaces = new Workspaces({ library, tell: () => {}, isShown: () => false })
  const settings = (views: Settings['views'] = {}): Settings => ({ ...defaultSettings, views })
  /** @param views how documents were seen last */
  const searchOf = (views?: Settings['views'], language: UiLanguage = 'en') =>
    new LibrarySearch({
      library,
      notesOn,
      formRead: (document) => workspaces.formRead(document, settings(views), language),
    })
  return { search: searchOf(), searchOf, library, workspaces, novel: novel[0], rule: rule[0] }
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

  it('gives what was found as the reader reads it: in the form, with its punctuation, as it is written there', async () => {
    const { searchOf, library, novel } = await withDocuments()
    const report = library.catalog.bundledId
    const words = '五位一體'
    const hitIn = async (search: LibrarySearch) => {
      const found = await search.find(words)
      const [hit] = found.find(({ documentId }) => documentId === report)?.hits ?? []
      return `${hit?.excerpt.before}${hit?.excerpt.match}${hit?.excerpt.after}`
    }
    expect(await hitIn(searchOf())).toContain('“五位一體”')
    expect(await hitIn(searchOf({ [report]: { script: 'zh-Hant-TW' } }))).toContain('「五位一體」')
    expect(await hitIn(searchOf({ [report]: { script: 'zh-Hans' } }))).toContain('“五位一体”')
    expect(await hitIn(searchOf({}, 'zh-Hans'))).toContain('“五位一体”')
    // Of a form that was never made nothing can be shown: the text stands there as it is.
    const inSimplified = searchOf({ [novel]: { script: 'zh-Hans' } })
    expect(await inSimplified.find('细按')).toMatchObject([
      { lang: 'zh-Hant', hits: [{ excerpt: { match: '細按' } }] },
    ])
    await library.wholeDocument(novel)
    expect(await inSimplified.find('細按')).toMatchObject([
      { lang: 'zh-Hans', title: '石头记', hits: [{ excerpt: { match: '细按' } }] },
    ])
  })

  it('gives what was found in an open document with the reader’s corrections', async () => {
    const { searchOf, library, workspaces, rule } = await withDocuments()
    const workspace = await workspaces.open(rule)
    await workspace.shown.whole()
    const { document } = workspace.open
    const at = Array.from(document.text).indexOf('书')
    const [reading] = await library.explain(document, textRange(at, at + 1), 'zh-Hant')
    const { character = '', tag = 'zh-Hant', found = '' } = reading ?? {}
    const correction = { kind: 'correct', everywhere: false, character, tag, found } as const
    await workspace.edit({ ...correction, at: codePoints(at), readings: { 'zh-Hant': '书' } })
    const search = searchOf({ [rule]: { script: 'zh-Hant' } })
    expect(await search.find('须爱')).toMatchObject([
      { hits: [{ excerpt: { before: '會員', match: '須愛', after: '书，不得荒唐。' } }] },
    ])
    await workspaces.close()
  })

  it('finds nothing for nothing, nor for what another question overtook', async () => {
    const { search } = await withDocuments()
    expect(await search.find('  ')).toEqual([])
    const [overtaken, last] = await Promise.all([search.find('荒唐'), search.find('愛書')])
    expect(overtaken).toEqual([])
    expect(last).toHaveLength(1)
  })
})
