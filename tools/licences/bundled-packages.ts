import path from 'node:path'
import { build, type Metafile } from 'esbuild'
import { repositoryRoot } from '../runtime/paths'

/** Where the app's parts begin. What they reach is what is shipped. */
const atStart = [
  'main/main.ts',
  'main/preload.ts',
  'renderer/main.tsx',
  'renderer/styles/index.css',
]

/** What is started when a document is opened: it reads it, and makes its forms. */
const later = ['main/library/document-process.ts']

/**
 * The packages of which something gets into the built app, sorted by name. Asks the bundler, so that
 * a package that is installed but not shipped is left out, and one that another brings along is not.
 */
export const bundledPackages = (): Promise<readonly string[]> => packagesOf([...atStart, ...later])

/** Those of them that the app loads when it starts. */
export const packagesAtStart = (): Promise<readonly string[]> => packagesOf(atStart)

async function packagesOf(entryPoints: string[]): Promise<readonly string[]> {
  const { metafile } = await build({
    absWorkingDir: repositoryRoot,
    entryPoints,
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'unused',
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    external: ['electron'],
    loader: { '.woff2': 'empty', '.svg': 'empty', '.png': 'empty' },
    logLevel: 'error',
  })
  return [...new Set(shippedFiles(metafile).flatMap((file) => packageOf(file) ?? []))].sort()
}

/** The files of which the bundles hold at least a byte. A style sheet's `@font-face` counts so. */
const shippedFiles = (metafile: Metafile): readonly string[] =>
  Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([file]) => file),
  )

/** The name of the package that a file belongs to: the innermost, where packages nest. */
function packageOf(file: string): string | undefined {
  const parts = file.split('/')
  const at = parts.lastIndexOf('node_modules')
  const [first, second] = parts.slice(at + 1)
  if (at === -1 || first === undefined) return undefined
  return first.startsWith('@') ? path.posix.join(first, second ?? '') : first
}
