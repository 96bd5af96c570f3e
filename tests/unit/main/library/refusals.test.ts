import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { messagesIn } from '../../../../core/messages/language'
import { DocumentFolder } from '../../../../main/library/document-folder'
import { Library } from '../../../../main/library/library'
import { docxOf, epubOf, wordParagraph, zipOf } from '../../core/formats/support/make-files'
import { bundledReport } from '../../support/bundled-report'
import { systemError, workerInProcess } from './support'

const folder = mkdtempSync(path.join(tmpdir(), 'piyue-refusals-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => jest.restoreAllMocks())

const openLibrary = (userData = mkdtempSync(path.join(folder, 'user-'))) =>
  Library.open({ report: bundledReport, userData, worker: workerInProcess })

const made = async (name: string, make: (file: string) => unknown): Promise<string> => {
  const file = path.join(mkdtempSync(path.join(folder, 'file-')), name)
  await make(file)
  return file
}

const holding = (content: string | Uint8Array) => (file: string) => writeFileSync(file, content)

const latin = (content: string) => Buffer.from(content, 'latin1')

it.each<[string, string, (file: string) => unknown, string]>([
  [
    'two gigabytes of nothing',
    'x.txt',
    (file) => {
      writeFileSync(file, '')
      truncateSync(file, 2 * 1024 ** 3)
    },
    'too-large',
  ],
  ['a folder', 'x.txt', (file) => mkdirSync(file), 'not-a-file'],
  ['a device', 'x.txt', (file) => symlinkSync('/dev/null', file), 'not-a-file'],
  ['nothing at all', 'x.txt', () => {}, 'missing'],
  ['a way through a file', path.join('x.txt', 'y.txt'), () => {}, 'missing'],
  ['a link to itself', 'x.txt', (file) => symlinkSync(file, file), 'unreadable'],
  ['an empty file', 'x.txt', holding(''), 'empty'],
  ['a PDF', 'x.pdf', holding('%PDF-1.7\n'), 'pdf'],
  ['a PDF that is called a text', 'x.txt', holding('%PDF-1.7\n'), 'pdf'],
  ['an old Word document', 'x.doc', holding(latin('\u00d0\u00cf\u0011\u00e0\u00a1')), 'old-word'],
  ['a picture', 'x.png', holding(latin('\u0089PNG\r\n\u001a\n')), 'picture'],
  ['a program', 'x.txt', holding(latin(`\u007fELF${'\u0000\u0001'.repeat(200)}`)), 'unknown'],
  [
    'an archive of other things',
    'x.zip',
    (file) => writeFileSync(file, zipOf({ 'a.bin': 'x' })),
    'archive',
  ],
  [
    'half an e-book',
    'x.epub',
    (file) => writeFileSync(file, epubOf('<p>文</p>').subarray(0, 300)),
    'damaged',
  ],
  [
    'an e-book under DRM',
    'x.epub',
    (file) =>
      writeFileSync(
        file,
        epubOf('<p>文</p>', {
          'META-INF/encryption.xml':
            '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/><CipherData><CipherReference URI="a.xhtml"/></CipherData></EncryptedData></encryption>',
          'META-INF/rights.xml': '<rights/>',
        }),
      ),
    'protected',
  ],
  [
    'a Word document that unpacks to more than is taken',
    'x.docx',
    (file) =>
      writeFileSync(
        file,
        docxOf(wordParagraph('文'), { 'word/media/x.bin': new Uint8Array(66 << 20) }),
      ),
    'too-large',
  ],
])('%s is refused, in a sentence of each language', async (_, name, make, refusal) => {
  const library = await openLibrary()
  expect(await library.add(await made(name, make))).toEqual({ kind: 'refused', refusal })
  // Each reason has words of its own in every language.
  for (const { desktop } of Object.values(messagesIn)) {
    expect(desktop.refusals).toHaveProperty([refusal], expect.stringMatching(/.{6,}/u))
  }
  expect(library.catalog.entries).toHaveLength(1)
})

describe('a file that cannot be kept', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'not-kept'],
    ['EACCES', 'not-kept'],
  ])(
    'is refused where the system says %s, and can be opened once it says no more',
    async (code, refusal) => {
      const userData = mkdtempSync(path.join(folder, 'user-'))
      const library = await openLibrary(userData)
      const file = await made('x.txt', holding('章程\n本會以讀書為宗旨。\n'))
      const entry = jest.spyOn(DocumentFolder.prototype, 'writeEntry')
      entry.mockRejectedValueOnce(systemError(code))
      expect(await library.add(file)).toEqual({ kind: 'refused', refusal })
      expect(library.catalog.entries).toHaveLength(1)
      // What was written of it holds no document, at the next start neither.
      expect((await openLibrary(userData)).catalog.entries).toHaveLength(1)
      expect(await library.add(file)).toMatchObject({ kind: 'opened' })
      expect((await openLibrary(userData)).catalog.entries).toHaveLength(2)
    },
  )

  it.each(['writeDocument', 'writeEntry'] as const)(
    'takes no room, and the notes that wait for it stay: %s',
    async (refused) => {
      const library = await openLibrary()
      const file = await made('x.txt', holding('章程\n本會以讀書為宗旨。\n'))
      const write = jest.spyOn(DocumentFolder.prototype, refused)
      write.mockRejectedValueOnce(systemError('ENOSPC'))
      const there = () =>
        readdirSync(library.catalog.documentsFolder, { recursive: true }).map(String)
      await library.add(file)
      const [id = '', ...none] = there()
      expect(none).toEqual([])
      const kept = ['annotations.json', 'expected.json', 'source.docx']
      const inFolder = (name: string) => path.join(library.catalog.folder(id).path, name)
      for (const name of kept) writeFileSync(inFolder(name), 'x')
      write.mockRejectedValueOnce(systemError('ENOSPC'))
      expect(await library.add(file)).toEqual({ kind: 'refused', refusal: 'disk-full' })
      expect(there().toSorted()).toEqual([id, ...kept.map((name) => path.join(id, name))])
      expect(await library.add(file)).toMatchObject({ kind: 'opened', documentId: id })
    },
  )

  it('is read all the same where it lies in the library already', async () => {
    const library = await openLibrary()
    const file = await made('x.txt', holding('章程\n本會以讀書為宗旨。\n'))
    const opened = await library.add(file)
    const entry = jest.spyOn(DocumentFolder.prototype, 'writeEntry')
    entry.mockRejectedValueOnce(systemError('ENOSPC'))
    expect(await library.add(file)).toMatchObject({ ...opened, formerId: undefined })
  })

  it('is an error like others where it is no fault of the disk', async () => {
    const library = await openLibrary()
    const file = await made('x.txt', holding('章程\n本會以讀書為宗旨。\n'))
    jest.spyOn(DocumentFolder.prototype, 'create').mockRejectedValueOnce(new TypeError('ours'))
    await expect(library.add(file)).rejects.toThrow('ours')
    expect(await library.add(file)).toMatchObject({ kind: 'opened' })
  })
})

