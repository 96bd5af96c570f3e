import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const shown: { message?: string; noLink?: boolean }[] = []
const answers = { file: '', response: 0, openPath: '' }
/** Where the dialogs for files were opened. */
const openedAt: (string | undefined)[] = []

jest.mock('electron', () => ({
  dialog: {
    showMessageBox: async (options: object) => {
      shown.push(options)
      return { response: answers.response }
    },
    showOpenDialog: async ({ defaultPath }: { defaultPath?: string }) => {
      openedAt.push(defaultPath)
      return { canceled: answers.file === '', filePaths: answers.file === '' ? [] : [answers.file] }
    },
    showSaveDialog: async ({ defaultPath }: { defaultPath?: string }) => {
      openedAt.push(defaultPath)
      return { canceled: answers.file === '', filePath: answers.file }
    },
  },
  shell: { openPath: async () => answers.openPath },
}))

import { defaultSettings } from '../../../../core/app/settings'
import { messagesIn } from '../../../../core/messages/language'
import { saveByDialog } from '../../../../main/exchange/save-by-dialog'
import type { SettingsStore } from '../../../../main/store/settings-store'
import {
  askWhereToSave,
  askWhichFile,
  rememberedFolder,
  showFolder,
} from '../../../../main/window/dialogs'

const options = {
  title: 'Save',
  folder: undefined,
  suggested: { title: 'notes', ending: 'md' },
  name: 'Markdown',
  endings: ['md', 'txt'],
}
let folder: string

beforeEach(() => {
  shown.length = 0
  openedAt.length = 0
  folder = mkdtempSync(path.join(tmpdir(), 'piyue-test-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const ask = (name: string, response = 0) => {
  Object.assign(answers, { file: name === '' ? '' : path.join(folder, name), response })
  return askWhereToSave(undefined, messagesIn.en, options)
}

describe('a file to be written', () => {
  it('has an ending, the reader’s or the usual one', async () => {
    expect(await ask('notes')).toBe(path.join(folder, 'notes.md'))
    expect(await ask('notes.txt')).toBe(path.join(folder, 'notes.txt'))
    expect(await ask('notes.other')).toBe(path.join(folder, 'notes.other'))
    expect(await ask('a.b/notes')).toBe(path.join(folder, 'a.b/notes.md'))
    expect(shown).toEqual([])
  })

  it('replaces one that the dialog did not ask about only if the reader agrees', async () => {
    writeFileSync(path.join(folder, 'notes.md'), 'kept')
    expect(await ask('notes', 0)).toBeUndefined()
    expect(await ask('notes', 1)).toBe(path.join(folder, 'notes.md'))
    expect(shown.map(({ message, noLink }) => [message, noLink])).toEqual([
      ['“notes.md” is there already. Replace it?', true],
      ['“notes.md” is there already. Replace it?', true],
    ])
    expect(await ask('notes.md')).toBe(path.join(folder, 'notes.md'))
    expect(shown).toHaveLength(2)
  })

  it.each([
    ['2018/2019年報告：一?－筆記', '2018－2019年報告：一－－筆記'],
    ['../../.profile', '..－..－.profile'],
    ['𠮷'.repeat(61), `${'𠮷'.repeat(60)}…`],
  ])('is suggested in the folder by a name that every system takes: %s', async (title, name) => {
    answers.file = ''
    const suggested = { title, ending: 'tei.xml' }
    await askWhereToSave(undefined, messagesIn.en, { ...options, folder, suggested })
    expect(openedAt).toEqual([path.join(folder, `${name}.tei.xml`)])
  })

  it('is suggested by a name of which only the title is shortened', async () => {
    answers.file = ''
    const suffix = ' · 2026-01-02 12.00－Notes'
    const suggested = { title: 'Letters '.repeat(10), suffix, ending: 'md' }
    await askWhereToSave(undefined, messagesIn.en, { ...options, folder, suggested })
    const [name = ''] = openedAt.map((file) => path.basename(file ?? ''))
    expect(name).toBe(`Letters Letters Letters Letters Let…${suffix}.md`)
  })

  it('is none where the reader thinks better of it', async () => {
    expect(await ask('')).toBeUndefined()
  })
})

describe('the folder in which a file was chosen last', () => {
  it('is where the next dialog opens, whatever it is for', async () => {
    let kept = defaultSettings
    const settings = {
      read: () => kept,
      patch: (patch: object) => {
        kept = { ...kept, ...patch }
      },
    } as unknown as SettingsStore
    const open = (file: string) => {
      answers.file = file
      return askWhichFile(undefined, { title: 'Open', filters: [] }, rememberedFolder(settings))
    }
    expect(await open('/texts/a.md')).toBe('/texts/a.md')
    expect(await open('')).toBeUndefined()
    answers.file = path.join(folder, 'b.csv')
    const table = { name: 'Figures', format: 'csv', content: 'a' } as const
    await saveByDialog(table, messagesIn.en, undefined, rememberedFolder(settings))
    await open('')
    expect(openedAt).toEqual([undefined, '/texts', '/texts/Figures.csv', folder])
  })
})

describe('a folder to be shown', () => {
  it('that the system does not show is told of with the system’s reason', async () => {
    answers.openPath = ''
    await showFolder('/data', messagesIn.en, undefined)
    expect(shown).toEqual([])
    answers.openPath = 'no program'
    await showFolder('/data', messagesIn.en, undefined)
    expect(shown).toMatchObject([
      { message: 'The folder could not be shown: /data (no program)', type: 'error' },
    ])
  })
})
