import type { ChangeSet } from '../../core/annotation/change-set'
import type { History } from '../../core/annotation/history'
import { historySchema } from '../../core/annotation/schema'
import { closed, z } from '../../core/text/schema'
import type { FileSystem } from '../disk/file-system'
import { replaceFile } from '../disk/write-file'
import { seal, unseal } from './journal-entry'
import { readFileAs } from './reading'
import { chainPointSchema } from './snapshot'

/** What could be undone and redone at one point of the chain. */
export interface KeptHistory {
  readonly head: string
  readonly history: History
}

/** Beyond this many characters of JSON the older steps are let go: one import can be that large. */
const budget = 8_000_000

const format = 'piyue-history'
const version = 1

const schema = closed({
  format: z.literal(format),
  version: z.literal(version),
  head: chainPointSchema,
  history: historySchema,
})

/** Keeps the steps of undo across a restart; the notes do not hang on this file. */
export async function writeHistory(
  files: FileSystem,
  path: string,
  { head, history }: KeptHistory,
): Promise<void> {
  const within = newestWithin(history)
  await replaceFile(files, path, [
    seal(JSON.stringify({ format, version, head, history: within })).line,
  ])
}

/** The kept history; nothing where it is missing, damaged or of another version. */
export async function readHistory(
  files: FileSystem,
  path: string,
): Promise<KeptHistory | undefined> {
  const reading = await readFileAs(files, path, (bytes) => {
    const read = schema.safeParse(unseal(bytes.subarray(0, -1))?.content)
    return read.success
      ? { kind: 'good', value: read.data }
      : { kind: 'damaged', damage: 'invalid' }
  })
  return reading.kind === 'good' ? reading.value : undefined
}

/** The steps nearest to now that fit the budget: of both lists the last are the next to go. */
function newestWithin(history: History): History {
  let left = budget
  const fitting = (sets: readonly ChangeSet[]) => {
    let from = sets.length
    for (; from > 0; from--) {
      left -= JSON.stringify(sets[from - 1]).length
      if (left < 0) break
    }
    return sets.slice(from)
  }
  return { done: fitting(history.done), undone: fitting(history.undone) }
}
