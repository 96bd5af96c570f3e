import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { CanonicalDocument } from '../../../../core/document/document'
import { messagesIn } from '../../../../core/messages/language'
import { codePoints } from '../../../../core/text/code-points'
import { parseCommandLine } from '../../../../main/cli/parse'
import { Workspaces } from '../../../../main/workspaces'
import { annotationOn } from '../../support/annotations'
import { report } from '../../support/report'
import { keep, kept, newFolder, openLibrary, openStore, run } from './support'

/** A library with one novel in it, and marks on that. @param words each of them marked */
async function withNovel(words: readonly string[] = ['荒唐']) {
  const folder = newFolder()
  const file = path.join(folder, '石頭記.txt')
  writeFileSync(file, '第一回　甄士隱夢幻識通靈\n說起根由雖近荒唐，細按則深有趣味。\n')
  const library = await openLibrary(folder)
  const opening = await library.add(file)
  if (opening.kind !== 'opened') throw new Error(opening.refusal)
  const { documentId } = opening
  const document = new CanonicalDocument((await library.publication(documentId)).document)
  await keep(
    library.catalog.notesFolder(documentId),
    words.map((one) => annotationOn(document, one, { id: 'n', note: '妙' })),
  )
  return { folder, file, documentId, notes: library.catalog.notesFolder(documentId) }
}

