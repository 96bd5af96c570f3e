import { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { ProtocolMapping } from 'devtools-protocol/types/protocol-mapping'

type Commands = ProtocolMapping.Commands
type Events = ProtocolMapping.Events

interface Answer {
  id?: number
  method?: string
  params?: unknown
  sessionId?: string
  result?: unknown
  error?: { message: string }
}

/** Chromium went away while an answer was awaited, or before the question was asked. */
export class ConnectionClosed extends Error {
  constructor() {
    super('stand-in: Chromium has closed')
  }
}

/**
 * The debugging protocol over a pipe: JSON texts, each ended by a NUL.
 * https://chromedevtools.github.io/devtools-protocol/
 */
export class Connection {
  private readonly events = new EventEmitter().setMaxListeners(0)
  private readonly waiting = new Map<
    number,
    { resolve(value: unknown): void; reject(why: Error): void; method: string }
  >()
  private calls = 0
  private closed = false

  constructor(
    read: Readable,
    private readonly write: Writable,
  ) {
    // A write after Chromium has gone fails here; the call itself is rejected by `close`.
    write.on('error', () => this.close())
    read.on('close', () => this.close())
    let pieces: Buffer[] = []
    read.on('data', (chunk: Buffer) => {
      let start = 0
      for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
        pieces.push(chunk.subarray(start, end))
        this.receive(JSON.parse(Buffer.concat(pieces).toString('utf8')) as Answer)
        pieces = []
        start = end + 1
      }
      if (start < chunk.length) pieces.push(chunk.subarray(start))
    })
  }

  /** Calls a command, of one target's session or of the browser itself. */
  send<M extends keyof Commands>(
    method: M,
    params?: Commands[M]['paramsType'][0],
    sessionId?: string,
  ): Promise<Commands[M]['returnType']> {
    if (this.closed) return Promise.reject(new ConnectionClosed())
    const id = ++this.calls
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject, method })
      this.write.write(`${JSON.stringify({ id, method, params: params ?? {}, sessionId })}\0`)
    })
  }

  /** Listens to an event, of one target's session or of the browser itself. */
  on<E extends keyof Events>(
    event: E,
    listener: (params: Events[E][0]) => void,
    sessionId = '',
  ): void {
    this.events.on(`${sessionId}/${event}`, listener)
  }

  private receive(message: Answer): void {
    if (message.id === undefined) {
      this.events.emit(`${message.sessionId ?? ''}/${message.method ?? ''}`, message.params)
      return
    }
    const call = this.waiting.get(message.id)
    this.waiting.delete(message.id)
    if (message.error) call?.reject(new Error(`${call.method}: ${message.error.message}`))
    else call?.resolve(message.result)
  }

  private close(): void {
    if (this.closed) return
    this.closed = true
    for (const call of this.waiting.values()) call.reject(new ConnectionClosed())
    this.waiting.clear()
  }
}
