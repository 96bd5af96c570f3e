import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { inChromiumsOrder } from '../boot/command-line'
import { getContext } from '../boot/context'
import { pack, unpack } from '../wire/codec'
import { deliverScript } from './single-instance-delivery'

/** What a second instance tells the first. */
export interface SecondInstance {
  argv: string[]
  workingDirectory: string
  additionalData: unknown
}

interface Lock {
  pid: number
  socket: string
}

/** One instance for each folder of user data: a lock file, and a socket to reach its holder by. */
export class SingleInstanceLock {
  private server: net.Server | undefined
  private readonly file: string

  constructor(
    folder: string,
    private readonly onSecondInstance: (second: SecondInstance) => void,
  ) {
    mkdirSync(folder, { recursive: true })
    this.file = path.join(folder, 'stand-in.lock')
  }

  get held(): boolean {
    return this.server !== undefined
  }

  /**
   * Takes the lock, or hands `additionalData` and the command line to its holder.
   * A lock whose holder does not answer its socket any more is stale, and is taken over.
   */
  request(additionalData: unknown): boolean {
    if (this.held) return true
    const lock: Lock = { pid: process.pid, socket: socketPath(this.file) }
    this.listen(lock.socket)
    for (;;) {
      if (this.take(lock)) {
        process.on('exit', this.release)
        return true
      }
      const text = this.read()
      if (text === undefined) continue
      if (this.deliver(text, additionalData)) {
        this.close(lock.socket)
        return false
      }
      this.removeStale(text)
    }
  }

  /** Gives the lock back; also runs when the process exits. */
  readonly release = (): void => {
    if (!this.held) return
    process.off('exit', this.release)
    rmSync(this.file, { force: true })
    this.close(socketPath(this.file))
  }

  private listen(socket: string): void {
    rmSync(socket, { force: true })
    this.server = net.createServer((connection) => {
      let text = ''
      connection.setEncoding('utf8').on('data', (part: string) => {
        text += part
        if (!text.endsWith('\n')) return
        connection.end('ok')
        this.onSecondInstance(unpack(text.trim()) as SecondInstance)
      })
      connection.on('error', () => {}) // the other side has gone; it has nothing more to say
    })
    this.server.listen(socket)
    this.server.unref() // being reachable is no reason to go on
  }

  private close(socket: string): void {
    this.server?.close()
    this.server = undefined
    rmSync(socket, { force: true })
  }

  /** Makes the lock file with its content at once: a link to a file that is already written. */
  private take(lock: Lock): boolean {
    const draft = `${this.file}.${process.pid}`
    writeFileSync(draft, JSON.stringify(lock))
    try {
      linkSync(draft, this.file)
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
      throw error
    } finally {
      rmSync(draft)
    }
  }

  private read(): string | undefined {
    try {
      return readFileSync(this.file, 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  }

  private deliver(text: string, additionalData: unknown): boolean {
    const lock = parse(text)
    if (!lock || !isAlive(lock.pid)) return false
    const message = pack({
      argv: inChromiumsOrder(process.argv),
      workingDirectory: process.cwd(),
      additionalData,
    } satisfies SecondInstance)
    // The answer is needed before this call returns, hence a process that can be waited for.
    const { node } = getContext()
    return spawnSync(node, ['-e', deliverScript, lock.socket], { input: message }).status === 0
  }

  /** Removes the lock, unless another instance has meanwhile done so and taken it. */
  private removeStale(text: string): void {
    const aside = `${this.file}.stale.${process.pid}`
    try {
      renameSync(this.file, aside)
      if (readFileSync(aside, 'utf8') !== text) linkSync(aside, this.file)
    } catch (error) {
      if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    } finally {
      rmSync(aside, { force: true })
    }
    const socket = parse(text)?.socket
    if (socket) rmSync(socket, { force: true })
  }
}

function parse(text: string): Lock | undefined {
  try {
    return JSON.parse(text) as Lock
  } catch {
    return undefined // cut short by a crash: stale
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** The longest path that a socket may have, by the strictest of the systems. */
const longestSocketPath = 100

/** Beside the lock, or among temporary files where that path would be too long. */
function socketPath(lockFile: string): string {
  const beside = `${lockFile}.${process.pid}.sock`
  if (Buffer.byteLength(beside) <= longestSocketPath) return beside
  const digest = createHash('sha256').update(lockFile).digest('hex').slice(0, 16)
  return path.join(os.tmpdir(), `stand-in-${digest}-${process.pid}.sock`)
}
