import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import iconv from 'iconv-lite'
import { Piyue } from './support/piyue'
import './support/window'

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
