import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import iconv from 'iconv-lite'
import { Piyue } from './support/piyue'
import { runCli } from './support/run-cli'

const folder = mkdtempSync(path.join(os.tmpdir(), 'piyue-library-'))

/** One reader's folder: the app is started twice in it, each time with the same file. */
const userData = path.join(folder, 'user-data')
let piyue: Piyue

afterAll(async () => {
  await piyue.close()
  rmSync(folder, { recursive: true, force: true })
})

const file = (name: string, content: Uint8Array | string): string => {
  const target = path.join(folder, name)
  writeFileSync(target, content)
  return target
}

const novel =
  '第一回　甄士隱夢幻識通靈\n列位看官：你道此書從何而來？\n說起根由雖近荒唐，細按則深有趣味。\n'

const articles = '章程\n\n第一條 本會名為讀書會。\n第二條 會員須愛書。\n'
const newArticles = '章程\n\n總則在前，此條新增。\n第一條 本會名為文社。\n第二條 會員須愛書。\n'

/** Damaged in two places, and with a character that conversion takes for another in three. */
const notice = '头发通知\n范先生的头发很长,范先生示范;好。\n'

const everything = `# 諸體

## 甲

正文有*強調*、**加重**、\`代碼\`、[去處](https://example.com/)，和<ruby>漢<rt>ㄏㄢˋ</rt></ruby>字。[^一]

> 引文一段。

1. 第一條
   - 內一條
2. 第二條

| 名 | 數 |
| --- | --- |
| 天地 | 一百 |
| | 二百 |

\`\`\`
let a = 1
\`\`\`

![圖說](data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==)

[^一]: 注文。
`

/** Has a file chosen in the dialog that opens one. */
async function open(source: string): Promise<void> {
  await piyue.app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
  }, source)
  await piyue.press('Control+o')
}

const library = () => piyue.page.getByRole('region', { name: 'Library' })

const listed = () => library().getByRole('list', { name: 'Documents' }).getByRole('listitem')

it('a file named at the start is shown, marked, switched, and there again the next time', async () => {
  const source = file('石頭記.txt', iconv.encode(novel, 'big5'))
  const changing = file('章程.txt', articles)
  piyue = await Piyue.open({ args: [source], userData })
  await piyue.article.getByText('列位看官').waitFor()
  await piyue.highlight('荒唐', 'green')
  await open(changing)
  await piyue.article.getByText('本會名為讀書會').waitFor()
  await piyue.note('會員須愛書', '怎樣才算愛書？')
  await piyue.highlight('讀書會', 'green')
  // Nothing of them is among the notes of the report.
  expect(readFileSync(path.join(userData, 'annotations.json'), 'utf8')).not.toMatch(/荒唐|讀書/u)
  await open(source)
  await piyue.article.getByText('列位看官').waitFor()
  await piyue.showScript('Simplified')
  await piyue.article.getByText('说起根由虽近荒唐').waitFor()
  await piyue.expectPainted('green-highlight', ['荒唐'])
  await piyue.close()

  writeFileSync(changing, newArticles)
  piyue = await Piyue.open({ userData })
  await piyue.article.getByText('说起根由虽近荒唐').waitFor()
  await piyue.expectPainted('green-highlight', ['荒唐'])
})

it('a file whose words changed is read anew if the reader wants, and its marks go where their words are', async () => {
  await piyue.app.evaluate(({ dialog }) => {
    dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false })
  })
  await piyue.press('Control+l')
  await library().getByRole('button', { name: '章程', exact: true }).click()
  await piyue.article.getByText('此條新增').waitFor()
  await piyue.page.locator('.said').getByText('章程.txt').waitFor()
  await piyue.expectPainted('green-highlight', ['會員須愛書'])
  // The words of the other mark are gone: it is kept, and said to be without a place.
  await piyue.notes.getByText('讀書會').waitFor()
  await piyue.press('Control+l')
  await listed().nth(2).waitFor()
  expect(await library().getByRole('button', { name: '章程', exact: true }).count()).toBe(1)
  await library().getByText('2 marks, 1 note').waitFor()
  await piyue.press('Escape')
})

