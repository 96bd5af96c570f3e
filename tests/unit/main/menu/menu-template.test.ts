import { isTypingKey } from '../../../../core/app/accelerators'
import { actionIds } from '../../../../core/app/actions'
import { type KeySettings, keymapOf } from '../../../../core/app/keymap'
import { defaultSettings } from '../../../../core/app/settings'
import { messagesIn } from '../../../../core/messages/language'
import { menuTemplate } from '../../../../main/menu/menu-template'
import { drawn, flat } from './support'

const platforms = ['darwin', 'win32', 'linux'] as const

const noChange: KeySettings = defaultSettings

const menu = (
  platform: (typeof platforms)[number],
  {
    isDevelopment = false,
    undo = null as 'note' | null,
    language = 'en' as const,
    keys = noChange,
  } = {},
) =>
  menuTemplate({
    messages: messagesIn[language],
    history: { undo, redo: null },
    platform,
    keymap: keymapOf(keys, platform),
    isDevelopment,
    unavailable: new Set<never>(),
    recent: [{ id: 'x', title: '甲 & 乙' }],
    show: () => {},
    perform: () => {},
  })

/** The keys that Electron gives a role of its own, as far as a menu of ours has it, lower case. */
const roleKeys: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  darwin: {
    quit: 'CmdOrCtrl+Q',
    close: 'CmdOrCtrl+W',
    minimize: 'CmdOrCtrl+M',
    hide: 'CmdOrCtrl+H',
    hideOthers: 'CmdOrCtrl+Alt+H',
    cut: 'CmdOrCtrl+X',
    copy: 'CmdOrCtrl+C',
    paste: 'CmdOrCtrl+V',
    selectAll: 'CmdOrCtrl+A',
  },
  win32: {
    close: 'CmdOrCtrl+W',
    cut: 'CmdOrCtrl+X',
    copy: 'CmdOrCtrl+C',
    paste: 'CmdOrCtrl+V',
    selectAll: 'CmdOrCtrl+A',
  },
  linux: {
    quit: 'CmdOrCtrl+Q',
    close: 'CmdOrCtrl+W',
    cut: 'CmdOrCtrl+X',
    copy: 'CmdOrCtrl+C',
    paste: 'CmdOrCtrl+V',
    selectAll: 'CmdOrCtrl+A',
  },
}

/** A key in one spelling: its modifiers in order. */
function spelled(key: string): string {
  const parts = key.replace('Command', 'CmdOrCtrl').toLowerCase().split('+')
  return [...parts.slice(0, -1).sort(), parts.at(-1)].join('+')
}

describe.each(platforms)('the menu on %s', (platform) => {
  it('is the one that was reviewed', () => {
    expect(`\n${drawn(menu(platform))}\n`).toMatchSnapshot()
  })

  it('offers every action once, under its own name', () => {
    const ids = flat(menu(platform)).flatMap(({ id, visible }) => (id && visible ? [id] : []))
    expect(ids.toSorted()).toEqual([...actionIds].toSorted())
  })

  it('has no key twice, those of roles and of development counted', () => {
    const keys = flat(menu(platform, { isDevelopment: true })).flatMap(({ accelerator, role }) => {
      const key = accelerator ?? roleKeys[platform]?.[role ?? '']
      return key === undefined ? [] : [spelled(key)]
    })
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
  })

  it('takes no key that types', () => {
    const taken = flat(menu(platform)).filter(
      ({ accelerator, registerAccelerator = true }) =>
        accelerator !== undefined && (registerAccelerator || platform === 'darwin'),
    )
    const typing = taken.filter(({ accelerator }) => isTypingKey(String(accelerator)))
    expect(typing.map(({ id }) => id)).toEqual([])
  })
})

it('the keys are those that the reader chose', () => {
  const keys: KeySettings = {
    keys: { find: ['CmdOrCtrl+J', 'V'], 'find-next': [], 'next-note': ['CmdOrCtrl+G'] },
    singleKeys: true,
  }
  const items = flat(menu('linux', { keys }))
  const keysOf = (wanted: string) =>
    items
      .filter(({ id }) => id === wanted || id?.startsWith(`${wanted}-`))
      .map(({ accelerator, registerAccelerator }) => [accelerator, registerAccelerator])
  expect(keysOf('find').slice(0, 2)).toEqual([
    ['CmdOrCtrl+J', true],
    ['V', false],
  ])
  expect(keysOf('find-next')).toEqual([[undefined, true]])
  expect(keysOf('next-note')).toEqual([['CmdOrCtrl+G', true]])
  const plain = flat(menu('linux', { keys: { keys: {}, singleKeys: false } }))
  expect(plain.filter(({ accelerator }) => isTypingKey(accelerator ?? 'F1'))).toEqual([])
})

it('a key that types is a plain one, alone or with Shift', () => {
  const keys = ['2', 'B', 'Shift+N', ']', ',', 'Delete', 'Space', 'Shift+Left', '+']
  expect(keys.filter((key) => !isTypingKey(key))).toEqual([])
  const others = ['CmdOrCtrl+B', 'Alt+Shift+B', 'F1', 'Shift+F3', 'F12', 'Control+Plus', 'Super+A']
  expect(others.filter(isTypingKey)).toEqual([])
})

it('undo names what it takes back', () => {
  const [undo] = flat(menu('linux', { undo: 'note' })).filter(({ id }) => id === 'undo')
  expect(undo?.label).toBe('Undo note')
})

it('there is a way to Chromium’s tools in development alone', () => {
  const has = (isDevelopment: boolean) =>
    flat(menu('linux', { isDevelopment })).some(({ role }) => role === 'toggleDevTools')
  expect([has(true), has(false)]).toEqual([true, false])
})
