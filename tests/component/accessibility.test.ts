import { styleName } from '../../core/annotation/style'
import { allStyles } from '../support/all-styles'
import type { Look } from '../support/axe'
import { rows } from '../support/rows'
import { markOn } from '../support/seed'
import { firstPages } from './support/first-pages'
import { Piyue } from './support/piyue'

const lost = {
  ...markOn('砥礪篤行', { id: 'lost', note: '原在別處' }),
  quote: { exact: '這些字文中沒有', prefix: '也沒有這些', suffix: '更沒有那些' },
}

const marks = [
  markOn('各位代表', { note: '有**筆記**，有[連結](https://example.com)', tags: ['體例'] }),
  markOn('砥礪篤行', { style: { color: 'blue', kind: 'underline' }, tags: ['經濟'] }),
  markOn('生產總值', { style: { color: 'pink', kind: 'squiggly' } }),
  lost,
]

/** The states that the page can be in: how each is come to, and how it is left. */
const states: Readonly<Record<string, (piyue: Piyue) => Promise<void>>> = {
  'as it opens': async () => undefined,
  'a mark open, its ends in the text': async (piyue) => {
    await piyue.cards.nth(0).getByRole('button').first().click()
    await piyue.page.getByRole('slider', { name: 'End of the mark' }).waitFor()
  },
  'a passage selected': async (piyue) => piyue.select('銳意進取'),
  'a note being written, with its preview': async (piyue) => {
    await piyue.cards.nth(0).getByRole('button', { name: 'Edit note' }).click()
    await piyue.button('Preview').click()
    await piyue.page.getByRole('region', { name: 'Preview' }).waitFor()
  },
  'the filter open': async (piyue) => {
    await piyue.press('Escape')
    await piyue.notes.getByRole('button', { name: 'Filter and sort' }).click()
    await piyue.page.getByRole('button', { name: 'blue (1)' }).click()
    await piyue.page.getByRole('button', { name: 'Remove filter: blue' }).waitFor()
  },
  'several selected': async (piyue) => {
    await piyue.press('Escape')
    await piyue.button('Clear filter').click()
    await piyue.button('Select several').click()
    await piyue.button('Select all').click()
    await piyue.page
      .getByRole('group', { name: 'Selected notes' })
      .getByText('4 selected')
      .waitFor()
  },
  'the forms of the text': async (piyue) => {
    await piyue.button('Done').click()
    await piyue.page.getByRole('button', { name: 'Text form' }).click()
    await piyue.page.getByRole('menu').waitFor()
  },
  appearance: async (piyue) => {
    await piyue.press('Escape')
    await piyue.chooseMenu('settings')
    await piyue.page.getByRole('group', { name: 'Appearance' }).waitFor()
  },
  'the palette': async (piyue) => {
    await piyue.press('Escape', 'Control+k')
    await piyue.page.getByRole('dialog', { name: 'Commands' }).getByRole('option').first().waitFor()
  },
  'the print dialog': async (piyue) => {
    await piyue.press('Escape')
    await piyue.page.getByRole('dialog').waitFor({ state: 'detached' })
    await piyue.press('Control+p')
    await piyue.page.getByRole('dialog', { name: 'Print' }).waitFor()
  },
  'the export dialog': async (piyue) => {
    await piyue.press('Escape')
    await piyue.page.getByRole('dialog').waitFor({ state: 'detached' })
    await piyue.chooseMenu('export')
    await piyue.page.getByRole('dialog', { name: 'Export notes' }).waitFor()
  },
  'colours and tags': async (piyue) => {
    await piyue.press('Escape')
    await piyue.page.getByRole('dialog').waitFor({ state: 'detached' })
    await piyue.chooseMenu('colors-and-tags')
    await piyue.page.getByRole('dialog', { name: 'Colours and tags' }).waitFor()
  },
  'the keyboard map': async (piyue) => {
    await piyue.press('Escape')
    await piyue.page.getByRole('dialog').waitFor({ state: 'detached' })
    await piyue.chooseMenu('keyboard-map')
    await piyue.page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
  },
  'the list of matches': async (piyue) => {
    await piyue.press('Escape')
    await piyue.page.getByRole('dialog').waitFor({ state: 'detached' })
    await find(piyue)
  },
  'the figures': figures,
  'the library': library,
  'the text in columns, a mark open': async (piyue) => {
    await piyue.press('Escape', 'Control+Shift+T')
    await piyue.cards.nth(1).getByRole('button').first().click()
    await piyue.page.getByRole('slider', { name: 'End of the mark' }).waitFor()
  },
  'notes at the head of the columns': async (piyue) => {
    await piyue.press('Control+Shift+B')
    await piyue.page.locator('.margin-note').first().waitFor()
  },
}

/** The states that change the text itself; in the others it stands as it was. */
const inTheText = new Set([
  'as it opens',
  'a mark open, its ends in the text',
  'the text in columns, a mark open',
  'notes at the head of the columns',
])

async function find(piyue: Piyue): Promise<void> {
  await piyue.press('Control+f')
  await piyue.page.getByRole('searchbox', { name: 'Find in report' }).fill('發展')
  await piyue.page
    .getByRole('status', { name: 'Matches' })
    .getByText(/^1 of \d+$/u)
    .waitFor()
}

