import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { buildSync } from 'esbuild'
import JSZip from 'jszip'
import { electronPackage } from '../../../../tools/runtime/electron-package'
import { cacheDirectory, repositoryRoot } from '../../../../tools/runtime/paths'
import { ballast } from './support/ballast'
import { type FileServer, type Manner, serveFile } from './support/file-server'

jest.setTimeout(60_000)

const { version, folder: installed } = electronPackage()
const archiveName = `electron-v${version}-${process.platform}-${process.arch}.zip`

let archive: Buffer
/** Beside the packages of the repository, so that the installer's own are found. */
const newFolder = (): string => mkdtempSync(path.join(cacheDirectory, 'test-electron-'))

let folder: string
/** `support/try-to-fetch.ts`, compiled once for all tries. */
let program: string
let server: FileServer | undefined

beforeAll(async () => {
  mkdirSync(cacheDirectory, { recursive: true })
  program = path.join(newFolder(), 'try-to-fetch.cjs')
  buildSync({
    entryPoints: [path.join(__dirname, 'support/try-to-fetch.ts')],
    outfile: program,
    bundle: true,
    packages: 'external',
    format: 'cjs',
    platform: 'node',
  })
  const zip = new JSZip()
  zip.file('version', version)
  zip.file('electron', '#!/bin/sh\necho an Electron\n', { unixPermissions: 0o755 })
  zip.file('ballast', ballast(400_000))
  archive = await zip.generateAsync({ type: 'nodebuffer', platform: 'UNIX' })
})

afterAll(() => rmSync(path.dirname(program), { recursive: true }))

beforeEach(() => {
  folder = newFolder()
  mkdirSync(path.join(folder, 'electron'))
  for (const file of ['package.json', 'install.js'])
    cpSync(path.join(installed, file), path.join(folder, 'electron', file))
  const sum = createHash('sha256').update(archive).digest('hex')
  writeFileSync(
    path.join(folder, 'electron/checksums.json'),
    JSON.stringify({ [archiveName]: sum }),
  )
})
afterEach(async () => {
  await server?.close()
  server = undefined
  rmSync(folder, { recursive: true, force: true })
})

interface Outcome {
  readonly executable?: string
  readonly problem?: string
  readonly said: string
}

/** Fetches from a mirror of this manner, as a start would; without a manner there is no mirror. */
async function fetchFrom(content: Buffer, manner?: Manner): Promise<Outcome> {
  await server?.close()
  server = await serveFile(content, manner)
  if (manner === undefined) await server.close()
  const args = [program, path.join(folder, 'electron'), path.join(folder, 'cache')]
  const child = spawn(process.execPath, args, {
    cwd: repositoryRoot,
    env: {
      ...process.env,
      ELECTRON_MIRROR: server.url,
      electron_config_cache: path.join(folder, 'archives'),
    },
  })
  let stdout = ''
  let said = ''
  child.stdout.on('data', (text: Buffer) => (stdout += text.toString()))
  child.stderr.on('data', (text: Buffer) => (said += text.toString()))
  await new Promise((resolve) => child.on('close', resolve))
  return { ...(JSON.parse(stdout || '{}') as object), said }
}

const remembered = () => existsSync(path.join(folder, 'cache/electron-download-failed.json'))

describe("fetching Electron's executable", () => {
  it('comes from the mirror that ELECTRON_MIRROR names, shows how far it is, and unpacks it', async () => {
    const { executable, said } = await fetchFrom(archive, {})
    expect(executable).toBe(path.join(folder, 'electron/dist/electron'))
    expect(readFileSync(executable ?? '', 'utf8')).toContain('an Electron')
    expect(server?.requests.map((request) => request.path)).toEqual([`/v${version}/${archiveName}`])
    expect(said).toMatch(/Electron █{30} 100 % of 0\.4 MB/u)
  })

  it('goes on in the next start where a cut connection has left it', async () => {
    const cut = await fetchFrom(archive, { cutAfter: [200_000, 0, 0] })
    expect(cut.executable).toBeUndefined()
    expect(cut.said).toContain('What has arrived is kept: the next start goes on from there.')
    expect(remembered()).toBe(false)
    const { executable } = await fetchFrom(archive, {})
    expect(executable).toBeDefined()
    // What the connection had brought when it was cut: at most what was sent.
    const [request] = server?.requests ?? []
    const start = Number(/^bytes=(\d+)-$/u.exec(request?.range ?? '')?.[1])
    expect(start).toBeGreaterThan(0)
    expect(start).toBeLessThanOrEqual(200_000)
    expect(server?.requests).toHaveLength(1)
  })

  it('begins anew where what is put together is not what it should be', async () => {
    await fetchFrom(ballast(archive.length), { cutAfter: [200_000, 0, 0] })
    const { executable } = await fetchFrom(archive, {})
    expect(executable).toBeDefined()
    // What the connection had brought when it was cut: at most what was sent.
    const range = expect.stringMatching(/^bytes=[1-9]\d*-$/u) as string
    expect(server?.requests).toMatchObject([{ range }, { range: undefined }])
  })

  it('takes nothing that is not what the package says', async () => {
    const { executable, problem } = await fetchFrom(ballast(archive.length), {})
    expect(executable).toBeUndefined()
    expect(problem).toContain('checksum')
    expect(existsSync(path.join(folder, 'electron/dist'))).toBe(false)
  })

  it('is remembered as failed only where nothing came', async () => {
    const { problem, said } = await fetchFrom(archive)
    expect(problem).toContain('ECONNREFUSED')
    expect(said).toContain('Electron could not be fetched')
    expect(remembered()).toBe(true)
  })
})
