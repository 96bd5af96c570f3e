import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as fc from 'fast-check'
import type { StoreNotice } from '../../../../core/app/store-notice'
import { citationDataOf } from '../../../../core/document/citation-data'
import { messagesIn } from '../../../../core/messages/language'
import { nodeFileSystem } from '../../../../main/disk/node-file-system'
import { DocumentFolder } from '../../../../main/library/document-folder'
import { stepOf } from '../../../../main/library/edition-store'
import { Library, UnknownDocument } from '../../../../main/library/library'
import { noon } from '../../support/annotations'
import { bundledReport } from '../../support/bundled-report'
import { systemError, workerInProcess } from './support'

const folder = mkdtempSync(path.join(tmpdir(), 'piyue-damaged-library-'))
afterEach(() => jest.restoreAllMocks())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const text = '章程\n甲乙，丙丁。發展很快。\n末段如常。\n'
let count = 0

/** A library with one document, and what it tells from now on. */
async function libraryWith(content: string | Uint8Array = text, name = '章程.txt') {
  const userData = path.join(folder, String(count++))
  const library = await Library.open({ report: bundledReport, userData, worker: workerInProcess })
  const file = path.join(folder, `${count} ${name}`)
  writeFileSync(file, content)
  const opening = await library.add(file)
  if (opening.kind !== 'opened') throw new Error(opening.refusal)
  const id = opening.documentId
  await library.wholeDocument(id)
  const inFolder = (one: string) => path.join(userData, 'documents', id, one)
  return { userData, id, inFolder, entry: library.catalog.entries[1], file }
}

async function openAgain(userData: string) {
  const notices: StoreNotice[] = []
  const library = await Library.open({
    report: bundledReport,
    userData,
    worker: workerInProcess,
    onNotice: (notice) => notices.push(notice),
  })
  return { library, notices }
}

const wordsOf = async (library: Library, id: string) =>
  (await library.publication(id)).document.blocks.map((block) => block.text)

const lines = ['章程', '甲乙，丙丁。發展很快。', '末段如常。']

