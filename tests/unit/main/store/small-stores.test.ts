import type { Draft } from '../../../../core/annotation/draft'
import { defaultSettings } from '../../../../core/app/settings'
import type { StoreNotice } from '../../../../core/app/store-notice'
import { codePoints } from '../../../../core/text/code-points'
import { DraftStore } from '../../../../main/store/draft-store'
import { readStoredSettings, SettingsStore } from '../../../../main/store/settings-store'
import { Bench, folder } from './support/bench'

const file = (name: string) => `${folder}/${name}.json`

async function bench() {
  const made = await Bench.make()
  const notices: StoreNotice[] = []
  const options = {
    folder,
    files: made.files,
    clock: made.clock,
    onNotice: (notice: StoreNotice) => {
      notices.push(notice)
    },
  }
  return { made, notices, options }
}

const draft = (id: string, note: string): Draft => ({
  target: { kind: 'annotation', id },
  note,
  at: '2026-01-01T00:00:00.000Z',
})

describe('drafts', () => {
  test('are on disk less than a second after a keystroke, however fast one types', async () => {
    const { made, options } = await bench()
    const drafts = await DraftStore.open(options)
    for (let i = 1; i <= 9; i++) {
      drafts.put(draft('a', '字'.repeat(i)))
      await made.clock.pass(100)
    }
    const found = await DraftStore.open(options)
    expect(found.read()[0]?.note.length).toBeGreaterThanOrEqual(6)
  })

  test('are written beside, flushed, renamed, and the folder flushed, in this order', async () => {
    const { made, options } = await bench()
    const drafts = await DraftStore.open(options)
    drafts.put(draft('a', '1'))
    const calls: string[] = []
    made.files.refuse = (call, path) => {
      if (call !== 'facts') calls.push(`${call} ${path}`)
      return undefined
    }
    await drafts.close()
    const temporary = `${file('drafts')}.tmp`
    expect(calls).toEqual([
      `open ${temporary}`,
      `write ${temporary}`,
      `sync ${temporary}`,
      `rename ${file('drafts')}`,
      `syncFolder ${folder}`,
    ])
  })

  test('are put and let go of without waiting for the file', async () => {
    const { made, options } = await bench()
    const drafts = await DraftStore.open(options)
    made.files.hold = () => new Promise<never>(() => undefined)
    drafts.put(draft('a', '1'))
    drafts.put(draft('b', '2'))
    drafts.remove({ kind: 'annotation', id: 'a' })
    expect(drafts.read()).toEqual([draft('b', '2')])
  })

  test('are one for each target, and let go of when saved', async () => {
    const { options } = await bench()
    const drafts = await DraftStore.open(options)
    drafts.put(draft('a', '1'))
    drafts.put(draft('__proto__', '2'))
    drafts.put(draft('a', '3'))
    drafts.remove({ kind: 'annotation', id: '__proto__' })
    await drafts.close()
    expect((await DraftStore.open(options)).read()).toEqual([draft('a', '3')])
  })

  test('that are damaged are set aside and told', async () => {
    const { made, notices, options } = await bench()
    await made.put(file('drafts'), '{"half')
    expect((await DraftStore.open(options)).read()).toEqual([])
    expect(notices).toMatchObject([{ kind: 'beside-damaged', of: 'drafts', damage: 'not-json' }])
    expect(await made.text(`${folder}/drafts.damaged-2026-03-01T00-00-00-000Z.json`)).toBe('{"half')
  })

  test('that another program changed are not written over, but kept beside and told', async () => {
    const { made, notices, options } = await bench()
    const drafts = await DraftStore.open(options)
    drafts.put(draft('a', '1'))
    await made.clock.pass(300)
    await made.put(file('drafts'), 'theirs')
    drafts.put(draft('a', '12'))
    await drafts.close()
    const setAside = `${folder}/drafts.damaged-2026-03-01T00-00-00-300Z.json`
    expect(notices).toEqual([
      { kind: 'beside-changed', of: 'drafts', file: file('drafts'), setAside },
    ])
    expect(await made.text(setAside)).toBe('theirs')
    expect((await DraftStore.open(options)).read()).toEqual([draft('a', '12')])
  })

  test('that cannot be written are told once, kept, and tried again', async () => {
    const { made, notices, options } = await bench()
    const drafts = await DraftStore.open(options)
    made.files.refuse = (call) => (call === 'sync' ? 'ENOSPC' : undefined)
    drafts.put(draft('a', '1'))
    await made.clock.pass(300)
    await made.clock.pass(5_000)
    const full = { problem: 'full', code: 'ENOSPC' }
    expect(notices).toEqual([
      { kind: 'beside-not-written', of: 'drafts', file: file('drafts'), ...full },
    ])
    expect(drafts.unsaved).toEqual(full)
    made.files.refuse = () => undefined
    await made.clock.pass(5_000)
    expect(drafts.unsaved).toBeUndefined()
    expect((await DraftStore.open(options)).read()).toEqual([draft('a', '1')])
  })

  test('are known again as ours when written next, though their folder was not flushed', async () => {
    const { made, notices, options } = await bench()
    const drafts = await DraftStore.open(options)
    made.files.refuse = (call) => (call === 'syncFolder' ? 'EIO' : undefined)
    drafts.put(draft('a', '1'))
    await made.clock.pass(300)
    made.files.refuse = () => undefined
    for (const note of ['12', '123']) {
      drafts.put(draft('a', note))
      await made.clock.pass(5_000)
    }
    expect(notices.map(({ kind }) => kind)).toEqual(['beside-not-written'])
    expect((await DraftStore.open(options)).read()).toEqual([draft('a', '123')])
    expect(await made.disk.list(folder)).toEqual(['drafts.json'])
  })

  test('of a newer version are left alone, and told', async () => {
    const { made, notices, options } = await bench()
    const newer = '{"format":"piyue-drafts","version":2,"drafts":[]}'
    await made.put(file('drafts'), newer)
    const drafts = await DraftStore.open(options)
    expect(drafts.unsaved).toBeUndefined()
    drafts.put(draft('a', '1'))
    await made.clock.pass(300)
    expect([drafts.read().length, await made.text(file('drafts'))]).toEqual([1, newer])
    expect(notices).toMatchObject([{ kind: 'beside-not-written', code: 'newer' }])
    expect(drafts.unsaved).toMatchObject({ code: 'newer' })
    // Where nothing is being written any more, there is nothing to be asked about.
    drafts.remove(draft('a', '1').target)
    await made.clock.pass(300)
    expect(drafts.unsaved).toBeUndefined()
  })
})

