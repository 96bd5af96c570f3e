import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import {
  type ExportFormat,
  type ExportScope,
  type ExportScript,
  exportFormats,
  exportScripts,
  formatOf,
  textFormats,
} from '../../core/app/export-request'
import type { UsageProblem } from '../../core/app/usage-problem'
import { isTheirs } from './chromium-switches'
import { misspelt } from './misspelt'

/** What the command line asks for. */
export type Invocation =
  | WindowInvocation
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'documents' }
  | ({ readonly kind: 'list' } & AboutDocument)
  | ExportInvocation
  | { readonly kind: 'export-edition'; readonly file: string }
  | ({ readonly kind: 'import'; readonly file: string } & AboutDocument)
  | { readonly kind: 'wrong'; readonly problem: UsageProblem }

/** Opens the window, with the documents named: as they were given. */
export interface WindowInvocation {
  readonly kind: 'window'
  readonly documents: readonly string[]
}

/** Whose notes are meant: those of the bundled report where no document is named. */
interface AboutDocument {
  /** An id or the beginning of one, or a file; as it was given. */
  readonly document?: string
}

/** File names are as they were given. */
export interface ExportInvocation {
  readonly kind: 'export'
  /** As in {@link AboutDocument}, one or several; or all of the library. */
  readonly documents?: readonly [string, ...string[]] | 'all'
  readonly file: string
  readonly format: ExportFormat
  readonly script: ExportScript
  /** The passages, where it is absent. */
  readonly scope?: ExportScope
  readonly template?: string
}

const ours = {
  export: { type: 'string' },
  'export-edition': { type: 'string' },
  format: { type: 'string' },
  script: { type: 'string' },
  template: { type: 'string' },
  'whole-text': { type: 'boolean' },
  import: { type: 'string' },
  open: { type: 'string' },
  list: { type: 'boolean' },
  document: { type: 'string' },
  all: { type: 'boolean' },
  documents: { type: 'boolean' },
  version: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

type Name = keyof typeof ours

/** What the options stand for: text for those that take a value, `true` for the others. */
type Values = Readonly<Partial<Record<Name, string | true>>>

/** Options whose value is a file's name. */
const naming = ['export', 'export-edition', 'import', 'open', 'template'] as const

/** Options that say what is to be done: one at a time. */
const doing = ['export', 'export-edition', 'import', 'list', 'documents', 'open'] as const

/**
 * Reads the arguments that follow the executable (and, unpackaged, the app's path).
 *
 * Where none of our own options is among them, this is a start of the window, by an icon or a desktop
 * that adds switches of its own: what is unknown is let by, but for what looks like a misspelt option
 * of ours. Where one is, every argument is understood, or refused.
 */
export function parseCommandLine(args: readonly string[]): Invocation {
  const mine = args.filter((arg) => !isTheirs(arg) && !isLink(arg))
  // Not strict: what the parser says of mistakes is in its own words, and in English only.
  const { tokens } = parseArgs({ args: mine, options: ours, strict: false, tokens: true })
  const isOurs = tokens.some((token) => token.kind === 'option' && isName(token.name))
  const values: Partial<Record<Name, string | true>> = {}
  const words: string[] = []
  const documents: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    const { name, rawName, value } = token
    if (isName(name)) {
      const problem = problemOf(name, value)
      if (problem !== undefined) return wrong(problem)
      values[name] = value ?? true
      if (name === 'document' && value !== undefined) documents.push(value)
    } else if (isOurs || misspelt(name, Object.keys(ours)) !== undefined) {
      return wrong({ kind: 'unknown-option', option: rawName })
    }
  }
  return invocationOf(values, words, documents)
}

/** The arguments meant for us: without the executable and, unpackaged, without the app's path. */
export function ownArguments(argv: readonly string[], isPackaged: boolean): readonly string[] {
  const args = argv.slice(1)
  if (isPackaged) return args
  const appPath = args.findIndex((arg) => !arg.startsWith('-'))
  return args.filter((_, i) => i !== appPath)
}

/** Schemes are written in any case. */
const isLink = (arg: string) => /^piyue:\/\//iu.test(arg)

const isName = (name: string): name is Name => Object.hasOwn(ours, name)

/** The documents that a command line has opened in a window, as they were given. */
export function documentsIn(args: readonly string[]): readonly string[] {
  const invocation = parseCommandLine(args)
  return invocation.kind === 'window' ? invocation.documents : []
}

