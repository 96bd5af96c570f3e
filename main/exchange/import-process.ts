import { partsOf, readImportFile } from './import-file'

/**
 * The process that files of annotations are read in: to parse tens of megabytes takes seconds, for which
 * main would answer nobody.
 */
process.parentPort.once('message', ({ data }: { readonly data: string }) => {
  // Of a rejection that nobody hears a utility process does not end, and main would wait for its answer.
  answer(data).catch(() => process.exit(1))
})

async function answer(file: string): Promise<void> {
  for (const part of partsOf(await readImportFile(file))) process.parentPort.postMessage(part)
}
