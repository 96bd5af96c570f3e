import path from 'node:path'
import { type BuildOptions, build } from 'esbuild'

/** Node 20 is what the stand-in runs on; Electron's own Node is newer and so is content with it. */
const shared = {
  bundle: true,
  format: 'cjs',
  external: ['electron'],
  logLevel: 'warning',
  sourcemap: 'linked',
} satisfies BuildOptions

/**
 * Bundles main, and the processes that it starts, each with all it imports but `electron`, into
 * `<out>/main`. Main comes first: the others lie beside it as their sources do.
 */
export async function buildMain(
  entries: readonly [string, ...string[]],
  out: string,
): Promise<void> {
  await build({
    ...shared,
    platform: 'node',
    target: 'node20',
    entryPoints: [...entries],
    outbase: path.dirname(entries[0]),
    outdir: path.join(out, 'main'),
    // Half as large. Chinese characters as they are: escaped, each would take twice its bytes.
    minify: true,
    charset: 'utf8',
    // Some packages offer a browser file first; the main process wants the ES module sources.
    mainFields: ['module', 'main'],
  })
}

/**
 * Bundles the preload to `<out>/preload/preload.js`.
 * A sandboxed preload may require nothing but `electron`, hence the single file without Node.
 */
export async function buildPreload(entry: string, out: string): Promise<void> {
  await build({
    ...shared,
    platform: 'browser',
    target: 'chrome150',
    sourcemap: false,
    entryPoints: [entry],
    outfile: path.join(out, 'preload/preload.js'),
  })
}
