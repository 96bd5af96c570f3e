import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Every file under `directory`, relative to it, with forward slashes, sorted. */
async function listFiles(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort()
}

/**
 * Writes `<out>/renderer-files.json`: the page's files, and so the only ones that the main process
 * may serve. Each is relative to `<out>/renderer`.
 */
export async function writeRendererFiles(out: string): Promise<void> {
  const files = await listFiles(path.join(out, 'renderer'))
  await writeFile(path.join(out, 'renderer-files.json'), `${JSON.stringify(files, null, 2)}\n`)
}
