import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Command } from '../../../core/annotation/command'
import { textRange } from '../../../core/text/range'
import { Library } from '../../../main/library/library'
import { ShownDocument } from '../../../main/shown-document'
import { AnnotationStore } from '../../../main/store/annotation-store'
import { Workspace } from '../../../main/workspace'
import { bundledReport } from '../support/bundled-report'
import { workerInProcess } from './library/support'

const folder = mkdtempSync(path.join(tmpdir(), 'piyue-workspace-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a workspace', () => {
  it('that cannot be opened for its drafts holds no file of the notes', async () => {
    const library = await Library.open({
      report: bundledReport,
      userData: folder,
      worker: workerInProcess,
    })
    const drafts = path.join(folder, 'drafts.json')
    symlinkSync(drafts, drafts)
    const opening = jest.spyOn(AnnotationStore, 'open')
    const workspace = Workspace.open({
      shown: new ShownDocument(await library.publication(library.catalog.bundledId)),
      folder,
      tell: () => undefined,
    })
    await expect(workspace).rejects.toThrow('ELOOP')
    expect(opening).not.toHaveBeenCalled()
    opening.mockRestore()
    rmSync(drafts)
  })

  it('says of a passage beyond the text that it is, and of no other failure', async () => {
    const library = await Library.open({
      report: bundledReport,
      userData: folder,
      worker: workerInProcess,
    })
    const shown = new ShownDocument(await library.publication(library.catalog.bundledId))
    const workspace = await Workspace.open({ shown, folder, tell: () => undefined })
    const marking = (start: number, end: number): Command => ({
      kind: 'highlight',
      range: textRange(start, end),
      seenIn: 'zh-Hant',
      style: { color: 'yellow', kind: 'highlight' },
    })
    const { length } = workspace.open.document
    expect(await workspace.change(marking(length - 1, length + 1))).toEqual({
      done: false,
      reason: 'outside-text',
    })
    const commit = jest.spyOn(AnnotationStore.prototype, 'commit')
    commit.mockRejectedValueOnce(new RangeError('Maximum call stack size exceeded'))
    await expect(workspace.change(marking(0, 4))).rejects.toThrow('call stack')
    expect(await workspace.change(marking(0, 4))).toMatchObject({ done: true })
    await workspace.close()
  })
})