it('the command line has notes taken into one that the window does not show', async () => {
  const source = path.join(folder, '石頭記.txt')
  const selector = { type: 'TextQuoteSelector', exact: '近荒唐' }
  const notes = file('近荒唐.json', JSON.stringify({ type: 'Annotation', target: { selector } }))
  const imported = await runCli(['--import', notes, '--document', source], { userData })
  expect(imported).toMatchObject({ code: 0, stdout: expect.stringContaining('1 new') })
  const listing = await runCli(['--list', '--document', source], { userData })
  expect(listing.stdout).toMatch(/近荒唐.*\n.*荒唐/u)
})

it('a damaged text is repaired in every form, with its marks, and undone', async () => {
  await open(file('頭髮.txt', notice))
  await piyue.article.getByText('范先生的头发很长').waitFor()
  await piyue.highlight('长,范先生', 'blue')
  await piyue.page.getByText('2 places of this text seem damaged.').waitFor()
  await piyue.press('Control+Shift+k')
  const dialog = piyue.page.getByRole('dialog', { name: 'Places that seem damaged' })
  await dialog.getByRole('button', { name: /^Repair all 2/u }).click()
  await piyue.article.getByText('范先生的头发很长，范先生示范；好。').waitFor()
  await piyue.page.keyboard.press('Escape')
  await piyue.showScript('Traditional')
  await piyue.article.getByText('範先生的頭髮很長，範先生示範；好。').waitFor()
  await piyue.expectPainted('blue-highlight', ['長，範先生'])
  await piyue.press('Control+z')
  await piyue.article.getByText('範先生的頭髮很長,範先生示範;好。').waitFor()
  await piyue.expectPainted('blue-highlight', ['長,範先生'])
})

it('a character is explained by the process that converts, corrected in all places, undone, kept, and exported', async () => {
  await piyue.highlight('範先生示', 'green')
  await piyue.select('範先生示')
  await piyue.press('y')
  const card = piyue.page.getByRole('dialog', { name: 'Why this character' })
  await card.getByText('by itself 范 becomes 範.').waitFor()
  await card.getByRole('button', { name: '范 in all 3 places' }).click()
  await piyue.article.getByText('范先生的頭髮很長').waitFor()
  await piyue.expectPainted('green-highlight', ['范先生示'])
  await piyue.press('Control+z')
  await piyue.article.getByText('範先生的頭髮很長').waitFor()
  await piyue.press('Control+Shift+z')
  await piyue.article.getByText('范先生的頭髮很長').waitFor()
  const notes = path.join(folder, 'notes.md')
  const source = path.join(folder, '頭髮.txt')
  await runCli(['--export', notes, '--script', 'hant', '--document', source], { userData })
  expect(readFileSync(notes, 'utf8')).toMatch(/范先生示[\s\S]*3 characters are read by you/u)
})

it('sets lists, tables, quotations, notes, readings and pictures, and marks across them', async () => {
  await open(file('諸體.md', everything))
  const { article } = piyue
  await article.locator('ol > li > ul > li').getByText('內一條').waitFor()
  await article.locator('blockquote').getByText('引文一段。').waitFor()
  await expect(article.locator('tr').nth(2).locator('td').count()).resolves.toBe(2)
  await article.locator('pre').getByText('let a = 1').waitFor()
  const picture = article.locator('figure img')
  await picture.scrollIntoViewIfNeeded()
  await picture.evaluate((image: HTMLImageElement) => image.decode())
  await expect(picture.getAttribute('alt')).resolves.toBe('圖說')
  await expect(article.locator('ruby').textContent()).resolves.toBe('漢')
  await piyue.highlight('強調', 'green')
  await piyue.showScript('Simplified')
  await piyue.expectPainted('green-highlight', ['强调'])
  await article.locator('a[data-to="note"]').click()
  await article.locator('aside :focus').getByText('注文。').waitFor()
  await article.locator('a[data-to="reference"]').click()
  await article.locator('a[data-to="note"]:focus').waitFor()
})

