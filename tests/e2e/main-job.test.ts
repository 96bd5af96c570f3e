import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { scrollTo } from '../support/in-page'
import { Piyue } from './support/piyue'
import { runCli } from './support/run-cli'

jest.setTimeout(90_000)

const forms = [
  { form: 'Traditional', words: '砥礪篤行、銳意進取', inOther: '砥砺笃行、锐意进取' },
  { form: 'Simplified', words: '砥砺笃行、锐意进取', inOther: '砥礪篤行、銳意進取' },
] as const

const other = { Traditional: 'Simplified', Simplified: 'Traditional' } as const

describe('the main job', () => {
  let userData: string
  let piyue: Piyue

  beforeEach(async () => {
    userData = mkdtempSync(path.join(os.tmpdir(), 'piyue-main-job-'))
    piyue = await Piyue.open({ userData })
  })

  afterEach(async () => {
    await piyue.close()
    rmSync(userData, { recursive: true, force: true })
  })

  it.each(forms)(
    'keeps a highlight and a note made in $form over a restart, in both scripts',
    async ({ form, words, inOther }) => {
      await piyue.showScript(form)
      await piyue.drag(words)
      await piyue.button('Highlight green').click()
      await piyue.expectPainted('green-highlight', [words])
      await piyue.note('2018年，', '**開局**之年')
      await piyue.close()

      piyue = await Piyue.open({ userData })
      await piyue.expectPainted('green-highlight', [words, '2018年，'])
      await expect(piyue.notes.getByText('開局').innerText()).resolves.toBe('開局')
      await piyue.showScript(other[form])
      await piyue.expectPainted('green-highlight', [inOther, '2018年，'])
      expect(await piyue.cards.count()).toBe(2)
      await expect(piyue.cards.nth(1).innerText()).resolves.toContain(inOther)
      // The reader's own words are never converted.
      await expect(piyue.notes.getByText('開局').innerText()).resolves.toBe('開局')
    },
  )

  it('opens where the reader left, in the script that was shown', async () => {
    await piyue.showScript('Simplified')
    await piyue.page.evaluate(scrollTo, 0.6)
    const left = await piyue.topCharacter()
    await piyue.close()

    piyue = await Piyue.open({ userData })
    expect(await piyue.article.getAttribute('lang')).toBe('zh-Hans')
    const found = await piyue.topCharacter()
    expect({ block: found.block, at: found.at }).toEqual({ block: left.block, at: left.at })
  })

  it('exports the notes to a Markdown file, from the window and from the command line', async () => {
    const none = await runCli(['--export', path.join(userData, 'none.md')], {
      userData: `${userData}-empty`,
    })
    expect(none).toMatchObject({ code: 1 })
    expect(none.stderr).toContain('no notes to export')
    expect(existsSync(path.join(userData, 'none.md'))).toBe(false)
    await piyue.note('砥礪篤行、銳意進取', '這是 *我的* 筆記')
    const file = path.join(userData, 'window.md')
    await piyue.answerSaveDialog(file)
    await piyue.button('Export').click()
    await piyue.page.getByRole('dialog', { name: 'Export notes' }).waitFor()
    await piyue.button('Export…').click()
    await piyue.page
      .locator('.outcome')
      .getByText(/^1 mark, 1 note written/u)
      .waitFor()
    const written = readFileSync(file, 'utf8')
    expect(written).toContain('> 砥礪篤行、銳意進取')
    expect(written).toContain('這是 *我的* 筆記')
    expect(written).toContain('## 一、2018年工作回顧')
    await piyue.close()

    const target = path.join(userData, 'line.md')
    const result = await runCli(['--export', target, '--script', 'hans'], { userData })
    expect(result).toMatchObject({ code: 0 })
    expect(result.stdout).toContain(target)
    expect(readFileSync(target, 'utf8')).toContain('> 砥砺笃行、锐意进取')
    piyue = await Piyue.open({ userData })
  })

  it('asks nothing of the network and leaves the console empty', async () => {
    await piyue.note('砥礪篤行、銳意進取', '<img src=x onerror=alert(1)> [a](https://example.com)')
    await piyue.showScript('Simplified')
    await piyue.showForm('As published')
    const origin = new URL(piyue.page.url()).origin
    expect(piyue.requests.filter((url) => new URL(url).origin !== origin)).toEqual([])
    expect(piyue.complaints).toEqual([])
    expect(piyue.output()).not.toMatch(/error/iu)
  })
})
