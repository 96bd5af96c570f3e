import { EventEmitter } from 'node:events'
import { implementedOnlyPrototype } from './implemented-only'

/** A base class for emitters: members that a subclass does not have throw with their name. */
export function implementedEmitter(owner: string): new () => EventEmitter {
  class ImplementedEmitter extends EventEmitter {}
  Object.setPrototypeOf(
    ImplementedEmitter.prototype,
    implementedOnlyPrototype(owner, EventEmitter.prototype),
  )
  return ImplementedEmitter
}
