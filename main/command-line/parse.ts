import { parseArgs } from 'node:util'
import { formatOf } from '../../core/export/format-file'
import {
  type ExportFormat,
  type ExportScript,
  exportFormats,
  exportScripts,
} from '../../core/export/request'
import { isTheirs } from './chromium-switches'

/** What the command line asks for. */
export type Invocation =
  | { readonly kind: 'window' }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'list' }
  | ExportInvocation
  | { readonly kind: 'import'; readonly file: string }
  /** One line that says what is wrong and what is right. */
  | { readonly kind: 'wrong'; readonly line: string }

/** File names are as they were given. */
export interface ExportInvocation {
  readonly kind: 'export'
  readonly file: string
  readonly format: ExportFormat
  readonly script: ExportScript
  readonly template?: string
}

const ours = {
  export: { type: 'string' },
  format: { type: 'string' },
  script: { type: 'string' },
  template: { type: 'string' },
  import: { type: 'string' },
  list: { type: 'boolean' },
  version: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/**
 * Reads the arguments that follow the executable (and, unpackaged, the app's path).
 * Every argument is understood, or refused: a misspelt option never opens a window instead.
 */
export function parseCommandLine(args: readonly string[]): Invocation {
  const mine = args.filter((arg) => !isTheirs(arg) && !arg.startsWith('piyue://'))
  try {
    const { values } = parseArgs({ args: mine, options: ours, strict: true })
    return invocationOf(values)
  } catch (error) {
    return wrong(error instanceof Error ? firstSentence(error.message) : String(error))
  }
}

type Values = {
  readonly [Name in keyof typeof ours]?:
    | ((typeof ours)[Name]['type'] extends 'string' ? string : boolean)
    | undefined
}

function invocationOf(values: Values): Invocation {
  if (values.help) return { kind: 'help' }
  if (values.version) return { kind: 'version' }
  const commands = (['export', 'import', 'list'] as const).filter((name) => values[name])
  if (commands.length > 1) {
    return wrong(`--${commands.join(' and --')} do not go together; one at a time`)
  }
  if (values.export === '' || values.import === '') {
    return wrong(`--${values.export === '' ? 'export' : 'import'} needs the name of a file`)
  }
  if (values.export !== undefined) return exportOf(values.export, values)
  const stray = (['format', 'script', 'template'] as const).find((name) => values[name])
  if (stray !== undefined) return wrong(`--${stray} goes with --export FILE`)
  if (values.import !== undefined) return { kind: 'import', file: values.import }
  return values.list ? { kind: 'list' } : { kind: 'window' }
}

function exportOf(file: string, { format, script = 'hant', template }: Values): Invocation {
  if (format !== undefined && !isOneOf(exportFormats, format)) {
    return wrong(`--format is one of ${exportFormats.join(', ')}, not "${format}"`)
  }
  if (!isOneOf(exportScripts, script)) {
    return wrong(`--script is one of ${exportScripts.join(', ')}, not "${script}"`)
  }
  if (template === undefined) {
    return { kind: 'export', file, format: format ?? formatOf(file) ?? 'markdown', script }
  }
  if (template === '') return wrong('--template needs the name of a file')
  if (format !== undefined) return wrong('--format and --template do not go together')
  return { kind: 'export', file, format: 'text', script, template }
}

const isOneOf = <T extends string>(list: readonly T[], value: string): value is T =>
  (list as readonly string[]).includes(value)

/** The parser's messages explain themselves at length; the line is short. */
const firstSentence = (message: string) => message.split(/\.\s|\n/u)[0] ?? message

const wrong = (line: string): Invocation => ({
  kind: 'wrong',
  line: `piyue: ${line.replaceAll(/\s+/gu, ' ')} (--help says more)`,
})
