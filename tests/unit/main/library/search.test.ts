import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  defaultSettings,
  type Settings,
  type UiLanguage,
  viewOf,
} from '../../../../core/app/settings'
import { CanonicalDocument } from '../../../../core/document/document'
import { SearchText } from '../../../../core/search/search-text'
import { codePoints } from '../../../../core/text/code-points'
import { textRange } from '../../../../core/text/range'
import { importLibraryOf } from '../../../../main/exchange/import-library'
import { Library } from '../../../../main/library/library'
import { LibrarySearch } from '../../../../main/library/library-search'
import { Workspaces } from '../../../../main/workspaces'
import { annotationOn } from '../../support/annotations'
import { bundledReport } from '../../support/bundled-report'
import { workerInProcess } from './support'

const userData = mkdtempSync(path.join(tmpdir(), 'piyue-search-'))
afterEach(() => jest.restoreAllMocks())
afterAll(() => rmSync(userData, { recursive: true, force: true }))

/** Counts how often everything that waits has had its turn. */
function countTurns() {
  const turns = { count: 0, stop: () => clearImmediate(next) }
  const goOn = () => {
    turns.count++
    next = setImmediate(goOn)
  }
  let next = setImmediate(goOn)
  return turns
}

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
  const annotationsOn = async (documentId: string) => notes.get(documentId) ?? null
  const workspaces = new Workspaces({ library, tell: () => {}, isShown: () => false })
  const settings = (views: Settings['views'] = {}): Settings => ({ ...defaultSettings, views })
  /** @param views how documents were seen last */
  const searchOf = (views?: Settings['views'], language: UiLanguage = 'en') =>
    new LibrarySearch({
      library,
      openOf: (documentId) => workspaces.find(documentId)?.open,
      annotationsOn,
      formRead: (document, forms) => viewOf(settings(views), document, forms, language).script,
    })
  const ids = { novel: novel[0], rule: rule[0] }
  return { search: searchOf(), searchOf, add, library, workspaces, ...ids }
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

  it.each(['document.json', 'edition.json'])(
    'finds what there is in all others where the system does not let one be read: %s',
    async (name) => {
      const { search, add, library, novel, rule } = await withDocuments()
      const [other] = await add(`${name}.txt`, `${name}\n此篇也說荒唐。\n`, '荒唐', '')
      const file = path.join(library.catalog.folder(other).path, name)
      rmSync(file, { force: true })
      symlinkSync(name, file)
      expect((await search.find('荒唐')).map(({ documentId }) => documentId)).toEqual([novel, rule])
      expect(await library.citationOf(other)).toBeUndefined()
      expect(await importLibraryOf(library).textOf(other)).toBeUndefined()
      expect(await importLibraryOf(library).textOf(rule)).toContain('荒唐')
      await library.catalog.remove(other)
    },
  )

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

  it('gives what was found in a document with the reader’s corrections, while it is open and after', async () => {
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
    const corrected = [
      { hits: [{ excerpt: { before: '會員', match: '須愛', after: '书，不得荒唐。' } }] },
    ]
    expect(await search.find('须爱')).toMatchObject(corrected)
    await workspaces.closeIfSaved(rule)
    expect(workspaces.find(rule)).toBeUndefined()
    expect(await search.find('须爱')).toMatchObject(corrected)
  })

  it('searches the very text that an open document has', async () => {
    const { search, workspaces, rule } = await withDocuments()
    const { open } = await workspaces.open(rule)
    const searched = jest.spyOn(open.searchText, 'findInSteps')
    expect(await search.find('会员')).toMatchObject([{ documentId: rule, inText: 1 }])
    expect(searched.mock.calls).toEqual([['会员']])
    await workspaces.close()
  })

  it('reads a text once, and again where the reader makes something else of the document', async () => {
    const { search, library, workspaces, rule, novel } = await withDocuments()
    const read = jest.spyOn(library, 'documentOf')
    await search.find('会员')
    expect(read.mock.calls.flat()).toEqual(expect.arrayContaining([novel, rule]))
    read.mockClear()
    expect(await search.find('会员')).toMatchObject([{ title: '章程' }])
    expect(read).not.toHaveBeenCalled()
    const known = await library.citationOf(rule)
    if (known === undefined) throw new Error('It cannot be read')
    await workspaces.cite(rule, { ...known.citation, title: '读书会章程' })
    expect(workspaces.find(rule)).toBeUndefined()
    expect(await search.find('会员')).toMatchObject([{ title: '读书会章程' }])
    expect(read.mock.calls).toEqual([[rule]])
  })

  it('lets everything else have its turn again and again within a long text', async () => {
    const { search, add } = await withDocuments()
    const [long] = await add('長.txt', '荒唐'.repeat(5_000), '荒唐', '')
    const turns = countTurns()
    const stepsIn = new Map<number, number>()
    // oxlint-disable-next-line typescript/unbound-method -- called with its own `this`
    const { findInSteps } = SearchText.prototype
    jest.spyOn(SearchText.prototype, 'findInSteps').mockImplementation(function* (
      this: SearchText,
      query,
    ) {
      for (const steps = findInSteps.call(this, query); ; ) {
        stepsIn.set(turns.count, (stepsIn.get(turns.count) ?? 0) + 1)
        const step = steps.next()
        if (step.done) return step.value
        yield
      }
    })
    // Whenever the clock is looked at, a slice is over.
    let now = 0
    jest.spyOn(performance, 'now').mockImplementation(() => (now += 5))
    const found = await search.find('荒唐')
    turns.stop()
    expect(found.find(({ documentId }) => documentId === long)).toMatchObject({ inText: 5_000 })
    // The last step of a text goes on to the first of what stands in its notes.
    expect(Math.max(...stepsIn.values())).toBeLessThanOrEqual(2)
  })

  it('finds nothing for nothing, nor for what another question overtook', async () => {
    const { search } = await withDocuments()
    expect(await search.find('  ')).toEqual([])
    const [overtaken, last] = await Promise.all([search.find('荒唐'), search.find('愛書')])
    expect(overtaken).toEqual([])
    expect(last).toHaveLength(1)
  })
})
