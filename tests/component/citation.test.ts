import type { ListedDocument } from '../../core/app/document-entry'
import { readMarkdown } from '../../core/formats/markdown'
import { OpenedFile } from './support/opened-document'
import { Piyue } from './support/piyue'

const text = '章程\n本會以讀書為宗旨，凡愛書者皆可入會。\n'

const dialogOf = (piyue: Piyue) => piyue.page.getByRole('dialog', { name: 'Citation' })

async function copyAs(piyue: Piyue, name: string): Promise<void> {
  await piyue.select('以讀書為宗旨')
  await piyue.copyAs(name)
}

/** Gives the open document another title, from what is known of it. */
async function callIt(piyue: Piyue, title: string): Promise<void> {
  await piyue.chooseMenu('provenance')
  await piyue.page.getByRole('button', { name: 'Change…' }).click()
  await dialogOf(piyue).getByLabel('Title').fill(title)
  await dialogOf(piyue).getByRole('button', { name: 'Save' }).click()
  await dialogOf(piyue).waitFor({ state: 'detached' })
}

describe('what a document is cited as', () => {
  it('is asked for when it is first needed, shown as it will be cited, and then used', async () => {
    const piyue = await Piyue.open({ opened: new OpenedFile(text) })
    await copyAs(piyue, 'Traditional, GB/T 7714')
    const dialog = dialogOf(piyue)
    await dialog.getByLabel('Kind of work').selectOption('J')
    expect(await dialog.getByLabel('Title').inputValue()).toBe('章程')
    const author = dialog.getByRole('textbox', { name: 'Author or issuing body', exact: true })
    expect(await author.getAttribute('aria-describedby')).not.toBeNull()
    await dialog.getByText('Part several with semicolons').waitFor()
    await author.fill('讀書會')
    await dialog.getByRole('textbox', { name: 'Journal' }).fill('會刊')
    await dialog.getByLabel('Issue').fill('3')
    await dialog.getByLabel('Date of publication').fill('去年')
    await dialog.getByText('A year, a month or a day').waitFor()
    await piyue.page.keyboard.press('Enter')
    expect(piyue.main.citations).toEqual([])
    await dialog.getByLabel('Date of publication').fill('2020-05')
    await dialog.getByLabel('Author or issuing body').fill('長'.repeat(2_001))
    await dialog.getByText('2,001 characters; 2,000 can be kept. Shorten it.').waitFor()
    await piyue.page.keyboard.press('Enter')
    expect(piyue.main.citations).toEqual([])
    await dialog.getByLabel('Author or issuing body').fill('讀書會')
    await dialog.getByRole('status').getByText('讀書會. 章程[J]. 會刊, 2020(3).').waitFor()
    expect(await piyue.seriousFindings()).toEqual([])
    await dialog.getByRole('button', { name: 'Save' }).click()
    await piyue.announcement.getByText('Copied: Traditional, GB/T 7714.').waitFor()
    await dialog.waitFor({ state: 'detached' })
    expect(piyue.main.clipboard).toBe('以讀書為宗旨\n讀書會. 章程[J]. 會刊, 2020(3): 第1段.')
    // Once is enough.
    await copyAs(piyue, 'Passage with Chicago note')
    await piyue.announcement.getByText('Copied: Passage with Chicago note.').waitFor()
    expect(piyue.main.clipboard).toMatch(/讀書會, “章程”, 會刊, no\. 3 \(2020\)/u)
  })

  it('is asked for before notes that were picked are exported', async () => {
    const piyue = await Piyue.open({ opened: new OpenedFile(text) })
    await piyue.highlight('以讀書為宗旨', 'yellow')
    await piyue.button('Select several').click()
    await piyue.page.getByRole('checkbox', { name: 'Select 以讀書為宗旨' }).check()
    await piyue.button('Export selected').click()
    await dialogOf(piyue).getByLabel('Author or issuing body').fill('讀書會')
    await dialogOf(piyue).getByRole('button', { name: 'Save' }).click()
    const preview = piyue.page.getByRole('region', { name: 'Preview' })
    await preview.getByText('以讀書為宗旨').first().waitFor()
    expect(await preview.textContent()).toContain('讀書會')
  })

  it('stays as it was typed where it cannot be kept, with the reason, and what asked for it waits', async () => {
    const piyue = await Piyue.open({ opened: new OpenedFile(text) })
    jest
      .spyOn(piyue.main, 'saveCitation')
      .mockImplementationOnce(async () => ({ done: false, reason: 'read-only' }))
    await copyAs(piyue, 'Traditional, GB/T 7714')
    const dialog = dialogOf(piyue)
    await dialog.getByLabel('Author or issuing body').fill('讀書會')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.getByText('your notes are open for reading only').waitFor()
    expect(await dialog.getByLabel('Author or issuing body').inputValue()).toBe('讀書會')
    expect(piyue.main.clipboard).toBe('')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'detached' })
    await piyue.announcement.getByText('Copied: Traditional, GB/T 7714.').waitFor()
  })

  it('turned back from gives the focus back and copies nothing; asked for again and left open, it is not any more', async () => {
    const piyue = await Piyue.open({ opened: new OpenedFile(text) })
    await piyue.press('Control+1', 's')
    await piyue.chooseMenu('copy-as')
    await piyue.page.getByRole('menu').waitFor()
    await piyue.press('ArrowDown', 'ArrowDown', 'Enter')
    await dialogOf(piyue).waitFor()
    await piyue.press('Escape')
    await dialogOf(piyue).waitFor({ state: 'detached' })
    await piyue.page.waitForFunction(() => document.activeElement?.closest('.annotate') !== null)
    await piyue.press('Escape')
    await piyue.page.waitForFunction(() => document.activeElement?.matches('[data-block]'))
    await copyAs(piyue, 'Traditional, with source')
    await dialogOf(piyue).waitFor()
    await piyue.page.keyboard.press('Escape')
    await dialogOf(piyue).waitFor({ state: 'detached' })
    expect(piyue.main.clipboard).toBe('')
    await copyAs(piyue, 'Traditional, with source')
    await dialogOf(piyue).waitFor()
    await dialogOf(piyue).getByRole('button', { name: 'Not now' }).click()
    await piyue.announcement.getByText('Copied: Traditional, with source.').waitFor()
    expect(piyue.main.citations).toEqual([{ documentId: piyue.main.workspace.id, citation: null }])
    await piyue.select('凡愛書者')
    await piyue.page.keyboard.press('1')
    await piyue.cards.first().waitFor()
    await piyue.chooseMenu('export')
    await piyue.page.getByRole('dialog', { name: 'Export notes' }).waitFor()
  })

  it('is taken back like any other change, and named in the notice', async () => {
    const piyue = await Piyue.open({ opened: new OpenedFile(text) })
    await callIt(piyue, '本會章程')
    await piyue.announcement.getByText('Citation data saved.').waitFor()
    await piyue.page.getByRole('article', { name: '本會章程' }).waitFor()
    await piyue.press('Control+z')
    await piyue.announcement.getByText('Undone: change of citation data.').waitFor()
    await piyue.page.getByRole('article', { name: '章程', exact: true }).waitFor()
    await piyue.press('Control+Shift+z')
    await piyue.announcement.getByText('Redone: change of citation data.').waitFor()
    await piyue.page.getByRole('article', { name: '本會章程' }).waitFor()
  })

  it('is asked for before notes are exported', async () => {
    const piyue = await Piyue.open({ opened: new OpenedFile(text) })
    await piyue.chooseMenu('export')
    await piyue.page.getByText('There are no notes to export yet').waitFor()
    await piyue.press('Escape')
    await piyue.select('以讀書為宗旨')
    await piyue.page.keyboard.press('1')
    await piyue.cards.first().waitFor()
    await piyue.chooseMenu('export')
    await dialogOf(piyue).getByLabel('Author or issuing body').fill('讀書會')
    await dialogOf(piyue).getByRole('button', { name: 'Save' }).click()
    const preview = piyue.page.getByRole('region', { name: 'Preview' })
    await preview.getByText('讀書會：《章程》').last().waitFor()
  })

  it('is not asked for where a passage is copied alone, nor of the report', async () => {
    const piyue = await Piyue.open({ opened: new OpenedFile(text) })
    await copyAs(piyue, 'Simplified')
    await piyue.announcement.getByText('Copied: Simplified.').waitFor()
    const report = await Piyue.open()
    await report.chooseMenu('export')
    await report.page.getByRole('dialog', { name: 'Export notes' }).waitFor()
  })

  it('is changed from the library', async () => {
    const opened = new OpenedFile(text)
    const { id, title } = opened.publication().document
    const listed: ListedDocument = {
      id,
      title: title ?? '',
      author: null,
      format: 'text',
      addedAt: '2026-01-02T12:00:00.000Z',
      forms: ['zh-Hant'],
      form: 'zh-Hant',
      isBundled: false,
      readAt: null,
      progress: 0,
      heading: null,
      counts: { annotations: 0, notes: 0 },
    }
    const piyue = await Piyue.open({ opened, documents: [listed] })
    await piyue.press('Control+l')
    await piyue.button('Citation of “章程”').click()
    const dialog = dialogOf(piyue)
    expect(await dialog.getByRole('button', { name: 'Not now' }).count()).toBe(0)
    await dialog.getByLabel('Kind of work').selectOption('S')
    await dialog.getByRole('textbox', { name: 'Number' }).fill('甲-1')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(piyue.main.citations).toMatchObject([
      { documentId: id, citation: { type: 'S', number: '甲-1' } },
    ])
    await piyue.page.getByRole('region', { name: 'Library' }).waitFor()
  })

  describe('by what its file says', () => {
    const book = [
      '---',
      'title: 章程',
      'author: 讀書會',
      'date: 2019-03',
      '---',
      '# 章程',
      '',
      '本會以讀書為宗旨。',
    ].join('\n')
    const made = { value: '2021-06-07', from: { kind: 'field', name: 'dcterms:created' } } as const
    const read = (source: string) => {
      const { blocks, facts } = readMarkdown(source)
      return { blocks, facts: { ...facts, made } }
    }
    const factsIn = (piyue: Piyue) =>
      piyue.page.getByRole('dialog', { name: 'About this edition' }).locator('.known-facts > div')

    it('is told with its place in the file, changed from there, and taken back', async () => {
      const piyue = await Piyue.open({ opened: new OpenedFile(book, 'zh-Hant', read) })
      await piyue.chooseMenu('provenance')
      await factsIn(piyue).first().waitFor()
      expect(await factsIn(piyue).allInnerTexts()).toEqual([
        'Title\n章程 from the file (title)',
        'Author or issuing body\n讀書會 from the file (author)',
        'Date of publication\n2019-03 from the file (date)',
        'Kind of work\nOther [Z]',
        'File made\n2021-06-07 from the file (dcterms:created) · not used as the date of publication',
      ])
      await piyue.button('Change…').click()
      const dialog = dialogOf(piyue)
      await dialog.getByLabel('Author or issuing body').fill('書友')
      await dialog.getByLabel('Date of publication').fill('')
      await dialog
        .getByRole('button', { name: 'Take the day on which the file was made: 2021-06-07' })
        .click()
      await dialog.getByRole('button', { name: 'Save' }).click()
      await dialog.waitFor({ state: 'detached' })
      await piyue.chooseMenu('provenance')
      await factsIn(piyue).first().waitFor()
      expect(await factsIn(piyue).allInnerTexts()).toEqual([
        'Title\n章程 from the file (title)',
        'Author or issuing body\n書友 as you said',
        'Date of publication\n2021-06-07 as you said',
        'Kind of work\nOther [Z]',
      ])
      await piyue.button('Change…').click()
      await dialog.getByRole('button', { name: 'As the file says' }).click()
      expect(await dialog.getByLabel('Author or issuing body').inputValue()).toBe('讀書會')
      await dialog.getByRole('button', { name: 'Save' }).click()
      expect(piyue.main.citations.at(-1)?.citation).toMatchObject({
        author: '讀書會',
        date: '2019-03',
      })
    })

    it('is not asked for where the file says enough, nor front matter shown as text', async () => {
      const piyue = await Piyue.open({ opened: new OpenedFile(book, 'zh-Hant', read) })
      await copyAs(piyue, 'Traditional, GB/T 7714')
      await piyue.announcement.getByText('Copied: Traditional, GB/T 7714.').waitFor()
      expect(piyue.main.clipboard).toContain('讀書會. 章程[Z]. 2019')
      expect(await piyue.article.innerText()).not.toContain('author')
    })
  })
})
