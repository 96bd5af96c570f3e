import type { CustomScheme, Protocol } from 'electron'
import { app } from '../api/app'
import { implementedOnly } from '../api/implemented-only'

type Handler = (request: Request) => Response | Promise<Response>

const privileged = new Set<string>()
const handlers = new Map<string, Handler>()

export function handlerFor(scheme: string): Handler | undefined {
  return handlers.get(scheme)
}

/** `protocol`, for schemes that are registered as standard ones. */
export const protocol = implementedOnly('protocol', {
  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    if (app.isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges } of schemes) if (privileges?.standard) privileged.add(scheme)
  },
  handle(scheme: string, handler: Handler): void {
    if (!app.isReady()) throw new Error('Session can only be received when app is ready')
    if (!privileged.has(scheme))
      throw new Error(`stand-in: protocol.handle of a scheme that is not standard (${scheme})`)
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    handlers.set(scheme, handler)
  },
  unhandle(scheme: string): void {
    handlers.delete(scheme)
  },
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
} satisfies Pick<
  Protocol,
  'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'
>)
