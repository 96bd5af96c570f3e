import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DraftStore } from '../../../../main/store/draft-store'
import { SettingsStore } from '../../../../main/store/settings-store'
import { digestOf } from '../../../../tools/crash/random-changes'
import { Bench, folder, paths } from './support/bench'

/** Stores as the first version wrote them: one closed in good order, one killed in the midst. */
const written: Record<
  'closed' | 'ended',
  { readonly state: string; readonly files: Readonly<Record<string, string>> }
> = JSON.parse(readFileSync(join(__dirname, 'support/version-1.json'), 'utf8'))

async function benchWith(files: Readonly<Record<string, string>>): Promise<Bench> {
  const bench = await Bench.make()
  await bench.disk.makeFolder(paths.generations)
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name)
    await bench.put(path, text)
    await bench.disk.syncFolder(dirname(path))
  }
  return bench
}

describe('a store that the first version wrote', () => {
  test.each(['closed', 'ended'] as const)(
    'and %s opens with all notes and steps of undo, without a word, again and again',
    async (name) => {
      const { files, state } = written[name]
      const bench = await benchWith(files)
      for (const inGoodOrder of [false, true, true]) {
        const { store, notices } = await bench.open()
        expect([digestOf(store.annotations, store.history), notices]).toEqual([state, []])
        if (inGoodOrder) await store.close()
      }
    },
  )

  test('opens with the drafts and the settings', async () => {
    const { files } = await benchWith(written.ended.files)
    const drafts = await DraftStore.open({ folder, files })
    expect(drafts.read().map(({ note }) => note)).toEqual(['寫到一半'])
    const settings = await SettingsStore.open({ folder, files })
    expect(settings.read().textSize).toBe(22)
  })
})
