import type { Reader } from '../reader/reader'
import type { Session } from './session'

/** What carrying out an action needs: the state and the text. */
export interface Stage {
  readonly session: Session
  readonly reader: Reader
}
