import { join } from 'node:path'
import * as z from 'zod'
import { readSettings } from '../../core/app/schema'
import {
  defaultSettings,
  type KeptView,
  type Settings,
  type SettingsPatch,
} from '../../core/app/settings'
import { closed } from '../../core/text/schema'
import type { FileSystem } from '../disk/file-system'
import { nodeFileSystem } from '../disk/node-file-system'
import { DebouncedFile, type SmallStoreOptions } from './debounced-file'
import { decodeAs, type FileKind, readFileAs } from './durable/durable-file'

const kind: FileKind<Settings> = {
  format: 'piyue-settings',
  version: 1,
  migrations: {},
  schema: closed({ format: z.string(), version: z.number(), settings: z.unknown() }).transform(
    ({ settings }) => readSettings(settings),
  ),
}

/** Milliseconds: scrolling changes settings all the time, and a lost one is no loss. */
const delay = 1_000

const pathIn = (folder: string) => join(folder, 'settings.json')

/** The stored settings, without touching anything: the defaults where there are none to read. */
export async function readStoredSettings(
  folder: string,
  files: FileSystem = nodeFileSystem,
): Promise<Settings> {
  try {
    const reading = await readFileAs(files, pathIn(folder), {
      decode: (bytes) => decodeAs(kind, bytes),
    })
    return reading.kind === 'good' ? reading.value : defaultSettings
  } catch {
    // No setting is worth an error.
    return defaultSettings
  }
}

/** How the reader sees things, in `settings.json`, apart from the notes. */
export class SettingsStore {
  readonly #file: DebouncedFile<Settings>

  /** @throws the system's error if the file is there and cannot be read. */
  static async open(options: SmallStoreOptions): Promise<SettingsStore> {
    const file = await DebouncedFile.open({
      ...options,
      path: pathIn(options.folder),
      of: 'settings',
      kind,
      fields: (settings) => ({ settings }),
      initial: defaultSettings,
      delay,
    })
    return new SettingsStore(file)
  }

  private constructor(file: DebouncedFile<Settings>) {
    this.#file = file
  }

  read(): Settings {
    return this.#file.value
  }

  /** Changes some settings at once, and on disk a moment later. */
  patch(patch: SettingsPatch): void {
    this.#file.set({ ...this.read(), ...patch })
  }

  /** Changes how one document is seen, as `patch` does. */
  patchView(documentId: string, patch: KeptView): void {
    const settings = this.read()
    const view = { ...settings.views[documentId], ...patch }
    this.#file.set({ ...settings, views: { ...settings.views, [documentId]: view } })
  }

  /** Writes what waits. */
  close(): Promise<void> {
    return this.#file.close()
  }
}