describe('files opened at once', () => {
  const text = '章程\n本會以讀書為宗旨。\n'

  it('are one document where they have the same words, kept once', async () => {
    const userData = mkdtempSync(path.join(folder, 'user-'))
    const library = await openLibrary(userData)
    const [one, two] = [await made('甲.txt', holding(text)), await made('乙.txt', holding(text))]
    const create = jest.spyOn(DocumentFolder.prototype, 'create')
    const openings = await Promise.all([one, two, one, two].map((file) => library.add(file)))
    const ids = openings.map((opening) => opening.kind === 'opened' && opening.documentId)
    expect(new Set(ids).size).toBe(1)
    expect(create).toHaveBeenCalledTimes(1)
    expect(library.catalog.entries).toHaveLength(2)
    expect(readdirSync(path.join(userData, 'documents'))).toHaveLength(1)
  })

  it('are each what they are, though one between them is refused', async () => {
    const library = await openLibrary()
    const files = [
      await made('甲.txt', holding(text)),
      await made('x.pdf', holding('%PDF-1.7')),
      await made('乙.txt', holding('另一篇\n內容不同。\n')),
    ]
    const openings = await Promise.all(files.map((file) => library.add(file)))
    expect(openings.map(({ kind }) => kind)).toEqual(['opened', 'refused', 'opened'])
    expect(library.catalog.entries).toHaveLength(3)
  })
})

describe('a document whose file', () => {
  it('is gone, or may not be read any more, is there as before', async () => {
    const library = await openLibrary()
    const file = await made('x.txt', holding('章程\n本會以讀書為宗旨。\n'))
    const opening = await library.add(file)
    if (opening.kind !== 'opened') throw new Error(opening.refusal)
    chmodSync(file, 0)
    expect(await library.publication(opening.documentId)).toMatchObject({
      document: { title: '章程' },
    })
    rmSync(file)
    expect(await library.hasNewText(opening.documentId)).toBe(false)
    expect(await library.add(file)).toEqual({ kind: 'refused', refusal: 'missing' })
    expect(await library.publication(opening.documentId)).toMatchObject({
      document: { title: '章程' },
    })
  })
})
