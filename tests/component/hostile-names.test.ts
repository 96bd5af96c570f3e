import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { hostileColorNames, hostileWords } from '../support/hostile-notes'
import { markOn } from '../support/seed'
import { firstPages } from './support/first-pages'
import { Piyue } from './support/piyue'
import '../support/window'

const words = '砥礪篤行、銳意進取'

/** Templates of the reader's, by their names. */
const templates = {
  '<img src=x onerror="document.title=1">': '<script>document.title=1</script>',
  '\u202egnp.exe': 'javascript:document.title=1',
}

let piyue: Piyue
let title: string

beforeEach(async () => {
  piyue = await Piyue.open({
    open: firstPages,
    annotations: [markOn(words, { tags: hostileWords })],
    settings: { colorNames: hostileColorNames },
    templates,
  })
  title = await piyue.page.title()
})

/** What our own page never has, and what a name would have brought into it. */
const intruders =
  'img, iframe, frame, object, embed, video, audio, base, math, style, template, marquee, ' +
  'script:not([src]), link:not([href]), meta[http-equiv], svg script, svg animate, svg use, ' +
  '[onerror], [onload], [onclick], [onfocus], [ontoggle], [srcdoc], [href^="javascript" i], ' +
  '[href^="data" i], [action]'

async function expectOnlyWords(): Promise<void> {
  const found = await piyue.page.evaluate(
    (selector) => Array.from(document.querySelectorAll(selector), (one) => one.outerHTML),
    intruders,
  )
  expect(found).toEqual([])
  expect(await piyue.page.title()).toBe(title)
  expect(piyue.complaints).toEqual([])
}

it('tags and names of colours stay words on their card, in the filter and where they are renamed', async () => {
  const tags = piyue.notes.getByRole('list', { name: 'Tags' }).getByRole('listitem')
  expect(await tags.allTextContents()).toEqual(hostileWords)
  await piyue.button('Filter and sort').click()
  const choices = piyue.notes.locator('.tag-button')
  const sorted = hostileWords.map((word) => `${word} 1`).toSorted()
  expect((await choices.allTextContents()).toSorted()).toEqual(sorted)
  await choices.evaluateAll(async (buttons) => {
    for (const button of buttons) {
      ;(button as HTMLElement).click()
      // oxlint-disable-next-line no-await-in-loop -- as it is drawn when the next is chosen
      await new Promise(requestAnimationFrame)
    }
  })
  const chips = await piyue.notes.locator('.chip').allTextContents()
  expect(chips.toSorted()).toEqual([...hostileWords].toSorted())
  await expectOnlyWords()
  await piyue.button('Clear filter').click()
  await piyue.chooseMenu('colors-and-tags')
  const dialog = piyue.page.getByRole('dialog')
  await dialog.locator('.name-field').last().waitFor()
  const fields = await dialog
    .locator('.name-field')
    .evaluateAll((list) => list.map((field) => (field as HTMLInputElement).value))
  expect(fields.slice(0, 6)).toEqual(Object.values(hostileColorNames))
  expect(fields.slice(6).toSorted()).toEqual([...hostileWords].toSorted())
  await expectOnlyWords()
  await piyue.press('Escape')
})

it('names of templates, and what they make, stay words where one is exported', async () => {
  await piyue.button('Export').click()
  const dialog = piyue.page.getByRole('dialog', { name: 'Export notes' })
  const choice = dialog.getByLabel('Template')
  const preview = dialog.getByRole('region', { name: 'Preview' })
  for (const [name, content] of Object.entries(templates)) {
    await choice.selectOption(name)
    await preview.getByText(content).first().waitFor()
    await expectOnlyWords()
    expect(await dialog.getByLabel('Format').isDisabled()).toBe(true)
  }
  await piyue.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

it('words of a file stay words where it is shown before it is imported', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'piyue-import-'))
  const file = path.join(folder, `<img src=x onerror="document.title=1">.json`)
  const items = hostileWords.map((word) => ({
    type: 'Annotation',
    'piyue:seenIn': word,
    body: { type: 'TextualBody', value: word, purpose: 'commenting' },
    target: { selector: { type: 'TextQuoteSelector', exact: word } },
  }))
  writeFileSync(file, JSON.stringify({ type: 'AnnotationPage', label: hostileWords[0], items }))
  piyue.main.importedFile = file
  await piyue.chooseMenu('import')
  const dialog = piyue.page.getByRole('dialog', { name: 'Import notes' })
  const shown = dialog.locator('.imported-note')
  await shown.last().waitFor()
  expect(await shown.allTextContents()).toEqual(
    hostileWords.map((word) => word.replaceAll(/\s+/gu, ' ')),
  )
  await expectOnlyWords()
  await piyue.button('Import').click()
  await dialog.locator('.outcome').waitFor()
  await expectOnlyWords()
  await piyue.button('Close').click()
  rmSync(folder, { recursive: true })
})