/**
 * The absolute path of a file as a command line names it: by a path, or by a `file:` address, which is what desktops
 * on Linux hand on of a file that is opened with the app (`%U` in its desktop entry).
 *
 * @param folder absolute path of the folder in which the command was given
 */
export function fileCalled(name: string, folder: string): string {
  try {
    if (/^file:\/\//iu.test(name)) return fileURLToPath(name)
  } catch {
    // An address of another machine, or of no file: it is not found as a path either, and named so.
  }
  return path.resolve(folder, name)
}

function problemOf(option: Name, value: string | undefined): UsageProblem | undefined {
  if (ours[option].type === 'boolean') {
    return value === undefined ? undefined : { kind: 'no-value-taken', option }
  }
  const isFile = (naming as readonly string[]).includes(option)
  // An option where the value should be: the value was forgotten.
  if (value === undefined || value === '' || value.startsWith('--')) {
    return { kind: isFile ? 'file-needed' : 'value-needed', option }
  }
  return isFile && value === '-' ? { kind: 'dash-is-no-file', option } : undefined
}

function invocationOf(
  values: Values,
  words: readonly string[],
  documents: readonly string[],
): Invocation {
  if (values.help) return { kind: 'help' }
  if (values.version) return { kind: 'version' }
  const options = doing.filter((name) => values[name])
  if (options.length > 1) return wrong({ kind: 'not-together', options })
  const [word] = words
  if (word !== undefined && options.some((name) => name !== 'open')) {
    return wrong({ kind: 'stray-word', word })
  }
  if (typeof values.export === 'string') return exportOf(values.export, documents, values)
  const stray = (['format', 'script', 'template', 'whole-text', 'all'] as const).find(
    (name) => values[name],
  )
  if (stray !== undefined) return wrong({ kind: 'only-with-export', option: stray })
  const [document, ...others] = documents
  if (document !== undefined && !values.import && !values.list) {
    return wrong({ kind: 'only-with-notes' })
  }
  if (others.length > 0) return wrong({ kind: 'one-document' })
  const about = document === undefined ? {} : { document }
  const edition = values['export-edition']
  if (typeof edition === 'string') return { kind: 'export-edition', file: edition }
  if (typeof values.import === 'string') return { kind: 'import', file: values.import, ...about }
  if (values.list) return { kind: 'list', ...about }
  if (values.documents) return { kind: 'documents' }
  const opened = typeof values.open === 'string' ? [values.open] : []
  return { kind: 'window', documents: [...opened, ...words] }
}

function exportOf(
  file: string,
  [document, ...others]: readonly string[],
  values: Values,
): Invocation {
  const { format, script = 'hant', template, all } = values
  if (all && document !== undefined) {
    return wrong({ kind: 'not-together', options: ['all', 'document'] })
  }
  const about = all
    ? ({ documents: 'all' } as const)
    : document === undefined
      ? {}
      : ({ documents: [document, ...others] } as const)
  if (format !== undefined && !isOneOf(exportFormats, format)) {
    return wrong(notOneOf('format', exportFormats, format))
  }
  if (!isOneOf(exportScripts, script)) return wrong(notOneOf('script', exportScripts, script))
  const isWhole = values['whole-text'] === true
  if (typeof template !== 'string') {
    const chosen = format ?? formatOf(file) ?? 'markdown'
    if (isWhole && !textFormats.includes(chosen)) {
      return wrong({ kind: 'no-whole-text', format: chosen, formats: textFormats })
    }
    const scope = isWhole ? ({ scope: 'text' } as const) : {}
    return { kind: 'export', file, format: chosen, script, ...scope, ...about }
  }
  if (isWhole) return wrong({ kind: 'not-together', options: ['whole-text', 'template'] })
  if (format !== undefined) return wrong({ kind: 'not-together', options: ['format', 'template'] })
  return { kind: 'export', file, format: 'text', script, template, ...about }
}

const isOneOf = <T extends string>(list: readonly T[], value: string | true): value is T =>
  (list as readonly (string | true)[]).includes(value)

const notOneOf = (
  option: string,
  allowed: readonly string[],
  given: string | true,
): UsageProblem => ({ kind: 'not-one-of', option, allowed, given: String(given) })

const wrong = (problem: UsageProblem): Invocation => ({ kind: 'wrong', problem })
