import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

type Handler = (request: { url: string; method: string }) => Promise<Response>

const registered: { handler?: Handler; schemes?: unknown } = {}

jest.mock('electron', () => ({
  protocol: {
    registerSchemesAsPrivileged: (schemes: unknown) => {
      registered.schemes = schemes
    },
    handle: (_scheme: string, handler: Handler) => {
      registered.handler = handler
    },
  },
}))

import { picturePath } from '../../../../core/app/picture-path'
import {
  declarePageScheme,
  pageOrigin,
  serveOnce,
  servePage,
} from '../../../../main/window/page-server'

let dist: string

const pictures: Readonly<Record<string, Uint8Array>> = {
  '圖/一.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  'page.png': new TextEncoder().encode('<script>alert(1)</script>'),
}

beforeAll(() => {
  dist = mkdtempSync(path.join(os.tmpdir(), 'piyue-page-'))
  mkdirSync(path.join(dist, 'renderer/assets'), { recursive: true })
  writeFileSync(path.join(dist, 'renderer/index.html'), '<p>page')
  writeFileSync(path.join(dist, 'renderer/assets/a.js'), '1')
  writeFileSync(path.join(dist, 'renderer/unlisted.js'), 'secret')
  writeFileSync(path.join(dist, 'secret.txt'), 'secret')
  writeFileSync(path.join(dist, 'renderer-files.json'), '["index.html","assets/a.js"]')
  servePage(dist, async ({ documentId, resource }) =>
    documentId === 'open' ? pictures[resource] : undefined,
  )
})

afterAll(() => rmSync(dist, { recursive: true, force: true }))

const get = (url: string, method = 'GET'): Promise<Response> => {
  if (registered.handler === undefined) throw new Error('Nothing serves the scheme')
  return registered.handler({ url, method })
}

/** Two hundred and more ways of asking for what is not on the list. */
function traversals(): string[] {
  const ups = [
    '..',
    '%2e%2e',
    '.%2e',
    '%2E.',
    '..%2f',
    '..%5c',
    '....//',
    '..;',
    '%252e%252e',
    '..%00',
    '．．',
    '..%c0%af',
  ]
  const targets = [
    'secret.txt',
    'unlisted.js',
    'main/main.js',
    'etc/passwd',
    'renderer-files.json',
    'index.html',
  ]
  const relative = ups.flatMap((up) =>
    targets.flatMap((target) => [
      `${up}/${target}`,
      `assets/${up}/${up}/${target}`,
      `${up}\\${target}`,
    ]),
  )
  const odd = [
    '',
    '?',
    '#',
    'index.html?x',
    'index.html#x',
    'INDEX.HTML',
    'index.html/',
    'index.html%00',
    './index.html',
    '//index.html',
    'unlisted.js',
    'assets',
    'assets/',
  ]
  return [
    ...[...relative, ...odd].map((rest) => `${pageOrigin}/${rest}`),
    'app://other/index.html',
    'app://piyue.evil/index.html',
    'app://user@piyue/index.html',
    'app://piyue:80/index.html',
    'app:index.html',
    `file://${path.join(dist, 'secret.txt')}`,
  ]
}

it('the page’s scheme is a secure origin of its own, whose compiled code is kept, and no more', () => {
  declarePageScheme()
  expect(registered.schemes).toEqual([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
})

describe('the page’s files', () => {
  it('are served with the policy that fences the page in', async () => {
    const response = await get(`${pageOrigin}/index.html`)
    expect(await response.text()).toBe('<p>page')
    const policy = response.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
  })

  it('ask for no other process than the one that began with the window', async () => {
    const { headers } = await get(`${pageOrigin}/index.html`)
    expect(headers.get('cross-origin-opener-policy')).toBeNull()
  })

  it('are all there is, however a request is written', async () => {
    const asked = traversals()
    expect(asked.length).toBeGreaterThan(200)
    for (const url of asked) expect([url, (await get(url)).status]).toEqual([url, 404])
  })

  it('answer to nothing but being asked for', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'HEAD']) {
      expect((await get(`${pageOrigin}/index.html`, method)).status).toBe(404)
    }
  })
})

describe('a page that is made for one reading', () => {
  it('is served once', async () => {
    const url = serveOnce('<p>once', "default-src 'none'")
    expect(await (await get(url)).text()).toBe('<p>once')
    expect((await get(url)).status).toBe(404)
  })
})

const pictureUrl = (documentId: string, resource: string) =>
  `${pageOrigin}${picturePath({ documentId, resource })}`

it('serves a picture of the open document as what its bytes are, and as nothing that could run', async () => {
  const response = await get(pictureUrl('open', '圖/一.png'))
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('image/png')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('content-security-policy')).toContain('sandbox')
})

it('serves no picture of another document, and none that is no picture', async () => {
  for (const url of [
    pictureUrl('closed', '圖/一.png'),
    pictureUrl('open', 'page.png'),
    pictureUrl('open', '../secret.txt'),
    `${pageOrigin}/pictures/open/%`,
  ]) {
    const response = await get(url)
    expect(response.status).toBe(404)
  }
})
