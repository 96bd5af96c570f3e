import { longDocument } from '../support/long-document'
import { Piyue } from './support/piyue'

describe('the look of marks', () => {
  it('is that of the text, and not one of each element', async () => {
    const piyue = await Piyue.open()
    const selectors = await piyue.page.evaluate(() => {
      const all = (rules: CSSRuleList): string[] =>
        [...rules].flatMap((rule) => [
          ...(rule instanceof CSSStyleRule ? rule.selectorText.split(',') : []),
          ...('cssRules' in rule ? all(rule.cssRules as CSSRuleList) : []),
        ])
      return [...document.styleSheets].flatMap(({ cssRules }) => all(cssRules))
    })
    const looks = selectors.filter((selector) => /::(?:highlight|selection)/u.test(selector))
    expect(looks.length).toBeGreaterThan(19)
    expect(looks.filter((selector) => /(?:^|[\s>+~*])::/u.test(selector))).toEqual([])
  })
})

describe('what the height of a part of the text is reckoned from', () => {
  it('is not inherited, or all in it would have a style of its own', async () => {
    const { page } = await Piyue.open({ open: longDocument(30_000) })
    const found = await page.evaluate(() =>
      ['.chunk', '.contents li[style]'].flatMap((selector) => {
        const element = document.querySelector(selector) as HTMLElement
        const names = [...element.style].filter((name) => name.startsWith('--'))
        const valueIn = (where: Element, name: string) =>
          getComputedStyle(where).getPropertyValue(name)
        return names.map((name) => ({
          name,
          isThere: valueIn(element, name) !== '',
          inherited: valueIn(element.children[0] as Element, name),
        }))
      }),
    )
    const alone = { isThere: true, inherited: '' }
    expect(found).toEqual([
      { name: '--characters', ...alone },
      { name: '--blocks', ...alone },
      { name: '--entries', ...alone },
    ])
  })
})
