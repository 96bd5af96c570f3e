import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Everything that nobody holds any more is gone. */
export async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc')
  // What was asked for in this turn is held until its end.
  await setImmediate()
  runInNewContext('gc')()
}
