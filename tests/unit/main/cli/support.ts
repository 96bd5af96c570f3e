import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Annotation } from '../../../../core/annotation/annotation'
import { defaultSettings } from '../../../../core/app/settings'
import { messagesIn } from '../../../../core/messages/language'
import type { CommandContext, HandedOver } from '../../../../main/cli/command-context'
import { parseCommandLine } from '../../../../main/cli/parse'
import { runCommand } from '../../../../main/cli/run'
import { Library } from '../../../../main/library/library'
import { AnnotationStore } from '../../../../main/store/annotation-store'
import { noon } from '../../support/annotations'
import { bundledReport } from '../../support/bundled-report'
import { workerInProcess } from '../library/support'

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder for one test. */
export function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'piyue-test-'))
  folders.push(folder)
  return folder
}

export const openStore = async (folder: string): Promise<AnnotationStore> => {
  const { store } = await AnnotationStore.open({
    folder,
    onStatus: () => {},
    onNotice: () => {},
  })
  return store
}

/** Puts notes into the store of a folder. */
export async function keep(folder: string, annotations: readonly Annotation[]): Promise<void> {
  const store = await openStore(folder)
  const changes = annotations.map((after) => ({ kind: 'create', after }) as const)
  await store.commit({ gesture: 'highlight', at: noon, changes })
  await store.close()
}

export const kept = async (folder: string): Promise<readonly Annotation[]> => [
  ...(await AnnotationStore.readOnly(folder)).annotations.values(),
]

/** The library of a folder; documents are read in this process. */
export const openLibrary = (folder: string): Promise<Library> =>
  Library.open({ report: bundledReport, userData: folder, worker: workerInProcess })

/** How a command went. */
interface Run {
  readonly code: number
  readonly out: readonly string[]
  readonly err: readonly string[]
  readonly handedOver: readonly HandedOver[]
}

/** Carries out a command line in a folder that holds both the store and the files named. */
export async function run(
  folder: string,
  args: readonly string[],
  more: Partial<CommandContext> & { isOnly?: boolean } = {},
): Promise<Run> {
  const invocation = parseCommandLine(args)
  if (invocation.kind === 'window') throw new Error('This would open a window')
  const out: string[] = []
  const err: string[] = []
  const handedOver: HandedOver[] = []
  const code = await runCommand(invocation, {
    workingFolder: folder,
    version: '1.2.3',
    messages: async () => messagesIn.en,
    settings: async () => defaultSettings,
    library: () => openLibrary(folder),
    pdf: {
      fontFaces: async () => '@font-face { font-family: x }',
      print: async (html) => Buffer.from(`%PDF of ${html}`),
    },
    becomeOnly: (data) => {
      handedOver.push(data)
      return more.isOnly ?? true
    },
    wait: async () => {},
    print: (line) => out.push(line),
    printError: (line) => err.push(line),
    ...more,
  })
  return { code, out, err, handedOver }
}
