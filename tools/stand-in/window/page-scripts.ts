import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Script } from 'node:vm'
import { bootName, type PageConfig } from '../wire/messages'

/** Bundled beside this program when the stand-in is put together. */
const bundled = (name: string): string => readFileSync(path.join(__dirname, name), 'utf8')

/** What runs in the page's own world before its scripts. */
export function mainWorldScript(): string {
  return bundled('main-world.js')
}

/**
 * What runs in the isolated world: the configuration, the app's preload and then our own half.
 *
 * The preload begins on the first line, so that the lines of its errors are right.
 * @throws SyntaxError for a preload that does not parse
 */
export function isolatedWorldScript(preload: string | undefined): string {
  const source = preload === undefined ? undefined : readFileSync(preload, 'utf8')
  const open = '(function (require, module, exports, process, global) {'
  const wrapped = source === undefined ? 'undefined' : `${open}${source}\n})`
  if (preload !== undefined) void new Script(wrapped, { filename: preload })
  const config: PageConfig = {
    platform: process.platform,
    arch: process.arch,
    versions: { ...process.versions },
  }
  return (
    `globalThis.${bootName}={config:${JSON.stringify(config)},preload:${wrapped}};\n` +
    `${bundled('isolated-world.js')}\n//# sourceURL=${preload ?? 'stand-in'}`
  )
}
