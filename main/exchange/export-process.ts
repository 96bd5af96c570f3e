import { type ExportJob, runExportJob } from './export-content'

/**
 * The process that large exports are made in: laying out ten thousand notes takes seconds, for which main
 * would answer nobody.
 */
process.parentPort.once('message', ({ data }: { readonly data: ExportJob }) => {
  void runExportJob(data).then((content) => process.parentPort.postMessage(content))
})
