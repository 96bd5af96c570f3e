import { Piyue } from './support/piyue'

let piyue: Piyue

beforeEach(async () => {
  piyue = await Piyue.open()
})

const card = (name: string) => piyue.page.getByRole('dialog', { name, exact: true })

const showEmendations = () => piyue.press('Control+Shift+e')

describe('emended places', () => {
  it('are shown when asked for, by menu and key, words before punctuation, as edited and as published', async () => {
    expect(await piyue.painted('emendation')).toEqual([])
    await piyue.click('錯綜複雜')
    expect(await piyue.page.getByRole('dialog').count()).toBe(0)
    await piyue.button('Text form').click()
    await piyue.page.getByRole('menuitemcheckbox', { name: 'Show emendations' }).click()
    await piyue.page.waitForFunction(() => (CSS.highlights.get('emendation')?.size ?? 0) > 2)
    expect((await piyue.painted('emendation')).slice(0, 2)).toEqual(['並', '複'])
    expect(await piyue.painted('emended-mark')).toEqual([])
    await piyue.button('Text form').click()
    await piyue.page.getByRole('menuitemcheckbox', { name: 'Punctuation too' }).click()
    await piyue.expectAmongPainted('emended-mark', ['——'])
    await piyue.announcement.getByText(/^6\d\d emendations|\d{3} /u).waitFor()
    await piyue.showForm('As published')
    await piyue.page.waitForFunction(() => {
      const [first] = CSS.highlights.get('emendation') ?? []
      return first?.startContainer.textContent?.slice(first.startOffset, first.endOffset) === '并'
    })
    await piyue.press('Control+Shift+e')
    await piyue.page.waitForFunction(() => !CSS.highlights.has('emendation'))
  })

  it('open a card: what was found, what is read and why, the bytes of an accident, and what a reading rests on', async () => {
    await showEmendations()
    await piyue.click('複')
    const text = await card('Character').innerText()
    expect(text).toContain('錯綜復雜')
    expect(text).toContain('U+5FA9')
    expect(text).toContain('錯綜複雜')
    expect(text).toContain('U+8907')
    expect(text).toContain('Simplified writes 复 for both')
    await piyue.page.keyboard.press('Escape')
    await card('Character').waitFor({ state: 'hidden' })
    await piyue.click('走出去')
    const accident = await card('Encoding accident').innerText()
    for (const shown of ['?!白叱鋈ァ⒄堖M', '。“走出去、請進', 'B0D7', 'D7DF', 'A1A3', 'lost']) {
      expect(accident.replace(/A1\s+A3/u, 'A1A3')).toContain(shown)
    }
    expect(accident).toContain('Bytes · the lost one, sense')
    expect(await piyue.seriousFindings()).toEqual([])
    expect(piyue.complaints).toEqual([])
    await piyue.click('週年')
    expect(await card('Character').innerText()).toContain('House style')
  })

  it('open a card that takes no focus when what is remarked is told anew', async () => {
    await showEmendations()
    await piyue.click('複')
    await card('Character').waitFor()
    await piyue.press('Control+f')
    const field = piyue.page.getByRole('searchbox')
    await field.and(piyue.page.locator(':focus')).waitFor()
    await piyue.page.keyboard.type('ab')
    const { id } = piyue.main.workspace
    piyue.main.tell({ kind: 'proposed', documentId: id, proposals: [] })
    await piyue.line.settled()
    await piyue.settled()
    await piyue.page.keyboard.type('cd')
    expect(await field.inputValue()).toBe('abcd')
    expect(await card('Character').isVisible()).toBe(true)
  })

  it('tell slips from emendations and what was kept; on a mark, the first click opens the note, the second the card', async () => {
    await showEmendations()
    await piyue.click('灌區')
    const text = await card('The author’s slip').innerText()
    expect(text).toContain('罐區')
    expect(text).toContain('Probable')
    await piyue.page.waitForFunction(() => CSS.highlights.has('kept'))
    await piyue.click('艱巨')
    expect(await card('Considered and kept').innerText()).toContain('艱鉅')
    await piyue.press('Escape')
    await card('Considered and kept').waitFor({ state: 'hidden' })
    await piyue.highlight('錯綜複雜', 'green')
    await piyue.click('複')
    expect(await piyue.notes.locator('[data-active="true"]').count()).toBe(1)
    expect(await piyue.page.getByRole('dialog').count()).toBe(0)
    await piyue.click('複')
    await card('Character').waitFor()
  })

  it('are gone through by key, punctuation with Shift, and leave the focus on the paragraph explained last', async () => {
    await piyue.page.keyboard.press('j')
    await piyue.article.locator('[data-block]:focus').waitFor()
    await piyue.page.keyboard.press('.')
    await card('The author’s slip').getByText('1 of 132').waitFor()
    await piyue.page.keyboard.press('.')
    await card('Considered and kept').getByText('2 of 132').waitFor()
    await piyue.page.keyboard.press('.')
    await card('Character').getByText('3 of 132').waitFor()
    await piyue.page.keyboard.press(',')
    await card('Considered and kept').getByText('2 of 132').waitFor()
    await piyue.page.keyboard.press('>')
    await card('Punctuation').waitFor()
    await piyue.page.keyboard.press('Escape')
    await card('Punctuation').waitFor({ state: 'hidden' })
    await piyue.article.locator('[data-block]:focus', { hasText: /^各位代表：$/u }).waitFor()
  })
})

