import { access } from 'node:fs/promises'
import path from 'node:path'
import { type BrowserWindow, dialog, type MessageBoxOptions, shell } from 'electron'
import type { Messages } from '../../core/messages/en'
import { charactersOf } from '../../core/text/code-points'
import type { SettingsStore } from '../store/settings-store'

type Window = BrowserWindow | undefined

/** A question that is answered with yes or no. */
interface Question {
  readonly type: 'question' | 'warning' | 'error'
  readonly message: string
  readonly detail: string
  readonly yes: string
  /** What happens, too, where the dialog is closed. */
  readonly no: string
}

/** Asks the reader; the answer that changes nothing is the one that Enter and Escape give. */
export async function confirm(window: Window, question: Question): Promise<boolean> {
  const { type, message, detail, yes, no } = question
  const { response } = await showMessage(window, {
    type,
    message,
    detail,
    buttons: [no, yes],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}

/** Shows a message over the window, where there is one. Windows' own wide links are for choices of theirs. */
export function showMessage(window: Window, options: MessageBoxOptions) {
  const all = { ...options, noLink: true }
  return window === undefined ? dialog.showMessageBox(all) : dialog.showMessageBox(window, all)
}

/** Opens a folder in the system's own program for files; says why where that fails. */
export async function showFolder(folder: string, messages: Messages, window: Window) {
  const reason = await shell.openPath(folder)
  if (reason === '') return
  await showMessage(window, {
    type: 'error',
    message: messages.desktop.folderNotShown(folder, reason),
  })
}

/** The folder in which a file was last chosen: the next dialog opens there. */
export interface RememberedFolder {
  /** Absolute path. */
  readonly last: string | undefined
  readonly remember: (folder: string) => void
}

export const rememberedFolder = (settings: SettingsStore): RememberedFolder => ({
  last: settings.read().folder ?? undefined,
  remember: (folder) => settings.patch({ folder }),
})

interface OpenDialog {
  readonly title: string
  readonly filters: readonly { readonly name: string; readonly extensions: readonly string[] }[]
}

/** Asks for a file; gives its absolute path. The folder in which it lies is remembered. */
export async function askWhichFile(
  window: Window,
  { title, filters }: OpenDialog,
  { last, remember }: RememberedFolder,
): Promise<string | undefined> {
  const options = {
    title,
    ...(last === undefined ? {} : { defaultPath: last }),
    properties: ['openFile' as const],
    filters: filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] })),
  }
  const chosen = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options))
  const [file] = chosen.filePaths
  if (chosen.canceled || file === undefined) return undefined
  remember(path.dirname(file))
  return file
}

/** How a file is called that has not been named yet. */
interface SuggestedName {
  /** Of whatever length, and with whatever is in it. */
  readonly title: string
  /** What follows the title, and tells files of one title apart. */
  readonly suffix?: string
  readonly ending: string
}

interface SaveDialog {
  readonly title: string
  /** Absolute path of the folder that is suggested. */
  readonly folder: string | undefined
  readonly suggested: SuggestedName
  /** What files of this kind are called. */
  readonly name: string
  /** Their endings without a dot, the usual one first. */
  readonly endings: readonly string[]
}

/**
 * Asks where a file is to go; gives its absolute path. Linux's dialog leaves the ending to the reader:
 * it is added where it is missing, and then it is asked again before a file is replaced, for the
 * dialog has asked about another name.
 */
export async function askWhereToSave(
  window: Window,
  messages: Messages,
  { title, folder, suggested, name, endings }: SaveDialog,
): Promise<string | undefined> {
  const options = {
    title,
    defaultPath: path.join(folder ?? '', `${fileNameOf(suggested)}.${suggested.ending}`),
    filters: [{ name, extensions: [...endings] }],
    properties: ['showOverwriteConfirmation' as const, 'createDirectory' as const],
  }
  const chosen = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options))
  if (chosen.canceled || chosen.filePath === '') return undefined
  const file = withEnding(chosen.filePath, endings)
  if (file === chosen.filePath || !(await exists(file))) return file
  const { desktop } = messages
  const agreed = await confirm(window, {
    type: 'warning',
    message: desktop.overwrite(path.basename(file)),
    detail: desktop.overwriteDetail,
    yes: desktop.replace,
    no: desktop.cancel,
  })
  return agreed ? file : undefined
}

/** So many characters fit into what systems bear of a name, in whatever script. */
const longestName = 60

/** The name of a file: without what names a folder, or what some system forbids; a long title is shortened. */
function fileNameOf({ title, suffix = '' }: SuggestedName): string {
  const room = longestName - charactersOf(suffix).length
  const characters = charactersOf(title)
  const isLong = characters.length > room
  const shown = isLong ? `${characters.slice(0, room).join('')}…` : title
  return `${shown}${suffix}`.replaceAll(/[\p{Cc}\\/:*?"<>|]/gu, '－')
}

/** A file's name with an ending: one that the reader gave stays, whatever it is. */
function withEnding(file: string, endings: readonly string[]): string {
  return path.extname(file) === '' ? `${file}.${endings[0]}` : file
}

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  )
