import { randomBytes } from 'node:crypto'
import { open, realpath, rename, rm, stat } from 'node:fs/promises'

/**
 * Writes a file of the reader's choosing whole or not at all: beside it under a name that nothing
 * has, then renamed. It gets the rights that any new file gets, or keeps those that it had; a link
 * stays a link.
 *
 * @param file absolute path
 * @throws the system's error
 */
export async function writeWholeFile(file: string, content: string | Uint8Array): Promise<void> {
  const target = await realpath(file).catch(() => file)
  const before = await stat(target).catch(() => undefined)
  const temporary = `${target}.${randomBytes(6).toString('hex')}.tmp`
  const handle = await open(temporary, 'wx')
  try {
    try {
      await handle.writeFile(content)
      if (before?.isFile()) await handle.chmod(before.mode)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
