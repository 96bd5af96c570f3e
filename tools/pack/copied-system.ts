import { spawnSync } from 'node:child_process'
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { repositoryRoot } from '../runtime/paths'

/** What changes whenever any package comes or goes, or while tests run; not the package's own doing. */
const othersBusiness = [
  'var/lib/dpkg/',
  'var/lib/systemd/',
  'var/log/',
  'var/cache/',
  'tmp/',
  'root/',
  path.relative('/', repositoryRoot),
]

/** Indexes that Debian makes of what is installed; they may change, but not know the package any more. */
const indexes = ['usr/share/mime/', 'usr/share/applications/mimeinfo.cache', 'usr/share/icons/']

interface RunOptions {
  /** Added to this process's environment. */
  readonly env?: Record<string, string>
  /** Whether what it prints is shown as it comes. */
  readonly shown?: boolean
}

/**
 * This system, laid under an empty layer that takes all changes (overlayfs): programs run in it as if it
 * were the whole machine, and what they changed can be read off. Needs root.
 */
export class CopiedSystem {
  readonly #folder = mkdtempSync(path.join(os.tmpdir(), 'piyue-system-'))
  readonly #root = path.join(this.#folder, 'root')
  readonly #changes = path.join(this.#folder, 'layer/changes')

  constructor() {
    const layer = path.join(this.#folder, 'layer')
    mkdirSync(layer)
    mkdirSync(this.#root)
    // A file system of its own: an overlay may not lie in what it overlays.
    command('mount', ['-t', 'tmpfs', 'tmpfs', layer])
    const work = path.join(layer, 'work')
    for (const folder of [this.#changes, work]) mkdirSync(folder)
    const layers = `lowerdir=/,upperdir=${this.#changes},workdir=${work}`
    command('mount', ['-t', 'overlay', 'overlay', '-o', layers, this.#root])
    for (const special of ['proc', 'dev', 'sys'])
      command('mount', ['--rbind', '--make-rslave', `/${special}`, path.join(this.#root, special)])
  }

  /**
   * Runs a program in the system, in the repository's folder.
   * @returns what it printed; nothing where that is shown as it comes
   * @throws if it fails, with what it printed
   */
  run(
    program: string,
    args: readonly string[],
    { env = {}, shown = false }: RunOptions = {},
  ): string {
    const script = 'cd "$1" && shift && exec "$@"'
    const inside = ['sh', '-c', script, 'sh', repositoryRoot, program, ...args]
    return command('chroot', [this.#root, ...inside], { env, shown })
  }

  /** Regular files that were made or changed and are still there, besides what is not the package's doing. */
  changedFiles(): readonly string[] {
    return readdirSync(this.#changes, { recursive: true, encoding: 'utf8' })
      .filter((file) => lstatSync(path.join(this.#changes, file)).isFile())
      .filter((file) => !othersBusiness.some((start) => file.startsWith(start)))
      .filter((file) => !this.#isClean(file))
  }

  /** Whether a file is an index that does not name the package. */
  #isClean(file: string): boolean {
    const isIndex = indexes.some((start) => file.startsWith(start))
    return isIndex && !/piyue/iu.test(readFileSync(path.join(this.#changes, file), 'latin1'))
  }

  /** Takes the system down again, with all that was changed in it. */
  discard(): void {
    // A service that the app asked for, as that for speech, may live on for some seconds, and hold what it opened.
    command('umount', ['--recursive', '--lazy', this.#root])
    command('umount', ['--lazy', path.join(this.#folder, 'layer')])
    rmSync(this.#folder, { recursive: true })
  }
}

function command(
  program: string,
  args: readonly string[],
  { env = {}, shown = false }: RunOptions = {},
): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    stdio: shown ? 'inherit' : 'pipe',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', ...env },
  })
  if (error) throw error
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}\n${stdout ?? ''}${stderr ?? ''}`)
  return stdout ?? ''
}