describe('explanations', () => {
  it('are shown when asked for, apart from emendations, in either script', async () => {
    expect(await piyue.painted('explanation')).toEqual([])
    await piyue.button('Text form').click()
    await piyue.page.getByRole('menuitemcheckbox', { name: 'Show explanations' }).click()
    await piyue.page.waitForFunction(() => CSS.highlights.has('explanation'))
    expect(await piyue.painted('emendation')).toEqual([])
    expect(await piyue.painted('explanation')).toContain('五位一體')
    await piyue.press('Control+t')
    await piyue.page.waitForFunction(() =>
      [...(CSS.highlights.get('explanation') ?? [])].some(
        ({ startContainer, startOffset, endOffset }) =>
          startContainer.textContent?.slice(startOffset, endOffset) === '五位一体',
      ),
    )
  })

  it('open a card with what is said, and its source, which may be on the web, or that it is the editor’s', async () => {
    await piyue.press('Control+Shift+x')
    await piyue.click('五位一體')
    const text = await card('Explanation').innerText()
    expect(text).toContain('five-sphere plan')
    expect(text).toContain('中国共产党第十八次全国代表大会报告')
    await piyue.click('政協')
    expect(await card('Explanation of a name').innerText()).toContain('The editor’s word')
    await piyue.click('雙隨機、一公開')
    await card('Explanation').getByRole('link', { name: '国办发〔2015〕58号' }).click()
    const [link] = piyue.main.links
    expect(link).toBe('https://www.gov.cn/zhengce/content/2015-08/05/content_10051.htm')
    expect(await card('Explanation').isVisible()).toBe(true)
    expect(await piyue.seriousFindings()).toEqual([])
  })

  it('are gone through by key, set out the arithmetic of figures, and stand with all remarks in lists', async () => {
    await piyue.page.keyboard.press("'")
    await card('Explanation of a name')
      .getByText(/^1 of \d+$/u)
      .waitFor()
    await piyue.page.keyboard.press(';')
    await piyue.announcement.getByText('This is the first.').waitFor()
    await piyue.press('Control+Shift+r')
    const list = piyue.page.getByRole('dialog', { name: 'Remarks of the edition' })
    await list.getByRole('button', { name: '地區生產總值實現122億元' }).click()
    await list.waitFor({ state: 'detached' })
    const text = await card('Figures compared').innerText()
    for (const shown of ['118', '122', '6.5%', '122 ÷ 118 − 1 = 3.4%', '125.67', 'differs']) {
      expect(text).toContain(shown)
    }
    await piyue.chooseMenu('remarks')
    await list.getByRole('radio', { name: 'Slips 9' }).check({ force: true })
    expect(await list.getByRole('listitem').count()).toBe(9)
    expect(await piyue.seriousFindings()).toEqual([])
    await list.getByRole('button', { name: '灌區' }).click()
    await card('The author’s slip').getByText('罐區', { exact: true }).waitFor()
    expect(piyue.complaints).toEqual([])
  })
})

describe('why this character', () => {
  it('lists a character in its forms, gives the emendation that decided it, and says so of too many', async () => {
    await piyue.select('發')
    await piyue.button('Why this character').click()
    await card('Why this character').getByText('fā').waitFor()
    const rows = await card('Why this character').getByRole('row').allInnerTexts()
    expect(rows.map((row) => row.replace(/\s+/gu, ' '))).toEqual([
      'Traditional 發 U+767C',
      'Simplified 发 U+53D1',
      'Traditional (Taiwan) 發 U+767C',
      'Traditional (Hong Kong) 發 U+767C',
      'As published 發 U+767C',
      'Pinyin 發 fā',
    ])
    await card('Why this character').getByText('发 發 髮').waitFor()
    await piyue.select('賬')
    await piyue.page.keyboard.press('y')
    // A rare character, which few fonts have, is told by its number too.
    await card('Why this character').getByText('賬 账 𧹔 U+27E54').waitFor()
    await piyue.select('複雜')
    await piyue.page.keyboard.press('y')
    await card('Why this character').getByText('錯綜復雜').waitFor()
    await piyue.select('砥礪篤行、銳意進取')
    expect(await piyue.button('Why this character').count()).toBe(0)
    await piyue.page.keyboard.press('y')
    await piyue.announcement.getByText('Select one to four characters').waitFor()
  })
})
