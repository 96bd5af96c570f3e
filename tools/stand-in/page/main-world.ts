/**
 * The main-world half of the context bridge. Runs before any script of the page, and leaves nothing
 * on the window but what the preload exposes.
 */
import { handshakeEvent } from '../wire/messages'
import { type Crossing, lower, raise } from './bridge-values'
import { Port } from './port'

function connect(port: Port): void {
  const callbacks: ((...args: unknown[]) => unknown)[] = []
  const waiting = new Map<number, { resolve(value: unknown): void; reject(why: unknown): void }>()
  let calls = 0

  const lowering = {
    lowerFunction(value: (...args: unknown[]) => unknown): Crossing {
      const known = callbacks.indexOf(value)
      return { kind: 'function', id: known === -1 ? callbacks.push(value) - 1 : known }
    },
    lowerPromise(): Crossing {
      throw new Error('stand-in: a promise cannot be passed from the page to the preload')
    },
  }
  const raising = {
    raiseFunction:
      (fn: number) =>
      (...args: unknown[]): unknown =>
        call(fn, args),
    raisePromise: (id: number) =>
      new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject })),
  }

  function call(fn: number, args: unknown[]): unknown {
    const id = ++calls
    const lowered = args.map((arg) => lower(arg, lowering))
    let answer: { value?: Crossing; error?: Crossing } = {}
    const stop = port.on('result', (result) => {
      if (result.id === id) answer = result
    })
    port.post('call', { id, fn, args: lowered })
    stop()
    if (answer.error) throw raise(answer.error, raising)
    return answer.value && raise(answer.value, raising)
  }

  port.on('settled', ({ id, value, error }) => {
    const promise = waiting.get(id)
    waiting.delete(id)
    if (error) promise?.reject(raise(error, raising))
    else promise?.resolve(value && raise(value, raising))
  })
  port.on('callback', ({ fn, args }) => {
    callbacks[fn]?.(...args.map((arg) => raise(arg, raising)))
  })
  port.on('expose', ({ key, api }) => {
    Object.defineProperty(window, key, {
      value: freeze(raise(api, raising)),
      enumerable: true,
      configurable: false,
      writable: false,
    })
  })
}

function freeze(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value
  Object.values(value).forEach(freeze)
  return Object.freeze(value)
}

/**
 * A new window shares its opener's process, which stands still until the window may run; but here it
 * is closed before that. Without an opener it does not, and `open` returns null, as it does in
 * Electron when the app refuses the window.
 */
function detachNewWindows(): void {
  const open = window.open.bind(window)
  const inPlace = new Set(['_self', '_parent', '_top'])
  window.open = (url, target, features) =>
    inPlace.has(target ?? '')
      ? open(url, target, features)
      : open(url, target, [features, 'noopener'].filter(Boolean).join())
}

// The isolated world runs right after this, and before the page: nobody else can send the event.
if (window === window.top) {
  detachNewWindows()
  window.addEventListener(
    handshakeEvent,
    (event) => {
      event.stopImmediatePropagation()
      const node = (event as MouseEvent).relatedTarget
      if (node) connect(new Port(node))
    },
    { once: true, capture: true },
  )
}
