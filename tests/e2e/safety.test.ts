import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { callNames } from '../../core/contract/channels'
import { textRange } from '../../core/text/range'
import { repositoryRoot } from '../../tools/runtime/paths'
import { eventually } from '../support/eventually'
import { rows } from '../support/rows'
import { hostileDocuments } from '../unit/core/formats/support/hostile-documents'
import { report } from '../unit/support/report'
import { Piyue } from './support/piyue'
import { runCli } from './support/run-cli'
import '../support/window'

jest.setTimeout(600_000)

let piyue: Piyue

beforeAll(async () => {
  piyue = await Piyue.open()
})

afterAll(() => piyue.close())

/** Entries of OpenCC's dictionaries of phrases, as its packages write them. */
const dictionaryEntries = ['一目了然 一目瞭然', '一干二净 一乾二淨', '头发 頭髮', '公仆 公僕']

describe('a start', () => {
  it('has the page load no conversion dictionary', async () => {
    const loaded = await piyue.page.evaluate(() =>
      Array.from(document.scripts, ({ src }) => new URL(src).pathname),
    )
    expect(loaded).not.toEqual([])
    const dist = path.join(repositoryRoot, 'dist')
    const files = [
      path.join(dist, 'preload/preload.js'),
      ...loaded.map((name) => path.join(dist, 'renderer', name)),
    ]
    for (const file of files) {
      const text = readFileSync(file, 'utf8')
      expect(dictionaryEntries.filter((entry) => text.includes(entry))).toEqual([])
    }
    expect(piyue.requests.filter((url) => /opencc|dict/iu.test(url))).toEqual([])
  })
})

describe('the page', () => {
  it('has no Node, one frozen way out, and runs no script that was written into it', async () => {
    const found = await piyue.page.evaluate(() => ({
      node: [typeof require, typeof process, typeof module],
      frozen: Object.isFrozen(window.piyue),
      calls: Object.keys(window.piyue).sort(),
    }))
    expect(found).toEqual({
      node: ['undefined', 'undefined', 'undefined'],
      frozen: true,
      calls: [...callNames, 'onEvent'].sort(),
    })
    const ran = await piyue.page.evaluate(() => {
      const script = document.createElement('script')
      try {
        script.textContent = 'document.documentElement.dataset.ran = "yes"'
      } catch {
        return 'refused'
      }
      document.body.append(script)
      return document.documentElement.dataset['ran'] ?? 'refused'
    })
    expect(ran).toBe('refused')
  })

  it('cannot reach the network, whichever way it tries, and connects to nobody where no request is made', async () => {
    const reached = await piyue.page.evaluate(async () => {
      const image = () =>
        new Promise((resolve) => {
          const element = new Image()
          element.addEventListener('load', () => resolve('image'))
          element.addEventListener('error', () => resolve(undefined))
          element.src = 'https://example.com/x.png'
        })
      const socket = () => {
        try {
          return new Promise((resolve) => {
            const it = new WebSocket('wss://example.com')
            it.addEventListener('open', () => resolve('socket'))
            it.addEventListener('error', () => resolve(undefined))
          })
        } catch {
          return undefined
        }
      }
      const fetched = await fetch('https://example.com').then(
        () => 'fetch',
        () => undefined,
      )
      return [fetched, await image(), await socket()].filter(Boolean)
    })
    expect(reached).toEqual([])

    const heard: string[] = []
    const udp = createSocket('udp4', () => heard.push('UDP')).bind(0, '127.0.0.1')
    const tcp = createServer((socket) => {
      heard.push('TCP')
      socket.destroy()
    }).listen(0, '127.0.0.1')
    await Promise.all([once(udp, 'listening'), once(tcp, 'listening')])
    const ports = [udp.address().port, (tcp.address() as AddressInfo).port] as const
    await piyue.page.evaluate(async ([udpPort, tcpPort]) => {
      for (const rel of ['preconnect', 'dns-prefetch', 'prerender']) {
        const link = Object.assign(document.createElement('link'), { rel })
        link.href = `http://127.0.0.1:${tcpPort}/`
        document.head.append(link)
      }
      location.href = `http://127.0.0.1:${tcpPort}/`
      const peer = new RTCPeerConnection({
        iceServers: [
          { urls: `stun:127.0.0.1:${udpPort}` },
          { urls: `turn:127.0.0.1:${tcpPort}?transport=tcp`, username: 'a', credential: 'b' },
        ],
      })
      peer.createDataChannel('x')
      await peer.setLocalDescription(await peer.createOffer())
      await new Promise<void>((resolve) => {
        peer.addEventListener('icegatheringstatechange', () => {
          if (peer.iceGatheringState === 'complete') resolve()
        })
      })
    }, ports)
    udp.close()
    tcp.close()
    expect(heard).toEqual([])
  })

  it('stays where it is, opens no window, and is refused every permission', async () => {
    const before = piyue.page.url()
    await piyue.page.evaluate(() => {
      window.open('https://example.com/')
      location.href = 'https://example.com/'
    })
    await piyue.showScript('Simplified')
    expect(piyue.page.url()).toBe(before)
    await eventually('no other window is left', () => piyue.app.windows().length === 1)
    const states = await piyue.page.evaluate(async () => {
      const ask = (name: string) =>
        navigator.permissions.query({ name: name as PermissionName }).then(
          ({ state }) => state,
          () => 'denied',
        )
      return Promise.all(['geolocation', 'notifications', 'camera', 'microphone'].map(ask))
    })
    expect(states).not.toContain('granted')
  })
})

