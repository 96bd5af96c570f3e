import { mkdirSync, mkdtempSync, rmdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const questions: string[] = []
let answer = 1

jest.mock('electron', () => ({
  app: { addRecentDocument: () => undefined },
  dialog: {
    showMessageBox: async ({ message }: { message: string }) => {
      questions.push(message)
      return { response: answer }
    },
  },
  shell: {},
}))

import type { Draft } from '../../../core/annotation/draft'
import { resolve } from '../../../core/annotation/resolve'
import type { AppEvent } from '../../../core/contract/contract'
import { messagesIn } from '../../../core/messages/language'
import { textRange } from '../../../core/text/range'
import { DocumentOpener } from '../../../main/document-opener'
import { absentDocuments } from '../../../main/library/absent-documents'
import { DocumentFolder } from '../../../main/library/document-folder'
import { Library } from '../../../main/library/library'
import { annotationsIn } from '../../../main/library/list-documents'
import { draftsIn } from '../../../main/store/draft-store'
import { Workspaces } from '../../../main/workspaces'
import { annotationOn, noon } from '../support/annotations'
import { bundledReport } from '../support/bundled-report'
import { diskOf, full, workerInProcess } from './library/support'

const folder = mkdtempSync(path.join(tmpdir(), 'piyue-opener-'))
afterEach(() => jest.restoreAllMocks())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const former = '章程\n第一條 本會名為讀書會。\n第二條 會員須愛書。\n第三條 會費每年一元。\n'
/** The first article is as it was, the second gone, and the third stands elsewhere. */
const newer =
  '章程\n第一條 本會名為讀書會。\n新增一條，比所去的那一條更長些。\n第三條 會費每年一元。\n'

/** A library with a charter, marks on it, and the charter's file as it is then changed. */
async function withCharter() {
  questions.splice(0)
  const userData = mkdtempSync(path.join(folder, 'user-'))
  const file = path.join(userData, '章程.txt')
  writeFileSync(file, former)
  const library = await Library.open({ report: bundledReport, userData, worker: workerInProcess })
  const told: AppEvent[] = []
  const tell = (event: AppEvent) => void told.push(event)
  const workspaces = new Workspaces({ library, tell, isShown: () => true })
  const opened: string[] = []
  const options = {
    library,
    messages: () => messagesIn.en,
    window: () => undefined,
    annotationsOn: (documentId: string) => workspaces.annotationsOn(documentId),
    draftsOn: (documentId: string) => workspaces.draftsOn(documentId),
    show: (documentId: string) => void opened.push(documentId),
  }
  const opener = new DocumentOpener(options)
  const opening = await library.add(file)
  if (opening.kind !== 'opened') throw new Error(opening.refusal)
  const id = opening.documentId
  const workspace = await workspaces.open(id)
  const { document } = workspace.open
  const marks = ['會員須愛書', '會費每年一元', '本會名為讀書會'].map((words, i) => ({
    kind: 'create' as const,
    after: annotationOn(document, words, { id: `${i}` }),
  }))
  await workspace.import({ changes: marks, requests: [] })
  const change = () => {
    writeFileSync(file, newer)
    // The clock of a file system may be coarse.
    utimesSync(file, new Date(), new Date(Date.now() + 5_000))
  }
  return { library, workspaces, opener, options, opened, told, file, id, change }
}

/** Notes begun and not saved: on the mark of the third article, and on the title. */
const drafts = (documentId: string, documentDigest: string): readonly [Draft, Draft] => {
  const words = { documentId, documentDigest, range: textRange(0, 2), seenIn: 'zh-Hant' } as const
  const passage = { ...words, style: { color: 'yellow', kind: 'highlight' } } as const
  return [
    { target: { kind: 'annotation', id: '1' }, note: '一元不多', at: noon, left: true },
    { target: { kind: 'passage', ...passage }, note: '何人所訂？', at: noon, left: true },
  ]
}

const saidToBeFull = { problem: 'full', code: 'ENOSPC' }

describe('a file that changed on the disk', () => {
  it('is asked about, and notes go along: same, moved, or said to be without a place', async () => {
    const { library, workspaces, opener, opened, id, change } = await withCharter()
    change()
    answer = 1
    await opener.offerNewText(id)
    expect(questions).toEqual(['“章程.txt” has changed since it was opened. Read it as it is now?'])
    const [newId = ''] = opened
    expect(newId).not.toBe(id)
    const workspace = await workspaces.open(newId)
    expect(await opener.takeNotesAlong(workspace)).toMatchObject({
      kind: 'imported',
      outcome: { kind: 'imported', counts: { new: 1, moved: 1, orphan: 1 } },
    })
    const states = [...workspace.annotations.values()].map((note) => {
      const resolved = resolve(workspace.open.document, note)
      return [note.quote.exact, resolved.state]
    })
    expect(states).toEqual([
      ['會員須愛書', 'orphan'],
      ['會費每年一元', 'anchored'],
      ['本會名為讀書會', 'anchored'],
    ])
    // The former words are out of the list, with their notes still on disk; links lead to the new ones.
    expect(library.catalog.has(id)).toBe(false)
    expect(library.catalog.currentId(id)).toBe(newId)
    expect((await workspaces.annotationsOn(id))?.size).toBe(3)
    expect(library.catalog.entries).toHaveLength(2)
    await workspaces.close()
  })

  it('is to be put back in its former words where it is undone that the notes come along', async () => {
    const { library, workspaces, opener, opened, id, change } = await withCharter()
    change()
    answer = 1
    await opener.offerNewText(id)
    const workspace = await workspaces.open(opened[0] ?? '')
    await opener.takeNotesAlong(workspace)
    expect(await absentDocuments(library.catalog)).toEqual([])
    await workspace.undo()
    expect(workspace.annotations.size).toBe(0)
    const left = { id, isRemoved: true, title: '章程', count: 3 }
    expect(await absentDocuments(library.catalog)).toMatchObject([left])
    await workspace.redo()
    // What the reader deletes among the new words is deleted, and nothing to be offered again.
    await workspace.change({ kind: 'delete', ids: ['0', '1'] })
    expect(await absentDocuments(library.catalog)).toEqual([])
    await workspace.undo()
    await workspace.undo()
    await library.catalog.restore(id)
    expect(await absentDocuments(library.catalog)).toEqual([])
    expect(library.catalog.currentId(id)).toBe(id)
    expect((await workspaces.open(id)).annotations.size).toBe(3)
    await workspaces.close()
  })

  it('tells where the disk does not let all notes go along, and has them go along another time', async () => {
    const { library, workspaces, opener, options, opened, file, id, change } = await withCharter()
    change()
    answer = 1
    await opener.offerNewText(id)
    const workspace = await workspaces.open(opened[0] ?? '')
    const replacing = jest.spyOn(library.catalog, 'replace').mockRejectedValue(full)
    expect(await opener.takeNotesAlong(workspace)).toEqual({
      kind: 'notice',
      notice: { kind: 'not-taken-along', file, disk: saidToBeFull },
    })
    expect(library.catalog.has(id)).toBe(true)
    replacing.mockRestore()
    // At another start nothing is known of it but what the disk has.
    const later = new DocumentOpener(options)
    questions.splice(0)
    await later.open(file)
    expect(questions).toHaveLength(1)
    await later.takeNotesAlong(workspace)
    expect(library.catalog.currentId(id)).toBe(workspace.id)
    expect(workspace.annotations.size).toBe(3)
    await later.open(file)
    expect(questions).toHaveLength(1)
    expect(await later.takeNotesAlong(workspace)).toBeUndefined()
    await workspaces.close()
  })

  it('keeps its former text in the library while the notes that came along are not on the disk', async () => {
    const { library, workspaces, opener, opened, file, id, change } = await withCharter()
    change()
    answer = 1
    await opener.offerNewText(id)
    const newNotes = library.catalog.notesFolder(opened[0] ?? '')
    const disk = diskOf(newNotes)
    const workspace = await workspaces.open(opened[0] ?? '')
    disk.isFull = true
    const notTaken = {
      kind: 'notice',
      notice: { kind: 'not-taken-along', file, disk: saidToBeFull },
    }
    expect(await opener.takeNotesAlong(workspace)).toEqual(notTaken)
    expect(workspace.annotations.size).toBe(3)
    // By now there is nothing to take along that is not there, and it is on no disk yet.
    expect(await opener.takeNotesAlong(workspace)).toEqual(notTaken)
    expect(library.catalog.has(id)).toBe(true)
    disk.isFull = false
    await opener.takeNotesAlong(workspace)
    expect(library.catalog.currentId(id)).toBe(workspace.id)
    expect((await annotationsIn(newNotes))?.size).toBe(3)
    await workspaces.close()
  })

  it('takes what it took along already no second time: the reader may have deleted it since', async () => {
    const { library, workspaces, opener, opened, id, change } = await withCharter()
    const former = await workspaces.open(id)
    const begun = drafts(id, former.open.document.digest)
    for (const draft of begun) former.saveDraft(draft)
    change()
    answer = 1
    await opener.offerNewText(id)
    const disk = diskOf(library.catalog.notesFolder(opened[0] ?? ''))
    const workspace = await workspaces.open(opened[0] ?? '')
    disk.isFull = true
    await opener.takeNotesAlong(workspace)
    disk.isFull = false
    await workspace.change({ kind: 'delete', ids: ['0', '1'] })
    for (const { target } of begun) workspace.dropDraft(target)
    // Meanwhile one more was made among the former words.
    const range = textRange(0, 1)
    const style = { color: 'green', kind: 'highlight' } as const
    await former.change({ kind: 'highlight', range, style, seenIn: 'zh-Hant', note: '後來' })
    await opener.takeNotesAlong(workspace)
    expect(library.catalog.currentId(id)).toBe(workspace.id)
    expect([...workspace.annotations.keys()]).toContain('2')
    expect(workspace.annotations.size).toBe(2)
    expect(workspace.drafts).toEqual([])
    await workspaces.close()
  })

  it('takes notes along that were being written, with their marks or for the whole', async () => {
    const { library, workspaces, opener, opened, told, id, change } = await withCharter()
    const { digest } = (await workspaces.open(id)).open.document
    const begun = drafts(id, digest)
    for (const draft of begun) (await workspaces.open(id)).saveDraft(draft)
    change()
    answer = 1
    await opener.offerNewText(id)
    const [newId = ''] = opened
    const workspace = await workspaces.open(newId)
    await opener.takeNotesAlong(workspace)
    expect(told).toContainEqual({ kind: 'drafts', documentId: newId, drafts: begun })
    expect(workspace.drafts).toEqual(begun)
    expect(await draftsIn(library.catalog.notesFolder(newId))).toEqual(begun)
    expect(library.catalog.currentId(id)).toBe(newId)
    // The reader goes on with one of them, and lets go of the other, as the page names them.
    const [first, second] = begun
    workspace.saveDraft({ ...first, note: '一元不多也不少' })
    workspace.dropDraft(second.target)
    expect(workspace.drafts.map(({ note }) => note)).toEqual(['一元不多也不少'])
    await workspaces.close()
  })

  it('takes such notes along where there are no others, and stays in the library where it cannot', async () => {
    const { library, workspaces, options, opened, file, id, change } = await withCharter()
    const former = await workspaces.open(id)
    await former.undo()
    const [, begun] = drafts(id, former.open.document.digest)
    former.saveDraft(begun)
    await workspaces.close()
    change()
    // As at another start: nothing of it is open.
    const later = new Workspaces({ library, tell: () => undefined, isShown: () => true })
    const draftsOn = jest.fn((documentId: string) => later.draftsOn(documentId))
    const annotationsOn = (documentId: string) => later.annotationsOn(documentId)
    const opener = new DocumentOpener({ ...options, annotationsOn, draftsOn })
    await opener.open(file)
    expect(questions).toEqual([])
    const [newId = ''] = opened
    const workspace = await later.open(newId)
    const stays = async (disk: unknown) => {
      const notice = { kind: 'not-taken-along', file, disk }
      expect(await opener.takeNotesAlong(workspace)).toEqual({ kind: 'notice', notice })
      expect(library.catalog.has(id)).toBe(true)
    }
    draftsOn.mockResolvedValueOnce(null)
    await stays(null)
    // Nothing can be written beside the file, and so in its place.
    const inTheWay = path.join(library.catalog.notesFolder(newId), 'drafts.json.tmp')
    mkdirSync(inTheWay)
    await stays({ problem: 'other', code: 'EISDIR' })
    rmdirSync(inTheWay)
    expect(await opener.takeNotesAlong(workspace)).toBeUndefined()
    expect(library.catalog.currentId(id)).toBe(newId)
    expect(await draftsIn(library.catalog.notesFolder(newId))).toEqual([begun])
    await later.close()
  })

  it('tells that former notes cannot be read, and leaves both texts in the library', async () => {
    const { library, workspaces, opener, opened, file, id, change } = await withCharter()
    change()
    answer = 1
    await opener.offerNewText(id)
    const workspace = await workspaces.open(opened[0] ?? '')
    jest.spyOn(workspaces, 'annotationsOn').mockResolvedValueOnce(null)
    expect(await opener.takeNotesAlong(workspace)).toEqual({
      kind: 'notice',
      notice: { kind: 'not-taken-along', file, disk: null },
    })
    expect(library.catalog.has(id)).toBe(true)
    await workspaces.close()
  })

  it('is left as it was read where the reader wants, and not asked about again until it changes', async () => {
    const { library, workspaces, opener, opened, id, file, change } = await withCharter()
    change()
    answer = 0
    await opener.offerNewText(id)
    await opener.offerNewText(id)
    expect(questions).toHaveLength(1)
    expect(opened).toEqual([])
    expect(library.catalog.has(id)).toBe(true)
    writeFileSync(file, `${newer}又添一條。\n`)
    await opener.offerNewText(id)
    expect(questions).toHaveLength(2)
    await workspaces.close()
  })

  it('is left as it was read though the disk is full: it is looked into again, and asked about again', async () => {
    const { library, workspaces, opener, opened, id, file, change } = await withCharter()
    utimesSync(file, new Date(0), new Date(0))
    const writing = jest.spyOn(DocumentFolder.prototype, 'writeEntry')
    writing.mockRejectedValue(full)
    await opener.offerNewText(id)
    expect(questions).toEqual([])
    change()
    answer = 0
    await opener.offerNewText(id)
    await opener.offerNewText(id)
    expect(questions).toHaveLength(2)
    writing.mockRestore()
    await opener.offerNewText(id)
    await opener.offerNewText(id)
    expect(questions).toHaveLength(3)
    expect(opened).toEqual([])
    expect(library.catalog.has(id)).toBe(true)
    await workspaces.close()
  })

  it('is not asked about where only its day changed, where it is gone, or cannot be read', async () => {
    const { workspaces, opener, id, file } = await withCharter()
    utimesSync(file, new Date(0), new Date(0))
    await opener.offerNewText(id)
    rmSync(file)
    await opener.offerNewText(id)
    expect(questions).toEqual([])
    await workspaces.close()
  })

  it('opened anew asks whether the notes go along, or both texts stay', async () => {
    const { library, workspaces, opener, opened, file, change } = await withCharter()
    change()
    answer = 0
    await opener.open(file)
    expect(questions).toEqual([
      '“章程.txt” has changed since you marked it. Take your 3 marks along?',
    ])
    expect(library.catalog.entries).toHaveLength(3)
    const [newId = ''] = opened
    expect(await opener.takeNotesAlong(await workspaces.open(newId))).toBeUndefined()
    // The reader has said so: it is not asked again until the file changes again.
    await opener.open(file)
    expect(questions).toHaveLength(1)
    await workspaces.close()
  })
})

describe('files opened at once', () => {
  it('are opened one after the other, so that the last is shown in the end, whatever becomes of one', async () => {
    const { library, workspaces, opener, opened, file } = await withCharter()
    const order: string[] = []
    let letGo = (): void => undefined
    const isLet = new Promise<void>((resolve) => (letGo = resolve))
    const add = library.add.bind(library)
    jest.spyOn(library, 'add').mockImplementation(async (one) => {
      order.push(path.basename(one))
      if (order.length === 1) await isLet
      return add(one)
    })
    const others = ['乙.txt', '丙.txt'].map((name) => path.join(path.dirname(file), name))
    for (const other of others) writeFileSync(other, `${path.basename(other)}\n另一篇。\n`)
    const gone = path.join(path.dirname(file), '不在.txt')
    const [first, ...opening] = [file, gone, ...others].map((one) => opener.open(one))
    await new Promise(setImmediate)
    expect(order).toEqual(['章程.txt'])
    letGo()
    await Promise.all([first, ...opening])
    expect(order).toEqual(['章程.txt', '不在.txt', '乙.txt', '丙.txt'])
    expect(opened.map((id) => library.catalog.titleOf(id))).toEqual(['章程', '乙.txt', '丙.txt'])
    await workspaces.close()
  })
})