describe('the documents of the library at the command line', () => {
  it('are listed, one a line', async () => {
    const { folder, file, documentId } = await withNovel()
    const { code, out } = await run(folder, ['--documents'])
    expect(code).toBe(0)
    expect(out[0]).toMatch(/^yingkou-xishi-2019\t2019年.*\t\t0\t0\t\t$/u)
    expect(out.slice(1)).toEqual([
      `${documentId}\t第一回 甄士隱夢幻識通靈\t\ttext\t1\t1\t\t${file}`,
    ])
  })

  it('are named by id, the beginning of one, file, or the same file elsewhere', async () => {
    const { folder, file, documentId } = await withNovel()
    const list = async (document: string) =>
      (await run(folder, ['--list', '--document', document])).out
    expect(await list(documentId)).toEqual(['n\t19–21\tyellow highlight\t\t荒唐\t妙'])
    expect(await list(documentId.slice(0, 6))).toEqual(await list(documentId))
    expect(await list('石頭記.txt')).toEqual(await list(documentId))
    expect(await list(pathToFileURL(file).href)).toEqual(await list(documentId))
    const moved = path.join(newFolder(), 'x.txt')
    renameSync(file, moved)
    expect(await list(moved)).toEqual(await list(documentId))
    expect((await run(folder, ['--list'])).out).toEqual([])
  })

  it('are exported in the form asked for', async () => {
    const { folder, documentId } = await withNovel()
    const args = ['--export', 'x.md', '--script', 'hans', '--document', documentId]
    expect(await run(folder, args)).toMatchObject({ code: 0 })
    expect(readFileSync(path.join(folder, 'x.md'), 'utf8')).toContain('第一回　甄士隐梦幻识通灵')
  })

  it('are exported together, several or all, into one file', async () => {
    const { folder, documentId } = await withNovel()
    await keep(folder, [annotationOn(report, '經濟運行', { id: 'r' })])
    const both = ['--document', '石頭記.txt', '--document', report.id, '--document', documentId]
    expect(await run(folder, ['--export', 'both.json', ...both])).toMatchObject({ code: 0 })
    expect(await run(folder, ['--export', 'all.json', '--all'])).toMatchObject({ code: 0 })
    const idsIn = (file: string): unknown =>
      JSON.parse(readFileSync(path.join(folder, file), 'utf8')).first.items.map(
        (item: Record<string, unknown>) => item['piyue:id'],
      )
    expect(idsIn('both.json')).toEqual(['n', 'r'])
    expect(idsIn('all.json')).toEqual(['r', 'n'])
  })

  it('that were read from one file, before and after it changed, are told apart, and the newest is meant', async () => {
    const { folder, file, documentId } = await withNovel()
    writeFileSync(file, '第一回　甄士隱夢幻識通靈\n說起根由雖近荒唐。又及。\n')
    const opening = await (await openLibrary(folder)).add(file)
    if (opening.kind !== 'opened') throw new Error(opening.refusal)
    const { out } = await run(folder, ['--documents'])
    const titles = out.slice(1).map((line) => line.split('\t')[1])
    expect(new Set(titles).size).toBe(2)
    for (const title of titles) {
      expect(title).toMatch(/^第一回 甄士隱夢幻識通靈 · \d{4}-\d\d-\d\d \d\d:\d\d/u)
    }
    const args = ['--export', 'x.md', '--whole-text', '--document', '石頭記.txt']
    const { code, err } = await run(folder, args)
    expect(code).toBe(0)
    expect(err).toEqual([
      expect.stringMatching(
        new RegExp(
          `^piyue: 2 texts were read from "石頭記.txt"; .*${opening.documentId}.*: ${documentId}$`,
          'u',
        ),
      ),
    ])
    const text = readFileSync(path.join(folder, 'x.md'), 'utf8')
    expect(text).toContain('又及。')
    expect(text).toMatch(/^title: "第一回.甄士隱夢幻識通靈 · \d{4}/mu)
    expect((await run(folder, ['--list', '--document', documentId])).out).toHaveLength(1)
  })

  it('take in how characters are read, tell where the reader’s own stays, and can take it back', async () => {
    const { folder, documentId } = await withNovel()
    const { document } = await (await openLibrary(folder)).publication(documentId)
    const correction = (character: string, converted: string, reading: string, place: number) => ({
      'piyue:character': character,
      'piyue:converted': { 'piyue:script': 'zh-Hans', value: converted },
      'piyue:readings': [{ 'piyue:script': 'zh-Hans', value: reading }],
      'piyue:places': [place],
    })
    const text = document.blocks.map((block) => block.text).join('\n')
    const write = (...corrections: object[]) =>
      writeFileSync(
        path.join(folder, 'readings.json'),
        JSON.stringify({
          type: 'AnnotationCollection',
          'piyue:version': 1,
          'piyue:documentId': documentId,
          'piyue:documentDigest': document.digest,
          'piyue:corrections': corrections,
          items: [
            {
              type: 'Annotation',
              target: { selector: { type: 'TextQuoteSelector', exact: '趣味' } },
            },
          ],
        }),
      )
    write(correction('雖', '虽', '雖', text.indexOf('雖')))
    const first = await run(folder, ['--import', 'readings.json', '--document', documentId])
    expect(first).toMatchObject({ code: 0, err: [] })
    expect(first.out.join()).toContain('Corrected characters: 1 new.')
    const read = async () => (await (await openLibrary(folder)).publication(documentId)).corrections
    expect(await read()).toMatchObject([{ character: '雖', readings: { 'zh-Hans': '雖' } }])
    const again = await run(folder, ['--import', 'readings.json', '--document', documentId])
    expect(again.out.join()).toContain('nothing in this file to import')
    write(correction('雖', '虽', '隹', text.indexOf('雖')), correction('龍', '龙', '龍', 0))
    const other = await run(folder, ['--import', 'readings.json', '--document', documentId])
    expect(other.err).toEqual([
      'yours stays — 雖: 虽 → 隹, you read 雖',
      'not in this text — 龍: 龙 → 龍',
    ])
    const editing = await (await openLibrary(folder)).editing(documentId)
    const [step] = editing?.store.done ?? []
    if (step === undefined) throw new Error('Nothing is kept')
    await editing?.store.undo(step)
    expect(await read()).toEqual([])
  })

  it('take in what belongs to each out of one file, whichever is named', async () => {
    const { folder, documentId, notes } = await withNovel()
    await keep(folder, [annotationOn(report, '經濟運行', { id: 'r' })])
    await run(folder, ['--export', 'all.json', '--all'])
    const other = await withNovel([])
    const file = path.join(folder, 'all.json')
    expect(await run(other.folder, ['--import', file])).toMatchObject({
      code: 0,
      out: [
        `Imported ${file}: 2 new. “${report.title}”: 1 new. “第一回　甄士隱夢幻識通靈”: 1 new.`,
      ],
    })
    expect(await kept(other.notes)).toEqual(await kept(notes))
    expect(await kept(other.folder)).toEqual(await kept(folder))
    const again = ['--import', file, '--document', documentId]
    expect(await run(other.folder, again)).toMatchObject({
      code: 0,
      out: [expect.stringContaining('2 here already')],
    })
  })

  it('have no gesture of an import that brought them nothing', async () => {
    const { folder } = await withNovel()
    await keep(folder, [annotationOn(report, '經濟運行', { id: 'r' })])
    await run(folder, ['--export', 'all.json', '--all'])
    const other = await withNovel([])
    await keep(other.folder, [annotationOn(report, '經濟運行', { id: 'r' })])
    await run(other.folder, ['--import', path.join(folder, 'all.json')])
    const gestures = async (of: string) => {
      const store = await openStore(of)
      await store.close()
      return store.history.done.map(({ gesture }) => gesture)
    }
    expect(await gestures(other.folder)).toEqual(['highlight'])
    expect((await gestures(other.notes)).at(-1)).toBe('import')
  })

  it('whose notes cannot be read take nothing in, and that is counted', async () => {
    const { folder } = await withNovel()
    await keep(folder, [annotationOn(report, '經濟運行', { id: 'r' })])
    await run(folder, ['--export', 'all.json', '--all'])
    const other = await withNovel([])
    rmSync(path.join(other.notes, 'annotations.json'), { force: true })
    mkdirSync(path.join(other.notes, 'annotations.json'))
    const { out } = await run(other.folder, ['--import', path.join(folder, 'all.json')])
    expect(out).toEqual([expect.stringMatching(/: 1 new, 1 [^.]*\. .*1 new\. .*: 1 /u)])
    expect((await kept(other.folder)).length).toBe(1)
  })

  it('whose notes cannot be read are not called without any, where there are no others', async () => {
    const { folder, notes } = await withNovel()
    rmSync(path.join(notes, 'annotations.json'), { force: true })
    mkdirSync(path.join(notes, 'annotations.json'))
    expect(await run(folder, ['--export', 'all.md', '--all'])).toMatchObject({
      code: 1,
      err: ['Nothing was exported, for this could not be read: “第一回　甄士隱夢幻識通靈”.'],
    })
  })

  it('whose notes cannot be read are named, and the others exported', async () => {
    const { folder, notes } = await withNovel()
    await keep(folder, [annotationOn(report, '經濟運行', { id: 'r' })])
    rmSync(path.join(notes, 'annotations.json'), { force: true })
    mkdirSync(path.join(notes, 'annotations.json'))
    const { code, err } = await run(folder, ['--export', 'all.md', '--all'])
    expect({ code, err }).toEqual({
      code: 1,
      err: ['Not in the file, for it could not be read: “第一回　甄士隱夢幻識通靈”.'],
    })
    expect(readFileSync(path.join(folder, 'all.md'), 'utf8')).toContain('經濟運行')
  })

  it('of another language are exported in their own form', async () => {
    const folder = newFolder()
    const file = path.join(folder, 'plain.txt')
    writeFileSync(file, 'Call me Ishmael.\nSome years ago.')
    const library = await openLibrary(folder)
    const opening = await library.add(file)
    if (opening.kind !== 'opened') throw new Error(opening.refusal)
    const document = new CanonicalDocument((await library.publication(opening.documentId)).document)
    await keep(library.catalog.notesFolder(document.id), [annotationOn(document, 'Ishmael')])
    const args = ['--export', 'x.txt', '--script', 'both', '--document', 'plain.txt']
    expect(await run(folder, args)).toMatchObject({ code: 0 })
    expect(readFileSync(path.join(folder, 'x.txt'), 'utf8')).toContain('Ishmael')
  })

  it('take in notes of their own, and leave those of the report alone', async () => {
    const { folder, documentId, notes } = await withNovel()
    await run(folder, ['--export', 'x.json', '--document', documentId])
    const other = await withNovel()
    await keep(other.folder, [])
    const args = ['--import', path.join(folder, 'x.json'), '--document', '石頭記.txt']
    expect(await run(other.folder, args)).toMatchObject({ code: 0 })
    expect(await kept(other.notes)).toEqual(await kept(notes))
    expect(await kept(other.folder)).toEqual([])
  })

  it.each(['--list', '--export=x.md', '--import=x.json'])(
    'that are not there are said to be so by %s',
    async (option) => {
      const { folder } = await withNovel()
      const { code, out, err } = await run(folder, [option, '--document', '紅樓夢'])
      expect({ code, out }).toEqual({ code: 1, out: [] })
      expect(err).toEqual([
        expect.stringMatching(/^piyue: "紅樓夢" is no document of the library/u),
      ])
    },
  )

  it('are asked for in three languages', () => {
    const invocation = parseCommandLine(['--document', 'x'])
    if (invocation.kind !== 'wrong') throw new Error(invocation.kind)
    for (const messages of Object.values(messagesIn)) {
      expect(messages.commandLine.wrong(invocation.problem)).toContain('--document')
      expect(messages.commandLine.unclearDocument('甲', 2)).toMatch(/甲.*2/u)
      expect(messages.commandLine.newestMeant('甲', '乙', 'b', ['a'])).toMatch(/2.*甲.*|甲.*2/u)
      expect(messages.commandLine.help('', '')).toContain('--documents')
    }
  })
})

it('notes and corrected characters of a file are one gesture in the document that they go to', async () => {
  const folder = newFolder()
  writeFileSync(path.join(folder, 'a.txt'), '某人传\n范某的头发很长。\n')
  const library = await openLibrary(folder)
  const opening = await library.add(path.join(folder, 'a.txt'))
  if (opening.kind !== 'opened') throw new Error(opening.refusal)
  const id = opening.documentId
  const workspaces = new Workspaces({ library, tell: () => {}, isShown: () => true })
  const workspace = await workspaces.open(id)
  const at = codePoints(workspace.open.document.text.indexOf('范'))
  const request = { at, everywhere: false, character: '范', tag: 'zh-Hant', found: '範' } as const
  const after = annotationOn(workspace.open.document, '头发', { id: 'n' })
  const requests = [{ ...request, readings: { 'zh-Hant': '范' } }]
  await workspace.import({ changes: [{ kind: 'create', after }], requests })
  await workspaces.close()
  expect(await run(folder, ['--export', 'x.json', '--document', id])).toMatchObject({ code: 0 })
  const json = readFileSync(path.join(folder, 'x.json'))
  const other = newFolder()
  writeFileSync(path.join(other, 'x.json'), json)
  writeFileSync(path.join(other, 'a.txt'), '某人传\n范某的头发很长。\n')
  const elsewhere = await openLibrary(other)
  await elsewhere.add(path.join(other, 'a.txt'))
  expect(await run(other, ['--import', 'x.json'])).toMatchObject({ code: 0, err: [] })
  const again = new Workspaces({ library: elsewhere, tell: () => {}, isShown: () => true })
  const taken = await again.open(id)
  const state = () => [taken.annotations.size, taken.open.publication.corrections?.length]
  expect([...state(), taken.history.undo]).toEqual([1, 1, 'import'])
  await taken.undo()
  expect([...state(), taken.history]).toEqual([0, 0, { undo: null, redo: 'import' }])
  await taken.redo()
  expect(state()).toEqual([1, 1])
  await again.close()
})
