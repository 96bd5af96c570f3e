import type { Crossing } from './bridge-values'

/** The events that go over the node that the two worlds share, and what each carries. */
interface PortEvents {
  /** Isolated to main: an API to put on the window. */
  expose: { key: string; api: Crossing }
  /** Main to isolated: a call of an exposed function; answered by `result` before it returns. */
  call: { id: number; fn: number; args: Crossing[] }
  result: { id: number; value?: Crossing; error?: Crossing }
  /** Isolated to main: a promise that was handed over has settled. */
  settled: { id: number; value?: Crossing; error?: Crossing }
  /** Isolated to main: a call of a function that the page handed over. */
  callback: { fn: number; args: Crossing[] }
}

/** Synchronous messages between the worlds, over a node that neither page nor preload can reach. */
export class Port {
  constructor(private readonly node: EventTarget) {}

  post<K extends keyof PortEvents>(name: K, detail: PortEvents[K]): void {
    this.node.dispatchEvent(new CustomEvent(name, { detail }))
  }

  on<K extends keyof PortEvents>(name: K, listener: (detail: PortEvents[K]) => void): () => void {
    const handler = (event: Event): void => listener((event as CustomEvent<PortEvents[K]>).detail)
    this.node.addEventListener(name, handler)
    return () => this.node.removeEventListener(name, handler)
  }
}
