import type { PiyuePage } from './piyue-page'

/** What has the focus: its accessible name, or the words it begins with. */
export const focused = (piyue: PiyuePage) =>
  piyue.page.evaluate(() => {
    const element = document.activeElement as HTMLElement
    return element.getAttribute('aria-label') ?? element.textContent?.slice(0, 12) ?? ''
  })

/** Goes to the text by its key, and to the paragraph so many steps on. */
export async function goToParagraph(piyue: PiyuePage, steps: number): Promise<void> {
  await piyue.press('Control+1')
  await piyue.page.waitForFunction(() => document.activeElement?.matches('[data-block]'))
  for (let i = 0; i < steps; i++) await piyue.press('j')
}

/** The words that are selected. */
export const selected = (piyue: PiyuePage) =>
  piyue.page.evaluate(() => document.getSelection()?.toString())
