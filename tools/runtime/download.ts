import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'

/** How far a download has come, in bytes. */
export interface Progress {
  readonly received: number
  /** Undefined where the server does not say. */
  readonly total: number | undefined
}

interface DownloadOptions {
  /** Where bytes are kept until all are there; a later download of the same file goes on from them. */
  readonly partFile: string
  /** How long nothing may arrive before the download is given up, in ms. However slow, bytes count. */
  readonly patience: number
  readonly onProgress: (progress: Progress) => void
}

/** A download that ended before its end. `received` says how many bytes of the file are kept. */
export class DownloadFailed extends Error {
  readonly received: number

  constructor(why: string, received: number) {
    super(why)
    this.received = received
  }
}

/**
 * Downloads a file of which the name stands for the content, so that parts of it from several tries fit
 * together. Goes on where an earlier try ended if the server lets it, else begins anew; tries again at
 * once as long as each try has brought more.
 *
 * @throws {DownloadFailed} when a try has brought nothing more
 */
export async function download(
  url: string,
  target: string,
  options: DownloadOptions,
): Promise<void> {
  mkdirSync(path.dirname(options.partFile), { recursive: true })
  for (;;) {
    const before = sizeOf(options.partFile)
    try {
      await fetchRest(url, before, options)
      renameSync(options.partFile, target)
      return
    } catch (error) {
      const received = sizeOf(options.partFile)
      const isSpoilt = before > 0 && received === 0
      if (received <= before && !isSpoilt)
        throw new DownloadFailed(reasonOf(error, options.patience), received)
    }
  }
}

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0)

/** Fetches what is missing after `offset` bytes to the end of the part file. */
async function fetchRest(
  url: string,
  offset: number,
  { partFile, patience, onProgress }: DownloadOptions,
): Promise<void> {
  const given = new AbortController()
  let timer = setTimeout(() => given.abort(), patience)
  const heard = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => given.abort(), patience)
  }
  try {
    const headers: Record<string, string> = offset > 0 ? { range: `bytes=${offset}-` } : {}
    const response = await fetch(url, { headers, signal: given.signal })
    heard()
    if (response.status === 416) rmSync(partFile) // it holds more than there is: of no use
    if (!response.ok || response.body === null)
      throw new Error(
        `${new URL(url).host} answered ${response.status} ${response.statusText}`.trim(),
      )
    const start = response.status === 206 ? offset : 0
    const length = Number(response.headers.get('content-length') ?? Number.NaN)
    const total = Number.isNaN(length) ? undefined : start + length
    // Chunk by chunk: a stream would throw away what it holds when the connection is cut.
    const file = await open(partFile, start > 0 ? 'a' : 'w')
    let received = start
    try {
      for await (const chunk of response.body) {
        heard()
        await file.writeFile(chunk)
        received += chunk.length
        onProgress({ received, total })
      }
    } finally {
      await file.close()
    }
    if (total !== undefined && received < total) throw new Error('the connection was cut')
  } finally {
    clearTimeout(timer)
  }
}

/** What is worth saying of an error of fetch: its cause, for it says no more than "fetch failed". */
function reasonOf(error: unknown, patience: number): string {
  const { name, message, cause } = error as Error & { readonly cause?: Error }
  if (name === 'AbortError') return `nothing arrived for ${patience / 1000} s`
  return cause?.message || message
}
