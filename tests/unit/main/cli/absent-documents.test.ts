import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import JSZip from 'jszip'
import { exportFormats } from '../../../../core/app/export-request'
import { exportNotes } from '../../../../core/exchange/export/export-notes'
import { exportModel } from '../../../../core/exchange/export/model'
import { codePoints } from '../../../../core/text/code-points'
import { Workspaces } from '../../../../main/workspaces'
import { marked, sourceOf } from '../../core/exchange/export/support'
import { annotationOn } from '../../support/annotations'
import { madeDocument } from '../../support/made-document'
import { keep, kept, newFolder, openLibrary, run } from './support'

describe('notes on a document that is not in the library, at the command line', () => {
  async function withAbsent() {
    const folder = newFolder()
    const charter = madeDocument('章程\n本會以讀書為宗旨，凡愛書者皆可入會。\n')
    const note = annotationOn(charter.document, '以讀書為宗旨', { id: 'n', note: '善' })
    const source = { ...sourceOf([]), documents: [{ open: charter, annotations: [note] }] as const }
    const json = await exportNotes('json', exportModel(source, { script: 'both' }))
    writeFileSync(path.join(folder, 'notes.json'), String(json))
    expect(await run(folder, ['--import', 'notes.json'])).toMatchObject({ code: 0 })
    return { folder, id: charter.id }
  }

  it('are listed as such, and printed', async () => {
    const { folder, id } = await withAbsent()
    const { out } = await run(folder, ['--documents'])
    expect(out.slice(1)).toEqual([`${id}\t章程\t\tabsent\t1\t1\t\t`])
    for (const name of [id, id.slice(0, 6)]) {
      expect(await run(folder, ['--list', '--document', name])).toMatchObject({
        code: 0,
        out: ['n\t—\tyellow highlight\t\t以讀書為宗旨\t善'],
        err: [],
      })
    }
  })

  it('are exported so that another library takes in the very same', async () => {
    const { folder, id } = await withAbsent()
    const before = await kept(path.join(folder, 'documents', id))
    for (const which of [['--document', id.slice(0, 6)], ['--all']]) {
      expect(await run(folder, ['--export', 'x.json', ...which])).toMatchObject({
        code: 0,
        err: [],
      })
      const json = readFileSync(path.join(folder, 'x.json'), 'utf8')
      const elsewhere = newFolder()
      writeFileSync(path.join(elsewhere, 'x.json'), json)
      expect(await run(elsewhere, ['--import', 'x.json'])).toMatchObject({ code: 0 })
      expect(await kept(path.join(elsewhere, 'documents', id))).toEqual(before)
      const { out } = await run(elsewhere, ['--documents'])
      expect(out.slice(1)).toEqual([`${id}\t章程\t\tabsent\t1\t1\t\t`])
    }
  })

  it.each(exportFormats)(
    'are exported as %s, with their quotes as they were taken',
    async (format) => {
      const { folder, id } = await withAbsent()
      for (const scope of ['passages', 'text']) {
        const file = `x-${scope}.out`
        const args = ['--export', file, '--format', format, '--document', id]
        const isScoped = ['markdown', 'html', 'docx'].includes(format)
        expect(
          await run(folder, [...args, ...(isScoped && scope === 'text' ? ['--whole-text'] : [])]),
        ).toMatchObject({
          code: 0,
          err: [],
        })
        const written = readFileSync(path.join(folder, file))
        const text = format === 'docx' ? await wordsOf(written) : written.toString('utf8')
        for (const words of ['章程', '善', '以讀書為宗旨']) expect(text).toContain(words)
      }
    },
  )

  it('are in a file of all notes', async () => {
    const { folder } = await withAbsent()
    await keep(folder, [marked('經濟運行')])
    expect(await run(folder, ['--export', 'x.md', '--all'])).toMatchObject({ code: 0, err: [] })
    const text = readFileSync(path.join(folder, 'x.md'), 'utf8')
    expect(text).toMatch(
      /經濟運行[^§]*## 章程[^§]*the text is not in the library[^§]*以讀書為宗旨/u,
    )
  })

  it('are those of the former text where none of them came along to the newer text of its file', async () => {
    const folder = newFolder()
    const library = await openLibrary(folder)
    const file = path.join(folder, 'a.txt')
    const read = async (text: string) => {
      writeFileSync(file, text)
      const opening = await library.add(file)
      if (opening.kind !== 'opened') throw new Error(opening.refusal)
      return opening.documentId
    }
    const former = await read('章程\n本會以讀書為宗旨。\n')
    const { document } = await library.wholeDocument(former)
    const note = annotationOn(document, '讀書', { id: 'n', note: '善' })
    await keep(library.catalog.notesFolder(former), [note])
    const newer = await read('章程\n今本會以讀書為宗旨。\n')
    await library.catalog.replace(former, newer)
    const list = () => run(folder, ['--list', '--document', former])
    expect((await run(folder, ['--documents'])).out.slice(2)).toEqual([
      `${former}\t章程\t\tremoved\t1\t1\t\t`,
    ])
    const printed = ['n\t6–8\tyellow highlight\t\t讀書\t善']
    expect(await list()).toMatchObject({ code: 0, out: printed, err: [] })
    // With one that came along the newer text is meant, as a link would have it.
    await keep(library.catalog.notesFolder(newer), [{ ...note, documentId: newer }])
    expect((await run(folder, ['--documents'])).out).toHaveLength(2)
    expect((await list()).out).toMatchObject([expect.stringContaining('7–9')])
  })

  it('are exported in the forms of its text where it was removed, with the corrections of these', async () => {
    const folder = newFolder()
    writeFileSync(path.join(folder, 'a.txt'), '某人传\n范某的头发很长。\n')
    const library = await openLibrary(folder)
    const opening = await library.add(path.join(folder, 'a.txt'))
    if (opening.kind !== 'opened') throw new Error(opening.refusal)
    const id = opening.documentId
    const { document } = await library.wholeDocument(id)
    await keep(library.catalog.notesFolder(id), [annotationOn(document, '头发', { id: 'n' })])
    const at = document.text.indexOf('范')
    const readings = { 'zh-Hant': '范', 'zh-Hant-TW': '范', 'zh-Hant-HK': '范' }
    const workspaces = new Workspaces({ library, tell: () => {}, isShown: () => true })
    const request = {
      at: codePoints(at),
      everywhere: false,
      character: '范',
      found: '範',
      readings,
    }
    const workspace = await workspaces.open(id)
    await workspace.import({ changes: [], requests: [{ ...request, tag: 'zh-Hant' }] })
    await workspaces.close()
    await library.catalog.remove(id)
    const { out } = await run(folder, ['--documents'])
    expect(out.slice(1)).toEqual([`${id}\t某人传\t\tremoved\t1\t0\t\t`])
    const args = ['--export', 'x.json', '--script', 'hant', '--document', id]
    expect(await run(folder, args)).toMatchObject({ code: 0 })
    const json = readFileSync(path.join(folder, 'x.json'), 'utf8')
    expect(json).toContain('頭髮')
    expect(json).toContain('piyue:corrections')
  })
})

async function wordsOf(docx: Uint8Array): Promise<string> {
  const zip = await JSZip.loadAsync(docx)
  const parts = ['word/document.xml', 'word/comments.xml']
  const xml = await Promise.all(parts.map(async (part) => zip.file(part)?.async('string')))
  return xml.join('')
}
