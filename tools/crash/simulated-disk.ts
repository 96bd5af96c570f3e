import { basename, dirname } from 'node:path'
import type { FileFacts, FileSystem } from '../../main/disk/file-system'
import type { Random } from './random'

/** A file or folder as the system sees it, and as the disk would have it after a power cut. */
interface Inode {
  readonly number: bigint
  readonly kind: 'file' | 'folder'
  content: Uint8Array
  durable: Uint8Array
  /** Whether it was made shorter since it was flushed: then its end may be anywhere. */
  isCut: boolean
  modified: bigint
  /** The names in a folder, and the changes to them that the disk does not have yet. */
  entries: Map<string, Inode>
  durableEntries: Map<string, Inode>
  pending: ((entries: Map<string, Inode>) => void)[]
}

/**
 * A disk that forgets, as real ones do: what was written and not flushed may be lost at a power cut,
 * in whole or in part, or read back as zeros, and so may names in a folder that was not flushed.
 * Names come back in the order in which they were given, as on a file system with a journal.
 */
export class SimulatedDisk implements FileSystem {
  readonly #random: Random
  readonly #root: Inode
  #inodes = 0n
  #time = 0n
  #calls = 0
  #cutAt = Number.POSITIVE_INFINITY

  constructor(random: Random) {
    this.#random = random
    this.#root = this.#newInode('folder')
  }

  /** How many calls were made since the power came on. */
  get calls(): number {
    return this.#calls
  }

  /** From the n-th call on nothing happens any more, and nobody is told. */
  cutPowerAt(call: number): void {
    this.#cutAt = call
  }

  get isOff(): boolean {
    return this.#calls >= this.#cutAt
  }

  /** Resolves some time after the power has gone, when all that ran has come to a halt. */
  get off(): Promise<void> {
    const look = (): Promise<void> =>
      new Promise<void>((resolve) => setImmediate(resolve)).then(() =>
        this.isOff ? undefined : look(),
      )
    return look()
  }

  /** What is on disk after the cut; the power is on again. */
  restart(): void {
    this.#calls = 0
    this.#cutAt = Number.POSITIVE_INFINITY
    this.#forget(this.#root)
  }

  async read(path: string): Promise<Uint8Array> {
    await this.#call()
    return this.#file(path).content.slice()
  }

