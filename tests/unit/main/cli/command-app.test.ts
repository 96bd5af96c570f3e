/** What the command did, in its order. */
const done: string[] = []
const mockHears = { heard: false, ozone: '', ended: (): void => {} }
const mockDone = (what: string) => void done.push(what)

jest.mock('electron', () => ({
  app: {
    on: () => {},
    dock: { hide: () => mockDone('out of the Dock') },
    exit: (code: number) => {
      mockDone(`exit ${code}`)
      mockHears.ended()
    },
    getPath: () => '/nowhere',
    getVersion: () => '1.2.3',
    getPreferredSystemLanguages: () => ['en'],
    commandLine: { getSwitchValue: () => mockHears.ozone, hasSwitch: () => false },
    whenReady: async () => mockDone('ready'),
  },
  dialog: { showErrorBox: (title: string, text: string) => mockDone(`dialog ${title}: ${text}`) },
  protocol: {},
}))
jest.mock('../../../../main/cli/output', () => ({
  ...jest.requireActual('../../../../main/cli/output'),
  isHeard: () => mockHears.heard,
}))

import { runWithoutWindow } from '../../../../main/cli/without-window'

const wrong = { kind: 'wrong', problem: { kind: 'unknown-option', option: 'exprot' } } as const

async function run(surroundings: { readonly heard?: boolean; readonly ozone?: string }) {
  Object.assign(mockHears, { heard: false, ozone: '' }, surroundings)
  done.length = 0
  const writing = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((...args: unknown[]) => {
      const written = args.find((arg) => typeof arg === 'function') as (() => void) | undefined
      written?.()
      return true
    }),
  )
  // As of a program that an icon starts.
  Object.defineProperty(process.stdin, 'isTTY', { value: undefined, configurable: true })
  const ended = new Promise<void>((resolve) => {
    mockHears.ended = resolve
  })
  runWithoutWindow(wrong)
  await ended
  for (const stream of writing) stream.mockRestore()
  return done
}

describe('a wrong argument', () => {
  it('is told of in a dialog where nobody can have read it', async () => {
    const [dock, ready, dialog, exit] = await run({})
    expect([dock, ready, exit]).toEqual(['out of the Dock', 'ready', 'exit 2'])
    expect(dialog).toMatch(/^dialog Piyue: .*there is no option exprot/u)
  })

  it('is told of there alone where it is read, and where nothing can be shown', async () => {
    expect(await run({ heard: true })).toEqual(['out of the Dock', 'exit 2'])
    expect(await run({ ozone: 'headless' })).toEqual(['out of the Dock', 'exit 2'])
  })
})
