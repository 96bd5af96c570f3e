import { firstPages } from './support/first-pages'
import { Piyue } from './support/piyue'

let piyue: Piyue

beforeEach(async () => {
  piyue = await Piyue.open({ open: firstPages })
})

/** What copying now would give the clipboard. */
const copied = () =>
  piyue.page.evaluate(() => {
    const data = new DataTransfer()
    const event = new ClipboardEvent('copy', {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
    })
    ;(document.activeElement ?? document.body).dispatchEvent(event)
    return { text: data.getData('text/plain'), html: data.getData('text/html') }
  })

/** Selects from a place in one block to a place in another. */
const selectOver = (from: string, start: number, to: string, end: number) =>
  piyue.page.evaluate(
    async ([first, a, last, b]) => {
      const [one, two] = [first, last].map((id) => document.querySelector(`[data-block="${id}"]`))
      const told = new Promise((resolve) =>
        document.addEventListener('selectionchange', resolve, { once: true }),
      )
      document
        .getSelection()
        ?.setBaseAndExtent(one?.firstChild as Node, a, two?.firstChild as Node, b)
      await told
    },
    [from, start, to, end] as const,
  )

const announced = (words: string) => piyue.announcement.getByText(words).waitFor()

async function copyAs(name: string): Promise<void> {
  await piyue.copyAs(name)
  await announced(`Copied: ${name}`)
}

describe('copying', () => {
  it('gives the text in the form shown, by the system’s own copy, and its source where it is dragged out', async () => {
    await piyue.select('砥礪篤行')
    await piyue.press('Control+t')
    await piyue.page.waitForFunction(() => document.getSelection()?.toString() === '砥砺笃行')
    expect(await copied()).toEqual({
      text: '砥砺笃行',
      html: '<span lang="zh-Hans">砥砺笃行</span>',
    })
    await piyue.press('Control+t')
    await piyue.select('經濟運行')
    const carried = await piyue.page.evaluate(() => {
      const dataTransfer = new DataTransfer()
      const target = document.getSelection()?.anchorNode
      target?.dispatchEvent(new DragEvent('dragstart', { dataTransfer, bubbles: true }))
      return ['text/plain', 'text/html'].map((type) => dataTransfer.getData(type))
    })
    expect(carried[0]).toMatch(/^經濟運行\n——.*《2019年營口市西市區政府工作報告》/u)
    expect(carried[1]).toMatch(/^<span lang="zh-Hant[^"]*">經濟運行<\/span><p lang="[^"]*">——/u)
  })

  it('over paragraphs and headings keeps them, and nothing of the page; as published gives what was published', async () => {
    await piyue.highlight('予審議', 'green')
    await selectOver('0.p3', 2, '1', 7)
    await piyue.page.getByRole('toolbar', { name: 'Annotate' }).waitFor()
    const { text, html } = await copied()
    expect(text).toBe(
      '代表：\n現在，我代表區政府向大會報告工作，請予審議，並請政協委員和其他列席會議的同志提出意見。\n一、2018年',
    )
    expect(html).toBe(
      `<div lang="zh-Hant">${text
        .split('\n')
        .map((line, i) => (i === 2 ? `<h2>${line}</h2>` : `<p>${line}</p>`))
        .join('')}</div>`,
    )
    await piyue.page.getByRole('toolbar').getByRole('button', { name: 'Copy', exact: true }).click()
    await announced('Copied')
    expect(piyue.main.clipboard).toBe(text)
    await piyue.showForm('As published')
    await selectOver('0.p4', 0, '0.p4', 7)
    await piyue.page.getByRole('toolbar', { name: 'Annotate' }).waitFor()
    expect((await copied()).text).toBe('現在,我代表區')
  })

  it('of a note is left to the system', async () => {
    await piyue.note('砥礪篤行', '我的話')
    // What sets a note is loaded when the first is shown; until then it stands as it was typed.
    const body = piyue.page.locator('[data-card] .note-body p')
    await body.evaluate((words) => document.getSelection()?.selectAllChildren(words))
    await piyue.page.waitForFunction(() => document.getSelection()?.toString().trim() === '我的話')
    expect(await copied()).toEqual({ text: '', html: '' })
  })
})

describe('copying as', () => {
  it('either script does not ask which is shown; it works by keys alone, and says so where nothing is selected', async () => {
    await piyue.select('砥礪篤行')
    await piyue.button('Copy as…').click()
    await piyue.page.getByRole('menuitem', { name: 'Simplified', exact: true }).click()
    await announced('Copied: Simplified')
    expect(piyue.main.clipboard).toBe('砥砺笃行')
    expect(piyue.main.clipboardHtml).toBe('<span lang="zh-Hans">砥砺笃行</span>')
    await piyue.showScript('Simplified')
    await piyue.select('锐意进取')
    await copyAs('Traditional')
    expect(piyue.main.clipboard).toBe('銳意進取')
    await piyue.press('Escape')
    await piyue.press('Control+Shift+c')
    await announced('Select words in the text first')
    await piyue.select('砥砺笃行')
    await piyue.press('Control+Shift+c')
    await piyue.page.locator('[role="menuitem"]:focus').waitFor()
    await piyue.page.keyboard.press('ArrowDown')
    await piyue.page.keyboard.press('Enter')
    await announced('Copied: Simplified')
    expect(piyue.main.clipboard).toBe('砥砺笃行')
  })

  it('adds the source, in plain words, by the standard, or as a reference for the tools of researchers', async () => {
    await piyue.select('砥礪篤行')
    await copyAs('Simplified, with source')
    expect(piyue.main.clipboard).toBe(
      '砥砺笃行\n——营口市西市区人民政府：《2019年营口市西市区政府工作报告》，西市区第十六届人民代表大会第二次会议，发布日期不详，抄录于 2019-03-23 或以后。一·第1段。',
    )
    // A word processor takes the words with their language, and the source in a paragraph of its own.
    expect(piyue.main.clipboardHtml).toMatch(
      /^<span lang="zh-Hans">砥砺笃行<\/span><p lang="zh-Hans">——营口市西市区人民政府：.*<\/p>$/u,
    )
    await copyAs('Traditional, GB/T 7714')
    expect(piyue.main.clipboard).toMatch(
      /^砥礪篤行\n營口市西市區人民政府\. 2019年營口市西市區政府工作報告: 西市區第十六屆人民代表大會第二次會議\[R\/OL\]\. 批閱校訂本 .+\. 一·第1段\[\d{4}-\d\d-\d\d\]\. http:\/\/sjzyihang\.com\/forum\.php\?mod=viewthread&ordertype=1&tid=3381\.$/u,
    )
    await copyAs('Passage with Chicago note')
    expect(piyue.main.clipboard).toMatch(/^砥礪篤行\n.*, n\.d\., 一, para\. 1, accessed /u)
    await copyAs('Passage with APA citation')
    expect(piyue.main.clipboard).toMatch(
      /^砥礪篤行 \(營口市西市區人民政府, n\.d\., 一, para\. 1\)\n/u,
    )
    await copyAs('Reference as CSL-JSON (Zotero)')
    expect(JSON.parse(piyue.main.clipboard)).toMatchObject([
      { type: 'report', note: '一, para. 1' },
    ])
    await copyAs('Reference as RIS (EndNote)')
    expect(piyue.main.clipboard).toMatch(/^TY {2}- RPRT\r\n/u)
    await copyAs('Reference as BibLaTeX')
    expect(piyue.main.clipboard).toMatch(/^@report\{/u)
  })
})