  async open(path: string, how: 'replace' | 'change') {
    await this.#call()
    const folder = this.#folder(dirname(path))
    const there = folder.entries.get(basename(path))
    if (there?.kind === 'folder') throw failure('EISDIR', path)
    if (there === undefined && how === 'change') throw failure('ENOENT', path)
    const inode = there ?? this.#newInode('file')
    if (there === undefined) this.#name(folder, basename(path), inode)
    else if (how === 'replace') this.#change(inode, new Uint8Array())
    return {
      write: async (bytes: Uint8Array, position: number) => {
        await this.#call(() => {
          // The power may go while the bytes are on their way; a sector arrives whole or not at all.
          const end = position + this.#random.below(bytes.length + 1)
          const arrived = end - (end % sectorLength) - position
          const part = bytes.subarray(0, Math.max(0, arrived))
          this.#change(inode, overwritten(inode.content, part, position))
        })
        this.#change(inode, overwritten(inode.content, bytes, position))
        return bytes.length
      },
      sync: async () => {
        await this.#call(() => this.#random.chance(0.5) && this.#flush(inode))
        this.#flush(inode)
      },
      truncate: async (length: number) => {
        await this.#call()
        this.#change(inode, inode.content.slice(0, length))
      },
      close: async () => {},
    }
  }

  async rename(from: string, to: string): Promise<void> {
    await this.#call()
    const source = this.#folder(dirname(from))
    const target = this.#folder(dirname(to))
    const inode = source.entries.get(basename(from))
    if (inode === undefined) throw failure('ENOENT', from)
    if (source !== target) throw failure('EXDEV', to)
    // One change of the folder: a name is never on disk as neither the old nor the new file.
    change(source, (entries) => {
      entries.delete(basename(from))
      entries.set(basename(to), inode)
    })
  }

  async remove(path: string): Promise<void> {
    await this.#call()
    const folder = this.#folder(dirname(path))
    if (!folder.entries.has(basename(path))) throw failure('ENOENT', path)
    change(folder, (entries) => entries.delete(basename(path)))
  }

  async list(folder: string): Promise<readonly string[]> {
    await this.#call()
    return [...this.#folder(folder).entries.keys()]
  }

  async makeFolder(path: string): Promise<boolean> {
    await this.#call()
    const parent = this.#folder(dirname(path))
    const isNew = !parent.entries.has(basename(path))
    if (isNew) this.#name(parent, basename(path), this.#newInode('folder'))
    return isNew
  }

  async facts(path: string): Promise<FileFacts | undefined> {
    await this.#call()
    const inode = this.#find(path)
    return (
      inode && {
        kind: inode.kind,
        size: inode.content.length,
        inode: inode.number,
        modified: inode.modified,
      }
    )
  }

  async syncFolder(path: string): Promise<void> {
    const folder = () => this.#folder(path)
    await this.#call()
    folder().durableEntries = new Map(folder().entries)
    folder().pending = []
  }

  /** Counts a call; the one at which the power goes does what `dying` says and never returns. */
  async #call(dying: () => unknown = () => undefined): Promise<void> {
    this.#calls++
    if (this.#calls === this.#cutAt) dying()
    if (this.isOff) await new Promise<never>(() => undefined)
  }

  #flush(inode: Inode): void {
    inode.durable = inode.content
    inode.isCut = false
  }

  #change(inode: Inode, content: Uint8Array): void {
    if (content.length < inode.content.length) inode.isCut = true
    inode.content = content
    inode.modified = ++this.#time
  }

  #name(folder: Inode, name: string, inode: Inode): void {
    change(folder, (entries) => entries.set(name, inode))
  }

  #newInode(kind: Inode['kind']): Inode {
    const entries = new Map<string, Inode>()
    return {
      number: ++this.#inodes,
      kind,
      content: new Uint8Array(),
      durable: new Uint8Array(),
      isCut: false,
      modified: ++this.#time,
      entries,
      durableEntries: new Map(),
      pending: [],
    }
  }

  #find(path: string): Inode | undefined {
    return path
      .split('/')
      .filter((name) => name !== '')
      .reduce<Inode | undefined>((folder, name) => folder?.entries.get(name), this.#root)
  }

  #folder(path: string): Inode {
    const inode = this.#find(path)
    if (inode === undefined) throw failure('ENOENT', path)
    if (inode.kind !== 'folder') throw failure('ENOTDIR', path)
    return inode
  }

  #file(path: string): Inode {
    const inode = this.#find(path)
    if (inode === undefined) throw failure('ENOENT', path)
    if (inode.kind !== 'file') throw failure('EISDIR', path)
    return inode
  }

  /** Leaves of everything what a disk may have of it that lost its power just now. */
  #forget(inode: Inode): void {
    if (inode.kind === 'file') {
      if (inode.content !== inode.durable) inode.content = this.#remnant(inode)
      this.#flush(inode)
      return
    }
    const entries = new Map(inode.durableEntries)
    const arrived = this.#random.below(inode.pending.length + 1)
    for (const apply of inode.pending.slice(0, arrived)) apply(entries)
    inode.entries = entries
    inode.durableEntries = new Map(entries)
    inode.pending = []
    for (const child of new Set(entries.values())) this.#forget(child)
  }

  #remnant({ content, durable, isCut }: Inode): Uint8Array {
    const safe = isCut ? commonLength(durable, content) : durable.length
    const cut = safe + this.#random.below(content.length - safe + 1)
    switch (this.#random.below(5)) {
      case 0:
        return durable
      case 1:
        return content
      case 2:
        return overwritten(content.slice(0, cut), durable.slice(0, safe), 0)
      case 3:
        // The length arrived before the content did.
        return overwritten(new Uint8Array(content.length), durable.slice(0, content.length), 0)
      default:
        return sectors(durable, content, () => this.#random.chance(0.5))
    }
  }
}

const sectorLength = 512

/** Content of which only some sectors have reached the disk. */
function sectors(old: Uint8Array, fresh: Uint8Array, arrives: () => boolean): Uint8Array {
  const result = overwritten(new Uint8Array(fresh.length), old.slice(0, fresh.length), 0)
  for (let start = 0; start < fresh.length; start += sectorLength) {
    if (arrives()) result.set(fresh.subarray(start, start + sectorLength), start)
  }
  return result
}

/** How many bytes at the beginning are the same: what was flushed and added to stays as it is. */
function commonLength(a: Uint8Array, b: Uint8Array): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

function overwritten(content: Uint8Array, bytes: Uint8Array, position: number): Uint8Array {
  const result = new Uint8Array(Math.max(content.length, position + bytes.length))
  result.set(content)
  result.set(bytes, position)
  return result
}

function change(folder: Inode, apply: (entries: Map<string, Inode>) => void): void {
  apply(folder.entries)
  folder.pending.push(apply)
}

const failure = (code: string, path: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`${code}: ${path}`), { code })
