/** The command line of the `electron` executable, taken apart as Electron does. */
interface CommandLine {
  /** Modules to load before the app (`-r`), as Playwright's loader is. */
  required: string[]
  /** The app's folder or file; undefined if the app is packed. */
  app: string | undefined
  /** Chromium's switches, wherever they stand; the last of a name counts. */
  switches: Map<string, string>
}

/** @param args what follows the executable's name */
export function parseCommandLine(args: readonly string[], packed: boolean): CommandLine {
  const line: CommandLine = { required: [], app: undefined, switches: new Map() }
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? ''
    const beforeApp = !packed && line.app === undefined
    const next = args[at + 1]
    if (beforeApp && (arg === '-r' || arg === '--require') && next !== undefined) {
      line.required.push(next)
      at++
    } else if (arg.startsWith('--')) {
      const [, name = '', value = ''] = /^--([^=]*)=?(.*)$/s.exec(arg) ?? []
      line.switches.set(name, value)
    } else if (beforeApp) line.app = arg
  }
  return line
}

/**
 * A command line as Chromium hands it on: what looks like a switch comes first, and what follows it need not be
 * its value any more. Of `--` nothing behind is a switch.
 *
 * @param argv the executable first
 */
export function inChromiumsOrder([executable = '', ...args]: readonly string[]): string[] {
  const end = args.indexOf('--')
  const isSwitch = (arg: string, at: number): boolean =>
    (end === -1 || at < end) && /^-./.test(arg) && arg !== '--'
  return [executable, ...args.filter(isSwitch), ...args.filter((arg, at) => !isSwitch(arg, at))]
}
