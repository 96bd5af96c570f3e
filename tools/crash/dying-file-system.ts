import type { FileSystem } from '../../main/disk/file-system'
import type { Random } from './random'

/** The same disk, but the process is killed at the n-th call: before it, in the midst of it, or after. */
export function dyingFileSystem(files: FileSystem, dieAt: number, random: Random): FileSystem {
  let calls = 0
  async function dying<T>(call: () => Promise<T>, half: () => Promise<unknown> = call): Promise<T> {
    calls++
    if (calls !== dieAt) return call()
    if (random.chance(0.6)) await half()
    process.kill(process.pid, 'SIGKILL')
    return new Promise<never>(() => undefined)
  }
  return {
    read: (path) => dying(() => files.read(path)),
    rename: (from, to) => dying(() => files.rename(from, to)),
    remove: (path) => dying(() => files.remove(path)),
    list: (folder) => dying(() => files.list(folder)),
    makeFolder: (path) => dying(() => files.makeFolder(path)),
    facts: (path) => dying(() => files.facts(path)),
    syncFolder: (path) => dying(() => files.syncFolder(path)),
    open: (path, how) =>
      dying(async () => {
        const file = await files.open(path, how)
        return {
          write: (bytes, position) =>
            dying(
              () => file.write(bytes, position),
              () => file.write(bytes.subarray(0, random.below(bytes.length + 1)), position),
            ),
          sync: () => dying(() => file.sync()),
          truncate: (length) => dying(() => file.truncate(length)),
          close: () => file.close(),
        }
      }),
  }
}