describe('a damaged file of the library', () => {
  it('that is a picture is as one that is not there, and the others are', async () => {
    const png = (more: number) =>
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, more]).toString('base64')
    const page = `${text}![甲](data:image/png;base64,${png(1)})\n\n![乙](data:image/png;base64,${png(2)})\n`
    const { userData, id, inFolder } = await libraryWith(page, '章程.md')
    unlinkSync(inFolder('resources/0'))
    const { library } = await openAgain(userData)
    const [name, ...others] = Object.keys(
      JSON.parse(readFileSync(inFolder('resources.json'), 'utf8')),
    )
    expect([...(await library.pictures(id)).keys()]).toEqual(others)
    expect(await library.resource(id, name ?? '')).toBeUndefined()
  })

  it.each([
    ['empty', '', 'empty'],
    ['cut off', '{"id":"', 'not-json'],
    ['of another kind', '{"format":"other"}', 'invalid'],
    ['another document’s', JSON.stringify({ id: 'other' }), 'invalid'],
  ])('that is %s: the entry is made again, and that is told', async (_what, content, damage) => {
    const { userData, id, inFolder, entry } = await libraryWith()
    writeFileSync(inFolder('entry.json'), content)
    const source = readFileSync(inFolder('source.txt'), 'utf8')
    const { library, notices } = await openAgain(userData)
    expect(notices).toMatchObject([
      { kind: 'library-damaged', of: 'entry', damage, isRecovered: true },
    ])
    const [notice] = notices
    const aside = notice?.kind === 'library-damaged' ? notice.setAside : null
    expect(readFileSync(aside ?? '', 'utf8')).toBe(content)
    const { title, format, encoding, length, forms } = library.catalog.entries[1] ?? {}
    expect({ title, format, encoding, length, forms }).toEqual({
      title: entry?.title,
      format: 'text',
      encoding: entry?.encoding,
      length: entry?.length,
      forms: entry?.forms,
    })
    expect(await wordsOf(library, id)).toEqual(lines)
    expect(readFileSync(inFolder('source.txt'), 'utf8')).toBe(source)
    expect((await openAgain(userData)).notices).toEqual([])
  })

  it('an entry with a count that is no number is made again', async () => {
    const { userData, inFolder } = await libraryWith()
    const entry = JSON.parse(readFileSync(inFolder('entry.json'), 'utf8'))
    writeFileSync(inFolder('entry.json'), JSON.stringify({ ...entry, misfits: 'many' }))
    const { notices } = await openAgain(userData)
    expect(notices).toMatchObject([{ of: 'entry', damage: 'invalid', isRecovered: true }])
  })

  it('what a later version told the reader of is kept', async () => {
    const { userData, inFolder } = await libraryWith()
    const entry = JSON.parse(readFileSync(inFolder('entry.json'), 'utf8'))
    const told = ['damage', 'of-a-later-version']
    writeFileSync(inFolder('entry.json'), JSON.stringify({ ...entry, told }))
    const { library, notices } = await openAgain(userData)
    expect(notices).toEqual([])
    expect(library.catalog.entries[1]).toMatchObject({ told })
  })

  it('the document is read again from the copy of its file, in the encoding that the reader chose', async () => {
    const { userData, id, inFolder, file } = await libraryWith()
    // A copy in another encoding than would be found: as the reader chose it.
    const entry = JSON.parse(readFileSync(inFolder('entry.json'), 'utf8'))
    writeFileSync(inFolder('entry.json'), JSON.stringify({ ...entry, chosenEncoding: 'utf-8' }))
    unlinkSync(file)
    writeFileSync(inFolder('document.json'), '{"id"')
    const { library, notices } = await openAgain(userData)
    // Asked for by two at once, as by a window that opens it.
    const [words] = await Promise.all([wordsOf(library, id), library.editing(id)])
    expect(words).toEqual(lines)
    expect(notices).toMatchObject([
      { kind: 'library-damaged', of: 'document', damage: 'not-json', isRecovered: true },
    ])
    expect((await library.publication(id)).document.title).toBe('章程')
  })

  it('a document whose text is no longer that of its digest is damaged, however well it parses', async () => {
    const { userData, id, inFolder } = await libraryWith()
    const kept = readFileSync(inFolder('document.json'), 'utf8')
    writeFileSync(inFolder('document.json'), kept.replace('丙丁', '丙戊'))
    const { library, notices } = await openAgain(userData)
    expect(await wordsOf(library, id)).toEqual(lines)
    expect(notices).toMatchObject([{ of: 'document', damage: 'invalid', isRecovered: true }])
  })

  it('entry and document are both made again where both are damaged', async () => {
    const { userData, id, inFolder } = await libraryWith()
    for (const name of ['entry.json', 'document.json']) writeFileSync(inFolder(name), 'x')
    const { library } = await openAgain(userData)
    expect(await wordsOf(library, id)).toEqual(lines)
  })

  it('what cannot be made again is left as it is and told, and is there again once its file is opened', async () => {
    const { userData, id, inFolder, file } = await libraryWith()
    for (const name of ['entry.json', 'document.json']) writeFileSync(inFolder(name), 'x')
    unlinkSync(inFolder('source.txt'))
    const { library, notices } = await openAgain(userData)
    expect(notices).toMatchObject([{ of: 'entry', isRecovered: false, setAside: null }])
    expect(library.catalog.has(id)).toBe(false)
    expect(readFileSync(inFolder('entry.json'), 'utf8')).toBe('x')
    await library.add(file)
    expect(await wordsOf(library, id)).toEqual(lines)
  })

  it('a form that is damaged is made again, and nothing is said', async () => {
    const { userData, id, inFolder } = await libraryWith()
    const kept = JSON.parse(readFileSync(inFolder('renditions/zh-Hans.json'), 'utf8'))
    kept.rendition.blocks = { a: 3 }
    writeFileSync(inFolder('renditions/zh-Hans.json'), JSON.stringify(kept))
    const { library, notices } = await openAgain(userData)
    const { renditions } = (await library.wholeDocument(id)).publication
    const hans = renditions.find(({ tag }) => tag === 'zh-Hans')
    expect(Object.values(hans?.blocks ?? {}).map((block) => block.text)[1]).toContain('发展很快')
    expect(notices).toEqual([])
  })

  it('an edition is set aside, and that is told', async () => {
    const { userData, id, inFolder } = await libraryWith()
    writeFileSync(inFolder('edition.json'), '{"edition":{"repairs":[{}]}}')
    const { library, notices } = await openAgain(userData)
    await library.editing(id)
    expect(notices).toMatchObject([{ of: 'edition', damage: 'invalid', isRecovered: true }])
    expect(readdirSync(inFolder('.')).some((name) => name.startsWith('edition.damaged'))).toBe(true)
  })

  it('an edition that cannot be set aside stays where it is, and is before another is written', async () => {
    const { userData, id, inFolder } = await libraryWith()
    writeFileSync(inFolder('edition.json'), '{')
    const { library, notices } = await openAgain(userData)
    const rename = jest.spyOn(nodeFileSystem, 'rename').mockRejectedValueOnce(systemError('EROFS'))
    const editing = await library.editing(id)
    expect(notices).toMatchObject([{ of: 'edition', setAside: null }])
    const citation = citationDataOf({ source: { published: { kind: 'unknown' } } }, '甲')
    const step = stepOf({ cited: citation, citedBefore: null }, noon)
    rename.mockRejectedValueOnce(systemError('EROFS'))
    await expect(editing?.store.record(step)).rejects.toThrow('EROFS')
    expect(readFileSync(inFolder('edition.json'), 'utf8')).toBe('{')
    await editing?.store.record(step)
    const aside = readdirSync(inFolder('.')).find((name) => name.startsWith('edition.damaged'))
    expect(readFileSync(inFolder(aside ?? ''), 'utf8')).toBe('{')
    expect((await library.editionOf(id)).citation?.title).toBe('甲')
  })

  it('a command, which only reads, touches nothing', async () => {
    const { userData, id, inFolder } = await libraryWith()
    writeFileSync(inFolder('entry.json'), 'x')
    const library = await Library.open({ report: bundledReport, userData, worker: workerInProcess })
    expect(library.catalog.has(id)).toBe(false)
    expect(readFileSync(inFolder('entry.json'), 'utf8')).toBe('x')
  })

  it('whatever befalls the files, the library opens, the source stays, and the words come back', async () => {
    const { userData, id, inFolder } = await libraryWith()
    const names = ['entry.json', 'document.json', 'renditions/zh-Hans.json', 'resources.json']
    const whole = new Map(names.map((name) => [name, readFileSync(inFolder(name))]))
    const source = readFileSync(inFolder('source.txt'))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(), fc.nat(255), fc.boolean()), {
          minLength: 1,
          maxLength: 3,
        }),
        async (damages) => {
          for (const [name, bytes] of whole) writeFileSync(inFolder(name), bytes)
          for (const [name, at, byte, cuts] of damages) {
            const bytes = Buffer.from(readFileSync(inFolder(name)))
            if (bytes.length === 0) continue
            bytes[at % bytes.length] = byte
            writeFileSync(inFolder(name), cuts ? bytes.subarray(0, at % bytes.length) : bytes)
          }
          const { library } = await openAgain(userData)
          expect(await wordsOf(library, id)).toEqual(lines)
          expect(readFileSync(inFolder('source.txt'))).toEqual(source)
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('a disk that refuses', () => {
  it('to have one document read keeps no other from being there, and that is told', async () => {
    const { userData, id, inFolder, file } = await libraryWith()
    unlinkSync(inFolder('entry.json'))
    // Whoever runs the tests: the system lets nobody read a link to itself.
    symlinkSync('entry.json', inFolder('entry.json'))
    writeFileSync(file, `${text}另一篇。\n`)
    const other = await (await openAgain(userData)).library.add(file)
    if (other.kind !== 'opened') throw new Error(other.refusal)
    const { library, notices } = await openAgain(userData)
    expect(library.catalog.entries.slice(1)).toMatchObject([{ id: other.documentId }])
    expect(notices).toEqual([{ kind: 'library-unreadable', folder: inFolder(''), code: 'ELOOP' }])
    for (const { store } of Object.values(messagesIn)) {
      expect(store.notice(notices[0] as StoreNotice)).toContain('ELOOP')
    }
    await expect(library.publication(id)).rejects.toThrow(UnknownDocument)
  })

  it.each(['ENOSPC', 'EROFS'])(
    'to write what is made again (%s) has it there all the same, and mended another time',
    async (code) => {
      const { userData, id, inFolder } = await libraryWith()
      for (const name of ['entry.json', 'document.json']) writeFileSync(inFolder(name), 'x')
      const refused = ['writeEntry', 'writeDocument'] as const
      for (const one of refused) {
        jest.spyOn(DocumentFolder.prototype, one).mockRejectedValue(systemError(code))
      }
      const { library, notices } = await openAgain(userData)
      expect(await wordsOf(library, id)).toEqual(lines)
      expect(notices).toMatchObject([
        { of: 'entry', isRecovered: true, setAside: null },
        { of: 'document', isRecovered: true, setAside: null },
      ])
      for (const name of ['entry.json', 'document.json']) {
        expect(readFileSync(inFolder(name), 'utf8')).toBe('x')
      }
      jest.restoreAllMocks()
      expect((await openAgain(userData)).notices).toMatchObject([{ isRecovered: true }])
      expect((await openAgain(userData)).notices).toEqual([])
    },
  )
})
