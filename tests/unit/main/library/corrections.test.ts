import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { AppEvent } from '../../../../core/contract/contract'
import type { CorrectionCommand } from '../../../../core/repair/reader-edition'
import { codePoints } from '../../../../core/text/code-points'
import { textRange } from '../../../../core/text/range'
import type { DocumentWork } from '../../../../main/library/document-worker'
import { Library } from '../../../../main/library/library'
import type { Workspace } from '../../../../main/workspace'
import { Workspaces } from '../../../../main/workspaces'
import { annotationOn } from '../../support/annotations'
import { bundledReport } from '../../support/bundled-report'
import { workerInProcess } from './support'

const folder = mkdtempSync(path.join(tmpdir(), 'piyue-corrections-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const text = '章程\n范先生,示范一次。\n范先生的头发。\n'
let count = 0

async function opened(words = text) {
  const userData = path.join(folder, String(count++))
  const file = `${userData}.txt`
  writeFileSync(file, words)
  const library = await Library.open({ report: bundledReport, userData, worker: workerInProcess })
  const opening = await library.add(file)
  if (opening.kind !== 'opened') throw new Error(opening.refusal)
  return { userData, id: opening.documentId, ...(await openAgain(userData, opening.documentId)) }
}

async function openAgain(userData: string, id: string, worker: DocumentWork = workerInProcess) {
  const library = await Library.open({ report: bundledReport, userData, worker })
  const events: AppEvent[] = []
  const workspaces = new Workspaces({
    library,
    tell: (event) => events.push(event),
    isShown: () => true,
  })
  const workspace = await workspaces.open(id)
  await workspace.shown.whole()
  await workspace.lookForDamage()
  return { library, workspaces, workspace, events }
}

const inTraditional = ({ open }: Workspace) =>
  open.renditionOf('zh-Hant').slice(textRange(0, open.document.length))

/** Reads the surname otherwise, by what the library says of it. */
async function surname(library: Library, workspace: Workspace, everywhere: boolean) {
  const { document } = workspace.open
  const at = document.text.indexOf('范')
  const [reading] = await library.explain(document, textRange(at, at + 1), 'zh-Hant')
  const choice = reading?.choices.find(({ readings }) => readings['zh-Hant'] === '范')
  if (reading === undefined || choice === undefined) throw new Error('It is not explained')
  const { character, tag, found } = reading
  const command: CorrectionCommand = {
    kind: 'correct',
    at: reading.at,
    everywhere,
    character,
    tag,
    found,
    readings: choice.readings,
  }
  return workspace.edit(command)
}

describe('corrections of the forms of an open document', () => {
  it('are told, change forms alone, and are taken back and done again among everything else', async () => {
    const { library, workspace, events, id } = await opened()
    const { document } = workspace.open
    const before = inTraditional(workspace)
    await workspace.change({
      kind: 'highlight',
      range: textRange(3, 6),
      seenIn: 'zh-Hant',
      style: { color: 'yellow', kind: 'highlight' },
    })
    events.length = 0
    expect(await surname(library, workspace, true)).toEqual({
      done: true,
      gesture: 'correct',
      changed: [],
    })
    expect(events).toMatchObject([
      { kind: 'changed', documentId: id, set: { gesture: 'correct', changes: [] } },
      { kind: 'corrected', documentId: id, history: { undo: 'correct', redo: null } },
    ])
    expect(inTraditional(workspace)).toBe('章程\n范先生,示范一次。\n范先生的頭髮。')
    expect(workspace.open.document).toBe(document)
    expect([...workspace.annotations.values()]).toMatchObject([{ range: { start: 3, end: 6 } }])
    await workspace.undo()
    expect(inTraditional(workspace)).toBe(before)
    expect(workspace.history).toEqual({ undo: 'highlight', redo: 'correct' })
    await workspace.undo()
    await workspace.redo()
    await workspace.redo()
    expect(inTraditional(workspace)).toContain('范先生的頭髮')
    expect(workspace.annotations.size).toBe(1)
    await workspace.close()
  })

  it('stay on their characters through repairs, and are laid over forms that stay as they were made', async () => {
    const { library, workspace, userData, id } = await opened()
    await surname(library, workspace, false)
    const ids = (workspace.open.publication.apparatus.proposals ?? []).map((one) => one.id)
    await workspace.edit({ kind: 'take', ids })
    await workspace.shown.whole()
    expect(inTraditional(workspace)).toBe('章程\n范先生，示範一次。\n範先生的頭髮。')
    const kept = path.join(userData, 'documents', id, 'renditions/zh-Hant.json')
    expect(readFileSync(kept, 'utf8')).toContain('範先生，示範')
    await workspace.undo()
    await workspace.undo()
    await workspace.shown.whole()
    expect(inTraditional(workspace)).toBe('章程\n範先生,示範一次。\n範先生的頭髮。')
    await workspace.close()
  })

  it('are there again the next time, with the way back, and for what only reads', async () => {
    const { library, workspace, userData, id } = await opened()
    await surname(library, workspace, true)
    await workspace.close()
    expect((await library.publication(id)).corrections).toHaveLength(1)
    const again = await openAgain(userData, id)
    expect(inTraditional(again.workspace)).toContain('范先生的頭髮')
    expect(again.workspace.history.undo).toBe('correct')
    await again.workspace.undo()
    expect(inTraditional(again.workspace)).toContain('範先生的頭髮')
    await again.workspace.close()
  })

  it('that come with notes from a file are one gesture with them, back and on, also after a restart', async () => {
    const { library, workspace, userData, id, events } = await opened()
    const { document } = workspace.open
    const own = annotationOn(document, '头发', { id: 'own' })
    await workspace.import({ changes: [{ kind: 'create', after: own }], requests: [] })
    const at = document.text.indexOf('范')
    const readings = { 'zh-Hant': '范', 'zh-Hant-TW': '范', 'zh-Hant-HK': '范' }
    const request = {
      at: codePoints(at),
      character: '范',
      tag: 'zh-Hant',
      found: '範',
      readings,
    } as const
    const after = annotationOn(document, '示范', { id: 'n' })
    const requests = [{ ...request, everywhere: false }]
    await workspace.import({ changes: [{ kind: 'create', after }], requests })
    const state = () => [
      inTraditional(workspace).includes('范先生,示範'),
      workspace.annotations.size,
    ]
    expect(state()).toEqual([true, 2])
    expect(workspace.history).toEqual({ undo: 'import', redo: null })
    await workspace.undo()
    expect(state()).toEqual([false, 1])
    expect(events.at(-1)).toMatchObject({ history: { undo: 'import', redo: 'import' } })
    await workspace.redo()
    expect(state()).toEqual([true, 2])
    expect(workspace.history.redo).toBeNull()
    await workspace.close()
    const again = await openAgain(userData, id)
    await again.workspace.undo()
    expect(inTraditional(again.workspace)).toContain('範先生,示範')
    expect([...again.workspace.annotations.keys()]).toEqual(['own'])
    expect((await library.publication(id)).corrections).toHaveLength(0)
    await again.workspace.close()
  })

  it('that a file brings alone are one gesture, too, and nothing where all is read so', async () => {
    const { workspace } = await opened()
    const at = codePoints(workspace.open.document.text.indexOf('范'))
    const readings = { 'zh-Hant': '范' }
    const request = {
      at,
      character: '范',
      tag: 'zh-Hant',
      found: '範',
      readings,
      everywhere: true,
    } as const
    expect(await workspace.import({ changes: [], requests: [request] })).toMatchObject({
      done: true,
    })
    expect(workspace.history.undo).toBe('import')
    expect(await workspace.import({ changes: [], requests: [request] })).toEqual({
      done: false,
      reason: 'nothing-to-do',
    })
    await workspace.undo()
    expect(inTraditional(workspace)).toContain('範先生的頭髮')
    await workspace.close()
  })

  it('that a file brings are of the same characters, though the text is repaired meanwhile', async () => {
    const { workspace, workspaces, id } = await opened('章程\n中 文范范先生，示范。\n')
    const { open } = workspace
    const at = open.document.text.indexOf('范')
    const [repair] = open.publication.apparatus.proposals ?? []
    const corrections = [
      {
        documentId: id,
        digest: open.document.digest,
        corrections: [
          {
            character: '范',
            tag: 'zh-Hant',
            found: '範',
            readings: { 'zh-Hant': '范' },
            isEverywhere: false,
            places: [at],
          },
        ],
      },
    ] as const
    const items = [annotationOn(open.document, '示范', { id: 'n' })]
    const importer = workspaces.importer(async () => ({ origin: 'piyue', items, corrections }))
    const preview = await importer.preview('x.json', id)
    const whole = jest.spyOn(workspaces, 'documentOf').mockImplementation(async () => {
      whole.mockRestore()
      const before = await workspaces.documentOf(id)
      await workspace.edit({ kind: 'take', ids: [repair?.id ?? ''] })
      return before
    })
    await importer.confirm(preview.kind === 'preview' ? preview.token : '')
    expect(workspace.open.document.text).toContain('中文范范先生')
    expect(workspace.open.publication.corrections).toMatchObject([{ at: at - 1 }])
    await workspace.close()
  })

  it('are none in an edition that was kept before there were any', async () => {
    const { workspace, userData, id } = await opened()
    const ids = (workspace.open.publication.apparatus.proposals ?? []).map((one) => one.id)
    await workspace.edit({ kind: 'take', ids })
    await workspace.close()
    const file = path.join(userData, 'documents', id, 'edition.json')
    const { edition, ...history } = JSON.parse(readFileSync(file, 'utf8'))
    writeFileSync(file, JSON.stringify({ edition: { repairs: edition.repairs }, ...history }))
    const again = await openAgain(userData, id)
    expect(again.workspace.open.document.text).toContain('范先生，示范')
    await again.workspace.close()
  })
})

describe('the explanation of a conversion', () => {
  it('is asked of the document process, for the block alone', async () => {
    const { workspace, userData, id } = await opened()
    await workspace.close()
    const asked: unknown[] = []
    const worker: DocumentWork = {
      ...workerInProcess,
      explain: async (job) => {
        asked.push(job)
        return workerInProcess.explain(job)
      },
    }
    const { library, workspace: again } = await openAgain(userData, id, worker)
    const { document } = again.open
    const at = document.text.indexOf('发')
    const [reading] = await library.explain(document, textRange(at, at + 2), 'zh-Hant-TW')
    expect(reading).toMatchObject({ at, character: '发', found: '髮', word: { found: '头发' } })
    const inBlock = { text: '范先生的头发。', range: textRange(5, 7) }
    expect(asked).toEqual([{ ...inBlock, from: 'zh-Hans', to: 'zh-Hant-TW' }])
    await again.close()
  })

  it('is none of the report, of the form that is the text itself, and where the process ends', async () => {
    const { workspace, userData, id } = await opened()
    await workspace.close()
    const worker: DocumentWork = { ...workerInProcess, explain: async () => undefined }
    const { library, workspace: again } = await openAgain(userData, id, worker)
    const range = textRange(3, 4)
    expect(await library.explain(again.open.document, range, 'zh-Hant')).toEqual([])
    expect(await library.explain(again.open.document, range, 'zh-Hans')).toEqual([])
    await again.close()
  })
})
