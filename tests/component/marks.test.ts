import { eventually } from '../support/eventually'
import { edgesOf, scrollTo } from '../support/in-page'
import { rows } from '../support/rows'
import { firstPages } from './support/first-pages'
import { Piyue } from './support/piyue'

let piyue: Piyue

beforeEach(async () => {
  piyue = await Piyue.open({ open: firstPages })
})

describe('marks', () => {
  it.each(rows(['yellow', 'green', 'blue', 'pink', 'orange', 'purple']))(
    'come in %s',
    async (color) => {
      await piyue.select('砥礪篤行')
      await piyue.button(`Highlight ${color}`).click()
      await piyue.expectPainted(`${color}-highlight`, ['砥礪篤行'])
    },
  )

  it('can be a line instead, by button and by key', async () => {
    await piyue.select('砥礪篤行')
    await piyue.page
      .getByRole('toolbar')
      .getByRole('button', { name: 'Underline', exact: true })
      .click()
    await piyue.expectPainted('yellow-underline', ['砥礪篤行'])
    await piyue.select('銳意進取')
    await piyue.page.keyboard.press('w')
    await piyue.expectPainted('yellow-squiggly', ['銳意進取'])
  })

  it('are made by a bar that stands in the room of the text, whatever is selected where', async () => {
    const isWithin = async () => {
      const [bar, text] = await Promise.all(
        ['.annotate', 'main'].map((part) => piyue.page.locator(part).boundingBox()),
      )
      if (!bar || !text) throw new Error('There is no bar')
      return bar.x >= text.x && bar.x + bar.width <= text.x + text.width && bar.y >= text.y
    }
    for (const setting of ['in lines', 'in columns']) {
      for (const words of ['2019年', '保持在合理區間', '固定資', '2018年，是本屆']) {
        await piyue.select(words)
        // Also where the text is scrolled on then.
        await piyue.page.evaluate(() => {
          const main = document.querySelector('main') as HTMLElement
          const box = document.getSelection()?.getRangeAt(0).getBoundingClientRect()
          const room = main.getBoundingClientRect()
          if (box === undefined) throw new Error('Nothing is selected')
          main.scrollBy(box.x - room.x - room.width / 2, box.y - room.y - room.height / 2)
        })
        await eventually(`the bar over ${words} is in the room of the text, ${setting}`, isWithin)
      }
      await piyue.press('Control+Shift+t')
    }
  })

  it('overlap, and a click goes through all of them, the shortest first', async () => {
    await piyue.highlight('砥礪篤行、銳意進取', 'green')
    await piyue.highlight('篤行、銳意', 'pink')
    await piyue.highlight('礪篤行、銳意進', 'blue')
    const active = () => piyue.notes.locator('[data-active="true"] .quote-text').innerText()
    await piyue.click('行、銳')
    expect(await active()).toBe('篤行、銳意')
    await piyue.click('行、銳')
    expect(await active()).toBe('礪篤行、銳意進')
    await piyue.notes.getByText('2 of 3').waitFor()
    await piyue.click('行、銳')
    expect(await active()).toBe('砥礪篤行、銳意進取')
    await piyue.notes.getByText('3 of 3').waitFor()
    await piyue.click('行、銳')
    expect(await active()).toBe('篤行、銳意')
  })

  it('show the shorter where they lie over one another in one kind, and lines on any wash', async () => {
    await piyue.highlight('篤行、銳意', 'yellow')
    await piyue.highlight('砥礪篤行、銳意進取', 'purple')
    await piyue.expectPainted('yellow-highlight', ['篤行、銳意'])
    await piyue.expectPainted('purple-highlight', ['砥礪', '進取'])
    await piyue.select('礪篤行、銳意進')
    await piyue.button('Underline').click()
    await piyue.expectPainted('purple-underline', ['礪篤行、銳意進'])
    await piyue.expectPainted('yellow-highlight', ['篤行、銳意'])
    await piyue.press('Control+z')
    await piyue.press('Control+z')
    await piyue.expectPainted('purple-highlight', [])
    await piyue.expectPainted('yellow-highlight', ['篤行、銳意'])
  })

  it('on the same words are restyled, not doubled, and reach over paragraphs and headings', async () => {
    await piyue.highlight('砥礪篤行', 'green')
    await piyue.select('砥礪篤行')
    await piyue.button('Highlight pink').click()
    await piyue.expectPainted('pink-highlight', ['砥礪篤行'])
    await piyue.announcement.getByText('Now pink highlight.').waitFor()
    expect(piyue.main.workspace.history.undo).toBe('restyle')
    expect(await piyue.painted('green-highlight')).toEqual([])
    expect(await piyue.cards.count()).toBe(1)
    await piyue.page.evaluate(() => {
      const [from, to] = ['0.p3', '1.p1'].map((id) =>
        document.querySelector(`[data-block="${id}"]`),
      )
      document
        .getSelection()
        ?.setBaseAndExtent(from?.firstChild as Node, 2, to?.firstChild as Node, 4)
    })
    await piyue.button('Highlight blue').click()
    await piyue.expectPainted('blue-highlight', [
      '代表：',
      '現在，我代表區政府向大會報告工作，請予審議，並請政協委員和其他列席會議的同志提出意見。',
      '一、2018年工作回顧',
      '2018',
    ])
  })

  it('are deleted, and come back by undo, by button, key and menu', async () => {
    await piyue.note('砥礪篤行', '留著')
    const undone = () => piyue.notes.getByText('留著').waitFor()
    const gone = () => piyue.cards.first().waitFor({ state: 'detached' })
    await piyue.cards.first().getByRole('button', { name: 'Delete' }).click()
    await gone()
    await piyue.button('Undo').click()
    await undone()
    await piyue.button('Redo').click()
    await gone()
    await piyue.press('Control+z')
    await undone()
    await piyue.chooseMenu('redo')
    await gone()
    await piyue.chooseMenu('undo')
    await undone()
  })
})

