/* oxlint-disable no-underscore-dangle -- these are Node's names */
import Module from 'node:module'

const names = new Set(['electron', 'electron/main', 'electron/common'])
const moduleId = 'stand-in:electron'

/** Parts of Node's loader for CommonJS that its types leave out. */
interface Loader {
  _resolveFilename(request: string, ...rest: unknown[]): string
  _cache: Record<string, Module>
}

/** Makes `require('electron')` give `electron`, wherever the app asks for it. */
export function provideElectron(electron: object): void {
  const loader = Module as unknown as Loader
  const module = new Module(moduleId)
  module.exports = electron
  module.loaded = true
  loader._cache[moduleId] = module
  const original = loader._resolveFilename.bind(Module)
  loader._resolveFilename = (request, ...rest) =>
    names.has(request) ? moduleId : original(request, ...rest)
}
