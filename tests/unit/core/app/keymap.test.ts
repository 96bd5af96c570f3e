import {
  array,
  assert,
  boolean,
  constantFrom,
  dictionary,
  oneof,
  property,
  stringMatching,
} from 'fast-check'
import { acceleratorPattern, isTypingKey } from '../../../../core/app/accelerators'
import { type ActionId, actionIds, actions } from '../../../../core/app/actions'
import {
  clashOf,
  defaultKeysOf,
  type Keymap,
  type KeySettings,
  keymapOf,
  mostKeys,
  normalKey,
  type Platform,
  withKeys,
} from '../../../../core/app/keymap'
import { readSettings } from '../../../../core/app/schema'
import { defaultSettings } from '../../../../core/app/settings'

const platform = constantFrom<Platform>('darwin', 'win32', 'linux')
const action = constantFrom(...actionIds)
const usualKey = constantFrom(...actions.flatMap(({ keys }) => keys))
const key = oneof(usualKey, stringMatching(acceleratorPattern))
const keySettings = dictionary(action, array(key, { maxLength: mostKeys })).chain((keys) =>
  boolean().map((singleKeys): KeySettings => ({ keys, singleKeys })),
)

const owners = (keymap: Keymap, wanted: string, on: Platform): readonly ActionId[] =>
  [...keymap].flatMap(([id, keys]) =>
    keys.filter((one) => normalKey(one, on) === normalKey(wanted, on)).map(() => id),
  )

describe('the keys of actions', () => {
  it('are those of the table where the reader changed nothing, and all free to be used', () => {
    for (const on of ['darwin', 'win32', 'linux'] as const) {
      const keymap = keymapOf(defaultSettings, on)
      for (const one of actions) expect(keymap.get(one.id)).toEqual(defaultKeysOf(one, on))
    }
  })

  it('never belong to two actions, whatever was kept', () => {
    assert(
      property(keySettings, platform, (settings, on) => {
        const keys = [...keymapOf(settings, on).values()].flat().map((one) => normalKey(one, on))
        expect(keys.length).toBe(new Set(keys).size)
      }),
    )
  })

  it('are given as asked, and taken from what had them', () => {
    assert(
      property(keySettings, platform, action, key, (settings, on, id, given) => {
        const clash = clashOf(settings, on, id, given)
        const keys = withKeys(settings, on, id, [given])
        const after = owners(keymapOf({ ...settings, keys }, on), given, on)
        expect(after).toEqual(clash?.with === 'fixed' || clash?.with === 'switch' ? [] : [id])
        const before = owners(keymapOf(settings, on), given, on).filter((owner) => owner !== id)
        expect(before).toEqual(clash?.with === 'action' ? [clash.action] : [])
      }),
    )
  })

  it('are the usual ones again after a reset, and nothing is kept of it', () => {
    assert(
      property(platform, action, key, (on, id, given) => {
        const table = actions.find((one) => one.id === id)
        if (table === undefined) return
        const keys = withKeys(defaultSettings, on, id, [given])
        const back = withKeys({ keys, singleKeys: true }, on, id, defaultKeysOf(table, on))
        expect(back[id]).toBe(undefined)
        expect(keymapOf({ keys: back, singleKeys: true }, on).get(id)).toEqual(
          defaultKeysOf(table, on),
        )
      }),
    )
  })

  it('are without plain ones where those are switched off', () => {
    const all = [...keymapOf({ keys: {}, singleKeys: false }, 'linux').values()].flat()
    expect(all.filter(isTypingKey)).toEqual([])
    expect(all.length).toBeGreaterThan(20)
  })

  it('cannot be those that copy, move the focus, or are the system’s', () => {
    const keys = ['CmdOrCtrl+C', 'Tab', 'Shift+Tab', 'Esc', 'Space', 'Left', 'Shift+End', 'F12']
    for (const one of keys) {
      expect(clashOf(defaultSettings, 'linux', 'find', one)).toEqual({ with: 'fixed' })
    }
    expect(clashOf(defaultSettings, 'linux', 'find', 'CmdOrCtrl+F')).toBe(undefined)
  })

  it('survive being kept, while what is no key is left out', () => {
    assert(
      property(keySettings, (settings) => {
        expect(readSettings({ ...settings }).keys).toEqual(settings.keys)
      }),
    )
    expect(readSettings({ keys: { find: ['Ctrl+Bogus'] } }).keys).toEqual({})
    expect(readSettings({ keys: { nothing: ['J'] } }).keys).toEqual({})
  })
})
