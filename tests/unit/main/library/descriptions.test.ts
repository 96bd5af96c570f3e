import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Library } from '../../../../main/library/library'
import { listDocuments } from '../../../../main/library/list-documents'
import { Workspaces } from '../../../../main/workspaces'
import { annotationOn } from '../../support/annotations'
import { bundledReport } from '../../support/bundled-report'
import { keep, newFolder, openLibrary, run } from '../cli/support'
import { workerInProcess } from './support'

const traditional = `---
title: 歷史與記憶
author: [張愛國, 瀾滄]
publisher: 臺灣學術書局
date: 1998
type: M
---

這裡的風景很美，讀書會從此開始。
`

const simplified = `---
title: 头发与范文
author: 范某
---

这里的头发很长，示范一次。
`

/** A document in a folder of the reader's, with a note on it. */
async function withDocument(content: string, words: string) {
  const folder = newFolder()
  const file = path.join(folder, 'a.md')
  writeFileSync(file, content)
  const library = await openLibrary(folder)
  const opening = await library.add(file)
  if (opening.kind !== 'opened') throw new Error(opening.refusal)
  const id = opening.documentId
  const { document } = await library.wholeDocument(id)
  await keep(library.catalog.notesFolder(id), [annotationOn(document, words, { id: 'n' })])
  return { folder, library, id }
}

async function exported(folder: string, name: string, script: string): Promise<string> {
  const args = ['--export', name, '--script', script, '--document', path.join(folder, 'a.md')]
  const { code, err } = await run(folder, args)
  if (code !== 0) throw new Error(err.join('\n'))
  return readFileSync(path.join(folder, name), 'utf8')
}

const listedIn = async ({ catalog }: Library, form: 'zh-Hant' | 'zh-Hans') =>
  (
    await listDocuments({
      catalog,
      views: {},
      formOf: () => form,
      openAnnotations: () => undefined,
    })
  )[1]

const workspacesOf = (library: Library) =>
  new Workspaces({ library, tell: () => {}, isShown: () => false })

