/**
 * `npm run test:deb`, after the deb has been made: has it checked by Debian's own programs, then installs
 * it, writes a note with it, upgrades it, and removes it again, in a copy of this system that is gone
 * afterwards. With `--e2e` all end-to-end tests are run against the installed app, and not that of one note
 * alone. Needs root on Debian or a relative of it.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { canInstallPackages, installPackages } from '../runtime/debian-packages'
import { repositoryRoot } from '../runtime/paths'
import { CopiedSystem } from './copied-system'

/** A program that checks a part of the package, and the Debian package that it comes from. */
const checkers = {
  lintian: 'lintian',
  'desktop-file-validate': 'desktop-file-utils',
  appstreamcli: 'appstream',
} as const

function run(program: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
  if (error) throw error
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}\n${stdout}${stderr}`)
  return stdout
}

function newestDeb(): string {
  const release = path.join(repositoryRoot, 'release')
  const deb = readdirSync(release).find((name) => name.endsWith('.deb'))
  if (deb === undefined) throw new Error('there is no deb: run npm run pack:deb first')
  return path.join(release, deb)
}

async function installCheckers(): Promise<void> {
  const missing = Object.entries(checkers).filter(
    ([program]) => spawnSync(program, ['--version']).error,
  )
  if (missing.length === 0) return
  if (!canInstallPackages()) throw new Error(`not installed: ${missing.join(', ')}`)
  const packages = missing.map(([, name]) => name)
  await installPackages(packages.join(', '), packages, (line) => console.error(line))
}

/** Whatever one of the programs calls an error fails; warnings are printed (docs/packaging.md explains them). */
function check(deb: string, contents: string): void {
  run('dpkg-deb', ['--info', deb])
  run('dpkg-deb', ['--extract', deb, contents])
  process.stdout.write(run('lintian', ['--allow-root', '--fail-on', 'error', deb]))
  run('desktop-file-validate', [path.join(contents, 'usr/share/applications/piyue.desktop')])
  const metainfo = path.join(contents, 'usr/share/metainfo')
  for (const file of readdirSync(metainfo))
    run('appstreamcli', ['validate', '--no-net', path.join(metainfo, file)])
  console.log('Checked: dpkg-deb, lintian, desktop-file-validate, appstreamcli.')
}

/** The end-to-end tests against the installed app; those of the stand-in itself have nothing to do with it. */
function use(system: CopiedSystem, all: boolean): void {
  const which = all
    ? ['--testPathIgnorePatterns', 'e2e/stand-in/']
    : ['--testPathPatterns', 'e2e/one-note']
  const env = { PIYUE_E2E_PACKED: '1', PIYUE_E2E_EXECUTABLE: '/opt/Piyue/piyue' }
  system.run('npx', ['jest', '--selectProjects', 'e2e', ...which], { env, shown: all })
  console.log(all ? 'Used: all end-to-end tests.' : 'Used: opened, one note written, exported.')
}

/** What an upgrade must leave alone: AppArmor's profile, as it is where there is AppArmor. */
const profile = '/etc/apparmor.d/piyue'

function upgrade(system: CopiedSystem, deb: string): void {
  system.run('sh', ['-c', `mkdir -p /etc/apparmor.d && echo 'as installed' > ${profile}`])
  system.run('dpkg', ['--force-depends', '--install', deb])
  const left = system.run('cat', [profile])
  if (left !== 'as installed\n') throw new Error('the upgrade took AppArmor’s profile away')
  console.log(`Upgraded: ${system.run('piyue', ['--version']).trim()}`)
}

function installUseAndRemove(deb: string, all: boolean): void {
  const system = new CopiedSystem()
  try {
    // Electron's libraries may be missing where the package holds the stand-in.
    system.run('dpkg', ['--force-depends', '--install', deb])
    console.log(`Installed: ${system.run('piyue', ['--version']).trim()}`)
    use(system, all)
    upgrade(system, deb)
    system.run('dpkg', ['--purge', 'piyue'])
    const traces = system.changedFiles()
    if (traces.length > 0) throw new Error(`left behind:\n${traces.join('\n')}`)
    console.log('Removed without a trace.')
  } finally {
    system.discard()
  }
}

async function tryDeb(all: boolean): Promise<void> {
  const deb = newestDeb()
  await installCheckers()
  const contents = mkdtempSync(path.join(os.tmpdir(), 'piyue-deb-contents-'))
  try {
    check(deb, contents)
  } finally {
    rmSync(contents, { recursive: true, force: true })
  }
  installUseAndRemove(deb, all)
}

tryDeb(process.argv.includes('--e2e')).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
