import { nodeFileSystem } from '../../../../main/disk/node-file-system'
import { type DocumentJob, runDocumentJob } from '../../../../main/library/document-job'
import type { DocumentWork } from '../../../../main/library/document-worker'

const answerTo = async (job: DocumentJob) =>
  structuredClone(await runDocumentJob(structuredClone(job)))

/** A system's error, as writing and reading throw it. */
export const systemError = (code: string) => Object.assign(new Error(code), { code })

/** Does what a document process does, in this one; what passes is cloned, as on its way there. */
export const workerInProcess: DocumentWork = {
  read: async (job) => {
    const answer = await answerTo({ kind: 'read', ...job })
    if (answer.kind === 'read') return answer.file
    return answer.kind === 'unreadable' ? answer.reason : 'damaged'
  },
  conversion: () => ({
    convert: async (job) => {
      const answer = await answerTo({ kind: 'convert', ...job })
      return answer.kind === 'converted' ? answer.blocks : undefined
    },
    end: () => {},
  }),
  describe: async (job) => {
    const answer = await answerTo({ kind: 'describe', ...job })
    return answer.kind === 'described' ? answer.forms : undefined
  },
  explain: async (job) => {
    const answer = await answerTo({ kind: 'explain', ...job })
    return answer.kind === 'explained' ? answer.readings : undefined
  },
  look: async (bytes, encoding) => {
    const answer = await answerTo({ kind: 'look', bytes, encoding })
    return answer.kind === 'looked' ? answer.look : undefined
  },
  propose: async (document) => {
    const answer = await answerTo({ kind: 'propose', document })
    return answer.kind === 'proposed' ? answer.proposals : undefined
  },
}

/** What a disk says that is full. */
export const full = systemError('ENOSPC')

/** Makes the disk take nothing in a folder, whenever it is said to be full; what is small fits elsewhere. */
export function diskOf(folderOfNotes: string) {
  const disk = { isFull: false }
  const open = nodeFileSystem.open.bind(nodeFileSystem)
  jest.spyOn(nodeFileSystem, 'open').mockImplementation(async (...of) => {
    const file = await open(...of)
    const write: typeof file.write = async (...bytes) => {
      if (disk.isFull && of[0].startsWith(folderOfNotes)) throw full
      return file.write(...bytes)
    }
    return { ...file, write }
  })
  return disk
}
