import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DownloadFailed, download } from './download'
import { type ElectronPackage, electronPackage, findElectron } from './electron-package'
import { cacheDirectory } from './paths'
import { progressLine } from './progress-line'

/** How long nothing may arrive, in ms. A slow network is waited for, a dead one is not. */
const defaultPatience = 20_000
/** How long a failed try is remembered, in ms, so that a start without network is not slow each time. */
const memory = 6 * 60 * 60 * 1000

/** What has to do with a download besides the package itself. */
interface DownloadSurroundings {
  readonly say: (line: string) => void
  /** Where progress is drawn. */
  readonly terminal: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>
  readonly env: NodeJS.ProcessEnv
  /** The folder of what is kept from try to try. */
  readonly cache: string
  readonly patience: number
}

const theseSurroundings = (say: (line: string) => void): DownloadSurroundings => ({
  say,
  terminal: process.stderr,
  env: process.env,
  cache: cacheDirectory,
  patience: defaultPatience,
})

interface Failure {
  readonly version: string
  readonly at: number
  readonly why: string
}

/** Electron's executable, or why it could not be had. */
type Fetched = { readonly executable: string } | { readonly problem: string }

/**
 * Fetches Electron's executable, unless that failed within the last hours without a byte arriving.
 * @param insist tries whatever happened before
 */
export async function fetchElectron(
  say: (line: string) => void,
  insist: boolean,
): Promise<Fetched> {
  const around = theseSurroundings(say)
  const failed = insist ? undefined : recentFailure(around.cache)
  if (failed === undefined) return tryToFetch(electronPackage(), around)
  say(
    `Electron could not be fetched earlier (${failed.why}); it is not tried again for some hours.\n` +
      'PIYUE_RUNTIME=electron tries at once.',
  )
  return { problem: failed.why }
}

/**
 * Fetches the archive of a package's executable, as far as it is not in the cache, and unpacks it. What
 * arrived of an archive is kept for the next try; only a try that brought nothing is remembered as failed.
 */
export async function tryToFetch(
  electron: ElectronPackage,
  around: DownloadSurroundings,
): Promise<Fetched> {
  const failureFile = failureIn(around.cache)
  around.say(`Electron ${electron.version} is not installed: fetching it (over 100 MB, once) …`)
  try {
    await fetchArchive(electron, around)
    await unpack(electron, around.env)
    rmSync(failureFile, { force: true })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const received = error instanceof DownloadFailed ? error.received : 0
    if (received === 0) remember(failureFile, { version: electron.version, at: Date.now(), why })
    const kept = received > 0 ? ' What has arrived is kept: the next start goes on from there.' : ''
    around.say(`Electron could not be fetched: ${why}.${kept}`)
    return { problem: why }
  }
  const executable = findElectron(electron)
  return executable ? { executable } : { problem: 'the archive holds no executable' }
}

const failureIn = (cache: string): string => path.join(cache, 'electron-download-failed.json')

function remember(file: string, failure: Failure): void {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(failure)}\n`)
}

/** The last failed try for this version, if it is recent enough to be believed. */
function recentFailure(cache: string): Failure | undefined {
  try {
    const failure = JSON.parse(readFileSync(failureIn(cache), 'utf8')) as Failure
    const fresh = failure.version === electronPackage().version && Date.now() - failure.at < memory
    return fresh ? failure : undefined
  } catch {
    return undefined // never tried, or the note is unreadable: then it is tried anew
  }
}

/**
 * Brings the archive, checked against the package's own sums, into the cache that Electron's installer
 * looks in first. Mirrors are named by the variables that the installer knows (ELECTRON_MIRROR).
 *
 * @throws {DownloadFailed} when it could not be had whole
 */
async function fetchArchive(
  electron: ElectronPackage,
  around: DownloadSurroundings,
): Promise<void> {
  const { downloadArtifact } = await import('@electron/get')
  const partFile = path.join(
    around.cache,
    `electron-${electron.version}-${process.platform}-${arch()}.part`,
  )
  const line = progressLine('Electron', around.terminal)
  const fetchOnce = () =>
    downloadArtifact({
      version: electron.version,
      artifactName: 'electron',
      platform: process.platform,
      arch: arch(),
      ...cacheRootOf(around.env),
      ...checksumsOf(electron, around.env),
      downloader: {
        download: (url, target) =>
          download(url, target, { partFile, patience: around.patience, onProgress: line.show }),
      },
    })
  try {
    // Parts of two archives could have been put together, by a mirror that changed: once more from the start.
    await fetchOnce().catch((error: unknown) => {
      if (error instanceof DownloadFailed) throw error
      return fetchOnce()
    })
  } finally {
    line.end()
  }
}

const cacheRootOf = (env: NodeJS.ProcessEnv) => {
  const cacheRoot = env['electron_config_cache']
  return cacheRoot === undefined ? {} : { cacheRoot }
}

/** The sums that came with the package, unless its own switch asks for the server's. */
function checksumsOf({ folder }: ElectronPackage, env: NodeJS.ProcessEnv) {
  if (env['electron_use_remote_checksums']) return {}
  const sums = readFileSync(path.join(folder, 'checksums.json'), 'utf8')
  return { checksums: JSON.parse(sums) as Record<string, string> }
}

/** The processor, as Electron's archives name it; a Node that runs translated on a Mac hides its own. */
function arch(): string {
  if (process.platform !== 'darwin' || process.arch === 'arm64') return process.arch
  const translated = execFileSync('sysctl', ['-in', 'sysctl.proc_translated'], { encoding: 'utf8' })
  return translated.trim() === '1' ? 'arm64' : process.arch
}

/** Runs the package's installer, which finds the archive in the cache. */
function unpack({ installer }: ElectronPackage, env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [installer], {
      env: { ...env, npm_config_arch: arch() },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let output = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.on('error', reject)
    child.on('close', (code) => {
      const first = output.split('\n').find((line) => /Error/u.test(line)) ?? `exit code ${code}`
      if (code === 0) resolve()
      else reject(new Error(`it could not be unpacked (${first.trim()})`))
    })
  })
}
