import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How a server gives a file. */
export interface Manner {
  /** Bytes a second; all at once if it is not given. */
  readonly speed?: number
  /** Ends the connection of the first answers after so many bytes each. */
  readonly cutAfter?: readonly number[]
  /** Answers every request with the whole file. */
  readonly withoutRanges?: boolean
  /** Sends so many bytes, and then nothing more. */
  readonly fallSilentAfter?: number
}

/** A server on this machine that gives one file, whatever is asked for. */
export interface FileServer {
  /** Ends with a slash. */
  readonly url: string
  /** The requests so far: their path, and the range that they asked for. */
  readonly requests: { readonly path: string; readonly range: string | undefined }[]
  readonly close: () => Promise<void>
}

const tick = 50

export async function serveFile(content: Buffer, manner: Manner = {}): Promise<FileServer> {
  const requests: FileServer['requests'] = []
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const range = request.headers.range
    const cut = manner.cutAfter?.[requests.length]
    requests.push({ path: request.url ?? '', range })
    const start = range && !manner.withoutRanges ? Number(/\d+/u.exec(range)?.[0]) : 0
    if (start > content.length) {
      response.writeHead(416).end()
      return
    }
    const rest = content.subarray(start)
    const headers = { 'content-length': rest.length }
    if (start > 0)
      response.writeHead(206, {
        ...headers,
        'content-range': `bytes ${start}-${content.length - 1}/${content.length}`,
      })
    else response.writeHead(200, headers)
    give(response, rest, { ...manner, cut })
  }
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function give(
  response: ServerResponse,
  rest: Buffer,
  manner: Manner & { cut: number | undefined },
) {
  const last = manner.cut ?? manner.fallSilentAfter ?? rest.length
  const step = manner.speed === undefined ? last : (manner.speed * tick) / 1000
  let sent = 0
  const next = (): void => {
    response.write(rest.subarray(sent, Math.min(sent + step, last)))
    sent += step
    if (sent < last) setTimeout(next, tick)
    // Not destroyed: what was sent arrives, and the connection ends where more was promised.
    else if (manner.cut !== undefined) setTimeout(() => response.socket?.end(), tick)
    else if (manner.fallSilentAfter === undefined) response.end()
  }
  next()
}