describe('notes', () => {
  it('leave no mark behind when cancelled; are edited in place, and left as they were by Escape', async () => {
    await piyue.select('砥礪篤行')
    await piyue.page.keyboard.press('n')
    await piyue.page.getByRole('textbox', { name: 'Note' }).fill('不要')
    await piyue.button('Leave as draft').click()
    await piyue.button('Discard').click()
    await piyue.notes.getByText('Nothing marked yet').waitFor()
    expect(await piyue.painted('yellow-highlight')).toEqual([])
    await piyue.note('砥礪篤行', '一')
    await piyue.button('Edit note').click()
    await piyue.page.getByRole('textbox', { name: 'Note' }).fill('二')
    await piyue.page.keyboard.press('Escape')
    await piyue.notes.getByText('一', { exact: true }).waitFor()
    await piyue.button('Edit note').click()
    await piyue.page.getByRole('textbox', { name: 'Note' }).fill('三')
    await piyue.press('Control+Enter')
    await piyue.notes.getByText('三', { exact: true }).waitFor()
  })

  it('go to their passage, and the passage to its note; HTML in them is shown as typed, and runs nothing', async () => {
    piyue = await Piyue.open()
    await piyue.note('各位代表，使命重在擔當', '結尾')
    await piyue.page.evaluate(() => document.querySelector('main')?.scrollTo(0, 0))
    await piyue.button('Go to passage').click()
    await piyue.page.waitForFunction(() => (document.querySelector('main')?.scrollTop ?? 0) > 1000)
    await piyue.press('Control+Shift+b')
    await piyue.notes.waitFor({ state: 'hidden' })
    await piyue.click('使命重在')
    await piyue.notes.getByText('結尾').waitFor()
    await piyue.note(
      '砥礪篤行',
      '<img src=x onerror="document.title=1"><script>1</script> [x](javascript:alert(1))',
    )
    await piyue.notes.getByText('<img src=x onerror="document.title=1">').waitFor()
    expect(await piyue.notes.locator('img, script, a[href^="javascript"]').count()).toBe(0)
    expect(piyue.complaints).toEqual([])
  })

  it('stand in text order', async () => {
    await piyue.highlight('生產總值', 'green')
    await piyue.highlight('砥礪篤行', 'green')
    await piyue.highlight('各位代表', 'green')
    const quotes = await piyue.notes.locator('.quote-text').allInnerTexts()
    expect(quotes).toEqual(['各位代表', '砥礪篤行', '生產總值'])
  })
})

describe('selecting', () => {
  it('white space alone, or nothing of the text, offers nothing; across contents and text takes what is text', async () => {
    await piyue.page.evaluate(() => {
      const nav = document.querySelector('nav') as Element
      document.getSelection()?.selectAllChildren(nav)
    })
    await piyue.page.evaluate(() => {
      const block = document.querySelector('[data-block="0.p2"]')?.firstChild as Text
      const space = block.data.indexOf(' ')
      document.getSelection()?.setBaseAndExtent(block, space, block, space + 1)
    })
    await piyue.page.waitForFunction(() => document.getSelection()?.toString() === ' ')
    await piyue.settled()
    expect(await piyue.page.getByRole('toolbar', { name: 'Annotate' }).isVisible()).toBe(false)
    await piyue.page.keyboard.press('1')
    // What the key might have made would have come before what is made after it.
    await piyue.highlight('砥礪篤行', 'green')
    expect(await piyue.cards.count()).toBe(1)
    expect(piyue.line.countOf('change')).toBe(1)
    expect(piyue.complaints).toEqual([])
    await piyue.page.evaluate(scrollTo, 0)
    await piyue.page.evaluate(() => {
      const nav = document.querySelector('nav') as Element
      const end = document.querySelector('[data-block="0.p1"]')?.firstChild as Text
      document.getSelection()?.setBaseAndExtent(nav, 0, end, 5)
    })
    await piyue.button('Highlight pink').click()
    await piyue.expectPainted('pink-highlight', ['2019年營口市西市區政府工作報告', '——第十六'])
  })

  it('by a double click and a drag takes whole words; what it takes is copied as shown, and stays over scripts', async () => {
    const words = '統籌推進“五位一體”總體布局，協調推進'
    const { start, end } = await piyue.page.evaluate(edgesOf, words)
    const { mouse } = piyue.page
    await mouse.click(start.x, start.y)
    await mouse.down({ clickCount: 2 })
    await mouse.move(end.x, end.y, { steps: 8 })
    await mouse.up({ clickCount: 2 })
    await piyue.page.getByRole('toolbar', { name: 'Annotate' }).waitFor()
    expect(await piyue.page.evaluate(() => document.getSelection()?.toString())).toBe(words)
    await mouse.dblclick(start.x, start.y)
    expect(await piyue.page.evaluate(() => document.getSelection()?.toString())).toBe('統籌')
    await piyue.select('砥礪篤行')
    await piyue.page.getByRole('toolbar').getByRole('button', { name: 'Copy', exact: true }).click()
    await piyue.announcement.getByText('Copied').waitFor()
    expect(piyue.main.clipboard).toBe('砥礪篤行')
    await piyue.select('砥礪篤行')
    await piyue.press('Control+t')
    await piyue.page.waitForFunction(() => document.getSelection()?.toString() === '砥砺笃行')
  })
})
