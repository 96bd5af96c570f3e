import { readMarkdown } from '../../core/formats/markdown'
import { OpenedFile } from './support/opened-document'
import { pixelsIn } from './support/pixels'
import { Piyue } from './support/piyue'

const rich = `# 后勤体制纪要

正文有*强调*、\`代码\`，和<ruby>汉<rt>hàn</rt></ruby>字；面条与表面，头发与发展。[^一]

> 引文一段：后来者居上。

1. 第一条：范先生示范。
   - 内一条：台风与平台
2. 第二条：只有一只

| 项目 | 说明 |
| --- | --- |
| 天地 | 宇宙洪荒 |
| 云腾 | 露结为霜 |

\`\`\`
let 后 = 1
let 发 = 2
\`\`\`

末段如常。

[^一]: 第一个注：复杂的系统。
`

async function open(width: number): Promise<Piyue> {
  const opened = new OpenedFile(rich, 'zh-Hans', readMarkdown)
  const piyue = await Piyue.open({ opened, viewport: { width, height: 1000 } })
  await piyue.press('Control+d')
  await piyue.page.locator('[data-column="beside"]').first().waitFor()
  return piyue
}

/** Where what stands outermost begins, in both forms, and how wide its rule is. */
const edges = (piyue: Piyue) =>
  piyue.page.evaluate(() => {
    const of = (column: string) =>
      Array.from(document.querySelectorAll(`.chunk > [data-column="${column}"]`), (unit) => {
        const { left, top } = unit.getBoundingClientRect()
        const rule = Number.parseFloat(getComputedStyle(unit).borderInlineStartWidth)
        return { name: unit.localName, left: Math.round(left), top: Math.round(top), rule }
      })
    return { main: of('block'), beside: of('beside') }
  })

describe('a title further on in a text', () => {
  it('has room above it, and the one that the text begins with has none, in one form and in two', async () => {
    const text = '# 甲篇\n\n文一。\n\n# 乙篇\n\n文二。\n'
    const piyue = await Piyue.open({ opened: new OpenedFile(text, 'zh-Hans', readMarkdown) })
    for (const forms of [1, 2]) {
      if (forms === 2) await piyue.press('Control+d')
      await piyue.page.waitForFunction(
        (count) => document.querySelectorAll('.chunk h1').length === count,
        2 * forms,
      )
      const above = await piyue.page.evaluate(() =>
        Array.from(document.querySelectorAll('.chunk h1'), (title) =>
          Number.parseFloat(getComputedStyle(title).marginBlockStart),
        ),
      )
      const [first, second] = [above.slice(0, above.length / 2), above.slice(above.length / 2)]
      expect(new Set(first)).toEqual(new Set([0]))
      expect(new Set(second).size).toBe(1)
      expect(second[0]).toBeGreaterThan(40)
    }
  })
})

describe('lists, tables, quotations, code and notes in two forms', () => {
  it('stand level, with code set in alike, are marked in both at once, and corrected in one form alone', async () => {
    const piyue = await open(1400)
    const { main, beside } = await edges(piyue)
    expect(main.length).toBeGreaterThan(6)
    expect(beside.map(({ name, top }) => [name, top])).toEqual(
      main.map(({ name, top }) => [name, top]),
    )
    expect(await piyue.seriousFindings()).toEqual([])
    const starts = await piyue.page
      .locator('pre code')
      .first()
      .evaluate((code) => {
        const text = code.firstChild as Text
        const at = [0, text.data.indexOf('\n') + 1]
        return at.map((offset) => {
          const range = document.createRange()
          range.setStart(text, offset)
          range.setEnd(text, offset + 1)
          return Math.round(range.getBoundingClientRect().left)
        })
      })
    expect(starts[0]).toBe(starts[1])
    await piyue.highlight('露结', 'green')
    await piyue.expectPainted('green-highlight', ['露结', '露結'])
    await piyue.highlight('范先生', 'blue')
    await piyue.expectPainted('blue-highlight', ['范先生', '範先生'])
    await piyue.press('Escape')
    await piyue.select('范先生')
    await piyue.press('y')
    const card = piyue.page.getByRole('dialog', { name: 'Why this character' })
    await card.getByRole('button', { name: '范 here' }).click()
    await piyue.expectPainted('blue-highlight', ['范先生', '范先生'])
    await piyue.expectPainted('green-highlight', ['露结', '露結'])
  })

  it('follow one another behind a rule that is one line, where there is not', async () => {
    const piyue = await open(700)
    const { main, beside } = await edges(piyue)
    expect(beside.map(({ name }) => name)).toEqual(main.map(({ name }) => name))
    const ruled = beside.filter(({ rule }) => rule > 0)
    expect(ruled.length).toBeGreaterThan(5)
    expect(new Set(ruled.map(({ left }) => left)).size).toBe(1)
  })
})

describe('what is written beside characters', () => {
  it('is large enough to be made out: the dots of emphasis, and readings', async () => {
    const piyue = await Piyue.open({ opened: new OpenedFile(rich, 'zh-Hans', readMarkdown) })
    const { x, y, width, height } = (await piyue.article.locator('em').boundingBox()) ?? {
      x: 0,
      y: 0,
      width: 0,
      height: 0,
    }
    // The dots are in the room between this line and the next.
    const clip = { x, y: Math.round(y + height - 4), width: Math.round(width), height: 9 }
    const pixels = await pixelsIn(piyue.page, clip)
    const dark = pixels.filter((pixel) => Math.max(...pixel) < 120)
    expect(dark.length).toBeGreaterThanOrEqual(2 * 4)
    const size = await piyue.article
      .locator('rt')
      .evaluate((reading) => Number.parseFloat(getComputedStyle(reading).fontSize))
    expect(size).toBeGreaterThan(10)
  })
})
