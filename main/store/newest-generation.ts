import type { FileSystem } from '../disk/file-system'
import { Generations, mayBeAt } from './generations'
import type { JournalReading } from './journal-reading'
import type { Base, LoadedNewer } from './loaded'
import { newer } from './newer'
import { unlessUnreadable } from './store-errors'
import type { StorePaths } from './store-paths'

/** The newest good generation, one that the journal goes on from before all others. */
export async function newestGeneration(
  files: FileSystem,
  paths: StorePaths,
  journal: JournalReading,
): Promise<(Base & { kind: 'base' }) | LoadedNewer | undefined> {
  const generations = new Generations(files, paths.generations)
  const all = await unlessUnreadable(paths.generations, () => generations.list())
  const points =
    journal.kind === 'read'
      ? [journal.header?.start ?? '', ...journal.entries.flatMap((e) => [e.after, e.hash])]
      : []
  const fitting = all.filter((one) => points.some((point) => mayBeAt(one, point)))
  for (const one of [...fitting, ...all.filter((other) => !fitting.includes(other))]) {
    const file = generations.pathOf(one)
    const read = await unlessUnreadable(file, () => generations.reading(one))
    if (read.kind === 'newer') return newer(file, read)
    if (read.kind === 'good' && read.value.place !== undefined) {
      return { kind: 'base', annotations: read.value.annotations, place: read.value.place, file }
    }
  }
  return undefined
}
