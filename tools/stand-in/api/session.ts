import type { Session } from 'electron'
import {
  setDevicePermissionHandler,
  setPermissionCheckHandler,
  setPermissionRequestHandler,
} from '../network/permissions'
import { protocol } from '../network/protocol'
import { webRequest } from '../network/web-request'
import { app } from './app'
import { implementedOnly } from './implemented-only'

type Implemented =
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'

export const defaultSession = implementedOnly('session.defaultSession', {
  protocol,
  webRequest,
  setPermissionRequestHandler,
  setPermissionCheckHandler,
  setDevicePermissionHandler,
  /** There is no spelling checker to switch off. */
  setSpellCheckerEnabled(_enable: boolean): void {},
} satisfies Pick<Session, Implemented | 'setSpellCheckerEnabled'> & Record<string, unknown>)

/** `session`: the default one, for partitions are not implemented. */
export const session = implementedOnly('session', {
  get defaultSession(): Session {
    if (!app.isReady()) throw new Error('Session can only be received when app is ready')
    return defaultSession as unknown as Session
  },
})
