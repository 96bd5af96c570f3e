import { parseArgs } from 'node:util'

/** A deb, as fpm's arguments describe it. */
export interface DebPlan {
  /** The fields of `control`, in order. */
  readonly control: readonly (readonly [string, string])[]
  readonly compression: string
  /** What goes where: a file or folder of this machine, and an absolute path of the reader's. */
  readonly files: readonly { readonly from: string; readonly to: string }[]
  readonly afterInstall: string | undefined
  readonly afterRemove: string | undefined
  readonly changelog: string | undefined
  readonly upstreamChangelog: string | undefined
  /** The package to be made. */
  readonly target: string
}

const text = { type: 'string' } as const

/** https://fpm.readthedocs.io/en/latest/packages/deb.html, as far as electron-builder uses it. */
const options = {
  'input-type': { ...text, short: 's' },
  'output-type': { ...text, short: 't' },
  depends: { ...text, short: 'd', multiple: true },
  'deb-recommends': { ...text, multiple: true },
  force: { type: 'boolean' },
  debug: { type: 'boolean' },
  'deb-no-default-config-files': { type: 'boolean' },
  log: text,
  architecture: text,
  name: text,
  version: text,
  iteration: text,
  description: text,
  maintainer: text,
  vendor: text,
  url: text,
  license: text,
  category: text,
  package: text,
  'after-install': text,
  'after-remove': text,
  'deb-compression': text,
  'deb-priority': text,
  'deb-changelog': text,
  'deb-upstream-changelog': text,
} as const

/** @throws for an option that is not known, and for what a deb cannot do without */
export function readFpmArguments(args: readonly string[]): DebPlan {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  if (values['output-type'] !== 'deb')
    throw new Error(`no ${values['output-type']} is made here, only deb`)
  const needed = (
    name: 'name' | 'version' | 'architecture' | 'maintainer' | 'description' | 'package',
  ) => {
    const value = values[name]
    if (value === undefined) throw new Error(`--${name} is missing`)
    return value
  }
  const version = [needed('version'), values.iteration].filter(Boolean).join('-')
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['Package', needed('name')],
    ['Version', version],
    ['Architecture', needed('architecture')],
    ['Maintainer', needed('maintainer')],
    ['Depends', values.depends?.join(', ')],
    ['Recommends', values['deb-recommends']?.join(', ')],
    ['Section', values.category ?? 'default'],
    ['Priority', values['deb-priority'] ?? 'optional'],
    ['Homepage', values.url],
    ['Description', descriptionField(needed('description'))],
  ]
  return {
    control: fields.filter((field): field is readonly [string, string] => field[1] !== undefined),
    compression: values['deb-compression'] ?? 'gz',
    files: positionals.map(mapping),
    afterInstall: values['after-install'],
    afterRemove: values['after-remove'],
    changelog: values['deb-changelog'],
    upstreamChangelog: values['deb-upstream-changelog'],
    target: needed('package'),
  }
}

/** Its first line is the synopsis; the others are folded, each with a space before it. */
function descriptionField(description: string): string {
  const [synopsis = '', ...rest] = description.trim().split('\n')
  const words = rest.join(' ').trim().split(/\s+/u)
  const lines = words.reduce<string[]>((folded, word) => {
    const last = folded.at(-1)
    if (last === undefined || last.length + word.length > 76) return [...folded, ` ${word}`]
    return [...folded.slice(0, -1), `${last} ${word}`]
  }, [])
  return [synopsis, ...lines].join('\n')
}

function mapping(argument: string): { from: string; to: string } {
  const at = argument.lastIndexOf('=')
  if (at === -1) throw new Error(`${argument} does not say where it goes`)
  return { from: argument.slice(0, at), to: argument.slice(at + 1) }
}
