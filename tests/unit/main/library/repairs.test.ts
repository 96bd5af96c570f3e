import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import iconv from 'iconv-lite'
import type { Annotation } from '../../../../core/annotation/annotation'
import { isAnchored, resolve } from '../../../../core/annotation/resolve'
import type { AppEvent } from '../../../../core/contract/contract'
import { codePointLength, codePoints } from '../../../../core/text/code-points'
import { textRange } from '../../../../core/text/range'
import { Library } from '../../../../main/library/library'
import type { Workspace } from '../../../../main/workspace'
import { Workspaces } from '../../../../main/workspaces'
import { bundledReport } from '../../support/bundled-report'
import { workerInProcess } from './support'

const folder = mkdtempSync(path.join(tmpdir(), 'piyue-repairs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const misread = new TextDecoder('gb18030').decode(iconv.encode('我们坚持稳中求进', 'utf-8'))
const damaged = `標題\n甲乙,丙丁;戊 己。\n前文 ${misread} 後文。\n`
let count = 0

/** A damaged document as it is open in the app. */
async function opened(text = damaged) {
  const userData = path.join(folder, String(count++))
  const file = `${userData}.txt`
  writeFileSync(file, text)
  const library = await Library.open({ report: bundledReport, userData, worker: workerInProcess })
  const opening = await library.add(file)
  if (opening.kind !== 'opened') throw new Error(opening.refusal)
  return { userData, id: opening.documentId, ...(await openAgain(userData, opening.documentId)) }
}

async function openAgain(userData: string, id: string) {
  const library = await Library.open({ report: bundledReport, userData, worker: workerInProcess })
  const events: AppEvent[] = []
  const workspaces = new Workspaces({
    library,
    tell: (event) => events.push(event),
    isShown: () => true,
  })
  const workspace = await workspaces.open(id)
  await workspace.lookForDamage()
  return { library, workspace, events }
}

const proposalsOf = ({ open }: Workspace) => open.publication.apparatus.proposals ?? []

const take = (workspace: Workspace, kind: string) =>
  workspace.edit({
    kind: 'take',
    ids: proposalsOf(workspace).flatMap((one) => (one.kind === kind ? [one.id] : [])),
  })

async function mark(workspace: Workspace, words: string): Promise<string> {
  const { document } = workspace.open
  const at = Array.from(document.text.slice(0, document.text.indexOf(words))).length
  const outcome = await workspace.change({
    kind: 'highlight',
    range: textRange(at, at + Array.from(words).length),
    seenIn: 'zh-Hant',
    style: { color: 'yellow', kind: 'highlight' },
  })
  return outcome.done ? (outcome.changed[0] ?? '') : ''
}

const wordsOf = (workspace: Workspace, id: string) => {
  const resolved = resolve(workspace.open.document, workspace.annotations.get(id) as Annotation)
  return isAnchored(resolved) ? workspace.open.document.slice(resolved.place) : resolved.reason
}

const noon = '2026-01-02T12:00:00.000Z'

function draftOn({ open: { document } }: Workspace, words: string, note: string) {
  const start = codePointLength(document.text.slice(0, document.text.indexOf(words)))
  const target = {
    kind: 'passage',
    documentId: document.id,
    documentDigest: document.digest,
    range: textRange(start, start + codePointLength(words)),
    seenIn: 'zh-Hant',
    style: { color: 'yellow', kind: 'highlight' },
  } as const
  return { target, note, at: noon }
}

/** What is being written, with the words that it is on; nothing where those are of another text. */
const draftsIn = (workspace: Workspace) =>
  workspace.opening(codePoints(0)).drafts.map((draft) => {
    const { document } = workspace.open
    const { target, note } = draft
    if (target.kind === 'annotation') return draft
    const isOfThis = target.documentDigest === document.digest
    return isOfThis ? `${document.slice(target.range)}：${note}` : null
  })

describe('repairs of an open document', () => {
  it('change its words in every form, and marks stay on theirs', async () => {
    const { workspace, events, library, id } = await opened()
    expect(events).toEqual([
      { kind: 'proposed', documentId: id, proposals: proposalsOf(workspace) },
    ])
    expect(proposalsOf(workspace).map(({ kind }) => kind)).toEqual([
      'punctuation',
      'punctuation',
      'spacing',
      'spacing',
      'decoding',
      'spacing',
    ])
    const before = await mark(workspace, '丙丁;戊')
    const inside = await mark(workspace, misread.slice(2, 5))
    const after = await mark(workspace, '後文')
    events.length = 0
    expect(await take(workspace, 'decoding')).toMatchObject({ done: true })
    expect(events).toEqual([{ kind: 'edited', documentId: id }])
    expect(await take(workspace, 'punctuation')).toMatchObject({ done: true })
    const open = await workspace.shown.whole()
    expect(open.document.text).toBe('標題\n甲乙，丙丁；戊 己。\n前文 我们坚持稳中求进 後文。')
    expect(open.renditionOf('zh-Hans').block('b3').text).toBe('前文 我们坚持稳中求进 后文。')
    expect(open.renditionOf('source').block('b3').text).toBe(`前文 ${misread} 後文。`)
    expect(wordsOf(workspace, before)).toBe('丙丁；戊')
    expect(wordsOf(workspace, inside)).toBe('我们坚持稳中求进')
    expect(wordsOf(workspace, after)).toBe('後文')
    expect(open.publication.apparatus.emendations).toMatchObject([
      { kind: 'punctuation', found: ',', reading: '，' },
      { kind: 'punctuation', found: ';', reading: '；' },
      { kind: 'encoding', basis: 'bytes', found: misread, reading: '我们坚持稳中求进' },
    ])
    expect(open.remarks.map(({ kind }) => kind).toSorted()).toEqual([
      'emendation',
      'emendation',
      'emendation',
      'proposal',
      'proposal',
      'proposal',
    ])
    expect(library.catalog.entries.find((entry) => entry.id === id)?.length).toBe(
      open.document.length,
    )
    await workspace.close()
  })

  it('are taken back and done again in the order of everything that was done', async () => {
    const { workspace } = await opened()
    const first = await mark(workspace, '丙丁')
    await take(workspace, 'punctuation')
    const second = await mark(workspace, '，丙丁；')
    await take(workspace, 'spacing')
    expect(workspace.history).toEqual({ undo: 'repair', redo: null })
    const whole = workspace.open.document.text
    const gestures: unknown[] = []
    while (workspace.history.undo !== null) {
      gestures.push(workspace.history.undo)
      await workspace.undo()
    }
    expect(gestures).toEqual(['repair', 'highlight', 'repair', 'highlight'])
    expect(workspace.open.document.text).toBe(damaged.trimEnd())
    while (workspace.history.redo !== null) await workspace.redo()
    expect(workspace.open.document.text).toBe(whole)
    expect(wordsOf(workspace, first)).toBe('丙丁')
    expect(wordsOf(workspace, second)).toBe('，丙丁；')
    await workspace.close()
  })

  it('are there again the next time, with the way back', async () => {
    const { workspace, userData, id } = await opened()
    await take(workspace, 'decoding')
    await workspace.close()
    const again = await openAgain(userData, id)
    expect(again.workspace.open.document.text).toContain('我们坚持稳中求进')
    expect(again.workspace.open.renditionOf('zh-Hans').block('b3').text).toContain('稳中求进')
    await again.workspace.undo()
    expect(again.workspace.open.document.text).toBe(damaged.trimEnd())
    await again.workspace.close()
  })

  it('cannot be done again once the reader has gone on from where they were taken back', async () => {
    const { workspace } = await opened()
    await take(workspace, 'spacing')
    await workspace.undo()
    await mark(workspace, '丙丁')
    expect(workspace.history).toEqual({ undo: 'highlight', redo: null })
    await workspace.close()
  })

  it('are given back one by one', async () => {
    const { workspace } = await opened()
    await take(workspace, 'punctuation')
    const [, semicolon] = workspace.open.publication.apparatus.emendations
    await workspace.edit({ kind: 'give-back', ids: [semicolon?.id ?? ''] })
    expect(workspace.open.document.text).toContain('甲乙，丙丁;戊 己')
    expect(await workspace.edit({ kind: 'take', ids: ['none'] })).toEqual({
      done: false,
      reason: 'nothing-to-do',
    })
    await workspace.close()
  })

  it('carry what is being written along, and nothing that was written on other words', async () => {
    const { workspace } = await opened()
    const ofOthers = draftOn(workspace, '甲乙', '別的')
    workspace.saveDraft({ ...ofOthers, target: { ...ofOthers.target, documentDigest: 'others' } })
    workspace.saveDraft(draftOn(workspace, '丙丁', '未竟'))
    const last = { target: { kind: 'annotation', id: 'a' }, note: '最後', at: noon } as const
    workspace.saveDraft(last)
    await take(workspace, 'spacing')
    expect(draftsIn(workspace)).toEqual([null, '丙丁：未竟', last])
    await workspace.close()
  })

  it('carry a draft that the page sends of the words before, however many changes ago', async () => {
    const { workspace } = await opened()
    await take(workspace, 'spacing')
    const early = draftOn(workspace, '文。', '未竟')
    await take(workspace, 'punctuation')
    workspace.saveDraft(early)
    await workspace.undo()
    await workspace.undo()
    workspace.saveDraft({ ...early, note: '未竟，還有' })
    expect(draftsIn(workspace)).toEqual(['文。：未竟，還有'])
    await workspace.redo()
    await take(workspace, 'decoding')
    workspace.dropDraft(early.target)
    expect(draftsIn(workspace)).toEqual([])
    await workspace.close()
  })

  it('leave a draft whose characters are gone, which stands there again once they are given back', async () => {
    const { workspace } = await opened()
    workspace.saveDraft(draftOn(workspace, ' ', '空格'))
    workspace.saveDraft(draftOn(workspace, '文。', '後'))
    await take(workspace, 'spacing')
    expect(draftsIn(workspace)).toEqual([null, '文。：後'])
    await workspace.undo()
    expect(draftsIn(workspace)).toEqual([' ：空格', '文。：後'])
    await workspace.close()
  })

  it('are left out where their file is damaged, which is set aside', async () => {
    const { workspace, userData, id } = await opened()
    const marked = await mark(workspace, '前文')
    await take(workspace, 'punctuation')
    await workspace.close()
    const documents = path.join(userData, 'documents', id)
    writeFileSync(path.join(documents, 'edition.json'), '{ damaged')
    const again = await openAgain(userData, id)
    expect(again.workspace.open.document.text).toBe(damaged.trimEnd())
    expect(wordsOf(again.workspace, marked)).toBe('前文')
    expect(readdirSync(documents).some((name) => name.startsWith('edition.damaged'))).toBe(true)
    await again.workspace.close()
  })

  it('are not offered for the report', async () => {
    const { library, workspace } = await opened('甲。\n')
    expect(await library.editing(library.catalog.bundledId)).toBeUndefined()
    await workspace.close()
  })
})
