import { type UtilityProcess, utilityProcess } from 'electron'
import { platform } from './environment'

interface ChildOptions {
  /** What the system's list of processes calls it. */
  readonly name: string
  /** The most memory that V8 may take in it, in megabytes; as much as V8 takes by itself, where it is absent. */
  readonly memory?: number
}

/**
 * Starts a process beside main, with Node, but without output and with an environment of its own.
 *
 * @param entry absolute path of what it runs
 */
export function startChild(entry: string, { name, memory }: ChildOptions): UtilityProcess {
  const child = utilityProcess.fork(entry, [], {
    serviceName: name,
    // V8's own flags mean something to Electron's processes only as the value of this switch.
    execArgv: memory === undefined ? [] : [`--js-flags=--max-old-space-size=${memory}`],
    stdio: 'ignore',
    env: childEnvironment(platform(), process.env),
  })
  // An error that nobody listens to would be main's own; that the process ends of it is told by `exit`.
  child.on('error', () => {})
  return child
}

/** What Windows' own libraries look for in any process: where Windows lies, and where temporary files go. */
const neededOnWindows = ['SystemRoot', 'windir', 'TEMP', 'TMP']

/** What a child has of main's environment: nothing that it can do without. @param own main's */
export function childEnvironment(
  system: ReturnType<typeof platform>,
  own: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  const needed = system === 'win32' ? neededOnWindows : []
  return {
    // Of an empty environment Electron makes main's: a name that says nothing keeps all others out.
    PIYUE_CHILD: '1',
    ...Object.fromEntries(
      needed.flatMap((name) => (own[name] === undefined ? [] : [[name, own[name]]])),
    ),
  }
}

/** Ends a process; one that is only about to be launched, which Electron cannot kill yet, once it is. */
export function endChild(child: UtilityProcess): void {
  if (!child.kill()) child.once('spawn', () => child.kill())
}
