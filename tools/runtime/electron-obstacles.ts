import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** What keeps Electron's executable from starting a window on a machine that has it, or could. */
export type Obstacle = 'no-display' | 'root' | 'no-user-namespaces'

/** What of a machine decides whether Electron can start. */
export interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  /** The user's id, or undefined where there are none. */
  readonly uid: number | undefined
  /** The content of a file, or undefined if it cannot be read. */
  readonly read: (file: string) => string | undefined
}

const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  uid: process.getuid?.(),
  read: (file) => {
    try {
      return readFileSync(file, 'utf8')
    } catch {
      return undefined // what is not there says nothing
    }
  },
}

/** Whether there is a screen to show a window on. */
export const hasDisplay = ({
  platform,
  env,
}: Pick<Machine, 'platform' | 'env'> = process): boolean =>
  platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])

/**
 * What keeps Electron from starting here, or undefined. Electron's toolkit ends the process where there
 * is no display; Chromium's sandbox ends it for root, and where a user may make no namespaces and its
 * helper is not set up.
 *
 * @param executable Electron's, if it is installed already: its sandbox helper lies beside it
 */
export function obstacleToElectron(
  executable: string | undefined,
  args: readonly string[] = [],
  machine = thisMachine,
): Obstacle | undefined {
  if (machine.platform !== 'linux') return undefined
  if (!hasDisplay(machine)) return 'no-display'
  if (args.includes('--no-sandbox')) return undefined
  if (machine.uid === 0) return 'root'
  const allowed = mayMakeNamespaces(machine) || (executable !== undefined && hasHelper(executable))
  return allowed ? undefined : 'no-user-namespaces'
}

/** The switches of the kernel's: AppArmor's (Ubuntu 23.10 and later), Debian's, and the limit. */
function mayMakeNamespaces({ read }: Machine): boolean {
  const value = (name: string) => read(path.posix.join('/proc/sys', name))?.trim()
  return (
    value('kernel/apparmor_restrict_unprivileged_userns') !== '1' &&
    value('kernel/unprivileged_userns_clone') !== '0' &&
    value('user/max_user_namespaces') !== '0'
  )
}

const setUserId = 0o4000

/** Whether Chromium's sandbox helper belongs to root and runs as root. */
function hasHelper(executable: string): boolean {
  const helper = statSync(path.join(path.dirname(executable), 'chrome-sandbox'), {
    throwIfNoEntry: false,
  })
  return helper !== undefined && helper.uid === 0 && (helper.mode & setUserId) !== 0
}
