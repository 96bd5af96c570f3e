import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import iconv from 'iconv-lite'
import { Piyue } from './support/piyue'
import { runCli } from './support/run-cli'

const folder = mkdtempSync(path.join(os.tmpdir(), 'piyue-library-'))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, content: Uint8Array | string): string => {
  const target = path.join(folder, name)
  writeFileSync(target, content)
  return target
}

const novel =
  '第一回　甄士隱夢幻識通靈\n列位看官：你道此書從何而來？\n說起根由雖近荒唐，細按則深有趣味。\n'

it('a file named at the start is shown, marked, switched, and there again the next time', async () => {
  const source = file('石頭記.txt', iconv.encode(novel, 'big5'))
  const userData = mkdtempSync(path.join(folder, 'user-data-'))
  const first = await Piyue.open({ args: [source], userData })
  await first.article.getByText('列位看官').waitFor()
  await first.highlight('荒唐', 'green')
  await first.page.getByRole('radio', { name: 'Simplified' }).click()
  await first.article.getByText('说起根由虽近荒唐').waitFor()
  await first.expectPainted('green-highlight', ['荒唐'])
  await first.close()

  const again = await Piyue.open({ args: [source], userData })
  await again.article.getByText('说起根由虽近荒唐').waitFor()
  await again.expectPainted('green-highlight', ['荒唐'])
  await again.close()
})

it('the report stays as it was when another document has been read', async () => {
  const piyue = await Piyue.open({ args: [file('a.md', '# 題\n\n正文。')] })
  await piyue.article.getByText('正文。').waitFor()
  expect(readFileSync(path.join(piyue.userData, 'annotations.json'), 'utf8')).not.toContain('題')
  await piyue.close()
})

it('the command line lists documents, and has notes taken into one that the window does not show', async () => {
  const source = file('離騷.txt', '離騷\n\n帝高陽之苗裔兮，朕皇考曰伯庸。\n')
  const userData = mkdtempSync(path.join(folder, 'user-data-'))
  const first = await Piyue.open({ args: [source], userData })
  await first.highlight('苗裔', 'green')
  await first.close()

  const again = await Piyue.open({ userData })
  const selector = { type: 'TextQuoteSelector', exact: '伯庸' }
  const notes = file('伯庸.json', JSON.stringify({ type: 'Annotation', target: { selector } }))
  const imported = await runCli(['--import', notes, '--document', source], { userData })
  expect(imported).toMatchObject({ code: 0, stdout: expect.stringContaining('1 new') })
  const listed = await runCli(['--list', '--document', source], { userData })
  expect(listed.stdout).toMatch(/苗裔.*\n.*伯庸/u)
  expect((await runCli(['--list'], { userData })).stdout).toBe('')
  const documents = await runCli(['--documents'], { userData })
  expect(documents.stdout).toMatch(/^yingkou.*\n\w{24}\t離騷\t\ttext\t2\t0\t\S+\t.*離騷\.txt\n$/u)
  await again.close()
})

/** Answers the next dialogs that ask for a file. */
const answerOpenDialog = (piyue: Piyue, file: string): Promise<void> =>
  piyue.app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
  }, file)

it('a file is opened by the menu, found in the library in either script, removed, and put back with its notes', async () => {
  const piyue = await Piyue.open()
  await answerOpenDialog(piyue, file('西遊記.txt', '第一回　靈根育孕源流出\n心性修持大道生。\n'))
  await piyue.press('Control+o')
  await piyue.article.getByText('心性修持').waitFor()
  await piyue.note('大道', '何為大道？')
  await answerOpenDialog(piyue, file('無題.md', '# 另一篇\n\n短文。'))
  await piyue.press('Control+o')
  await piyue.article.getByText('短文。').waitFor()

  await piyue.page.getByRole('button', { name: 'Library', exact: true }).click()
  const library = piyue.page.getByRole('region', { name: 'Library' })
  const documents = library.getByRole('list', { name: 'Documents' }).getByRole('listitem')
  await documents.nth(2).waitFor()
  const titles = () => documents.locator('[data-row]').allInnerTexts()
  expect((await titles()).slice(0, 2)).toEqual(['另一篇', '第一回　靈根育孕源流出'])

  await library.getByRole('searchbox').fill('灵根')
  await documents.getByText('1 mark, 1 note').waitFor()
  expect(await piyue.seriousFindings()).toEqual([])
  await piyue.page.keyboard.press('ArrowDown')
  await piyue.page.keyboard.press('Delete')
  await library.getByText('was removed').waitFor()
  await piyue.page.keyboard.press('Enter')
  await library.getByText('was removed').waitFor({ state: 'detached' })
  await piyue.page.keyboard.press('Enter')
  await piyue.article.getByText('心性修持').waitFor()
  await piyue.expectPainted('yellow-highlight', ['大道'])
  expect(await library.count()).toBe(0)
  await piyue.close()
})

it('Escape closes the library and gives the focus back', async () => {
  const piyue = await Piyue.open()
  const button = piyue.page.getByRole('button', { name: 'Library', exact: true })
  await button.focus()
  await piyue.page.keyboard.press('Enter')
  const library = piyue.page.getByRole('region', { name: 'Library' })
  await library.getByRole('searchbox').waitFor()
  await piyue.page.waitForFunction(() => document.activeElement?.matches('.library input'))
  await piyue.page.keyboard.press('Escape')
  await library.waitFor({ state: 'detached' })
  await piyue.page.waitForFunction(
    () => document.activeElement?.getAttribute('aria-label') === 'Library',
  )
  await piyue.close()
})

it('a file whose words changed is read anew if the reader wants, and its marks go where their words are', async () => {
  const source = file('章程.txt', '章程\n\n第一條 本會名為讀書會。\n第二條 會員須愛書。\n')
  const userData = mkdtempSync(path.join(folder, 'user-data-'))
  const first = await Piyue.open({ args: [source], userData })
  await first.article.getByText('本會名為讀書會').waitFor()
  await first.note('會員須愛書', '怎樣才算愛書？')
  await first.highlight('讀書會', 'green')
  await first.close()

  file('章程.txt', '章程\n\n總則在前，此條新增。\n第一條 本會名為文社。\n第二條 會員須愛書。\n')
  const again = await Piyue.open({ userData })
  await again.app.evaluate(({ dialog }) => {
    dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false })
  })
  await again.press('Control+l')
  const library = again.page.getByRole('region', { name: 'Library' })
  await library.getByRole('button', { name: '章程', exact: true }).click()
  await again.article.getByText('此條新增').waitFor()
  await again.expectPainted('yellow-highlight', ['會員須愛書'])
  // The words of the other mark are gone: it is kept, and said to be without a place.
  await again.notes.getByText('讀書會').waitFor()
  await again.press('Control+l')
  await library.getByRole('listitem').nth(1).waitFor()
  expect(await library.getByRole('button', { name: '章程', exact: true }).count()).toBe(1)
  await library.getByText('2 marks, 1 note').waitFor()
  await again.close()
})

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

it('sets lists, tables, quotations, notes, readings and pictures, and marks across them', async () => {
  const piyue = await Piyue.open({ args: [file('諸體.md', everything)] })
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
  await piyue.page.getByRole('radio', { name: 'Simplified' }).click()
  await piyue.expectPainted('green-highlight', ['强调'])
  await article.locator('a[data-to="note"]').click()
  await article.locator('aside :focus').getByText('注文。').waitFor()
  await article.locator('a[data-to="reference"]').click()
  await article.locator('a[data-to="note"]:focus').waitFor()
  await piyue.close()
})
