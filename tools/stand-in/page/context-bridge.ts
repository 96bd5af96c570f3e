import type { ContextBridge } from 'electron'
import { type Crossing, lower, lowerFailure, raise } from './bridge-values'
import type { Port } from './port'

/** `contextBridge` for the preload: the isolated-world half. */
export function createContextBridge(port: Port): Pick<ContextBridge, 'exposeInMainWorld'> {
  const functions: ((...args: unknown[]) => unknown)[] = []
  const exposed = new Set<string>()
  let promises = 0

  const lowering = {
    lowerFunction(value: (...args: unknown[]) => unknown): Crossing {
      return { kind: 'function', id: functions.push(value) - 1 }
    },
    lowerPromise(value: Promise<unknown>): Crossing {
      const id = ++promises
      value
        .then((settled) => port.post('settled', { id, value: lower(settled, lowering) }))
        .catch((error: unknown) => port.post('settled', { id, error: lowerFailure(error) }))
      return { kind: 'promise', id }
    },
  }
  const raising = {
    // What a page's callback returns stays there: no caller in a preload of ours waits for it.
    raiseFunction:
      (fn: number) =>
      (...args: unknown[]): void =>
        port.post('callback', { fn, args: args.map((arg) => lower(arg, lowering)) }),
    raisePromise(): Promise<unknown> {
      throw new Error('stand-in: a promise cannot be passed from the page to the preload')
    },
  }

  port.on('call', ({ id, fn, args }) => {
    try {
      const result = functions[fn]?.(...args.map((arg) => raise(arg, raising)))
      port.post('result', { id, value: lower(result, lowering) })
    } catch (error) {
      port.post('result', { id, error: lowerFailure(error) })
    }
  })

  return {
    exposeInMainWorld(key, api) {
      if (exposed.has(key))
        throw new Error('Cannot bind an API on top of an existing property on the window object')
      exposed.add(key)
      port.post('expose', { key, api: lower(api, lowering) })
    },
  }
}
