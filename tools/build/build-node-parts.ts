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

/** Bundles the main process, with all it imports but `electron`, to `<out>/main/main.js`. */
export async function buildMain(entry: string, out: string): Promise<void> {
  await build({
    ...shared,
    platform: 'node',
    target: 'node20',
    entryPoints: [entry],
    outfile: path.join(out, 'main/main.js'),
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
