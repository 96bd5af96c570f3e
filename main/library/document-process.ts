import { type DocumentJob, runDocumentJob } from './document-job'

/**
 * The process that documents are read in. A document is hostile until it is read: this process can be
 * killed, has little memory, and whatever happens in it, main hears only of blocks.
 */
process.parentPort.on('message', ({ data }: { readonly data: DocumentJob }) => {
  runDocumentJob(data)
    .then((answer) => process.parentPort.postMessage(answer))
    // Of a rejection that nobody hears a utility process does not end, and main would wait for its answer.
    .catch(() => process.exit(1))
})