describe('what a document is called and cited by, where no heading of its text says it', () => {
  it.each(['a.html', 'b.md', 'c.ris', 'd.bib', 'e.csl.json', 'f.csv', 'g.txt'])(
    'is in the script of the export: %s',
    async (name) => {
      const { folder } = await withDocument(traditional, '風景')
      const inSimplified = await exported(folder, name, 'hans')
      expect(inSimplified).toContain('历史与记忆')
      expect(inSimplified).not.toMatch(/歷史|張愛國|臺灣/u)
      const inTraditional = await exported(folder, name, 'hant')
      expect(inTraditional).toContain('歷史與記憶')
    },
  )

  it('names author and publisher in the script of the citation', async () => {
    const { folder } = await withDocument(traditional, '風景')
    for (const name of ['a.html', 'b.md', 'd.bib', 'e.csl.json', 'g.txt']) {
      expect(await exported(folder, name, 'hans')).toContain('张爱国')
    }
    expect(await exported(folder, 'c.ris', 'hans')).toContain('PB  - 台湾学术书局')
    expect(await exported(folder, 'd.ris', 'hant')).toContain('PB  - 臺灣學術書局')
  })

  it('is converted from the script that it is in itself', async () => {
    const { library, id } = await withDocument(simplified, '头发')
    const open = await library.wholeDocument(id)
    expect(open.titleIn('zh-Hant')).toBe('頭髮與範文')
    expect(open.titleIn('zh-Hans')).toBe('头发与范文')
    expect(open.renditionOf('zh-Hant').source.author).toBe('範某')
    const known = (await library.citationOf(id))?.citation
    if (known === undefined) throw new Error('It cannot be read')
    // Whoever writes 瀾 means 范 where they write it.
    await workspacesOf(library).cite(id, { ...known, author: '范文瀾' })
    const again = await library.wholeDocument(id)
    expect(again.renditionOf('zh-Hant').source.author).toBe('范文瀾')
  })

  it('follows the reader’s corrections of all places, and the way back', async () => {
    const { library, id } = await withDocument(simplified, '头发')
    const workspace = await workspacesOf(library).open(id)
    await workspace.shown.whole()
    const at = workspace.open.document.text.indexOf('范')
    const readings = { 'zh-Hant': '范', 'zh-Hant-TW': '范', 'zh-Hant-HK': '范' }
    const request = { at, everywhere: true, character: '范', tag: 'zh-Hant', found: '範', readings }
    await workspace.edit({ kind: 'correct-all', requests: [request as never] })
    const author = () => workspace.open.renditionOf('zh-Hant').source.author
    expect(author()).toBe('范某')
    expect(workspace.open.titleIn('zh-Hant-TW')).toBe('頭髮與范文')
    expect(await listedIn(library, 'zh-Hant')).toMatchObject({ title: '頭髮與范文' })
    await workspace.undo()
    expect(author()).toBe('範某')
    expect(await listedIn(library, 'zh-Hant')).toMatchObject({ title: '頭髮與範文' })
    await workspace.close()
  })

  it('is listed in the form that the document is read in, once it was opened', async () => {
    const { folder, library, id } = await withDocument(traditional, '風景')
    await (await workspacesOf(library).open(id)).close()
    const again = await openLibrary(folder)
    expect(await listedIn(again, 'zh-Hans')).toMatchObject({
      title: '历史与记忆',
      author: '张爱国, 澜沧',
      form: 'zh-Hans',
    })
    expect(await listedIn(again, 'zh-Hant')).toMatchObject({ title: '歷史與記憶' })
    const report = again.catalog.titleOf(again.catalog.bundledId, 'zh-Hans')
    expect(report).toBe('2019年营口市西市区政府工作报告')
  })

  it('is kept, and made again where it was made otherwise or is something else by now', async () => {
    const { folder, library, id } = await withDocument(traditional, '風景')
    const kept = path.join(library.catalog.notesFolder(id), 'descriptions.json')
    let count = 0
    const describe: typeof workerInProcess.describe = (job) => {
      count++
      return workerInProcess.describe(job)
    }
    const worker = { ...workerInProcess, describe }
    const opened = await Library.open({ report: bundledReport, userData: folder, worker })
    const titleNow = async () =>
      (await opened.publication(id)).renditions.find(({ tag }) => tag === 'zh-Hans')?.source?.title
    expect(await titleNow()).toBe('历史与记忆')
    expect(count).toBe(0)
    for (const spoiled of [
      readFileSync(kept, 'utf8').replace(/"version":"[^"]*"/u, '"version":"0"'),
      '{"madeBy":',
    ]) {
      writeFileSync(kept, spoiled)
      expect(await titleNow()).toBe('历史与记忆')
    }
    rmSync(kept)
    expect(await titleNow()).toBe('历史与记忆')
    expect(count).toBe(3)
    expect(statSync(kept).size).toBeGreaterThan(0)
    const known = (await opened.citationOf(id))?.citation
    if (known === undefined) throw new Error('It cannot be read')
    await workspacesOf(opened).cite(id, { ...known, title: '記憶' })
    expect(await titleNow()).toBe('记忆')
    expect(count).toBe(4)
    expect(await listedIn(opened, 'zh-Hans')).toMatchObject({ title: '记忆' })
  })

  it('is made with the reading of the file, so that nothing waits for it', async () => {
    const folder = newFolder()
    const file = path.join(folder, 'a.md')
    writeFileSync(file, traditional)
    const describe = () => Promise.reject(new Error('It is there'))
    const worker = { ...workerInProcess, describe }
    const library = await Library.open({ report: bundledReport, userData: folder, worker })
    const opening = await library.add(file)
    if (opening.kind !== 'opened') throw new Error(opening.refusal)
    const { renditions } = await library.publication(opening.documentId)
    expect(renditions.map(({ source }) => source?.title)).toEqual([
      '历史与记忆',
      '歷史與記憶',
      '歷史與記憶',
    ])
  })

  it('is shown as it is where it cannot be made', async () => {
    const { folder, library, id } = await withDocument(traditional, '風景')
    rmSync(path.join(library.catalog.notesFolder(id), 'descriptions.json'))
    const worker = { ...workerInProcess, describe: async () => undefined }
    const opened = await Library.open({ report: bundledReport, userData: folder, worker })
    expect((await opened.wholeDocument(id)).titleIn('zh-Hans')).toBe('歷史與記憶')
  })
})
