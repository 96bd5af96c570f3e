import type { ActionId } from '../../core/app/actions'
import { textRange } from '../../core/text/range'
import { eventually } from '../support/eventually'
import { rows } from '../support/rows'
import { annotationOf } from '../unit/support/annotations'
import { report } from '../unit/support/report'
import { firstPages } from './support/first-pages'
import { OpenedFile } from './support/opened-document'
import { Piyue } from './support/piyue'

const pages = [
  'keyboard-map',
  'colors-and-tags',
  'backups',
  'remarks',
  'provenance',
  'export',
  'print',
  'commands',
] as const satisfies readonly ActionId[]

const marks = Array.from({ length: 40 }, (_, i) =>
  annotationOf(report, textRange(100 + 10 * i, 105 + 10 * i), {
    id: `m${i}`,
    tags: [`tag ${i % 12}`],
    note: 'a note',
  }),
)

/** Keeps an earlier state of the notes for every mark. */
async function keepBackups({ main }: Piyue): Promise<void> {
  for (let i = 0; i < 30; i++) {
    const writtenAt = `2026-11-${String((i % 28) + 1).padStart(2, '0')}T12:00:00.000Z`
    await main.disk.putBackup(writtenAt, marks.slice(0, i + 1))
  }
}

const small = { width: 700, height: 560 }

/** The dialog. By its element, for that is there until the page has heard that the platform closed it. */
const dialogOf = (piyue: Piyue) => piyue.page.locator('dialog')

/** What in the dialog scrolls within something that scrolls. */
const scrollingWithin = (piyue: Piyue) =>
  dialogOf(piyue).evaluate((dialog) => {
    const scrolls = (one: Element) =>
      one.scrollHeight > one.clientHeight + 1 &&
      ['auto', 'scroll'].includes(getComputedStyle(one).overflowY)
    const isWithin = (one: Element) => {
      for (let at = one.parentElement; at !== null; at = at.parentElement)
        if (dialog.contains(at) && scrolls(at)) return true
      return false
    }
    return (
      [...dialog.querySelectorAll('*')]
        // A licence is a text to look into, not a part of the page that names it.
        .filter((one) => one.localName !== 'pre' && scrolls(one) && isWithin(one))
        .map(({ localName, className }) => `${localName}.${className}`)
    )
  })

/**
 * Goes with Tab through all that can have the focus in the dialog, once round; gives what cannot be seen to
 * have it, or is not in view when it has.
 */
async function lostByTab(piyue: Piyue): Promise<readonly string[]> {
  const lost: string[] = []
  const seen = new Set<string>()
  for (let steps = 0; steps < 120; steps++) {
    await piyue.press('Tab')
    const { id, problem } = await piyue.page.evaluate(() => {
      const focused = document.activeElement as HTMLElement
      focused.dataset['tried'] ??= String(document.querySelectorAll('[data-tried]').length)
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused)
      const { top, bottom, left, right } = focused.getBoundingClientRect()
      const isIn = top < innerHeight && bottom > 0 && left < innerWidth && right > 0
      const isRinged = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1
      const isWithin = focused.closest('dialog') !== null
      const name = focused.ariaLabel ?? focused.textContent.slice(0, 30)
      const what = `${focused.localName} ${focused.className} ${name}`
      const found = [
        ...(isWithin ? [] : ['not in the dialog']),
        ...(isIn ? [] : ['not in view']),
        // In the palette the field alone has it, always.
        ...(isRinged || boxShadow !== 'none' || focused.matches('.palette-field')
          ? []
          : ['not seen to have the focus']),
      ]
      return {
        id: focused === document.body ? 'body' : focused.dataset['tried'],
        // The window itself comes between the last and the first.
        problem: focused === document.body || found.length === 0 ? '' : `${what}: ${found.join()}`,
      }
    })
    if (problem !== '') lost.push(problem)
    if (seen.has(id)) return lost
    seen.add(id)
  }
  return [...lost, 'there is no end to it']
}

/** The paragraph that has the focus. */
const focusedBlock = (piyue: Piyue) =>
  piyue.page.evaluate(() => (document.activeElement as HTMLElement).dataset['block'])

/** Leaves by Escape, and waits until the paragraph has the focus again. */
async function leave(piyue: Piyue, block: string | undefined): Promise<void> {
  await piyue.press('Escape')
  await dialogOf(piyue).waitFor({ state: 'detached' })
  await piyue.page.waitForFunction(
    (id) => (document.activeElement as HTMLElement).dataset['block'] === id,
    block,
  )
}

