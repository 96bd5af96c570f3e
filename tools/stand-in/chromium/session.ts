import type { ProtocolMapping } from 'devtools-protocol/types/protocol-mapping'
import { type Connection, ConnectionClosed } from './connection'

type Commands = ProtocolMapping.Commands
type Events = ProtocolMapping.Events

/** The protocol as it speaks to one page. */
export class Session {
  constructor(
    private readonly connection: Connection,
    private readonly id: string,
    readonly targetId: string,
  ) {}

  send<M extends keyof Commands>(
    method: M,
    params?: Commands[M]['paramsType'][0],
  ): Promise<Commands[M]['returnType']> {
    return this.connection.send(method, params, this.id)
  }

  on<E extends keyof Events>(event: E, listener: (params: Events[E][0]) => void): void {
    this.connection.on(event, listener, this.id)
  }

  /** Calls a command of the whole browser. */
  sendToBrowser<M extends keyof Commands>(
    method: M,
    params?: Commands[M]['paramsType'][0],
  ): Promise<Commands[M]['returnType']> {
    return this.connection.send(method, params)
  }
}

/** For a call whose answer nobody waits for: it may fail only because the page has gone. */
export function unlessGone(call: Promise<unknown>): void {
  call.catch((error: unknown) => {
    if (!isGone(error)) console.error('stand-in:', error)
  })
}

/** Whether a call failed because its page, its request or the whole of Chromium is no more. */
export function isGone(error: unknown): boolean {
  if (error instanceof ConnectionClosed) return true
  const message = error instanceof Error ? error.message : ''
  return /Session with given id not found|Invalid InterceptionId|Inspected target navigated|Cannot find context|uniqueContextId not found|No target with given id|Not attached to an active page|Browser window not found/.test(
    message,
  )
}
