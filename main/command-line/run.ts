import path from 'node:path'
import { byPlaceAndTime } from '../../core/annotation/annotation'
import { CanonicalDocument } from '../../core/edition/document'
import { type ExportMaterial, writeExport } from '../export/write-export'
import { AnnotationStore } from '../store/annotation-store'
import { StoreUnreadable } from '../store/store-errors'
import { help } from './help'
import type { Invocation } from './parse'

/** What a command needs of the app around it. */
export interface CommandSurroundings {
  /** The folder with the reader's files. */
  readonly userData: string
  /** Where relative file names begin. */
  readonly workingFolder: string
  readonly version: string
  readonly material: () => Promise<Omit<ExportMaterial, 'annotations'>>
  readonly print: (line: string) => void
  readonly printError: (line: string) => void
}

export const exitCodes = { done: 0, notWritten: 1, wrongArgument: 2, unreadable: 3 } as const

/** Carries out what needs no window; gives the exit code. The reader's files are only ever read. */
export async function runCommand(
  invocation: Exclude<Invocation, { kind: 'window' }>,
  around: CommandSurroundings,
): Promise<number> {
  switch (invocation.kind) {
    case 'wrong':
      around.printError(invocation.line)
      return exitCodes.wrongArgument
    case 'help':
      around.print(help.trimEnd())
      return exitCodes.done
    case 'version':
      around.print(around.version)
      return exitCodes.done
    case 'list':
    case 'export':
      return readingNotes(invocation, around)
  }
}

async function readingNotes(
  invocation: Extract<Invocation, { kind: 'list' | 'export' }>,
  around: CommandSurroundings,
): Promise<number> {
  try {
    const { annotations } = await AnnotationStore.readOnly(around.userData)
    const material = { ...(await around.material()), annotations: [...annotations.values()] }
    return invocation.kind === 'list'
      ? list(material, around)
      : await exportTo(invocation, material, around)
  } catch (error) {
    if (!(error instanceof StoreUnreadable)) throw error
    around.printError(`piyue: the notes cannot be read: ${error.message} Nothing was touched.`)
    return exitCodes.unreadable
  }
}

function list(material: ExportMaterial, { print }: CommandSurroundings): number {
  const document = new CanonicalDocument(material.publication.document)
  for (const annotation of [...material.annotations].sort(byPlaceAndTime)) {
    const where = annotation.documentId === document.id ? annotation.range.start : '—'
    const note = annotation.note.replaceAll(/\s+/gu, ' ')
    print([annotation.id, where, annotation.style.color, annotation.quote.exact, note].join('\t'))
  }
  return exitCodes.done
}

async function exportTo(
  { file, format, script }: Extract<Invocation, { kind: 'export' }>,
  material: ExportMaterial,
  { workingFolder, print, printError }: CommandSurroundings,
): Promise<number> {
  const target = path.resolve(workingFolder, file)
  const outcome = await writeExport({ format, script }, target, material)
  const { export: wording, problems } = material.messages
  switch (outcome.kind) {
    case 'written':
      print(wording.written(outcome.count, outcome.file))
      return exitCodes.done
    case 'nothing-to-export':
      printError(wording.nothing)
      return exitCodes.notWritten
    case 'failed':
      printError(wording.failed(outcome.file, problems[outcome.problem]))
      return exitCodes.notWritten
    case 'cancelled':
      return exitCodes.notWritten
  }
}
