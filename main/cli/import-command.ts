import path from 'node:path'
import type { Annotation } from '../../core/annotation/annotation'
import type { AnnotationMap, Change } from '../../core/annotation/change-set'
import type { ImportCounts } from '../../core/app/import-report'
import { type ImportPlan, planImport } from '../../core/exchange/import/plan-import'
import type { ReadItem } from '../../core/exchange/import/read-items'
import type { Messages } from '../../core/messages/en'
import { readAndPlace } from '../exchange/import'
import { readImportFile } from '../exchange/import-file'
import { AnnotationStore } from '../store/annotation-store'
import type { Subject } from './subject'
import { type CommandSurroundings, exitCodes } from './surroundings'

/** How often and how long apart the store is looked at, to see what the running app has done. */
const looks = { count: 100, apart: 200 } as const

/**
 * Takes in the notes of a file: by the running app where there is one, else here. What cannot be
 * imported is said before anything is touched.
 */
export async function importCommand(
  file: string,
  { open, notesFolder }: Subject,
  around: CommandSurroundings,
): Promise<number> {
  const target = path.resolve(around.workingFolder, file)
  const messages = await around.messages()
  const recognized = await readImportFile(target)
  if (typeof recognized === 'string') {
    around.printError(messages.import.refusals(target, recognized))
    return exitCodes.notDone
  }
  const { annotations } = await AnnotationStore.readOnly(notesFolder)
  const items = await readAndPlace(recognized, open)
  const plan = planImport(items, annotations)
  tellOfLeftOut(plan, messages, around)
  if (plan.changes.length === 0) {
    around.print(`${messages.import.nothingNew} (${messages.import.summary(plan.counts)})`)
    return isAllRefused(plan.counts) ? exitCodes.notDone : exitCodes.done
  }
  if (around.becomeOnly({ import: target, documentId: open.id })) {
    return takeIn({ target, notesFolder, items, messages }, around)
  }
  if (await isTakenElsewhere(plan.changes, notesFolder, around)) {
    around.print(messages.import.imported(target, plan.counts))
    return exitCodes.done
  }
  around.printError(messages.import.notTaken(target))
  return exitCodes.notDone
}

interface Import {
  /** Absolute path. */
  readonly target: string
  readonly notesFolder: string
  readonly items: readonly ReadItem[]
  readonly messages: Messages
}

/** Takes the notes in, in this process, judged by what is in the store once it is ours alone. */
async function takeIn(
  { target, notesFolder, items, messages }: Import,
  { print, printError }: CommandSurroundings,
): Promise<number> {
  const { store } = await AnnotationStore.open({
    folder: notesFolder,
    onStatus: () => {},
    onNotice: () => {},
  })
  const { counts, changes } = planImport(items, store.annotations)
  await store.commit({ gesture: 'import', at: new Date().toISOString(), changes })
  const status = await store.close()
  if (status.state === 'unsaved') {
    const { file, problem } = status
    printError(messages.export.failed(file, messages.problems[problem]))
    return exitCodes.notDone
  }
  print(messages.import.imported(target, counts))
  return exitCodes.done
}

/** Whether the running app brings to disk what was handed to it, before patience ends. */
async function isTakenElsewhere(
  changes: readonly Change[],
  notesFolder: string,
  { wait }: CommandSurroundings,
): Promise<boolean> {
  for (let look = 0; look < looks.count; look++) {
    await wait(looks.apart)
    const { annotations } = await AnnotationStore.readOnly(notesFolder)
    if (changes.every((change) => change.kind === 'delete' || isKept(change.after, annotations))) {
      return true
    }
  }
  return false
}

const isKept = (wanted: Annotation, annotations: AnnotationMap) =>
  (annotations.get(wanted.id)?.modifiedAt ?? '') >= wanted.modifiedAt

/** Says of each note that is not simply taken in why. */
function tellOfLeftOut(
  { items }: ImportPlan,
  { import: wording }: Messages,
  { printError }: CommandSurroundings,
): void {
  for (const { index, verdict, reason, leftOut, quote } of items) {
    if (reason === null && leftOut.length === 0) continue
    const why = reason === null ? [] : [wording.reasons[reason]]
    const words = [
      wording.verdicts[verdict],
      quote,
      ...why,
      ...leftOut.map((one) => wording.leftOut[one]),
    ]
    printError(`${index + 1}: ${words.filter((word) => word !== '').join(' — ')}`)
  }
}

const isAllRefused = ({ refused, ...others }: ImportCounts) =>
  refused > 0 && Object.values(others).every((count) => count === 0)
