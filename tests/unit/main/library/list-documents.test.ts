import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Settings } from '../../../../core/app/settings'
import { codePoints } from '../../../../core/text/code-points'
import { Library } from '../../../../main/library/library'
import { listDocuments } from '../../../../main/library/list-documents'
import { bundledReport } from '../../support/bundled-report'
import { workerInProcess } from './support'

const userData = mkdtempSync(path.join(tmpdir(), 'piyue-list-'))
afterAll(() => rmSync(userData, { recursive: true, force: true }))

async function listed(views: (id: string, length: number) => Settings['views']) {
  const { catalog } = await Library.open({
    report: bundledReport,
    userData,
    worker: workerInProcess,
  })
  const [{ id, length } = { id: '', length: 0 }] = catalog.entries
  const sources = {
    catalog,
    views: views(id, length),
    formOf: () => 'zh-Hans' as const,
    openAnnotations: () => new Map(),
  }
  const [document] = await listDocuments(sources)
  return document
}

describe('how far a document was read', () => {
  it('is where reading stopped, and under which heading', async () => {
    const document = await listed((id, length) => ({
      [id]: {
        place: codePoints(Math.floor(length / 2)),
        stoppedAt: { heading: '三、', isAtEnd: false },
      },
    }))
    expect(document?.progress).toBeCloseTo(0.5, 2)
    expect(document?.heading).toBe('三、')
  })

  it('is all of it where its end was in view, though the place is that of the window’s first line', async () => {
    const document = await listed((id, length) => ({
      [id]: { place: codePoints(length - 400), stoppedAt: { heading: '三、', isAtEnd: true } },
    }))
    expect(document?.progress).toBe(1)
  })

  it('is nothing of what was never read', async () => {
    expect(await listed(() => ({}))).toMatchObject({ progress: 0, heading: null, readAt: null })
  })
})