describe('a dialog in a small window', () => {
  it.each(rows(pages))(
    '%s: one bar to scroll by, all in reach of Tab, and back by Escape',
    async (page) => {
      const piyue = await Piyue.open({ open: firstPages, annotations: marks, viewport: small })
      await keepBackups(piyue)
      await piyue.press('Control+1', 'j', 'j')
      const block = await focusedBlock(piyue)
      expect(block).toBeDefined()
      await piyue.chooseMenu(page)
      await dialogOf(piyue).waitFor()
      await piyue.settled()
      expect(await scrollingWithin(piyue)).toEqual([])
      const box = await dialogOf(piyue).boundingBox()
      expect(box && box.y >= 0 && box.y + box.height <= small.height).toBe(true)
      expect(await lostByTab(piyue)).toEqual([])
      expect(await piyue.seriousFindings()).toEqual([])
      await leave(piyue, block)
    },
  )

  it.each(rows(['repairs', 'encoding'] as const))(
    '%s, of an opened document: likewise',
    async (page) => {
      const text = `章程\n甲乙,丙丁;戊己。庚 辛。\n${'末段如常,再無他事;'.repeat(8)}\n`
      const piyue = await Piyue.open({ opened: new OpenedFile(text), viewport: small })
      await piyue.press('Control+1', 's')
      const block = await focusedBlock(piyue)
      expect(block).toBeDefined()
      await piyue.chooseMenu(page)
      await dialogOf(piyue).waitFor()
      await piyue.settled()
      expect(await scrollingWithin(piyue)).toEqual([])
      expect(await lostByTab(piyue)).toEqual([])
      await leave(piyue, block)
    },
  )
})

it('an open dialog has no panel over it that could not be used', async () => {
  const piyue = await Piyue.open({ open: firstPages })
  await piyue.press('Control+p')
  await dialogOf(piyue).waitFor()
  await piyue.press('Control+,')
  expect(await piyue.page.locator('.appearance:popover-open').count()).toBe(0)
  await piyue.press('Escape')
  await dialogOf(piyue).waitFor({ state: 'detached' })
  await piyue.press('Control+,')
  expect(await piyue.page.locator('.appearance:popover-open').count()).toBe(1)
})

describe('under an open dialog', () => {
  const opened = [
    ['library', 'region', 'Library'],
    ['figures', 'region', 'Figures'],
    ['find', 'searchbox', 'Find in report'],
    ['keyboard-map', 'dialog', 'Keyboard'],
  ] as const satisfies readonly (readonly [ActionId, ...unknown[]])[]

  it.each(rows(opened))('%s is not opened', async (action, role, name) => {
    const piyue = await Piyue.open({ open: firstPages })
    await piyue.press('Control+p')
    await dialogOf(piyue).waitFor()
    await piyue.chooseMenu(action)
    await piyue.settled()
    await piyue.page.getByRole('dialog', { name: 'Print' }).waitFor()
    await piyue.press('Escape')
    await dialogOf(piyue).waitFor({ state: 'detached' })
    await piyue.settled()
    expect(await piyue.page.getByRole(role, { name }).count()).toBe(0)
    await piyue.chooseMenu(action)
    await piyue.page.getByRole(role, { name }).waitFor()
  })

  it('all is not the text', async () => {
    const piyue = await Piyue.open({ open: firstPages })
    await piyue.press('Control+p')
    await dialogOf(piyue).waitFor()
    await dialogOf(piyue).getByRole('button').last().focus()
    await piyue.press('Control+a')
    await piyue.settled()
    await piyue.press('Escape')
    await dialogOf(piyue).waitFor({ state: 'detached' })
    expect(await piyue.page.getByRole('toolbar', { name: 'Annotate' }).isVisible()).toBe(false)
    await piyue.press('Control+a')
    await piyue.page.getByRole('toolbar', { name: 'Annotate' }).waitFor()
  })

  it('undo is the dialog’s own: of a field, and of what was changed there', async () => {
    const piyue = await Piyue.open({ open: firstPages, annotations: marks })
    await piyue.select('各位代表')
    await piyue.press('1')
    await eventually('it is marked', () => piyue.main.workspace.annotations.size === 41)
    await piyue.press('Control+p')
    await dialogOf(piyue).waitFor()
    await piyue.press('Control+z')
    await piyue.settled()
    expect(piyue.main.workspace.annotations.size).toBe(41)
    await piyue.press('Escape')
    await dialogOf(piyue).waitFor({ state: 'detached' })
    await piyue.chooseMenu('colors-and-tags')
    const button = dialogOf(piyue).getByRole('button', { name: 'Delete tag tag 1', exact: true })
    await button.click()
    await button.waitFor({ state: 'detached' })
    await piyue.press('Control+z')
    await button.waitFor()
    expect(piyue.main.workspace.annotations.size).toBe(41)
  })
})
