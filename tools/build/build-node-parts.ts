import path from 'node:path'
import { build as bundle } from 'esbuild'
import { build, type Plugin } from 'vite'

/**
 * Builds main, and the processes that it starts, into `<out>/main`, with all they import but `electron`. Main
 * comes first: the others lie beside it as their sources do. What is loaded late, or by several of them, is a
 * file of its own beside main, and so is there once, and costs no start that does not want it.
 */
export async function buildMain(
  entries: readonly [string, ...string[]],
  out: string,
): Promise<void> {
  const root = path.dirname(entries[0])
  const nameOf = (entry: string) => path.relative(root, entry).replace(/\.ts$/u, '')
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    // Some packages offer a browser file first; the main process wants the ES module sources.
    resolve: { mainFields: ['module', 'main'] },
    plugins: [withoutUnreached()],
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      outDir: path.join(out, 'main'),
      emptyOutDir: true,
      // Node 20 is what the stand-in runs on; Electron's own Node is newer and so is content with it.
      target: 'node20',
      // Half as large.
      minify: true,
      sourcemap: true,
      reportCompressedSize: false,
      rolldownOptions: {
        input: Object.fromEntries(entries.map((entry) => [nameOf(entry), entry])),
        // Parts lie in main's own folder, from which the app reckons where its files are.
        output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
}

/**
 * What libraries bring for work that Piyue does not give them: linkedom's reader of style sheets, turndown's reader
 * of HTML, and iconv-lite's tables of other encodings than Big5.
 */
const unreached: ReadonlySet<string> = new Set([
  'cssomnom/parse',
  '@mixmark-io/domino',
  './tables/shiftjis.json',
  './tables/eucjp.json',
  './tables/cp936.json',
  './tables/gbk-added.json',
  './tables/gb18030-ranges.json',
  './tables/cp949.json',
  './sbcs-data-generated',
])

/** Leaves out of a bundle what nothing in it reaches, though the bundler cannot know that: 0.6 MB. */
function withoutUnreached(): Plugin {
  const nothing = '\0unreached'
  return {
    name: 'without-unreached',
    enforce: 'pre',
    resolveId: (id) => (unreached.has(id) ? nothing : null),
    load: (id) => (id === nothing ? 'export const parse = undefined' : null),
  }
}

/**
 * Bundles the preload to `<out>/preload/preload.js`.
 * A sandboxed preload may require nothing but `electron`, hence the single file without Node.
 */
export async function buildPreload(entry: string, out: string): Promise<void> {
  await bundle({
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'chrome150',
    external: ['electron'],
    entryPoints: [entry],
    outfile: path.join(out, 'preload/preload.js'),
    logLevel: 'warning',
  })
}
