/**
 * Values that cross the context bridge. Chromium clones what goes from world to world, so what has
 * behaviour (functions, promises, errors) goes as a description and is made anew on the other side; what is
 * nothing but data goes as it is.
 */
export type Crossing =
  | { kind: 'plain'; value: unknown }
  | { kind: 'array'; items: Crossing[] }
  | { kind: 'object'; members: [string, Crossing][] }
  | { kind: 'function'; id: number }
  | { kind: 'promise'; id: number }
  | { kind: 'error'; message: string }

/** How one side describes its functions and promises. */
interface Lowering {
  lowerFunction(value: (...args: unknown[]) => unknown): Crossing
  lowerPromise(value: Promise<unknown>): Crossing
}

/** How one side makes the other side's functions and promises. */
interface Raising {
  raiseFunction(id: number): (...args: unknown[]) => unknown
  raisePromise(id: number): Promise<unknown>
}

/** @throws Error "An object could not be cloned.", as Electron words it */
export function lower(value: unknown, side: Lowering): Crossing {
  if (typeof value === 'function') return side.lowerFunction(value as () => unknown)
  if (value instanceof Promise) return side.lowerPromise(value)
  if (value instanceof Error) return { kind: 'error', message: value.message }
  if (isData(value)) return { kind: 'plain', value }
  if (Array.isArray(value))
    return { kind: 'array', items: Array.from(value, (item) => lower(item, side)) }
  if (isPlainObject(value)) {
    const members = Object.entries(value).map(
      ([key, member]) => [key, lower(member, side)] as [string, Crossing],
    )
    return { kind: 'object', members }
  }
  return { kind: 'plain', value: cloneable(value) }
}

export function raise(crossing: Crossing, side: Raising): unknown {
  switch (crossing.kind) {
    case 'plain':
      return crossing.value
    case 'array':
      return crossing.items.map((item) => raise(item, side))
    case 'object':
      return Object.fromEntries(crossing.members.map(([key, value]) => [key, raise(value, side)]))
    case 'function':
      return side.raiseFunction(crossing.id)
    case 'promise':
      return side.raisePromise(crossing.id)
    case 'error':
      return new Error(crossing.message)
    default:
      return crossing satisfies never
  }
}

/** What a rejection or an exception says on the other side. */
export function lowerFailure(error: unknown): Crossing {
  return { kind: 'error', message: error instanceof Error ? error.message : String(error) }
}

/** Whether a value is made of nothing but lists, plain objects and what has no parts. */
function isData(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isData)
  if (isPlainObject(value)) return Object.values(value).every(isData)
  return value === null || !['object', 'function', 'symbol'].includes(typeof value)
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (value === null || typeof value !== 'object') return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** A DOM node in an event's detail would silently make the whole detail null: so it is tried first. */
function cloneable(value: unknown): unknown {
  if (typeof value !== 'object' && typeof value !== 'symbol') return value
  try {
    return structuredClone(value)
  } catch {
    throw new Error('An object could not be cloned.')
  }
}
