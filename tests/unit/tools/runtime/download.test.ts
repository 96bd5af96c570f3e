import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { download, type Progress } from '../../../../tools/runtime/download'
import { ballast } from './support/ballast'
import { type FileServer, type Manner, serveFile } from './support/file-server'

const content = ballast(150_000)
let folder: string
let server: FileServer | undefined

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'piyue-download-'))
})
afterEach(async () => {
  await server?.close()
  server = undefined
  rmSync(folder, { recursive: true, force: true })
})

const file = (name: string) => path.join(folder, name)

/** Downloads what a server of this manner gives; resolves to how it went on. */
async function fetchFrom(manner: Manner, patience = 5000): Promise<readonly Progress[]> {
  server = await serveFile(content, manner)
  const seen: Progress[] = []
  const onProgress = (progress: Progress) => seen.push(progress)
  await download(`${server.url}a.zip`, file('whole'), {
    partFile: file('cache/part'),
    patience,
    onProgress,
  })
  return seen
}

const ranges = () => server?.requests.map(({ range }) => range)

describe('a download', () => {
  it('arrives whole, tells how far it has come, and leaves no part behind', async () => {
    const seen = await fetchFrom({})
    expect(readFileSync(file('whole')).equals(content)).toBe(true)
    expect(seen.at(-1)).toEqual({ received: 150_000, total: 150_000 })
    expect(existsSync(file('cache/part'))).toBe(false)
  })

  it('waits for a slow network as long as anything arrives: 100 kB/s, beyond its patience', async () => {
    await fetchFrom({ speed: 100_000 }, 700)
    expect(readFileSync(file('whole')).equals(content)).toBe(true)
    expect(ranges()).toEqual([undefined])
  })

  it('goes on where the connection was cut, again and again', async () => {
    await fetchFrom({ cutAfter: [40_000, 50_000] })
    expect(readFileSync(file('whole')).equals(content)).toBe(true)
    expect(ranges()).toEqual([undefined, 'bytes=40000-', 'bytes=90000-'])
  })

  it('begins anew where the server knows no ranges', async () => {
    await fetchFrom({ cutAfter: [40_000], withoutRanges: true })
    expect(readFileSync(file('whole')).equals(content)).toBe(true)
  })

  it('goes on from what an earlier start has left', async () => {
    await expect(fetchFrom({ cutAfter: [40_000, 0, 0, 0] })).rejects.toMatchObject({
      received: 40_000,
    })
    expect(statSync(file('cache/part')).size).toBe(40_000)
    await server?.close()
    await fetchFrom({})
    expect(readFileSync(file('whole')).equals(content)).toBe(true)
    expect(ranges()).toEqual(['bytes=40000-'])
  })

  it('begins anew where more was left than there is', async () => {
    await fetchFrom({})
    writeFileSync(file('cache/part'), ballast(200_000))
    await server?.close()
    await fetchFrom({})
    expect(readFileSync(file('whole')).equals(content)).toBe(true)
  })

  it('is given up when nothing arrives any more, and says so', async () => {
    await expect(fetchFrom({ fallSilentAfter: 0 }, 200)).rejects.toThrow(
      'nothing arrived for 0.2 s',
    )
  })

  it('asks again where a server falls silent after some bytes', async () => {
    await fetchFrom({ fallSilentAfter: 60_000 }, 200)
    expect(readFileSync(file('whole')).equals(content)).toBe(true)
    expect(ranges()).toEqual([undefined, 'bytes=60000-', 'bytes=120000-'])
  })

  it('says what the network said where there is none', async () => {
    const closed = await serveFile(content)
    await closed.close()
    const options = { partFile: file('part'), patience: 5000, onProgress: () => undefined }
    await expect(download(`${closed.url}a.zip`, file('whole'), options)).rejects.toThrow(
      'ECONNREFUSED',
    )
  })
})
