import type { JestEnvironment, JestEnvironmentConfig } from '@jest/environment'
import { ModernFakeTimers } from '@jest/fake-timers'
import { ModuleMocker } from 'jest-mock'

/**
 * Where test files run: among Node's own globals. Jest's environment makes a realm for each file, in which
 * each `Map` and `Math` is looked up through a proxy. What a file leaves among the globals, or in the
 * environment variables, is taken away when it ends.
 */
export default class RealmEnvironment implements JestEnvironment<NodeJS.Timeout> {
  readonly global = globalThis as unknown as JestEnvironment['global']
  readonly moduleMocker = new ModuleMocker(globalThis)
  readonly fakeTimers = null
  readonly fakeTimersModern: ModernFakeTimers
  readonly #restore = [
    restorerOf(globalThis),
    restorerOf(process.env),
    // What Jest itself exchanges.
    restorerOf(process, ['exit', 'getBuiltinModule']),
  ]

  constructor({ projectConfig: config }: JestEnvironmentConfig) {
    this.fakeTimersModern = new ModernFakeTimers({ config, global: globalThis })
  }

  async setup(): Promise<void> {}

  async teardown(): Promise<void> {
    this.fakeTimersModern.dispose()
    for (const restore of this.#restore) restore()
  }

  /** The runtime compiles modules in this realm, whatever context it is given. */
  getVmContext() {
    return globalThis
  }

  exportConditions(): string[] {
    return ['node', 'node-addons']
  }
}

/** What puts an object's own properties, or some of them, back as they are now. */
function restorerOf(object: object, only?: readonly PropertyKey[]): () => void {
  const keys = () => Reflect.ownKeys(object).filter((key) => only?.includes(key) ?? true)
  const descriptorOf = (key: PropertyKey) => Reflect.getOwnPropertyDescriptor(object, key)
  const before = new Map(keys().map((key) => [key, descriptorOf(key)]))
  return () => {
    for (const key of keys()) if (!before.has(key)) Reflect.deleteProperty(object, key)
    for (const [key, descriptor] of before) {
      if (descriptor !== undefined && !isSame(descriptor, descriptorOf(key)))
        Reflect.defineProperty(object, key, descriptor)
    }
  }
}

const isSame = (one: PropertyDescriptor, other: PropertyDescriptor | undefined): boolean =>
  other !== undefined && one.value === other.value && one.get === other.get
