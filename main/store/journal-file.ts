import { ChangedOutside } from '../disk/disk-problem'
import { type FileFacts, type FileSystem, type OpenFile, sameFacts } from '../disk/file-system'
import { replaceFile, writeAll } from '../disk/write-file'

/** The journal on disk, open for adding to its end. Calls must not overlap. */
export class JournalFile {
  readonly #files: FileSystem
  readonly #path: string
  readonly #file: OpenFile
  #length: number
  #seen: FileFacts | undefined

  private constructor(files: FileSystem, path: string, file: OpenFile, length: number) {
    this.#files = files
    this.#path = path
    this.#file = file
    this.#length = length
  }

  /** Begins a journal in place of whatever lies there, with this content. */
  static async begin(files: FileSystem, path: string, content: string): Promise<JournalFile> {
    const facts = await replaceFile(files, path, [content])
    const journal = new JournalFile(
      files,
      path,
      await files.open(path, 'change'),
      Buffer.byteLength(content),
    )
    journal.#seen = facts
    return journal
  }

  /** Goes on with a journal that was read, cutting off what lies behind its last whole line. */
  static async resume(
    files: FileSystem,
    path: string,
    length: number,
    facts: FileFacts,
  ): Promise<JournalFile> {
    const journal = new JournalFile(files, path, await files.open(path, 'change'), length)
    try {
      if (facts.size > length) await journal.#file.truncate(length)
      journal.#seen = await files.facts(path)
    } catch (error) {
      await journal.close()
      throw error
    }
    return journal
  }

  /** Bytes. */
  get length(): number {
    return this.#length
  }

  /**
   * Adds lines; returns when they are on disk, in the file that bears the journal's name.
   *
   * @throws FileGone if there is no file any more, ChangedOutside if it is not as it was left.
   */
  async append(lines: string): Promise<void> {
    const before = await this.#look()
    if (!sameFacts(before, this.#seen)) throw new ChangedOutside(this.#path)
    const length = await writeAll(this.#file, lines, this.#length)
    await this.#file.sync()
    // A file that was deleted or replaced while open takes writes into nowhere without a word.
    const after = await this.#look()
    if (after.inode !== before.inode || after.size !== length) throw new ChangedOutside(this.#path)
    this.#seen = after
    this.#length = length
  }

  close(): Promise<void> {
    return this.#file.close()
  }

  async #look(): Promise<FileFacts> {
    const facts = await this.#files.facts(this.#path)
    if (facts === undefined) throw new FileGone(this.#path)
    return facts
  }
}

/** A file that the store had written is no longer there. */
export class FileGone extends Error {
  readonly code = 'ENOENT'

  constructor(file: string) {
    super(`${file} is gone.`)
    this.name = 'FileGone'
  }
}
