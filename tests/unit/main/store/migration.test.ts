import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
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
      const names = await bench.disk.list(folder)
      const former = Object.values(paths.former).map((path) => basename(path))
      expect(names.filter((one) => former.includes(one))).toEqual([])
    },
  )

  test('keeps its files until all that they held is in today’s', async () => {
    const { files, state } = written.ended
    const bench = await benchWith(files)
    bench.files.refuse = (call) => (call === 'sync' ? 'EIO' : undefined)
    await bench.open()
    bench.files.refuse = () => undefined
    const { store, notices } = await bench.open()
    expect([digestOf(store.annotations, store.history), notices]).toEqual([state, []])
  })

  test('whose journal was cut short says so, as then', async () => {
    const { files } = written.ended
    const lines = (files['annotations.journal'] ?? '').split('\n')
    const cut = `${lines.slice(0, -2).join('\n')}\n`
    const bench = await benchWith({ ...files, 'annotations.journal': cut })
    expect((await bench.open()).notices).toMatchObject([{ kind: 'changes-missing', count: 1 }])
  })

  test('opens with the drafts and the settings', async () => {
    const { files } = await benchWith(written.ended.files)
    const drafts = await DraftStore.open({ folder, files })
    expect(drafts.read().map(({ note }) => note)).toEqual(['寫到一半'])
    const settings = await SettingsStore.open({ folder, files })
    expect(settings.read().textSize).toBe(22)
  })
})