it('what was opened is found in the library in either script, removed, and put back with its notes', async () => {
  await piyue.page.getByRole('button', { name: 'Library', exact: true }).click()
  await listed().nth(4).waitFor()
  const titles = await listed().locator('[data-row]').allInnerTexts()
  expect(titles.slice(0, 2)).toEqual(['诸体', '頭髮通知'])

  await library().getByRole('searchbox').fill('头发')
  await listed().getByText('2 marks').waitFor()
  expect(await piyue.seriousFindings()).toEqual([])
  await piyue.page.keyboard.press('ArrowDown')
  await piyue.page.keyboard.press('Delete')
  await library().getByText('was removed').waitFor()
  await piyue.page.keyboard.press('Enter')
  await library().getByText('was removed').waitFor({ state: 'detached' })
  await piyue.page.keyboard.press('Enter')
  await piyue.article.getByText('范先生的頭髮很長').waitFor()
  await piyue.expectPainted('green-highlight', ['范先生示'])
  expect(await library().count()).toBe(0)
})

it('the notes on all documents go into one file, and out of it each into its own document elsewhere', async () => {
  const target = path.join(folder, 'all.json')
  await piyue.answerSaveDialog(target)
  await piyue.press('Control+l')
  await library().getByRole('button', { name: 'Export notes…' }).click()
  const exporting = piyue.page.getByRole('dialog', { name: 'Export notes' })
  await exporting.getByLabel('Format').selectOption('json')
  await exporting.getByRole('button', { name: 'Export…' }).click()
  await exporting.getByText(`written to ${target}.`).waitFor()
  const { 'piyue:documents': documents } = JSON.parse(readFileSync(target, 'utf8'))
  const titles = documents.map(({ label }: { label: string }) => label)
  expect(titles).toHaveLength(4)
  expect(titles).toContain('第一回　甄士隱夢幻識通靈')
  await exporting.getByRole('button', { name: 'Close' }).click()
  await piyue.close()

  piyue = await Piyue.open({ args: [path.join(folder, '章程.txt')] })
  await piyue.article.getByText('本會名為文社').waitFor()
  await open(path.join(folder, '石頭記.txt'))
  await piyue.article.getByText('列位看官').waitFor()
  await piyue.app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
  }, target)
  await piyue.chooseMenu('import')
  const importing = piyue.page.getByRole('dialog', { name: 'Import notes' })
  const charter = importing.getByRole('region', { name: '章程' })
  await charter.getByRole('listitem').nth(1).waitFor()
  await importing.getByText('not in the library').first().waitFor()
  await importing.getByRole('button', { name: 'Import' }).click()
  await importing.getByText('“章程”:').waitFor()
  await importing.getByRole('button', { name: 'Close' }).click()
  await piyue.expectPainted('green-highlight', ['荒唐'])
  await piyue.press('Control+l')
  await library().getByRole('button', { name: '章程', exact: true }).click()
  await piyue.article.getByText('此條新增').waitFor()
  await piyue.expectPainted('green-highlight', ['會員須愛書'])
  // What was brought into it is taken back there alone.
  await piyue.press('Control+z')
  await piyue.expectPainted('green-highlight', [])
  await piyue.press('Control+l')
  const name = '第一回　甄士隱夢幻識通靈'
  await library().getByRole('button', { name, exact: true }).click()
  await piyue.expectPainted('green-highlight', ['荒唐'])
})

it('a document is cited as the reader says, here and at the next start', async () => {
  await piyue.select('細按則深有趣味')
  await piyue.chooseMenu('copy-cited')
  const asking = piyue.page.getByRole('dialog', { name: 'Citation' })
  await asking.getByLabel('Kind of work').selectOption('M')
  await asking.getByRole('textbox', { name: 'Title' }).fill('石頭記')
  await asking.getByLabel('Author or issuing body').fill('曹雪芹')
  await asking.getByRole('status').getByText('曹雪芹. 石頭記[M].').waitFor()
  await asking.getByRole('button', { name: 'Save' }).click()
  await piyue.announcement.getByText('Copied, with its source.').waitFor()
  await piyue.expectPainted('green-highlight', ['荒唐'])
  await piyue.press('Control+l')
  await library().getByRole('button', { name: '石頭記', exact: true }).waitFor()
  await library().getByText('曹雪芹').waitFor()
  const listing = await runCli(['--documents'], { userData: piyue.userData })
  expect(listing.stdout).toMatch(/^yingkou.*\n/u)
  expect(listing.stdout).toMatch(/^\w{24}\t石頭記\t曹雪芹\t/mu)
})
