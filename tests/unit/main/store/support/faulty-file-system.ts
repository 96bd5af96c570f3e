import type { FileSystem, OpenFile } from '../../../../../main/disk/file-system'

type CallName = keyof FileSystem | 'write' | 'sync' | 'truncate'

/** A disk that refuses what it is told to refuse, answers late, or takes a few bytes at a time. */
export class FaultyFileSystem implements FileSystem {
  readonly #files: FileSystem
  /** The code with which a call fails; nothing where it is let through. */
  refuse: (call: CallName, path: string) => string | undefined = () => undefined
  /** What a call must wait for. */
  hold: (call: CallName, path: string) => Promise<void> | undefined = () => undefined
  /** How many bytes a write takes at most. */
  mouthful = Number.POSITIVE_INFINITY
  /** How many files are open. */
  openFiles = 0
  /** How many bytes were taken. */
  written = 0

  constructor(files: FileSystem) {
    this.#files = files
  }

  read = (path: string) => this.#let('read', path, () => this.#files.read(path))
  rename = (from: string, to: string) => this.#let('rename', to, () => this.#files.rename(from, to))
  remove = (path: string) => this.#let('remove', path, () => this.#files.remove(path))
  list = (path: string) => this.#let('list', path, () => this.#files.list(path))
  makeFolder = (path: string) => this.#let('makeFolder', path, () => this.#files.makeFolder(path))
  facts = (path: string) => this.#let('facts', path, () => this.#files.facts(path))
  syncFolder = (path: string) => this.#let('syncFolder', path, () => this.#files.syncFolder(path))

  async open(path: string, how: 'replace' | 'change'): Promise<OpenFile> {
    const file = await this.#let('open', path, () => this.#files.open(path, how))
    this.openFiles++
    return {
      write: async (bytes, position) => {
        const taken = await this.#let('write', path, () =>
          file.write(bytes.subarray(0, this.mouthful), position),
        )
        this.written += taken
        return taken
      },
      sync: () => this.#let('sync', path, () => file.sync()),
      truncate: (length) => this.#let('truncate', path, () => file.truncate(length)),
      close: () => {
        this.openFiles--
        return file.close()
      },
    }
  }

  async #let<T>(call: CallName, path: string, go: () => Promise<T>): Promise<T> {
    await this.hold(call, path)
    const code = this.refuse(call, path)
    if (code !== undefined) throw Object.assign(new Error(`${code}: ${path}`), { code })
    return go()
  }
}