describe('settings', () => {
  test('are the defaults at first, and kept when changed', async () => {
    const { options } = await bench()
    const settings = await SettingsStore.open(options)
    expect(settings.read()).toEqual(defaultSettings)
    settings.patch({ textSize: 22 })
    settings.patchView('a', { place: codePoints(3), script: 'zh-Hans' })
    settings.patchView('b', { place: codePoints(4) })
    settings.patchView('a', { place: codePoints(5) })
    await settings.close()
    const found = (await SettingsStore.open(options)).read()
    expect(found).toEqual({
      ...defaultSettings,
      textSize: 22,
      views: { a: { place: 5, script: 'zh-Hans' }, b: { place: 4 } },
    })
    expect(await readStoredSettings(folder, options.files)).toEqual(found)
  })

  test('of which one is unknown or wrong keep the others', async () => {
    const { made, options } = await bench()
    await made.put(
      file('settings'),
      '{"format":"piyue-settings","version":1,"settings":{"textSize":"big","theme":"dark","__proto__":{"x":1}}}',
    )
    expect((await SettingsStore.open(options)).read()).toEqual({
      ...defaultSettings,
      theme: 'dark',
    })
  })

  test('that another program changed are not written over, but kept beside', async () => {
    const { made, options } = await bench()
    const settings = await SettingsStore.open(options)
    settings.patch({ textSize: 20 })
    await made.clock.pass(1_000)
    await made.put(file('settings'), 'theirs')
    settings.patch({ textSize: 24 })
    await settings.close()
    expect(await made.text(`${folder}/settings.damaged-2026-03-01T00-00-01-000Z.json`)).toBe(
      'theirs',
    )
    expect((await SettingsStore.open(options)).read().textSize).toBe(24)
  })
})
