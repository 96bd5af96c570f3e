import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { type CallName, callNames, channelOf } from '../../../core/contract/channels'

type Listener = (event: unknown, ...args: unknown[]) => Promise<unknown>

const listeners = new Map<string, Listener>()

jest.mock('electron', () => ({
  ipcMain: {
    handle: (channel: string, listener: Listener) => {
      listeners.set(channel, listener)
    },
  },
  protocol: {},
}))

import type { Calls } from '../../../core/contract/contract'
import { serveCalls } from '../../../main/ipc'

const performed: [CallName, unknown[]][] = []
/** Settles when the app has started. */
let started = Promise.resolve()
const page = { senderFrame: { url: 'app://piyue/index.html', parent: null } }

beforeAll(() => {
  const handlers = Object.fromEntries(
    callNames.map((name) => [
      name,
      async (...args: unknown[]) => {
        performed.push([name, args])
      },
    ]),
  )
  serveCalls(async () => {
    await started
    return handlers as unknown as Calls
  })
})

beforeEach(() => {
  performed.length = 0
})

const call = (name: CallName, args: unknown[], event: unknown = page): Promise<unknown> => {
  const listener = listeners.get(channelOf(name))
  if (listener === undefined) throw new Error(`Nothing listens for ${name}`)
  return listener(event, ...args)
}

const range = { start: 1, end: 2 }
const style = { color: 'pink', kind: 'highlight' }
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const at = '2026-01-02T12:00:00.000Z'

const digest = 'sha256:0'

/** For each call, arguments that are right; what is wrong is made from them. */
const rightArguments: Readonly<Partial<Record<CallName, readonly unknown[][]>>> = {
  change: [
    ['d', { kind: 'highlight', range, seenIn: 'zh-Hans', style, note: 'x' }, digest],
    ['d', { kind: 'restyle', ids: ['a'], style }, digest],
    ['d', { kind: 'note', id: 'a', note: 'x' }, digest],
    ['d', { kind: 'tags', id: 'a', tags: ['x'] }, digest],
    ['d', { kind: 're-range', id: 'a', range }, digest],
    ['d', { kind: 'delete', ids: ['a'] }, digest],
  ],
  edit: [
    ['d', { kind: 'take', ids: ['a'] }, digest],
    ['d', { kind: 'uncorrect', ids: ['a'] }, digest],
    [
      'd',
      {
        kind: 'correct',
        at: 3,
        everywhere: true,
        character: '范',
        tag: 'zh-Hant',
        found: '範',
        readings: { 'zh-Hant': '范', 'zh-Hant-TW': '范' },
      },
      digest,
    ],
  ],
  formBlocks: [['d', { digest: 'sha256:0', tag: 'zh-Hans', blocks: { start: 0, end: 9 } }]],
  explainReadings: [['d', 'zh-Hant', range]],
  openWorkspace: [['d']],
  enterWorkspace: [['d']],
  publicationOf: [['d']],
  undo: [['d']],
  saveSettings: [[{ textSize: 20, lastStyle: style }]],
  saveView: [['d', { script: 'zh-Hans', place: 3 }]],
  saveDraft: [['d', { target: { kind: 'annotation', id: 'a' }, note: 'x', at }]],
  dropDraft: [['d', { kind: 'annotation', id: 'a' }]],
  exportNotes: [[['d'], { format: 'markdown', script: 'hans', ids: ['a'] }]],
  copyNotes: [[['d', 'e'], { format: 'html', script: 'hans', extras: ['links', 'dates'] }]],
  exportEdition: [['d']],
  print: [['d', { script: 'zh-Hans', vertical: true, marks: true, notes: 'end' }]],
  previewExport: [[['d'], { format: 'csv', script: 'both' }]],
  copyText: [['x']],
  copyPassage: [['x', '<p>x</p>']],
  copyImage: [[png]],
  saveFile: [
    [{ name: 'x', format: 'svg', content: '<svg/>' }],
    [{ name: 'x', format: 'png', content: png }],
  ],
  openLink: [['https://example.com/']],
  showInFolder: [['data']],
  showContextMenu: [
    [
      { on: 'selection', words: 'x' },
      { x: 1, y: 2 },
    ],
  ],
  openDropped: [['/tmp/x.md']],
  removeDocument: [['d']],
  restoreDocument: [['d']],
  confirmImport: [['token']],
  restoreBackup: [['d', 'name']],
}

const right = fc.constantFrom(
  ...Object.entries(rightArguments).flatMap(([name, list]) =>
    (list ?? []).map((args) => [name as CallName, args] as const),
  ),
)

/** Values that fit nowhere in the contract. */
const junk = fc.constantFrom<unknown>(
  Number.NaN,
  Infinity,
  -1,
  1.5,
  true,
  Symbol.iterator,
  () => 0,
  10n,
  { toString: 'x' },
  [[[]]],
)

