import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { messagesIn } from '../../../../core/messages/language'
import { Library } from '../../../../main/library/library'
import { workerInProcess } from './support'

const assets = path.join(__dirname, '../../../../assets')
const userData = mkdtempSync(path.join(tmpdir(), 'piyue-refusals-'))
afterAll(() => rmSync(userData, { recursive: true, force: true }))

const made = (name: string, make: (file: string) => void): string => {
  const file = path.join(userData, name)
  make(file)
  return file
}

it.each<[string, (file: string) => void, string]>([
  [
    'two gigabytes of nothing',
    (file) => {
      writeFileSync(file, '')
      truncateSync(file, 2 * 1024 ** 3)
    },
    'too-large',
  ],
  ['a folder', (file) => mkdirSync(file), 'not-a-file'],
  ['nothing at all', () => {}, 'missing'],
  ['an empty file', (file) => writeFileSync(file, ''), 'empty'],
])('%s is refused, in a sentence of each language', async (what, make, refusal) => {
  const library = await Library.open({ assets, userData, worker: workerInProcess })
  const opening = await library.add(made(what, make))
  expect(opening).toEqual({ kind: 'refused', refusal })
  // Each reason has words in every language.
  const said = Object.values(messagesIn).map(({ desktop }) => JSON.stringify(desktop))
  expect(said.filter((words) => !words.includes(`"${refusal}":`))).toEqual([])
  expect(library.entries).toHaveLength(1)
})