describe('a call with arguments that do not fit', () => {
  it('is refused with the name of the field, and one for a passage outside the text in words', async () => {
    const calls: readonly (readonly [name: string, args: readonly unknown[], field: string])[] = [
      ['change', ['d', { kind: 'delete', ids: [] }, ''], 'ids'],
      ['change', ['d', { kind: 'highlight', range: { start: 5, end: 5 } }, ''], 'range'],
      ['change', ['d', { kind: 'note', id: 'x', note: 7 }, ''], 'note'],
      ['saveSettings', [{ textSize: 'large' }], 'textSize'],
      ['saveSettings', [{ unheard: 1 }], 'unheard'],
      ['exportNotes', ['d', { format: 'exe', script: 'hant' }], 'format'],
      ['openLink', [], 'value'],
    ]
    const refusals = await piyue.page.evaluate(
      (all) =>
        Promise.all(
          all.map(async ([name, args]) => {
            const piyue = window.piyue as unknown as Record<
              string,
              (...given: readonly unknown[]) => Promise<unknown>
            >
            try {
              await piyue[name]?.(...args)
              return 'accepted'
            } catch (error) {
              return (error as Error).message
            }
          }),
        ),
      calls,
    )
    expect(refusals).toEqual(calls.map(([, , field]) => expect.stringContaining(field)))
    const command = {
      kind: 'highlight',
      range: textRange(999_990, 999_999),
      seenIn: 'zh-Hant',
      style: { color: 'pink', kind: 'highlight' },
    } as const
    const outcome = await piyue.page.evaluate(
      ([documentId, wish, digest]) => window.piyue.change(documentId, wish, digest),
      [report.id, command, report.digest] as const,
    )
    expect(outcome).toEqual({ done: false, reason: 'outside-text' })
  })
})

describe('a second start', () => {
  it('hands over to the first and ends, writing nothing', async () => {
    const result = await runCli([], { userData: piyue.userData })
    expect(result.code).toBe(0)
    expect(piyue.app.windows()).toHaveLength(1)
  })
})

describe('a link in a note', () => {
  it('opens outside only after asking', async () => {
    await piyue.note('2018年，是本', '[去](https://example.com/a) [信](mailto:a@example.com)')
    await piyue.app.evaluate(({ dialog, shell }) => {
      const seen = globalThis as unknown as { asked: string[]; opened: string[]; answer: number }
      seen.asked = []
      seen.opened = []
      seen.answer = 0
      dialog.showMessageBox = (async (_window: unknown, options: { detail: string }) => {
        seen.asked.push(options.detail)
        return { response: seen.answer, checkboxChecked: false }
      }) as unknown as typeof dialog.showMessageBox
      shell.openExternal = async (url) => {
        seen.opened.push(url)
      }
    })
    const seen = () =>
      piyue.app.evaluate(() => {
        const { asked, opened } = globalThis as unknown as { asked: string[]; opened: string[] }
        return { asked, opened }
      })
    const link = (name: string) => piyue.notes.getByRole('link', { name })
    await link('去').click()
    await link('信').click()
    await eventually('both were asked about', async () => (await seen()).asked.length === 2)
    expect(await seen()).toEqual({
      asked: ['https://example.com/a', 'mailto:a@example.com'],
      opened: [],
    })
    await piyue.app.evaluate(() => {
      ;(globalThis as unknown as { answer: number }).answer = 1
    })
    await link('去').click()
    await eventually('it was opened', async () => (await seen()).opened.length === 1)
    expect((await seen()).opened).toEqual(['https://example.com/a'])
    // A page gone bad might hide where a link leads behind line breaks, or turn it round.
    await piyue.page.evaluate(() => window.piyue.openLink('https://example.com/\n\n\u202ea'))
    const spelt = 'https://example.com/%E2%80%AEa'
    expect((await seen()).asked.at(-1)).toBe(spelt)
    expect((await seen()).opened.at(-1)).toBe(spelt)
  })
})

