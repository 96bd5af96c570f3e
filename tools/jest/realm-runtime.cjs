const path = require('node:path')
const { compileFunction } = require('node:vm')
const { default: Runtime } = require('jest-runtime')

/** The functions that modules are compiled to, by file. */
const compiled = new Map()

/** Where stack traces find the sources of what was transformed. */
const sourceMaps = new Map()

/** Loads modules in the realm of the worker, each compiled once, however often it is evaluated. */
class RealmRuntime extends Runtime {
  constructor(...given) {
    super(...given)
    const { executor, transformCache } = this
    executor.compile = (source, file) =>
      compileOnce(source, file, executor.injectedModuleParameters)
    transformCache.sourceMaps = sourceMaps
  }

  /** What Jest's runner asks for itself. */
  requireModule(from, name, options, ...more) {
    if (options?.isInternalModule && name === 'node:async_hooks')
      return { AsyncLocalStorage: RunningTest }
    return super.requireModule(from, name, options, ...more)
  }
}

/**
 * Where Jest's runner looks up which test runs. Node's own `AsyncLocalStorage` has every promise of the
 * process followed for that (up to Node 22), a tenth of the time of all tests. Here one test runs after the
 * other, none beside another (`test.concurrent`): it is the one that was begun and has not ended.
 */
class RunningTest {
  #running

  getStore() {
    return this.#running
  }

  async run(running, callback) {
    const around = this.#running
    this.#running = running
    try {
      return await callback()
    } finally {
      this.#running = around
    }
  }
}

function compileOnce(source, filename, parameters) {
  const known = compiled.get(filename)
  if (known?.source === source) return known.made
  const made = compileFunction(source, parameters, { filename })
  compiled.set(filename, { source, made })
  return made
}

/** What the files of a project share, by the project. */
const shared = new Map()

function sharedBy(config, environment, given) {
  const lasting = {
    global: globalThis,
    moduleMocker: environment.moduleMocker,
    getVmContext: environment.getVmContext,
    exportConditions: environment.exportConditions,
  }
  if (!shared.has(config.id)) shared.set(config.id, new RealmRuntime(config, lasting, ...given))
  return shared.get(config.id)
}

/**
 * Has the files of a worker share what the project's `testEnvironmentOptions.evaluatedOnce` names, by the
 * beginnings of paths: core, packages, and what tests read the report with. A test cannot mock it; Electron's
 * package alone is mocked, and is each file's own. Everything else is evaluated anew for each file, as Jest's
 * own runtime does with all.
 */
module.exports = class SharingRuntime extends RealmRuntime {
  #shared
  #isPure
  #resolution

  constructor(config, environment, ...given) {
    super(config, environment, ...given)
    this.#resolution = this['_resolution']
    this.#shared = sharedBy(config, environment, given)
    const { evaluatedOnce } = config.testEnvironmentOptions
    const pure = evaluatedOnce.map((place) => path.join(config.rootDir, place))
    const electron = path.join(config.rootDir, 'node_modules/electron/')
    this.#isPure = (file) =>
      pure.some((place) => file.startsWith(place)) && !file.startsWith(electron)
  }

  requireModuleOrMock(from, name) {
    return this.#isShared(from, name)
      ? this.#shared.requireModuleOrMock(from, name)
      : super.requireModuleOrMock(from, name)
  }

  setMock(from, name, ...more) {
    if (this.#isShared(from, name))
      throw new Error(`${name} is shared by all tests: it cannot be mocked`)
    super.setMock(from, name, ...more)
  }

  #isShared(from, name) {
    if (this.#resolution.isCoreModule(name) || name.startsWith('@jest/')) return false
    try {
      return this.#isPure(this.#resolution.resolveCjs(from, name))
    } catch {
      // What cannot be found is told of by Jest's own runtime.
      return false
    }
  }
}
