import { rows } from '../support/rows'
import { markOn } from '../support/seed'
import { firstPages } from './support/first-pages'
import { Piyue } from './support/piyue'

let piyue: Piyue

/** How it is come to what goes with the focus on it when it is pressed, and what has the focus then. */
interface Going {
  readonly comeTo: () => Promise<void>
  readonly key?: string
  readonly next: string
}

const filter = () => piyue.notes.getByRole('button', { name: 'Filter and sort' })
const toolbar = () => piyue.page.getByRole('toolbar', { name: 'Annotate' })

async function openBeside(button: string): Promise<void> {
  await piyue.press('Control+Shift+b')
  await piyue.notes.waitFor({ state: 'hidden' })
  await piyue.click('砥礪篤行')
  const card = piyue.page.locator('.note-beside')
  await card.getByRole('button', { name: button }).focus()
}

const goings: Readonly<Record<string, Going>> = {
  'a colour over the selection': {
    comeTo: async () => {
      await piyue.select('銳意進取')
      await toolbar().getByRole('button', { name: 'Highlight yellow' }).focus()
    },
    next: '[data-block]',
  },
  'the card beside a mark, closed': {
    comeTo: () => openBeside('Go to passage'),
    key: 'Escape',
    next: '[data-block]',
  },
  'the card beside a mark, deleted': {
    comeTo: () => openBeside('Delete'),
    next: '[data-block]',
  },
  'the last that can be undone': {
    comeTo: async () => {
      await piyue.highlight('銳意進取', 'yellow')
      await piyue.button('Undo').focus()
    },
    next: 'header button[aria-label="Redo"]',
  },
  'one of two filters': {
    comeTo: async () => {
      await filter().click()
      await piyue.page.getByRole('button', { name: 'yellow (1)' }).click()
      await piyue.page.getByRole('button', { name: '經濟' }).click()
      await piyue.button('Remove filter: yellow').focus()
    },
    next: '.chip',
  },
  'all filters': {
    comeTo: async () => {
      await filter().click()
      await piyue.page.getByRole('button', { name: 'yellow (1)' }).click()
      await piyue.button('Clear filter').focus()
    },
    next: '[data-card]',
  },
  'the bar of what is selected': {
    comeTo: async () => {
      await piyue.button('Select several').click()
      await piyue.button('Done').focus()
    },
    next: '[data-region="notes"]',
  },
  'a tag of the list of tags': {
    comeTo: async () => {
      await piyue.chooseMenu('colors-and-tags')
      await piyue.button('Delete tag 經濟').focus()
    },
    next: 'dialog button',
  },
  'a notice': {
    comeTo: async () => {
      const notice = { kind: 'changes-missing', file: 'annotations.json', count: 1 } as const
      piyue.main.tell({ kind: 'notice', notice })
      await piyue.button('Close this message').focus()
    },
    next: '[data-block]',
  },
}

describe('the focus', () => {
  it.each(rows(Object.keys(goings)))('is not lost with %s', async (name) => {
    const { comeTo, key = 'Enter', next } = goings[name] as Going
    piyue = await Piyue.open({
      open: firstPages,
      annotations: [
        markOn('砥礪篤行', { tags: ['經濟'] }),
        markOn('生產總值', { style: { color: 'blue', kind: 'underline' } }),
      ],
    })
    await comeTo()
    const element = await piyue.page.evaluateHandle(() => document.activeElement)
    await piyue.press(key)
    await piyue.page.waitForFunction(
      ({ left, wanted }) => {
        const focused = document.activeElement
        return focused !== left && focused?.matches(wanted) === true
      },
      { left: element, wanted: next },
    )
  })
})
