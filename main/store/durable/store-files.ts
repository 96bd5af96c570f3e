import { join } from 'node:path'
import * as z from 'zod'
import type { FileSystem } from '../../disk/file-system'
import type { Checkpoint } from './checkpoint'
import type { DurableFile } from './durable-file'
import type { Generations } from './generations'
import { pointSchema, unseal } from './journal-lines'
import type { JournalReading } from './journal-reading'
import type { Identified, Model } from './model'

/** Where the files of a store lie: absolute paths. */
export interface StorePaths {
  readonly folder: string
  readonly checkpoint: string
  /** The journal of this writer. */
  readonly journal: string
  readonly generations: string
  /** What versions of the journal before the third kept: read once. */
  readonly former: { readonly journal: string; readonly tip: string; readonly memory: string }
}

/** @param writer a name of this writer, other than that of every other with a copy of the folder. */
export const storePaths = (folder: string, name: string, writer: string): StorePaths => ({
  folder,
  checkpoint: join(folder, `${name}.json`),
  journal: join(folder, `${name}.${writer}.journal`),
  generations: join(folder, 'generations'),
  former: {
    journal: join(folder, `${name}.journal`),
    tip: join(folder, `${name}.tip`),
    memory: join(folder, 'history.json'),
  },
})

/** Where and how a store is read. */
export interface StoreFiles<R extends Identified, C extends object, M> {
  readonly files: FileSystem
  readonly paths: StorePaths
  readonly model: Model<R, C, M>
  readonly checkpoint: DurableFile<Checkpoint<R>>
  readonly generations: Generations<R>
}

const formerTip = z.object({ sequence: z.number().int().nonnegative() })
const formerMemory = z.object({ head: pointSchema })

/** What stood beside the journal before its third version; nothing of it that cannot be read. */
export async function besideFormer({
  files,
  paths: { former },
}: Pick<StoreFiles<Identified, object, unknown>, 'files' | 'paths'>): Promise<
  Partial<Pick<JournalReading<unknown>, 'tip' | 'remembered'>>
> {
  if ((await files.facts(former.journal)) === undefined) return {}
  const content = async (path: string) => {
    const bytes = await files.read(path).catch(() => undefined)
    return bytes && unseal(bytes.subarray(0, -1))?.content
  }
  const tip = formerTip.safeParse(await content(former.tip)).data
  const memory = await content(former.memory)
  const head = formerMemory.safeParse(memory).data?.head
  return { tip, remembered: head === undefined ? undefined : { at: head, memory } }
}
