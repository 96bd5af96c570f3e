import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const shown: { message?: string; noLink?: boolean }[] = []
const answers = { file: '', response: 0, openPath: '' }

jest.mock('electron', () => ({
  dialog: {
    showMessageBox: async (options: object) => {
      shown.push(options)
      return { response: answers.response }
    },
    showSaveDialog: async () => ({ canceled: answers.file === '', filePath: answers.file }),
  },
  shell: { openPath: async () => answers.openPath },
}))

import { messagesIn } from '../../../../core/messages/language'
import { askWhereToSave, showFolder, withEnding } from '../../../../main/window/dialogs'

const options = { title: 'Save', defaultPath: 'notes.md', name: 'Markdown', endings: ['md', 'txt'] }
let folder: string

beforeEach(() => {
  shown.length = 0
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
    expect(withEnding('/a.b/notes', ['md'])).toBe('/a.b/notes.md')
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

  it('is none where the reader thinks better of it', async () => {
    expect(await ask('')).toBeUndefined()
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
