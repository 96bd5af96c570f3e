import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe finds serious or critical in the page as it stands, a line a finding: by all of its rules, or by
 * those about colour alone, where the page has been through the others and nothing but colours differs.
 */
export default async function seriousFindings(
  page: Page,
  rules: 'all' | 'of colour' = 'all',
): Promise<string[]> {
  // Through the debugging protocol, which the page's own policy does not bind.
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(source)
  return page.evaluate(async (ofColour) => {
    type Finding = { id: string; impact: string; nodes: { html: string }[] }
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: Finding[] }> }
    }
    const only = ofColour ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {}
    const { violations } = await axe.run({ resultTypes: ['violations'], ...only })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  }, rules === 'of colour')
}
