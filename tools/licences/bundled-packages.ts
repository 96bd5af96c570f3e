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

/** Packages by name, sorted. */
interface BundledPackages {
  /** Those of which something gets into the built app. */
  readonly all: readonly string[]
  /** Those of them that the app loads when it starts. */
  readonly atStart: readonly string[]
}

/**
 * The packages that are shipped. Asks the bundler, so that a package that is installed but not shipped is left
 * out, and one that another brings along is not.
 */
export async function bundledPackages(): Promise<BundledPackages> {
  const { metafile } = await build({
    absWorkingDir: repositoryRoot,
    entryPoints: [...atStart, ...later],
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
  const bundles = Object.values(metafile.outputs)
  const isLater = ({ entryPoint }: Bundle) => later.includes(entryPoint ?? '')
  return {
    all: packagesIn(bundles),
    atStart: packagesIn(bundles.filter((bundle) => !isLater(bundle))),
  }
}

type Bundle = Metafile['outputs'][string]

const packagesIn = (bundles: readonly Bundle[]): readonly string[] =>
  [...new Set(shippedFiles(bundles).flatMap((file) => packageOf(file) ?? []))].sort()

/** The files of which the bundles hold at least a byte. A style sheet's `@font-face` counts so. */
const shippedFiles = (bundles: readonly Bundle[]): readonly string[] =>
  bundles.flatMap(({ inputs }) =>
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