/** Puts junk in place of one value somewhere inside the arguments, picked by numbers. */
function spoil(value: unknown, path: readonly number[], bad: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined || value === null || typeof value !== 'object') return bad
  const keys = Object.keys(value)
  if (keys.length === 0) return bad
  const key = keys[step % keys.length] as string
  const copy: Record<string, unknown> = Array.isArray(value)
    ? ([...value] as unknown as Record<string, unknown>)
    : { ...value }
  copy[key] = spoil(copy[key], rest, bad)
  return copy
}

describe('a call from the page', () => {
  it('with right arguments is carried out', async () => {
    for (const [name, list] of Object.entries(rightArguments)) {
      for (const args of list ?? []) await call(name as CallName, args)
    }
    expect(performed.length).toBe(Object.values(rightArguments).flat().length)
  })

  it('with anything wrong in them is refused, and nothing is done', async () => {
    await fc.assert(
      fc.asyncProperty(
        right,
        fc.array(fc.nat(5), { minLength: 1, maxLength: 4 }),
        junk,
        async ([name, args], path, bad) => {
          const spoilt = spoil(args, path, bad) as unknown[]
          // True in the place of true is nothing wrong.
          fc.pre(!isDeepStrictEqual(spoilt, args))
          await expect(call(name, spoilt)).rejects.toThrow(TypeError)
          expect(performed).toEqual([])
        },
      ),
      { numRuns: Number(process.env['PIYUE_FUZZ_RUNS'] ?? 3_000) },
    )
  })

  it('with as many words as one copies out of a long text, or pastes to look for, is carried out', async () => {
    const text = '字'.repeat(2_000_000)
    await call('copyText', [text])
    await call('copyPassage', [text, `<span>${text}${text}</span>`])
    await call('searchDocuments', ['字'.repeat(100_000)])
    expect(performed).toHaveLength(3)
  })

  it('with too many, too few or unknown parts is refused', async () => {
    await fc.assert(
      fc.asyncProperty(right, fc.anything(), async ([name, args], extra) => {
        await expect(call(name, [...args, extra])).rejects.toThrow(TypeError)
        await expect(call(name, args.slice(1))).rejects.toThrow(TypeError)
        const at = args.findIndex((arg) => typeof arg === 'object')
        fc.pre(at !== -1)
        const strange = { ...(args[at] as object), unheard: extra }
        await expect(call(name, args.with(at, strange))).rejects.toThrow(TypeError)
        expect(performed).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('says which field does not fit, and repeats nothing that was in it', async () => {
    const wish = { kind: 'note', id: 'a', note: 5 }
    await expect(call('change', ['d', wish, digest])).rejects.toThrow(/note/)
    const secret = { theme: '秘密' }
    await expect(call('saveSettings', [secret])).rejects.not.toThrow(/秘密/)
  })
})

/** What Electron says of a call whose frame is gone when it is heard. */
const gone = (url: string, isDestroyed = false) => ({
  senderFrame: null,
  sender: { isDestroyed: () => isDestroyed, getURL: () => url },
})

describe('a call from elsewhere', () => {
  it.each([
    ['another page', { senderFrame: { url: 'https://example.com/', parent: null } }],
    [
      'another host of the scheme',
      { senderFrame: { url: 'app://piyue.evil/index.html', parent: null } },
    ],
    ['a frame in the page', { senderFrame: { url: 'app://piyue/index.html', parent: {} } }],
    ['a frame that is gone from another page', gone('https://example.com/')],
    ['a frame that is gone with its window', gone('app://piyue/index.html', true)],
  ])('(%s) is refused', async (_where, event) => {
    await expect(call('start', [], event)).rejects.toThrow('elsewhere')
    expect(performed).toEqual([])
  })

  it('is not one that the page makes as it goes, though its frame is no more', async () => {
    await call('copyText', ['x'], gone('app://piyue/index.html'))
    expect(performed).toEqual([['copyText', ['x']]])
  })
})

describe('a call while the app is still starting', () => {
  afterEach(() => {
    started = Promise.resolve()
  })

  it('waits, and is then carried out', async () => {
    let start = (): void => undefined
    started = new Promise((resolve) => {
      start = resolve
    })
    const calls = [call('start', []), call('copyText', ['x'])]
    await new Promise(setImmediate)
    expect(performed).toEqual([])
    start()
    await Promise.all(calls)
    expect(performed).toEqual([
      ['start', []],
      ['copyText', ['x']],
    ])
  })

  it('is refused meanwhile where it comes from elsewhere', async () => {
    started = new Promise(() => {})
    const elsewhere = { senderFrame: { url: 'https://example.com/', parent: null } }
    await expect(call('start', [], elsewhere)).rejects.toThrow('elsewhere')
  })

  it('fails as the start does', async () => {
    started = Promise.reject(new Error('The report is missing'))
    await expect(call('start', [])).rejects.toThrow('The report is missing')
  })
})
