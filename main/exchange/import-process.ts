import { partsOf, readImportFile } from './import-file'

/**
 * The process that files of annotations are read in: to parse tens of megabytes takes seconds, for which
 * main would answer nobody.
 */
process.parentPort.once('message', ({ data }: { readonly data: string }) => {
  void answer(data)
})

async function answer(file: string): Promise<void> {
  for (const part of partsOf(await readImportFile(file))) process.parentPort.postMessage(part)
}
