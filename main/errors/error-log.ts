import { appendFile, rename, stat } from 'node:fs/promises'
import path from 'node:path'
import { type ErrorReport, reportText } from '../../core/app/error-report'
import { Mutex } from '../disk/mutex'

/** How large the log grows before it becomes the old one, in bytes. */
const largest = 256 * 1024

/** A file that errors are written to, one after another; of older ones one file is kept. */
export class ErrorLog {
  readonly #file: string
  readonly #version: string
  readonly #writing = new Mutex()

  /** @param folder absolute path of the folder with the reader's files */
  constructor(folder: string, version: string) {
    this.#file = path.join(folder, 'errors.log')
    this.#version = version
  }

  /** Writes a report; a log that cannot be written is told of on stderr and keeps nothing else. */
  write(report: ErrorReport): Promise<void> {
    return this.#writing.run(() => this.#append(report))
  }

  async #append(report: ErrorReport): Promise<void> {
    const text = `${reportText(report, this.#version)}\n\n`
    say(text)
    try {
      const size = await stat(this.#file).then(
        (facts) => facts.size,
        () => 0,
      )
      if (size > largest) await rename(this.#file, `${this.#file}.old`)
      await appendFile(this.#file, text)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
      say(`The error could not be logged to ${this.#file} (${code}).\n`)
    }
  }
}

/** Tells a terminal, where there is one; that there is none, or none any more, is no error of its own. */
function say(text: string): void {
  try {
    process.stderr.write(text, () => {})
  } catch {
    // Standard error was closed before the app began.
  }
}
