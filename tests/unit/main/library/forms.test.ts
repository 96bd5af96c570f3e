import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FormRequest } from '../../../../core/script/blocks-to-make'
import type { ConvertedTag } from '../../../../core/script/conversion-forms'
import { textRange } from '../../../../core/text/range'
import type { Conversion, DocumentWork } from '../../../../main/library/document-worker'
import { Library } from '../../../../main/library/library'
import type { Workspace } from '../../../../main/workspace'
import { Workspaces } from '../../../../main/workspaces'
import { bundledReport } from '../../support/bundled-report'
import { workerInProcess } from './support'

const folder = mkdtempSync(path.join(tmpdir(), 'piyue-forms-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const text = '章程\n示范一次,发展很快。\n头发很长。\n皇后在后面。\n'
let count = 0

/** Conversions in this process, of which each job waits and ends as a test says. */
class Conversions {
  begun = 0
  ended = 0
  /** The ids of the blocks of each job. */
  readonly jobs: (readonly string[])[] = []
  /** How many processes are yet to end in the middle of their work. */
  failures = 0
  /** What every job waits for. */
  gate: Promise<void> = Promise.resolve()

  readonly worker: DocumentWork = { ...workerInProcess, conversion: () => this.#conversion() }

  #conversion(): Conversion {
    this.begun++
    let isOver = false
    const conversion = workerInProcess.conversion()
    return {
      convert: async (job) => {
        this.jobs.push(job.blocks.map(({ id }) => id))
        await this.gate
        if (isOver || this.failures > 0) {
          this.failures--
          isOver = true
          return undefined
        }
        return conversion.convert(job)
      },
      end: () => {
        if (!isOver) this.ended++
        isOver = true
      },
    }
  }
}

async function opened(conversions = new Conversions(), more: Partial<DocumentWork> = {}) {
  const userData = path.join(folder, String(count++))
  const file = `${userData}.txt`
  writeFileSync(file, text)
  const worker = { ...conversions.worker, ...more }
  const library = await Library.open({ report: bundledReport, userData, worker })
  const opening = await library.add(file)
  if (opening.kind !== 'opened') throw new Error(opening.refusal)
  const id = opening.documentId
  return { conversions, userData, file, id, ...(await openIn(userData, id, worker)) }
}

async function openIn(userData: string, id: string, worker: DocumentWork) {
  const library = await Library.open({ report: bundledReport, userData, worker })
  const workspaces = new Workspaces({ library, tell: () => {}, isShown: () => true })
  const workspace = await workspaces.open(id)
  const { digest } = workspace.open.document
  const request = (start: number, end: number, tag: ConvertedTag = 'zh-Hant'): FormRequest => ({
    digest,
    tag,
    blocks: { start, end },
  })
  const kept = (tag = 'zh-Hant') => path.join(userData, 'documents', id, `renditions/${tag}.json`)
  return { library, workspace, request, kept }
}

const wordsOf = ({ open }: Workspace, tag: ConvertedTag = 'zh-Hant') =>
  open.renditionOf(tag).slice(textRange(0, open.document.length))

const inTraditional = '章程\n示範一次,發展很快。\n頭髮很長。\n皇后在後面。'

describe('the forms of a document that is opened for the first time', () => {
  it('are there before they are made, and are made block by block as they are asked for, in one process', async () => {
    const { workspace, request, conversions, kept } = await opened()
    expect([...workspace.open.renditions.keys()]).toEqual([
      'zh-Hans',
      'zh-Hant',
      'zh-Hant-TW',
      'zh-Hant-HK',
    ])
    expect(conversions.begun).toBe(0)
    expect(await workspace.shown.formBlocks(request(2, 3))).toEqual({
      kind: 'made',
      blocks: { [workspace.open.document.data.blocks[2]?.id ?? '']: { text: '頭髮很長。' } },
    })
    expect(wordsOf(workspace)).toBe('章程\n示范一次,发展很快。\n頭髮很長。\n皇后在后面。')
    await workspace.shown.formBlocks(request(1, 4))
    expect(conversions.jobs.map((ids) => ids.length)).toEqual([1, 2])
    expect(existsSync(kept())).toBe(false)
    await workspace.shown.formBlocks(request(0, 1))
    expect(wordsOf(workspace)).toBe(inTraditional)
    expect(existsSync(kept())).toBe(true)
    expect(conversions).toMatchObject({ begun: 1, ended: 0 })
    await workspace.shown.formBlocks(request(0, 4, 'zh-Hant-TW'))
    await workspace.shown.formBlocks(request(0, 4, 'zh-Hant-HK'))
    expect(conversions).toMatchObject({ begun: 1, ended: 1 })
    await workspace.close()
  })

  it('are looked through for damage once, whoever asks for it at once', async () => {
    const proposed: unknown[] = []
    const propose: DocumentWork['propose'] = async (document) => {
      proposed.push(document.id)
      return workerInProcess.propose(document)
    }
    const { library, workspace, id, userData } = await opened(new Conversions(), { propose })
    // It is there, and can be read, before anything is looked for.
    expect(proposed).toEqual([])
    expect(workspace.open.publication.apparatus).not.toHaveProperty('proposals')
    await Promise.all([workspace.lookForDamage(), workspace.lookForDamage()])
    await workspace.close()
    expect(proposed).toEqual([id])
    const again = await Library.open({
      report: bundledReport,
      userData,
      worker: { ...workerInProcess, propose },
    })
    expect((await again.publication(id)).apparatus.proposals).toHaveLength(1)
    expect((await again.editing(id))?.proposals).toHaveLength(1)
    expect(proposed).toEqual([id])
    rmSync(path.join(userData, 'documents', id, 'proposals.json'))
    const look = async () => (await library.editing(id))?.lookForDamage()
    await Promise.all([look(), look()])
    expect(proposed).toEqual([id, id])
  })

  it('come from the disk from the second time on, the very same', async () => {
    const { workspace, userData, id, conversions } = await opened()
    const open = await workspace.shown.whole()
    await workspace.close()
    const { begun } = conversions
    const again = await openIn(userData, id, conversions.worker)
    expect(again.workspace.open.publication.renditions).toEqual(open.publication.renditions)
    expect(await again.workspace.shown.formBlocks(again.request(0, 1))).toMatchObject({
      kind: 'made',
    })
    expect(conversions.begun).toBe(begun)
    await again.workspace.close()
  })

  it('are made again where what is kept lacks a block', async () => {
    const { workspace, userData, id, kept, conversions } = await opened()
    await workspace.shown.whole()
    await workspace.close()
    const file = JSON.parse(readFileSync(kept(), 'utf8'))
    const [first] = Object.keys(file.rendition.blocks)
    delete file.rendition.blocks[first ?? '']
    writeFileSync(kept(), JSON.stringify(file))
    const again = await openIn(userData, id, conversions.worker)
    expect(again.workspace.open.renditionOf('zh-Hant').isUnfinished).toBe(true)
    await again.workspace.shown.whole()
    expect(wordsOf(again.workspace)).toBe(inTraditional)
    await again.workspace.close()
  })

  it('are made again where what is kept was made in an older way with the same tables', async () => {
    const { workspace, conversions, userData, id, kept } = await opened()
    await workspace.shown.whole()
    await workspace.close()
    const file = JSON.parse(readFileSync(kept(), 'utf8'))
    delete file.madeBy.conversion
    writeFileSync(kept(), JSON.stringify(file))
    const again = await openIn(userData, id, conversions.worker)
    expect(again.workspace.open.renditionOf('zh-Hant').isUnfinished).toBe(true)
    await again.workspace.close()
  })

  it('are whole for what needs the whole of them: an export waits, in a window or not', async () => {
    const { library, workspace, id, conversions } = await opened()
    let letGo = () => {}
    conversions.gate = new Promise((resolve) => {
      letGo = resolve
    })
    let isThere = false
    const whole = workspace.shown.whole().then((open) => {
      isThere = true
      return open
    })
    await new Promise(setImmediate)
    expect(isThere).toBe(false)
    letGo()
    for (const form of (await whole).renditions.values()) expect(form.isUnfinished).toBe(false)
    await workspace.close()
    const elsewhere = await library.wholeDocument(id)
    expect(elsewhere.renditionOf('zh-Hant').isUnfinished).toBe(false)
  })
})

describe('the making of forms', () => {
  it('is begun anew where its process ends, and nobody sees anything of it', async () => {
    const { workspace, conversions, request } = await opened()
    conversions.failures = 1
    expect(await workspace.shown.formBlocks(request(0, 4))).toMatchObject({ kind: 'made' })
    expect(conversions.begun).toBe(2)
    expect(wordsOf(workspace)).toBe(inTraditional)
    await workspace.close()
  })

  it('is given up where that goes on: the form is none of the document’s then, until it is opened again', async () => {
    const { workspace, userData, id, conversions, request } = await opened()
    await workspace.shown.formBlocks(request(0, 2))
    conversions.failures = 2
    expect(await workspace.shown.formBlocks(request(2, 4))).toEqual({ kind: 'failed' })
    expect(workspace.open.renditions.has('zh-Hant')).toBe(false)
    expect([...(await workspace.shown.whole()).renditions.keys()]).toEqual(['zh-Hans'])
    await workspace.close()
    const again = await openIn(userData, id, new Conversions().worker)
    await again.workspace.shown.whole()
    expect(wordsOf(again.workspace)).toBe(inTraditional)
    await again.workspace.close()
  })

  it('ends with the document, and keeps nothing that is not whole', async () => {
    const { workspace, conversions, request, kept } = await opened()
    await workspace.shown.formBlocks(request(0, 2))
    await workspace.close()
    expect(conversions).toMatchObject({ begun: 1, ended: 1 })
    expect(await workspace.shown.formBlocks(request(2, 4))).toEqual({ kind: 'gone' })
    expect(existsSync(kept())).toBe(false)
  })

  it('goes on for an export though the document is closed meanwhile', async () => {
    const { workspace, conversions } = await opened()
    let letGo = () => {}
    conversions.gate = new Promise((resolve) => {
      letGo = resolve
    })
    const whole = workspace.shown.whole()
    await workspace.close()
    letGo()
    expect((await whole).renditionOf('zh-Hant').isUnfinished).toBe(false)
    expect(wordsOf(workspace)).toBe(inTraditional)
    expect(conversions.ended).toBe(1)
  })

  it('goes on after a repair with what the repair changed, and answers for other words with nothing', async () => {
    const { workspace, conversions, request } = await opened()
    await Promise.all([workspace.shown.whole(), workspace.lookForDamage()])
    conversions.jobs.length = 0
    const [proposal] = workspace.open.publication.apparatus.proposals ?? []
    await workspace.edit({ kind: 'take', ids: [proposal?.id ?? ''] })
    expect(await workspace.shown.formBlocks(request(0, 4))).toEqual({ kind: 'gone' })
    expect(workspace.open.renditionOf('zh-Hant').isUnfinished).toBe(true)
    await workspace.shown.whole()
    expect(wordsOf(workspace)).toBe(inTraditional.replace(',', '，'))
    expect(conversions.jobs.map((ids) => ids.length)).toEqual([1, 1, 1])
    await workspace.close()
  })

  it('goes on where what it made cannot be kept', async () => {
    const { workspace, userData, id, request } = await opened()
    rmSync(path.join(userData, 'documents', id, 'renditions'), { recursive: true })
    writeFileSync(path.join(userData, 'documents', id, 'renditions'), '')
    expect(await workspace.shown.formBlocks(request(0, 4))).toMatchObject({ kind: 'made' })
    await workspace.close()
  })
})
