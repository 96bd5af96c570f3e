import type { CDPSession, Locator } from 'playwright-core'
import { rows } from '../support/rows'
import { markOn } from '../support/seed'
import { firstPages } from './support/first-pages'
import { Piyue } from './support/piyue'

let piyue: Piyue
let engine: CDPSession

beforeEach(async () => {
  piyue = await Piyue.open({
    open: firstPages,
    annotations: [markOn('砥礪篤行', { tags: ['經濟'], note: '原來的' })],
  })
  engine = await piyue.page.context().newCDPSession(piyue.page)
})

/** Composes as an input method does: the letters stand in the field, and are not yet its text. */
const compose = (text: string) =>
  engine.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  })

/** A key that goes to the input method first: the page sees it as part of the composition. */
async function pressWhileComposing(key: 'Escape' | 'Enter'): Promise<void> {
  const code = { key, code: key, windowsVirtualKeyCode: 229 }
  await engine.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...code })
  await engine.send('Input.dispatchKeyEvent', { type: 'keyUp', ...code })
}

const card = () => piyue.cards.first()

/** The fields in which one types, and how each is come to. */
const fields: Readonly<Record<string, () => Promise<Locator>>> = {
  'a note': async () => {
    await card().getByRole('button', { name: 'Edit note' }).click()
    return piyue.page.getByRole('textbox', { name: 'Note' })
  },
  'the words to find': async () => {
    await piyue.press('Control+f')
    return piyue.page.getByRole('searchbox', { name: 'Find in report' })
  },
  'the words to find in notes': async () => {
    await piyue.notes.getByRole('button', { name: 'Filter and sort' }).click()
    return piyue.page.getByRole('searchbox', { name: 'Find in notes' })
  },
  'a tag': async () => {
    await card().getByRole('button').first().click()
    return card().getByRole('combobox', { name: 'Add tag' })
  },
  'the name of a tag': async () => {
    await piyue.chooseMenu('colors-and-tags')
    return piyue.page.getByRole('textbox', { name: 'Rename tag 經濟' })
  },
  'the name of a colour': async () => {
    await piyue.chooseMenu('colors-and-tags')
    return piyue.page.getByRole('textbox', { name: 'Name of blue' })
  },
}

describe('an input method', () => {
  it.each(rows(Object.keys(fields)))(
    'has Escape and Enter to itself while it composes %s',
    async (name) => {
      const field = await (fields[name] as () => Promise<Locator>)()
      await field.focus()
      const before = await field.inputValue()
      await compose('ㄋㄧˇ')
      expect(await field.inputValue()).toBe(`${before}ㄋㄧˇ`)
      await pressWhileComposing('Escape')
      await pressWhileComposing('Enter')
      await piyue.settled()
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
      // A browser empties a field for searching on Escape by itself, where no input method took the key.
      const isSearch = (await field.getAttribute('type')) === 'search'
      const kept = `${before}ㄋㄧˇ`
      expect(isSearch ? kept : await field.inputValue()).toBe(kept)
      expect(piyue.line.countOf('change')).toBe(0)
      await engine.send('Input.insertText', { text: '你' })
      expect(await field.inputValue()).toBe(`${before}你`)
      // With nothing being composed the key is the app's again.
      const element = await field.elementHandle()
      await piyue.press('Escape')
      await piyue.page.waitForFunction((left) => left !== document.activeElement, element)
    },
  )
})