async function figures(piyue: Piyue): Promise<void> {
  await piyue.press('Escape')
  await piyue.chooseMenu('figures')
  await piyue.page.getByRole('table', { name: 'Figures of the report' }).waitFor()
}

async function library(piyue: Piyue): Promise<void> {
  await piyue.press('Escape')
  await piyue.chooseMenu('library')
  await piyue.page.getByRole('list', { name: 'Documents' }).waitFor()
}

/** What is gone through in narrower windows too: what opens over the text, and beside it. */
const inNarrowWindows: Readonly<Record<string, (piyue: Piyue) => Promise<void>>> = {
  'as it opens': async () => undefined,
  'a passage selected': async (piyue) => piyue.select('銳意進取'),
  'the export dialog': async (piyue) => {
    await piyue.press('Escape', 'Control+e')
    await piyue.page.getByRole('dialog', { name: 'Export notes' }).waitFor()
  },
  'the words to find': async (piyue) => {
    await piyue.press('Escape')
    await piyue.page.getByRole('dialog').waitFor({ state: 'detached' })
    await find(piyue)
  },
  'the figures': figures,
  'the library': library,
}

describe('axe finds nothing serious', () => {
  let piyue: Piyue

  /** Goes through the states one after the other, so that the page opens once. */
  async function findingsIn(all: typeof states, rules: Look['rules'] = 'all'): Promise<string[]> {
    const findings: string[] = []
    for (const [state, come] of Object.entries(all)) {
      await come(piyue)
      const part = inTheText.has(state) ? 'all' : 'beside the text'
      const found = await piyue.seriousFindings({ rules, part })
      findings.push(...found.map((finding) => `${state}: ${finding}`))
    }
    return findings
  }

  // In other colours the same states have the same structure.
  it.each(
    rows([
      ['paper', 'all'],
      ['dark', 'of colour'],
      ['sepia', 'of colour'],
      ['contrast', 'of colour'],
    ] as const),
  )('in any state, in the theme %s, by rules: %s', async (theme, rules) => {
    piyue = await Piyue.open({ open: firstPages, annotations: marks, settings: { theme } })
    expect(await findingsIn(states, rules)).toEqual([])
  })

  it.each(rows([700, 900]))('in a window %d px wide', async (width) => {
    piyue = await Piyue.open({
      open: firstPages,
      annotations: marks,
      viewport: { width, height: 700 },
    })
    expect(await findingsIn(inNarrowWindows)).toEqual([])
  })

  it('in a narrow window and with forced colours', async () => {
    piyue = await Piyue.open({
      open: firstPages,
      annotations: marks,
      viewport: { width: 900, height: 700 },
    })
    await piyue.emulateMedia({ forcedColors: 'active' })
    await piyue.page.getByRole('button', { name: 'Contents' }).click()
    await piyue.page.getByRole('navigation', { name: 'Contents' }).waitFor()
    expect(await piyue.seriousFindings()).toEqual([])
    const reach = await piyue.page.evaluate(() => {
      const { scrollHeight, clientHeight } = document.documentElement
      return scrollHeight - clientHeight
    })
    // Nothing lies below the window, where bringing a card into view would scroll the whole page.
    expect(reach).toBe(0)
  })

  it('with forced colours, what is chosen and every style of a mark is told apart without hue', async () => {
    piyue = await Piyue.open({ open: firstPages, annotations: marks })
    await piyue.emulateMedia({ forcedColors: 'active' })
    await piyue.cards.nth(0).getByRole('button').first().click()
    const ground = (selector: string) =>
      piyue.page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor)
    const pairs = [
      ['.segments input:checked + span', '.segments input:not(:checked) + span'],
      ['.icon-button[aria-pressed="true"]', '.icon-button[aria-pressed="false"]'],
      ['.kind-button[aria-pressed="true"]', '.kind-button[aria-pressed="false"]'],
      ['.contents a[aria-current]', '.contents a:not([aria-current])'],
    ] as const
    for (const [chosen, other] of pairs) expect(await ground(chosen)).not.toBe(await ground(other))
    const ink = (selector: string) =>
      piyue.page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).color)
    // A count is seen on the ground of what is read, and what cannot be pressed looks so.
    expect(await ink('.contents a[aria-current] .section-count')).toBe(
      await ink('.contents a[aria-current]'),
    )
    expect(await ink('.icon-button:disabled')).not.toBe(await ink('.icon-button:enabled'))
    const border = (card: number) =>
      piyue.cards.nth(card).evaluate((element) => getComputedStyle(element).borderTopWidth)
    expect(await border(0)).not.toBe(await border(1))
    const looks = await piyue.page.evaluate(
      (names) =>
        names.map((name) => {
          const style = getComputedStyle(
            document.querySelector('article p') as Element,
            `::highlight(${name})`,
          )
          const { textDecorationLine, textDecorationStyle, textDecorationThickness } = style
          const isOnGround = style.color !== getComputedStyle(document.body).color
          return [
            textDecorationLine,
            textDecorationStyle,
            textDecorationThickness,
            isOnGround,
          ].join()
        }),
      allStyles.map(styleName),
    )
    // A line above the words would be taken for one of the line before.
    expect(looks.filter((look) => look.includes('overline'))).toEqual([])
    expect(new Set(looks).size).toBe(allStyles.length)
  })
})
