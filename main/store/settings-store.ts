import * as z from 'zod'
import { readSettings } from '../../core/app/schema'
import {
  defaultSettings,
  type KeptView,
  type Settings,
  type SettingsPatch,
} from '../../core/app/settings'
import type { FileSystem } from '../disk/file-system'
import { nodeFileSystem } from '../disk/node-file-system'
import { DebouncedFile, type SmallFile, type SmallStoreOptions, smallFile } from './debounced-file'

const file: SmallFile<Settings> = {
  name: 'settings',
  schema: z.unknown().transform(readSettings),
  initial: defaultSettings,
  // Scrolling changes settings all the time, and a lost one is no loss.
  delay: 1_000,
}

/** The stored settings, without touching anything: the defaults where there are none to read. */
export async function readStoredSettings(
  folder: string,
  files: FileSystem = nodeFileSystem,
): Promise<Settings> {
  // No setting is worth an error.
  const reading = await smallFile(file, files, folder)
    .reading()
    .catch(() => undefined)
  return reading?.kind === 'good' ? reading.value : defaultSettings
}

/** How the reader sees things, in `settings.json`, apart from the annotations. */
export class SettingsStore {
  readonly #file: DebouncedFile<Settings>

  /** @throws StoreUnreadable if the file is there and the system will not let it be read. */
  static async open(options: SmallStoreOptions): Promise<SettingsStore> {
    return new SettingsStore(await DebouncedFile.open(file, options))
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
