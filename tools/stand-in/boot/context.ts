import type { AppLocation } from './app-location'

/** What the start knows and the modules of `electron` need. */
interface Context {
  app: AppLocation
  /** The executable that was started: the `electron` script. */
  executable: string
  /** The Node that runs it. */
  node: string
  switches: Map<string, string>
}

let context: Context | undefined

export function setContext(value: Context): void {
  context = value
}

export function getContext(): Context {
  if (!context) throw new Error('stand-in: used before its start')
  return context
}
