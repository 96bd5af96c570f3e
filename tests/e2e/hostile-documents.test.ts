import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { eventually } from '../support/eventually'
import { rows } from '../support/rows'
import { hostileDocuments } from '../unit/core/formats/support/hostile-documents'
import { Piyue } from './support/piyue'

jest.setTimeout(600_000)

const folder = mkdtempSync(path.join(os.tmpdir(), 'piyue-hostile-'))
let piyue: Piyue

beforeAll(async () => {
  piyue = await Piyue.open()
  await piyue.app.evaluate(({ dialog }) => {
    dialog.showMessageBox = async (...args: unknown[]) => {
      const { message, detail } = args.at(-1) as { message: string; detail: string }
      Object.assign(globalThis, { said: `${message}\n${detail}` })
      return { response: 0, checkboxChecked: false }
    }
  })
})

afterAll(async () => {
  await piyue.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What the reader was told last in a dialog. */
const said = () => piyue.app.evaluate(() => (globalThis as { said?: string }).said ?? '')

/** Has a file chosen in the dialog that opens one. */
async function open(file: string): Promise<void> {
  await piyue.app.evaluate(({ dialog }, filePath) => {
    Object.assign(globalThis, { said: '' })
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
  }, file)
  await piyue.press('Control+o')
}

/** The document that the window shows. */
const shown = () => piyue.article.textContent()

async function made(name: string, bytes: Uint8Array): Promise<string> {
  const file = path.join(mkdtempSync(path.join(folder, 'x-')), name)
  writeFileSync(file, bytes)
  return file
}

/** One of each kind, from the list on which every one is tried in the process that reads them. */
const chosen = [
  '<script>alert(1)</script>, in a page',
  '<svg onload=alert(1)>, in an e-book',
  '<iframe src="javascript:alert(1)"></iframe>, in Markdown',
  'a picture from https://evil.example/x.png, in a page',
  '<style>@import url(https://evil.example/x.css)</style>, in an e-book',
  'an e-book whose page is "../../../../etc/passwd"',
  'a billion laughs, in a.xhtml of an e-book',
  'a file as an entity, in word/document.xml of a Word document',
  'a Word document whose image is file:///etc/passwd',
  'div in itself, five thousand deep',
  'an archive that unpacks to 66 MB of nothing',
  'nothing but zeros',
  'marks that turn the line round',
] as const

/** Opens one; then the document that comes next. */
async function tryOne(what: (typeof chosen)[number]): Promise<void> {
  const hostile = hostileDocuments.find((one) => one.what === what)
  if (hostile === undefined) throw new Error(`There is no ${what}`)
  await open(await made(hostile.name, await hostile.bytes()))
  const before = await shown()
  // It is shown, or the reader is told in a sentence why it is not.
  await eventually(`${what} is shown or refused`, async () => {
    return (await said()) !== '' || (await shown()) !== before
  })
  const active = piyue.article.locator('iframe, script, svg, object, style, link')
  expect({ what, said: await said(), active: await active.count() }).toEqual({
    what,
    said: expect.stringMatching(/^$|^Piyue cannot open this document\.\n[A-Z].*\.\n/u),
    active: 0,
  })
  // Nothing in it need be converted, which is not what is tried here.
  const words = `No harm is done by this one: ${chosen.indexOf(what)}.`
  await open(await made('good.txt', Buffer.from(`${words}\n`)))
  await piyue.article.getByText(words).waitFor()
}

it('what was made to do harm does none in a window, and the next document opens', async () => {
  for (const what of rows(chosen)) await tryOne(what)
  // What would have reached the network fails the closing of the app.
  expect(piyue.complaints).toEqual([])
  expect(piyue.requests.filter((address) => /evil|passwd/u.test(address))).toEqual([])
})
