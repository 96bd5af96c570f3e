import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import iconv from 'iconv-lite'
import { Library } from '../../../../main/library/library'
import { bundledReport } from '../../support/bundled-report'
import { workerInProcess } from './support'

const userData = mkdtempSync(path.join(tmpdir(), 'piyue-encoding-'))
afterAll(() => rmSync(userData, { recursive: true, force: true }))

describe('the encoding of a document', () => {
  it('is chosen by the reader, kept for the file, and makes another document of its words', async () => {
    const library = await Library.open({ report: bundledReport, userData, worker: workerInProcess })
    const file = path.join(userData, '短.txt')
    // Too short to tell: what is found may be wrong, and the reader knows better.
    writeFileSync(file, iconv.encode('天地玄黃宇宙洪荒', 'big5'))
    const first = await library.add(file)
    if (first.kind !== 'opened') throw new Error(first.refusal)
    const look = await library.lookAt(first.documentId, 'gb18030')
    expect(look?.text).not.toContain('天地玄黃')
    expect((await library.lookAt(first.documentId, 'big5'))?.text).toBe('天地玄黃宇宙洪荒')
    const again = await library.readAgain(first.documentId, 'gb18030')
    if (again.kind !== 'opened') throw new Error(again.refusal)
    expect(again.documentId).not.toBe(first.documentId)
    await library.catalog.replace(first.documentId, again.documentId)
    expect(await library.add(file)).toMatchObject({ documentId: again.documentId })
    const back = await library.readAgain(again.documentId, 'big5')
    expect(back).toMatchObject({ documentId: first.documentId })
  })

  it('is told with how many places fit nothing, until the reader has heard it', async () => {
    const library = await Library.open({ report: bundledReport, userData, worker: workerInProcess })
    const file = path.join(userData, '缺.txt')
    const bytes = iconv.encode('本會以讀書為宗旨，凡愛書者皆可入會。', 'gb18030')
    writeFileSync(file, Buffer.concat([bytes, Buffer.of(0xff, 0x0a)]))
    const opening = await library.add(file)
    if (opening.kind !== 'opened') throw new Error(opening.refusal)
    const { documentId } = opening
    const reading = { encoding: 'gb18030', misfits: 1, leftOut: {}, isAskedForCitation: false }
    expect((await library.publication(documentId)).file).toMatchObject({ ...reading, passed: [] })
    await library.passNotices(documentId, ['misfits'])
    const again = await Library.open({ report: bundledReport, userData, worker: workerInProcess })
    const { file: heard } = await again.publication(documentId)
    expect(heard).toMatchObject({ ...reading, passed: ['misfits'] })
  })

  it('keeps all that is said of a document at once', async () => {
    const library = await Library.open({ report: bundledReport, userData, worker: workerInProcess })
    const file = path.join(userData, '並.txt')
    writeFileSync(file, '本會以讀書為宗旨。\n')
    const opening = await library.add(file)
    if (opening.kind !== 'opened') throw new Error(opening.refusal)
    const { documentId } = opening
    const { catalog } = library
    await Promise.all([
      catalog.change(documentId, { citation: null }),
      catalog.change(documentId, { told: ['left-out'] }),
    ])
    const again = await Library.open({ report: bundledReport, userData, worker: workerInProcess })
    expect(again.catalog.entryOf(documentId)).toMatchObject({ citation: null, told: ['left-out'] })
  })
})
