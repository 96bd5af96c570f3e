import { type ExportJob, runExportJob } from './export-content'

/**
 * The process that large exports are made in: laying out ten thousand notes takes seconds, for which main
 * would answer nobody.
 */
process.parentPort.once('message', ({ data }: { readonly data: ExportJob }) => {
  runExportJob(data)
    .then((content) => process.parentPort.postMessage(content))
    // Of a rejection that nobody hears a utility process does not end, and main would wait for its answer.
    .catch(() => process.exit(1))
})
