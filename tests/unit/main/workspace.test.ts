import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Library } from '../../../main/library/library'
import { AnnotationStore } from '../../../main/store/annotation-store'
import { Workspace } from '../../../main/workspace'
import { workerInProcess } from './library/support'

const assets = path.join(__dirname, '../../../assets')
const folder = mkdtempSync(path.join(tmpdir(), 'piyue-workspace-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a workspace', () => {
  it('that cannot be opened for its drafts holds no file of the notes', async () => {
    const library = await Library.open({ assets, userData: folder, worker: workerInProcess })
    const drafts = path.join(folder, 'drafts.json')
    symlinkSync(drafts, drafts)
    const opening = jest.spyOn(AnnotationStore, 'open')
    const workspace = Workspace.open({
      publication: await library.publication(library.catalog.bundledId),
      folder,
      tell: () => undefined,
    })
    await expect(workspace).rejects.toThrow('ELOOP')
    expect(opening).not.toHaveBeenCalled()
  })
})
