import { parseArgs } from 'node:util'
import { formatOf } from '../../core/export/format-file'
import {
  type ExportFormat,
  type ExportScript,
  exportFormats,
  exportScripts,
} from '../../core/export/request'

/** What the command line asks for. */
export type Invocation =
  | { readonly kind: 'window' }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'list' }
  | {
      readonly kind: 'export'
      readonly file: string
      readonly format: ExportFormat
      readonly script: ExportScript
    }
  /** One line that says what is wrong and what is right. */
  | { readonly kind: 'wrong'; readonly line: string }

const ours = {
  export: { type: 'string' },
  format: { type: 'string' },
  script: { type: 'string' },
  list: { type: 'boolean' },
  version: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/** Switches that Electron and Chromium read themselves; they mean nothing to us and are let by. */
const theirs =
  /^--(user-data-dir|lang|remote-debugging-(port|address|pipe)|inspect(-brk)?|no-sandbox|headless|disable-[a-z-]+|enable-[a-z-]+|force-[a-z-]+|use-[a-z-]+|ozone-platform(-hint)?|gtk-version|original-process-start-time|allow-file-access-from-files|test-type)(=|$)/u

/**
 * Reads the arguments that follow the executable (and, unpackaged, the app's path).
 * Every argument is understood, or refused: a misspelt option never opens a window instead.
 */
export function parseCommandLine(args: readonly string[]): Invocation {
  const mine = args.filter((arg) => !theirs.test(arg) && !arg.startsWith('piyue://'))
  try {
    const { values } = parseArgs({ args: mine, options: ours, strict: true })
    return invocationOf(values)
  } catch (error) {
    return wrong(error instanceof Error ? firstSentence(error.message) : String(error))
  }
}

interface Values {
  readonly export?: string | undefined
  readonly format?: string | undefined
  readonly script?: string | undefined
  readonly list?: boolean | undefined
  readonly version?: boolean | undefined
  readonly help?: boolean | undefined
}

function invocationOf(values: Values): Invocation {
  if (values.help) return { kind: 'help' }
  if (values.version) return { kind: 'version' }
  if (values.list) return { kind: 'list' }
  if (values.export !== undefined) return exportOf(values.export, values)
  if (values.format !== undefined || values.script !== undefined) {
    return wrong('--format and --script go with --export FILE')
  }
  return { kind: 'window' }
}

function exportOf(file: string, { format, script = 'hant' }: Values): Invocation {
  if (file === '') return wrong('--export needs the name of a file')
  if (format !== undefined && !isOneOf(exportFormats, format)) {
    return wrong(`--format is one of ${exportFormats.join(', ')}, not "${format}"`)
  }
  if (!isOneOf(exportScripts, script)) {
    return wrong(`--script is one of ${exportScripts.join(', ')}, not "${script}"`)
  }
  return { kind: 'export', file, format: format ?? formatOf(file) ?? 'markdown', script }
}

const isOneOf = <T extends string>(list: readonly T[], value: string): value is T =>
  (list as readonly string[]).includes(value)

const firstSentence = (message: string) => message.split(/[.\n]/u)[0] ?? message

const wrong = (line: string): Invocation => ({
  kind: 'wrong',
  line: `piyue: ${line} (--help says more)`,
})
