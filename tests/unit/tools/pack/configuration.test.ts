import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { documentEndings } from '../../../../core/app/document-entry'
import { exportFormats, exportScripts } from '../../../../core/app/export-request'
import { repositoryRoot } from '../../../../tools/runtime/paths'

const read = (file: string) => readFileSync(path.join(repositoryRoot, file), 'utf8')
const configuration = read('electron-builder.yml')
const manifest = JSON.parse(read('package.json')) as {
  readonly version: string
  readonly homepage: string
  readonly desktopName: string
}

/** The options that `--help` tells of. */
const options = [...new Set(read('docs/command-line.md').match(/`--[a-z-]+/gu))]
  .map((option) => option.slice(1))
  .filter((option) => !['--exprot', '--ozone-platform'].includes(option))

describe('what packages are made from', () => {
  it('is there: every file that the configuration names', () => {
    const named = configuration.match(/assets\/(?:linux|windows)\/[\w./-]+\w(?==|$)/gmu) ?? []
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((file) => !existsSync(path.join(repositoryRoot, file)))).toEqual([])
  })

  it('leaves out nothing of the report that main reads', () => {
    const left = /!assets\/report\/\{(.*)\}\.json/u.exec(configuration)?.[1]?.split(',') ?? []
    const reading = /read(?:<\w+>)?\('([\w-]+)\.json'\)/gu
    const needed = [...read('main/library/report.ts').matchAll(reading)].map(([, name]) => name)
    expect(left).toContain('edition')
    expect(needed).toContain('document')
    expect(needed.filter((name) => left.includes(name ?? ''))).toEqual([])
  })

  it('leaves it to the command for which processors: it would heed a list of its own alone', () => {
    expect(configuration).toMatch(/^ {2}target: \[AppImage, deb, rpm\]$/mu)
    expect(configuration).not.toMatch(/\barch:/u)
  })

  it.each(['piyue.1', 'completion/piyue.bash', 'completion/_piyue', 'completion/piyue.fish'])(
    '%s knows every option of the command line, every format and every script',
    (file) => {
      const text = read(`assets/linux/${file}`).replaceAll('\\-', '-')
      const isTold = (option: string, of = text) =>
        of.includes(option) || of.includes(`-l ${option.slice(2)} `)
      expect(options).toContain('--export')
      expect(options.filter((option) => !isTold(option))).toEqual([])
      const about = text.split(file === 'piyue.1' ? '\n.TP\n' : '\n')
      const valuesOf = (option: string) =>
        about.filter((part) => isTold(option, part)).flatMap((part) => part.split(/[\s()',]+/u))
      expect(valuesOf('--format')).toEqual(expect.arrayContaining([...exportFormats]))
      expect(valuesOf('--script')).toEqual(expect.arrayContaining([...exportScripts]))
    },
  )

  it('offers Piyue for the documents that it opens, and makes it the first choice for none', () => {
    const installer = read('assets/windows/installer.nsh')
    const offered = [...installer.matchAll(/\$\{DO\} "(\w+)"/gu)].map(([, ending]) => ending)
    expect(offered).toEqual(documentEndings)
    // The value without a name is what opens an ending's files.
    expect(installer.match(/^.*Classes\\\.\$\{ENDING\}.*$/gmu)).toEqual([
      expect.stringContaining(
        'WriteRegNone SHELL_CONTEXT "Software\\Classes\\.${ENDING}\\OpenWithProgids" "',
      ),
      expect.stringContaining(
        'DeleteRegValue SHELL_CONTEXT "Software\\Classes\\.${ENDING}\\OpenWithProgids" "',
      ),
    ])
    // electron-builder's own way on Windows makes it that.
    expect(configuration).not.toMatch(/^fileAssociations:/mu)
    const onMac =
      configuration.match(/^ {4}- \{ ext: .*rank: Alternate, icon: document\.icns \}$/gmu) ?? []
    const endings = onMac.map((line) => /ext: (?:\[(.*)\]|(\w+)),/u.exec(line))
    expect(endings.flatMap((found) => (found?.[1] ?? found?.[2])?.split(', '))).toEqual(
      documentEndings,
    )
  })

  it('says one version and one address everywhere', () => {
    const { version, homepage } = manifest
    const metainfo = read('assets/linux/io.github.piyue_app.piyue.metainfo.xml')
    expect(read('CHANGELOG.md')).toContain(`## ${version} `)
    expect(read('assets/linux/changelog.Debian')).toContain(`piyue (${version})`)
    expect(metainfo).toContain(`<release version="${version}"`)
    expect(metainfo).toContain(`<url type="homepage">${homepage}</url>`)
    expect(read('assets/linux/copyright')).toContain(`Source: ${homepage}`)
  })

  it('gives the window, the desktop entry and the metainfo one name', () => {
    expect(manifest.desktopName).toBe('piyue.desktop')
    expect(configuration).toMatch(/syncDesktopName: true/u)
    expect(read('assets/linux/io.github.piyue_app.piyue.metainfo.xml')).toContain(
      '<launchable type="desktop-id">piyue.desktop</launchable>',
    )
  })

  it('has one folder and one command, which the scripts of packages know', () => {
    const productName = /^productName: (.*)$/mu.exec(configuration)?.[1]
    const command = /^ {2}executableName: (.*)$/mu.exec(configuration)?.[1]
    expect(read('assets/linux/piyue.sh')).toContain(`exec /opt/${productName}/${command} "$@"`)
    expect(read('assets/linux/after-install.sh')).toContain(`app=/opt/${productName}\n`)
    for (const script of ['after-install.sh', 'after-remove.sh'])
      expect(read(`assets/linux/${script}`)).toContain(`/etc/apparmor.d/${command}`)
  })

  it.each(['upgrade', 'abort-install', 'disappear', '1', '2'])(
    'takes nothing back on %s, which is no removal',
    (word) => {
      const trace = spawnSync(
        'sh',
        ['-x', path.join(repositoryRoot, 'assets/linux/after-remove.sh'), word],
        { encoding: 'utf8' },
      )
      expect(trace.status).toBe(0)
      expect(trace.stderr).not.toContain('profile=')
    },
  )

  it('leaves cookies unencrypted, and nothing else of the fuses open', () => {
    const fuses = /electronFuses:\n((?: {2}.*\n)+)/u.exec(configuration)?.[1] ?? ''
    const set = [...fuses.matchAll(/^ {2}(\w+): (\w+)$/gmu)].map(([, name, value]) => [name, value])
    expect(Object.fromEntries(set)).toEqual({
      runAsNode: 'false',
      enableCookieEncryption: 'false',
      enableNodeOptionsEnvironmentVariable: 'false',
      enableNodeCliInspectArguments: 'false',
      enableEmbeddedAsarIntegrityValidation: 'true',
      onlyLoadAppFromAsar: 'true',
      grantFileProtocolExtraPrivileges: 'false',
      resetAdHocDarwinSignature: 'true',
    })
  })
})

describe('the workflows', () => {
  const workflows = ['ci.yml', 'release.yml'].map((name) => read(`.github/workflows/${name}`))

  it('use every action at a commit, and say which version that is', () => {
    const uses = workflows.flatMap((text) => text.match(/uses: .*/gu) ?? [])
    expect(uses.length).toBeGreaterThan(10)
    const loose = uses.filter(
      (line) => !/^uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u.test(line),
    )
    expect(loose).toEqual([])
  })

  it('may read, and nothing more, but where a release is drafted', () => {
    for (const text of workflows) expect(text).toMatch(/^permissions:\n {2}contents: read\n\n/mu)
    expect(workflows.join('').match(/: write/gu)).toHaveLength(3)
  })

  it('run scripts that there are', () => {
    const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts)
    const run = workflows.flatMap((text) => text.match(/npm run [\w:]+/gu) ?? [])
    const missing = run
      .map((line) => line.replace('npm run ', ''))
      .filter((name) => !scripts.includes(name))
    expect(missing).toEqual([])
  })
})