describe('a document that was made to do harm', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'piyue-hostile-'))

  beforeAll(() =>
    piyue.app.evaluate(({ dialog }) => {
      dialog.showMessageBox = async (...args: unknown[]) => {
        const { message, detail } = args.at(-1) as { message: string; detail: string }
        Object.assign(globalThis, { said: `${message}\n${detail}` })
        return { response: 0, checkboxChecked: false }
      }
    }),
  )
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** What the reader was told last in a dialog. */
  const said = () => piyue.app.evaluate(() => (globalThis as { said?: string }).said ?? '')

  /** Has a file chosen in the dialog that opens one. */
  async function open(file: string): Promise<void> {
    await piyue.app.evaluate(({ dialog }, filePath) => {
      Object.assign(globalThis, { said: '' })
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
    }, file)
    await piyue.press('Control+o')
  }

  /** The document that the window shows. */
  const shown = () => piyue.article.textContent()

  async function made(name: string, bytes: Uint8Array): Promise<string> {
    const file = path.join(mkdtempSync(path.join(folder, 'x-')), name)
    writeFileSync(file, bytes)
    return file
  }

  /** One of each kind, from the list on which every one is tried in the process that reads them. */
  const chosen = [
    '<script>alert(1)</script>, in a page',
    '<svg onload=alert(1)>, in an e-book',
    '<iframe src="javascript:alert(1)"></iframe>, in Markdown',
    'a picture from https://evil.example/x.png, in a page',
    '<style>@import url(https://evil.example/x.css)</style>, in an e-book',
    'an e-book whose page is "../../../../etc/passwd"',
    'a billion laughs, in a.xhtml of an e-book',
    'a file as an entity, in word/document.xml of a Word document',
    'a Word document whose image is file:///etc/passwd',
    'div in itself, five thousand deep',
    'an archive that unpacks to 66 MB of nothing',
    'nothing but zeros',
    'marks that turn the line round',
  ] as const

  /** Opens one; then the document that comes next. */
  async function tryOne(what: (typeof chosen)[number]): Promise<void> {
    const hostile = hostileDocuments.find((one) => one.what === what)
    if (hostile === undefined) throw new Error(`There is no ${what}`)
    const before = await shown()
    await open(await made(hostile.name, await hostile.bytes()))
    // It is shown, or the reader is told in a sentence why it is not.
    await eventually(`${what} is shown or refused`, async () => {
      return (await said()) !== '' || (await shown()) !== before
    })
    const active = piyue.article.locator('iframe, script, svg, object, style, link')
    expect({ what, said: await said(), active: await active.count() }).toEqual({
      what,
      said: expect.stringMatching(/^$|^Piyue cannot open this document\.\n[A-Z].*\.\n/u),
      active: 0,
    })
    // Nothing in it need be converted, which is not what is tried here.
    const words = `No harm is done by this one: ${chosen.indexOf(what)}.`
    await open(await made('good.txt', Buffer.from(`${words}\n`)))
    await piyue.article.getByText(words).waitFor()
  }

  it('does none in a window, and the next document opens', async () => {
    const complained = piyue.complaints.length
    for (const what of rows(chosen)) await tryOne(what)
    // What would have reached the network fails the closing of the app.
    expect(piyue.complaints.slice(complained)).toEqual([])
    expect(piyue.requests.filter((address) => /evil|passwd/u.test(address))).toEqual([])
  })
})
