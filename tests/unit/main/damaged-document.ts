import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import iconv from 'iconv-lite'
import { isAnchored, resolve } from '../../../core/annotation/resolve'
import type { AppEvent, ChangeOutcome } from '../../../core/contract/contract'
import type { CanonicalDocument } from '../../../core/document/document'
import { codePointLength, codePoints } from '../../../core/text/code-points'
import { textRange } from '../../../core/text/range'
import { EditionStore } from '../../../main/library/edition-store'
import { Library } from '../../../main/library/library'
import { ShownDocument } from '../../../main/shown-document'
import { Workspace } from '../../../main/workspace'
import { bundledReport } from '../support/bundled-report'
import { workerInProcess } from './library/support'

const folder = mkdtempSync(path.join(tmpdir(), 'piyue-gestures-'))
afterEach(() => jest.restoreAllMocks())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Words of Simplified Chinese, read as what they are not. */
export const misread = new TextDecoder('gb18030').decode(iconv.encode('我们坚持稳中求进', 'utf-8'))

/** A text with damaged punctuation, a space that is none of its own, and misread words. */
export const damaged = `標題\n甲乙,丙丁;戊 己。\n前文 ${misread} 後文。\n`
let count = 0

/** What lies between asking for something slow and its being done. */
export type Hold = (what: string) => Promise<unknown>

/** A damaged document as it is open in the app, and as the page shows it. */
export async function opened(hold: Hold = async () => undefined) {
  const userData = path.join(folder, String(count++))
  const file = `${userData}.txt`
  writeFileSync(file, damaged)
  const library = await Library.open({ report: bundledReport, userData, worker: workerInProcess })
  const opening = await library.add(file)
  if (opening.kind !== 'opened') throw new Error(opening.refusal)
  return openedIn(userData, opening.documentId, hold)
}

/** The same, opened again. @param id the document's */
export async function openedIn(userData: string, id: string, hold: Hold = async () => undefined) {
  const library = await Library.open({ report: bundledReport, userData, worker: workerInProcess })
  const shown = new ShownDocument(await library.publication(id), (open) => library.formMaker(open))
  const editing = await library.editing(id)
  if (editing === undefined) throw new Error('It cannot be edited')
  const events: AppEvent[] = []
  const { store } = editing
  for (const step of ['record', 'undo', 'redo'] as const) {
    const keep = store[step].bind(store)
    jest.spyOn(store, step).mockImplementation(async (one) => {
      await hold(step)
      await keep(one)
    })
  }
  const workspace = await Workspace.open({
    shown,
    folder: library.catalog.notesFolder(id),
    editing: {
      ...editing,
      publicationWith: async (edition, former) => {
        await hold('make')
        return library.publicationWith(id, edition, former)
      },
      onEdited: async (open) => {
        await hold('describe')
        await library.describe(open)
      },
    },
    tell: (event) => events.push(event),
  })
  await workspace.lookForDamage()
  const { proposals = [] } = workspace.open.publication.apparatus
  const idsOf = (kind: string) => proposals.flatMap((one) => (one.kind === kind ? [one.id] : []))
  return { userData, id, workspace, store, events, proposals, idsOf }
}

/** The page asks for a mark on words of the text that it shows. */
export function mark(
  workspace: Workspace,
  on: string,
  document = workspace.open.document,
  color: 'yellow' | 'pink' = 'yellow',
) {
  return workspace.change(
    {
      kind: 'highlight',
      range: placeOf(document, on),
      seenIn: 'zh-Hant',
      style: { color, kind: 'highlight' },
    },
    document.digest,
  )
}

/** Where words stand in a text. */
export function placeOf({ text }: CanonicalDocument, part: string) {
  const at = codePointLength(text.slice(0, text.indexOf(part)))
  return textRange(at, at + codePointLength(part))
}

/** 後 read as it is in Simplified too. */
export const readOtherwise = (document: CanonicalDocument) =>
  ({
    kind: 'correct',
    at: codePoints(placeOf(document, '後文').start),
    character: '後',
    tag: 'zh-Hans',
    found: '后',
    everywhere: false,
    readings: { 'zh-Hans': '後' },
  }) as const

/** The page asks for that reading in the text that it shows. */
export const correct = (workspace: Workspace, document = workspace.open.document) =>
  workspace.edit(readOtherwise(document), document.digest)

/** The first annotation that a gesture changed. */
export const idOf = (outcome: ChangeOutcome) => (outcome.done ? (outcome.changed[0] ?? '') : '')

/** What an annotation is on, or why it is on nothing. */
export const wordsOf = (workspace: Workspace, id: string) => {
  const annotation = workspace.annotations.get(id)
  if (annotation === undefined) return 'gone'
  const resolved = resolve(workspace.open.document, annotation)
  return isAnchored(resolved) ? workspace.open.document.slice(resolved.place) : resolved.reason
}

/** The repairs that a document's folder has, in order of their ids. */
export const repairsOnDisk = async (userData: string, id: string) => {
  const { edition } = await EditionStore.open({
    folder: path.join(userData, 'documents', id),
    citation: null,
  })
  return edition.repairs.map((repair) => repair.id).toSorted((a, b) => a.localeCompare(b))
}
