/**
 * The page's side of the line to the in-memory main; it stands in the page before its own scripts, as
 * the preload does, and offers the same object.
 */
import { type CallName, callNames } from '../../../core/contract/channels'
import type { AppEvent, WorkspaceOpening } from '../../../core/contract/contract'
import { reportKeys } from '../../../tools/stand-in/page/key-reports'
import { pack, unpack } from '../../../tools/stand-in/wire/codec'
import {
  type FromPage,
  fromMain,
  reportPlace,
  type ToPage,
  toMain,
  type WithoutReport,
} from './wire'

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

const globals = globalThis as unknown as {
  readonly [toMain]: (text: string) => void
  readonly [reportPlace]: string
}
const send = (message: FromPage): void => globals[toMain](pack(message))

const withReport = (opening: WithoutReport): WorkspaceOpening => ({
  ...opening,
  publication: JSON.parse(globals[reportPlace]),
})

/** Calls of a document that has gone are answered to nobody. */
const document = crypto.randomUUID()
const waiting = new Map<string, Waiting>()
const listeners = new Set<(event: AppEvent) => void>()
let count = 0

const call = (name: CallName, ...args: readonly unknown[]) =>
  new Promise<unknown>((resolve, reject) => {
    const id = `${document}-${++count}`
    waiting.set(id, { resolve, reject })
    send({ kind: 'call', id, name, args })
  })

const calls = callNames.map((name) => [name, (...args: unknown[]) => call(name, ...args)])

const keys = reportKeys(false, (stroke) => send({ kind: 'key', stroke }))

const receive = (message: ToPage): void => {
  if (message.kind === 'event') {
    for (const listener of listeners) listener(message.event)
    return
  }
  if (message.kind === 'accelerators') return keys.setAccelerators([...message.accelerators])
  const asked = waiting.get(message.id)
  waiting.delete(message.id)
  if (message.kind === 'answer') asked?.resolve(message.value)
  else if (message.kind === 'opening') asked?.resolve(withReport(message.value))
  else asked?.reject(new Error(message.message))
}

Object.defineProperty(globalThis, fromMain, {
  value: (text: string) => receive(unpack(text) as ToPage),
})

Object.defineProperty(globalThis, 'piyue', {
  enumerable: true,
  value: Object.freeze({
    ...Object.fromEntries(calls),
    // Where the page knows no path, the name stands for it.
    openDropped: (file: File) => call('openDropped', file.name),
    onEvent: (listener: (event: AppEvent) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }),
})

send({ kind: 'loaded' })
