import { readMarkdown } from '../../core/formats/markdown'
import { readPlainText } from '../../core/formats/plain-text'
import { OpenedFile } from './support/opened-document'
import { Piyue } from './support/piyue'

/** Where each character of the words stands along its line, in CSS px; as far as it takes any room. */
const places = (piyue: Piyue, selector: string, words: string) =>
  piyue.page.evaluate(
    ([where, wanted]) => {
      const root = document.querySelector(where) as Element
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      const found: { character: string; left: number; top: number; width: number }[] = []
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const { data } = node as Text
        for (let at = 0; at < data.length; at++) {
          const range = document.createRange()
          range.setStart(node, at)
          range.setEnd(node, at + 1)
          const { left, top, width } = range.getBoundingClientRect()
          found.push({ character: data[at] as string, left, top, width })
        }
      }
      const text = found.map(({ character }) => character).join('')
      const start = text.indexOf(wanted)
      return found.slice(start, start + wanted.length)
    },
    [selector, words] as const,
  )

describe('characters that would turn the words behind them round', () => {
  const words = '每戶\u202e補貼100\u200f-\u200f200元\u202c\u2067整ab\u2069。'
  const text = `通\u202e知\n\n一、每戶\u202e補貼\n\n${words}其餘\n`

  it('turn nothing: the words stand in the order in which they are read, quoted and copied', async () => {
    const piyue = await Piyue.open({ opened: new OpenedFile(text, 'zh-Hant', readPlainText) })
    for (const setting of ['left', 'top'] as const) {
      const along = (await places(piyue, 'article', words)).map((place) => place[setting])
      expect(along).toHaveLength(words.length)
      expect(along).toEqual(along.toSorted((a, b) => a - b))
      await piyue.press('Control+Shift+T')
      await piyue.settled()
    }
    await piyue.showScript('Simplified')
    expect(await piyue.text()).toContain(
      '每户\u202e补贴100\u200f-\u200f200元\u202c\u2067整ab\u2069。',
    )
  })

  it('are shown by a sign, marked, found and clicked as any other, and turn nothing in titles and notes either', async () => {
    const piyue = await Piyue.open({ opened: new OpenedFile(text) })
    const signs = piyue.article.locator('p [data-bidi]')
    const shown = await signs.evaluateAll((all) =>
      all.map((one) => [
        getComputedStyle(one, '::before').content,
        one.getBoundingClientRect().width > 5,
      ]),
    )
    expect(shown).toEqual(
      ['RLO', 'RLM', 'RLM', 'PDF', 'RLI', 'PDI'].map((sign) => [`"${sign}"`, true]),
    )
    await piyue.highlight(words, 'yellow')
    await piyue.expectPainted('yellow-highlight', [words])
    expect(await piyue.notes.locator('.quote-text').textContent()).toBe(words)
    const order = (await places(piyue, '.quote-text', words))
      .filter(({ character }) => !/\p{Bidi_Control}/u.test(character))
      .map(({ left, top }) => top * 9999 + left)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    await piyue.press('Escape')
    await signs.first().click()
    await piyue.notes.locator('[data-active="true"]').waitFor()
    await piyue.press('Control+f')
    await piyue.page.getByRole('searchbox').first().fill('補貼100-200元')
    await piyue.expectPainted('found-current', ['補貼100\u200f-\u200f200元'])
    await piyue.note('其餘', '注\u202e意此處')
    for (const [selector, wanted] of [
      ['.header-title', '通\u202e知'],
      ['.contents', '每戶\u202e補貼'],
      ['.note-body', '注\u202e意此處'],
    ] as const) {
      const along = (await places(piyue, selector, wanted)).map(({ left }) => left)
      expect({ selector, along }).toEqual({ selector, along: along.toSorted((a, b) => a - b) })
      expect(along).toHaveLength(wanted.length)
    }
  })

  it('leave Hebrew and Arabic as these are read', async () => {
    const hebrew = 'שלום'
    const piyue = await Piyue.open({ opened: new OpenedFile(`甲乙：${hebrew}，丙丁。\n`) })
    const along = (await places(piyue, 'article', hebrew)).map(({ left }) => left)
    expect(along).toEqual(along.toSorted((a, b) => b - a))
    expect(await piyue.page.locator('[data-bidi]').count()).toBe(0)
  })
})

describe('apostrophes and the quotation marks of English words', () => {
  const text = '他在書中寫道 I don’t know “why” it ‘is’ so，又說：“好。”\n\n`it’s`\n'

  it('are no wider in a Chinese text than in an English one, in any form', async () => {
    const piyue = await Piyue.open({ opened: new OpenedFile(text, 'zh-Hant', readMarkdown) })
    // Chinese ones stay as they are.
    expect(await piyue.article.locator('.english-mark').allTextContents()).toEqual([...'’“”‘’’'])
    const widths = async () => {
      const found = await places(piyue, 'article', 'I don’t know “why” it ‘is’ so')
      const ems = Number.parseFloat(
        await piyue.article.evaluate((article) => getComputedStyle(article).fontSize),
      )
      return found
        .filter(({ character }) => '’“”‘'.includes(character))
        .map(({ width }) => width / ems)
    }
    for (const come of [
      () => piyue.settled(),
      () => piyue.showScript('Simplified'),
      () => piyue.showForm('Taiwan'),
    ]) {
      await come()
      expect(await widths()).toHaveLength(5)
      // 0.44 in Liberation Serif, 0.52 in DejaVu Serif; a whole one out of a Chinese font.
      expect(Math.max(...(await widths()))).toBeLessThan(0.6)
    }
    await piyue.press('Control+Shift+T')
    await piyue.settled()
    const upright = await places(piyue, 'article', 'don’t know “why” it ‘is’ so')
    const advances = upright.flatMap(({ character, top }, at) => {
      const next = upright[at + 1]
      return next !== undefined && '’“”‘'.includes(character) ? [next.top - top] : []
    })
    expect(advances).toHaveLength(5)
    expect(Math.max(...advances)).toBeLessThan(11)
    await piyue.highlight('don’t know “why”', 'green')
    await piyue.expectPainted('green-highlight', ['don’t know “why”'])
    const quoted = await places(piyue, '.quote-text', '’')
    expect(quoted[0]?.width).toBeLessThan(7)
  })
})
