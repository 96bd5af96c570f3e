/**
 * What the stand-in does not implement throws, with its name, when it is touched: a silent no-op
 * would let the app rely on what is not there.
 */

/** Asked for by languages and tools, not by the app: absent in Electron's objects, too. */
const absentInElectron = new Set(['then', 'toJSON', '__esModule', 'default', 'asymmetricMatch'])

/** A prototype above `base` on which every name that is not found throws. */
export function implementedOnlyPrototype(owner: string, base: object): object {
  const prototype = Object.create(base) as object
  return new Proxy(prototype, {
    get(target, name, receiver): unknown {
      if (typeof name === 'symbol' || name in target || absentInElectron.has(name))
        return Reflect.get(target, name, receiver)
      throw new Error(`stand-in: ${owner}.${name} is not implemented`)
    },
  })
}

/** Makes `members` throw for every member that it does not have. Its own stay replaceable. */
export function implementedOnly<T extends object>(owner: string, members: T): T {
  const prototype = Object.getPrototypeOf(members) as object | null
  Object.setPrototypeOf(members, implementedOnlyPrototype(owner, prototype ?? Object.prototype))
  return members
}
