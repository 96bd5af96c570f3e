import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

/** What axe is to look at, where the page has been through it and most of it is as it was. */
export interface Look {
  /** By all of its rules, or by those about colour alone, where nothing but colours differs. */
  readonly rules?: 'all' | 'of colour'
  /** All of the page, or what stands beside the long text, where that is as it was. */
  readonly part?: 'all' | 'beside the text'
}

/** What axe finds serious or critical in the page as it stands, a line a finding. */
export default async function seriousFindings(page: Page, look: Look = {}): Promise<string[]> {
  // Through the debugging protocol, which the page's own policy does not bind.
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(source)
  return page.evaluate(async ({ rules, part }) => {
    type Finding = { id: string; impact: string; nodes: { html: string }[] }
    const { axe } = globalThis as unknown as {
      axe: { run(context: object, options: object): Promise<{ violations: Finding[] }> }
    }
    const only = rules === 'of colour' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {}
    const context = part === 'beside the text' ? { exclude: ['article'] } : document
    const { violations } = await axe.run(context, { resultTypes: ['violations'], ...only })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  }, look)
}
