import { fstatSync } from 'node:fs'

/** The part of a stream that is written to. */
type Stream = Pick<NodeJS.WritableStream, 'on'> & {
  write(text: string, done?: (error?: Error | null) => void): boolean
}

/**
 * What a command prints. Lines go to the stream as they come; `drained` tells when the last of them has
 * been taken, for to end the process before that would cut a slow pipe's output short.
 */
export class Output {
  readonly #stream: Stream
  #failure: NodeJS.ErrnoException | undefined

  constructor(stream: Stream) {
    this.#stream = stream
    stream.on('error', (error: NodeJS.ErrnoException) => {
      this.#failure ??= error
    })
  }

  readonly print = (line: string): void => {
    if (this.#failure === undefined) this.#stream.write(`${line}\n`)
  }

  /**
   * Settles when everything printed has been taken, or cannot be. Gives the system's error where it was
   * not taken; that a reader has gone, as `head` does, is none: it has all that it wanted.
   */
  async drained(): Promise<NodeJS.ErrnoException | undefined> {
    if (this.#failure === undefined) {
      const error = await new Promise<Error | null | undefined>((resolve) => {
        this.#stream.write('', resolve)
      })
      if (error) this.#failure ??= error
    }
    return isGone(this.#failure) ? undefined : this.#failure
  }
}

/** What writing to a pipe fails with when nobody reads from it any more. */
const isGone = (error: NodeJS.ErrnoException | undefined) =>
  error?.code === 'EPIPE' || error?.code === 'ERR_STREAM_DESTROYED'

/**
 * Whether somebody reads what is written to a standard stream: a terminal, a pipe or a file. A program
 * started by an icon writes to nothing, or to a device that swallows everything.
 *
 * @param descriptor 1 for standard output, 2 for standard error
 */
export function isHeard(descriptor: 1 | 2, isTerminal: boolean): boolean {
  if (isTerminal) return true
  try {
    const facts = fstatSync(descriptor)
    return facts.isFIFO() || facts.isFile() || facts.isSocket()
  } catch {
    return false // closed, or, on Windows, never opened
  }
}
