/**
 * Tries to fetch the executable of the electron package in a folder, and prints what came of it: run in a
 * process of its own, for Jest's module system cannot load `@electron/get`.
 */
import { tryToFetch } from '../../../../../tools/runtime/electron-download'
import { electronPackage } from '../../../../../tools/runtime/electron-package'

const [folder = '', cache = ''] = process.argv.slice(2)
const surroundings = {
  say: (line: string) => console.error(line),
  terminal: process.stderr,
  env: process.env,
  cache,
  patience: 1000,
}
tryToFetch(electronPackage(folder), surroundings).then(
  (fetched) => console.log(JSON.stringify(fetched)),
  (error: unknown) => {
    console.error(error)
    process.exitCode = 1
  },
)
