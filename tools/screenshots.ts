/** `npm run screenshots`: takes the pictures of the README again, from the app as it is now. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { Piyue } from '../tests/e2e/support/piyue'
import { piyue as sources } from './build/app-sources'
import { buildApp } from './build/build-app'
import { repositoryRoot } from './runtime/paths'

const folder = path.join(repositoryRoot, 'docs/images')

async function takeAll(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await buildApp(sources)
  const piyue = await Piyue.open()
  try {
    // The transpiler of tools gives functions their names by a helper, which the page does not know.
    await piyue.page.evaluate('globalThis.__name = (made) => made')
    await markUp(piyue)
    await take(piyue, 'reading')
    await piyue.page.emulateMedia({ colorScheme: 'dark' })
    await piyue.showScript('Simplified')
    await take(piyue, 'reading-dark-simplified')
    await piyue.page.emulateMedia({ colorScheme: 'light' })
    await piyue.showScript('Traditional')
    // The column of notes gives way to notes at the head of the page.
    await piyue.press('Escape', 'Control+Shift+T', 'Control+Shift+B')
    await piyue.page.locator('.margin-note').first().waitFor()
    await take(piyue, 'reading-vertical')
  } finally {
    await piyue.close()
  }
}

/** A page as a reader would have it: marks in several styles, some with notes. */
async function markUp(piyue: Piyue): Promise<void> {
  await piyue.highlight('固定資產投資完成127億元', 'blue')
  await piyue.highlight('實際利用外資完成316萬美元，同比增長378%', 'orange')
  await piyue.note(
    '地區生產總值實現118億元，同比增長5.5%',
    '**2019 年目標**：122 億元，增長 6.5%。\n\n與第二部分對照。',
  )
  await piyue.note('砥礪篤行、銳意進取的開局之年', '本屆政府首份完整年度報告。')
  await piyue.select('“抓項目就是抓發展，抓大項目就是抓大發展”')
  await piyue.page
    .getByRole('toolbar')
    .getByRole('button', { name: 'Underline', exact: true })
    .click()
  await piyue.page.evaluate(() => {
    document.getSelection()?.removeAllRanges()
    document.querySelector('[data-block="1.p1"]')?.scrollIntoView({ block: 'start' })
  })
  await piyue.page.locator('.contents [aria-current]', { hasText: '一、' }).waitFor()
}

async function take(piyue: Piyue, name: string): Promise<void> {
  await piyue.page.evaluate(() => {
    // What has the focus shows it: a paragraph by its number, a button by a ring.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    return document.fonts.ready
  })
  await piyue.page.mouse.move(700, 4)
  await piyue.page.screenshot({ path: path.join(folder, `${name}.png`) })
  console.log(`docs/images/${name}.png`)
}

takeAll().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
