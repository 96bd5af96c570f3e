import { carryOutJob, type DocumentJob } from '../../../../main/library/document-job'
import type { DocumentWorker } from '../../../../main/library/document-worker'

const answerTo = async (job: DocumentJob) =>
  structuredClone(await carryOutJob(structuredClone(job)))

/** Does what a document process does, in this one; what passes is cloned, as on its way there. */
export const workerInProcess: Pick<DocumentWorker, 'read' | 'convert'> = {
  read: async (job) => {
    const answer = await answerTo({ kind: 'read', ...job })
    if (answer.kind === 'read') return answer.file
    return answer.kind === 'unreadable' ? answer.reason : 'damaged'
  },
  convert: async (job) => {
    const answer = await answerTo({ kind: 'convert', ...job })
    return answer.kind === 'converted' ? answer.blocks : undefined
  },
}
