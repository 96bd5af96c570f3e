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
  offerAnew,
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

/** Calls of a page that has gone are answered to nobody, and those that it makes yet are not carried out. */
let page: Page

interface Page {
  readonly id: string
  readonly waiting: Map<string, Waiting>
  readonly listeners: Set<(event: AppEvent) => void>
}

const newPage = (): Page => ({
  id: crypto.randomUUID(),
  waiting: new Map(),
  listeners: new Set(),
})

const keys = reportKeys(false, (stroke) => send({ kind: 'key', stroke }))

const receive = (message: ToPage): void => {
  if (message.kind === 'event') {
    for (const listener of page.listeners) listener(message.event)
    return
  }
  if (message.kind === 'accelerators') return keys.setAccelerators([...message.accelerators])
  const asked = page.waiting.get(message.id)
  page.waiting.delete(message.id)
  if (message.kind === 'answer') asked?.resolve(message.value)
  else if (message.kind === 'opening') asked?.resolve(withReport(message.value))
  else asked?.reject(new Error(message.message))
}

/** What the preload offers, to a page that begins; one that began before is heard no more. */
function offer(): void {
  const of = newPage()
  const call = (name: CallName, ...args: readonly unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      if (of !== page) return
      const id = `${of.id}-${++count}`
      of.waiting.set(id, { resolve, reject })
      send({ kind: 'call', id, name, args })
    })
  const calls = callNames.map((name) => [name, (...args: unknown[]) => call(name, ...args)])
  page = of
  Object.defineProperty(globalThis, 'piyue', {
    enumerable: true,
    configurable: true,
    value: Object.freeze({
      ...Object.fromEntries(calls),
      // Where the page knows no path, the name stands for it.
      openDropped: (file: File) => call('openDropped', file.name),
      onEvent: (listener: (event: AppEvent) => void) => {
        of.listeners.add(listener)
        return () => of.listeners.delete(listener)
      },
    }),
  })
  send({ kind: 'loaded' })
}

let count = 0

Object.defineProperty(globalThis, fromMain, {
  value: (text: string) => receive(unpack(text) as ToPage),
})

Object.defineProperty(globalThis, offerAnew, { value: offer })

offer()
