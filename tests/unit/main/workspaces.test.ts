import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { AppEvent } from '../../../core/contract/contract'
import { codePoints } from '../../../core/text/code-points'
import { textRange } from '../../../core/text/range'
import { Library } from '../../../main/library/library'
import { annotationsIn } from '../../../main/library/list-documents'
import { AnnotationStore } from '../../../main/store/annotation-store'
import { Workspaces } from '../../../main/workspaces'
import { annotationOn, noon } from '../support/annotations'
import { bundledReport } from '../support/bundled-report'
import { madeDocument } from '../support/made-document'
import { workerInProcess } from './library/support'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'piyue-workspaces-'))
})
afterEach(() => {
  jest.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

/** The report being opened, with notes that are read only when they are let. */
async function whileRead() {
  const library = await Library.open({
    report: bundledReport,
    userData: folder,
    worker: workerInProcess,
  })
  const workspaces = new Workspaces({ library, tell: () => {}, isShown: () => true })
  const open = AnnotationStore.open.bind(AnnotationStore)
  let read = (): void => undefined
  const isLet = new Promise<void>((resolve) => (read = resolve))
  jest.spyOn(AnnotationStore, 'open').mockImplementation(async (options) => {
    await isLet
    return open(options)
  })
  const id = library.catalog.bundledId
  return { workspaces, id, read, opening: workspaces.open(id) }
}

const draft = {
  target: { kind: 'annotation', id: 'a' },
  note: '寫到一半',
  at: noon,
} as const

describe('a document whose notes are still being read', () => {
  it('can be shown, and nothing is written to them before', async () => {
    const { workspaces, id, read, opening } = await whileRead()
    const { open } = await workspaces.shown(id)
    expect(open.id).toBe(id)
    expect(workspaces.has(id)).toBe(true)
    expect(workspaces.find(id)).toBeUndefined()
    const style = { color: 'green', kind: 'underline' } as const
    const done: string[] = []
    const made = workspaces.get(id).then((workspace) => {
      done.push('change')
      const range = textRange(0, 2)
      return workspace.change({ kind: 'highlight', range, seenIn: 'zh-Hant', style })
    })
    const keep = async () => {
      const workspace = await workspaces.get(id)
      done.push('draft')
      workspace.saveDraft(draft)
    }
    const kept = keep()
    await new Promise(setImmediate)
    expect(done).toEqual([])
    expect(existsSync(path.join(folder, 'annotations.json'))).toBe(false)
    read()
    expect(await made).toMatchObject({ done: true })
    await kept
    expect(done).toEqual(['change', 'draft'])
    const { annotations, drafts } = (await opening).opening(codePoints(0))
    expect([annotations.length, drafts.length]).toEqual([1, 1])
    // Whoever opens it meanwhile gets the same.
    expect(await workspaces.open(id)).toBe(await opening)
    await workspaces.close()
  })

  it('is waited for when all is closed: what was written meanwhile is on disk', async () => {
    const { workspaces, id, read } = await whileRead()
    const kept = workspaces.get(id).then((workspace) => workspace.saveDraft(draft))
    const closed = workspaces.close()
    read()
    await Promise.all([kept, closed])
    expect(readFileSync(path.join(folder, 'drafts.json'), 'utf8')).toContain('寫到一半')
  })

  it('is not open, where they cannot be read', async () => {
    const { workspaces, id, opening } = await whileRead()
    jest.spyOn(AnnotationStore, 'open').mockRejectedValue(new Error('EACCES'))
    await expect(opening).rejects.toThrow('EACCES')
    expect(workspaces.has(id)).toBe(false)
    await expect(workspaces.get(id)).rejects.toThrow('is not open')
    await expect(workspaces.shown(id)).rejects.toThrow('is not open')
  })
})

describe('a document that is opened again while it is being closed', () => {
  it('waits until its files are written: there are never two stores of one folder', async () => {
    const library = await Library.open({
      report: bundledReport,
      userData: folder,
      worker: workerInProcess,
    })
    const workspaces = new Workspaces({ library, tell: () => {}, isShown: () => false })
    const id = library.catalog.bundledId
    const first = await workspaces.open(id)
    const style = { color: 'green', kind: 'underline' } as const
    const range = textRange(0, 2)
    await first.change({ kind: 'highlight', range, seenIn: 'zh-Hant', style })
    let letGo = (): void => undefined
    const isLet = new Promise<void>((resolve) => (letGo = resolve))
    const order: string[] = []
    const close = first.close.bind(first)
    jest.spyOn(first, 'close').mockImplementationOnce(async () => {
      await isLet
      await close()
      order.push('closed')
    })
    const opening = jest.spyOn(AnnotationStore, 'open')
    const closing = workspaces.closeIfSaved(id)
    while (workspaces.find(id) !== undefined) await new Promise(setImmediate)
    const again = workspaces.open(id).then((workspace) => {
      order.push('opened')
      return workspace
    })
    const notes = workspaces.annotationsOn(id)
    await new Promise(setImmediate)
    expect(opening).not.toHaveBeenCalled()
    letGo()
    await closing
    expect((await again).annotations.size).toBe(1)
    expect((await notes)?.size).toBe(1)
    expect(order).toEqual(['closed', 'opened'])
    await expect(first.change({ kind: 'delete', ids: ['a'] })).rejects.toThrow('is not open')
    await workspaces.close()
  })
})

describe('a note being written that the disk does not take', () => {
  it('keeps its document open when the reader goes to another, and is asked about when they quit', async () => {
    const library = await Library.open({
      report: bundledReport,
      userData: folder,
      worker: workerInProcess,
    })
    const notices: unknown[] = []
    const tell = (event: AppEvent) => event.kind === 'notice' && notices.push(event.notice)
    const workspaces = new Workspaces({ library, tell, isShown: () => false })
    const id = library.catalog.bundledId
    const workspace = await workspaces.open(id)
    const file = path.join(folder, 'drafts.json')
    // Nothing can be written beside the file, and so in its place.
    mkdirSync(`${file}.tmp`)
    workspace.saveDraft(draft)
    await workspaces.closeIfSaved(id)
    expect(workspaces.find(id)).toBe(workspace)
    expect(workspaces.isUnsaved).toBe(true)
    const problem = { problem: 'other', code: 'EISDIR' }
    expect(notices).toEqual([{ kind: 'beside-not-written', of: 'drafts', file, ...problem }])
    rmdirSync(`${file}.tmp`)
    await workspaces.closeIfSaved(id)
    expect(workspaces.find(id)).toBeUndefined()
    expect(workspaces.isUnsaved).toBe(false)
    expect(readFileSync(file, 'utf8')).toContain('寫到一半')
  })
})

describe('notes that are imported for a document that was taken out of the list', () => {
  const text = '章程\n本會以讀書為宗旨，凡愛書者皆可入會。\n'
  const charter = madeDocument(text)
  // Too few to tell by them in which text they stand.
  const items = [annotationOn(charter.document, '讀書', { id: 'n', note: '善' })]

  /** The library with that document, opened where a test says so, and the import of a file with the note. */
  async function removed(isOpen: boolean) {
    const library = await Library.open({
      report: bundledReport,
      userData: folder,
      worker: workerInProcess,
    })
    const file = path.join(folder, '章程.txt')
    writeFileSync(file, text)
    await library.add(file)
    const workspaces = new Workspaces({ library, tell: () => {}, isShown: () => true })
    const { id } = charter
    const workspace = isOpen ? await workspaces.open(id) : undefined
    await library.catalog.remove(id)
    const importer = workspaces.importer(async () => ({ origin: 'piyue', items }))
    const onDisk = async () => [
      ...((await annotationsIn(library.catalog.notesFolder(id))) ?? new Map()).keys(),
    ]
    const imported = () => importer.importFile('x.json', library.catalog.bundledId)
    return { library, workspaces, workspace, id, imported, onDisk }
  }

  it('are taken in by its workspace while that is open: there are never two stores of one folder', async () => {
    const { workspaces, workspace, id, imported, onDisk } = await removed(true)
    const opening = jest.spyOn(AnnotationStore, 'open')
    expect(await imported()).toMatchObject({ kind: 'imported', counts: { new: 1 } })
    expect(opening).not.toHaveBeenCalled()
    expect([...((await workspaces.annotationsOn(id))?.keys() ?? [])]).toEqual(['n'])
    expect(workspace?.history.undo).toBe('import')
    await workspaces.close()
    expect(await onDisk()).toEqual(['n'])
  })

  it('are written before it is opened again', async () => {
    const { library, workspaces, id, imported, onDisk } = await removed(false)
    const importing = imported()
    const opening = jest.spyOn(AnnotationStore, 'open')
    while (opening.mock.calls.length === 0) await new Promise(setImmediate)
    await library.catalog.restore(id)
    const workspace = await workspaces.open(id)
    await importing
    expect([...workspace.annotations.keys()]).toEqual(['n'])
    await workspace.change({ kind: 'delete', ids: ['n'] })
    await workspaces.close()
    expect(await onDisk()).toEqual([])
  })
})
