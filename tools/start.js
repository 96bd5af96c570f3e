/**
 * `npm start`. Where nothing is to be built, to load TypeScript takes six times as long as all that is done: so the
 * launcher, `launch.ts`, is bundled, and bundled anew when a file that it was made of has changed.
 */
const { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs')
const path = require('node:path')

const root = path.join(__dirname, '..')
/** As deep in the repository as `runtime/paths.ts`, which reckons the root from where it lies. */
const bundle = path.join(root, 'node_modules/.cache/launcher.js')
/** The files that it was made of, by their paths in the repository. */
const list = path.join(root, 'node_modules/.cache/launcher.json')

const timeOf = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs

function isFresh() {
  const made = timeOf(bundle)
  if (made === undefined || timeOf(list) === undefined) return false
  const files = JSON.parse(readFileSync(list, 'utf8'))
  return files.every((file) => (timeOf(path.join(root, file)) ?? made) < made)
}

function makeBundle() {
  const { buildSync } = require('esbuild')
  const { metafile, outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: ['tools/launch.ts'],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // The bundlers of the app among them, which are loaded only where it is to be built.
    packages: 'external',
    metafile: true,
    write: false,
  })
  mkdirSync(path.dirname(bundle), { recursive: true })
  replace(bundle, outputFiles[0].text)
  replace(list, JSON.stringify(['tools/start.js', ...Object.keys(metafile.inputs)]))
}

/** Whole, for another start may be reading it. */
function replace(file, text) {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, text)
  renameSync(draft, file)
}

if (!isFresh()) makeBundle()
require(bundle)
