import { textRange } from '../../core/text/range'
import { scrollTo } from '../support/in-page'
import { rows } from '../support/rows'
import { markOn } from '../support/seed'
import { unionOf } from '../support/union'
import { renditions, report } from '../unit/support/report'
import { apparatus } from '../unit/tools/edition/bundled'
import { Piyue } from './support/piyue'

const forms = {
  'zh-Hant': 'Edited',
  'zh-Hans': 'Simplified',
  'zh-Hant-TW': 'Taiwan',
  'zh-Hant-HK': 'Hong Kong',
  source: 'As published',
} as const

type Tag = keyof typeof forms

const tags = Object.keys(forms) as Tag[]

const rendition = (tag: Tag) => {
  const found = renditions.find((item) => item.tag === tag)
  if (found === undefined) throw new Error(`No ${tag}`)
  return found
}

/** A sound passage, and the garbled ones with a few sound characters on either side. */
const passages = [
  textRange(report.text.indexOf('砥礪篤行'), report.text.indexOf('砥礪篤行') + 9),
  ...apparatus.emendations
    .filter(({ kind }) => kind === 'encoding')
    .map(({ canonical }) => textRange(canonical.start - 3, canonical.end + 3)),
]

let piyue: Piyue

/** The settings of who read the report in a form of it last. */
const seenIn = (script: Tag) => ({ views: { [report.id]: { script } } })

async function show(tag: Tag): Promise<void> {
  if (tag === 'zh-Hans') return piyue.showScript('Simplified')
  return piyue.showForm(forms[tag])
}

describe('a highlight', () => {
  it.each(rows(tags))('made in %s stands on the same words in every other form', async (made) => {
    piyue = await Piyue.open({ settings: seenIn(made) })
    for (const passage of passages) {
      await piyue.highlight(rendition(made).slice(passage), 'green')
    }
    for (const seen of [made, ...tags.filter((tag) => tag !== made)]) {
      if (seen !== made) await show(seen)
      const places = unionOf(passages).map((passage) => ({
        block: report.blocksIn(passage)[0]?.block.id ?? '',
        words: [rendition(seen).slice(passage)],
      }))
      expect(await piyue.unpaintedIn('green-highlight', places)).toEqual([])
    }
  })

  it('made on a part of a garbled run takes the whole of its reading', async () => {
    piyue = await Piyue.open({ settings: seenIn('source') })
    await piyue.highlight('白叱', 'pink')
    await piyue.expectPainted('pink-highlight', ['?!白叱鋈ァ⒄堖M'])
    await piyue.showForm('Edited')
    await piyue.expectPainted('pink-highlight', ['。“走出去、請進'])
  })
})

describe('choosing a form', () => {
  it.each(rows(tags.filter((tag) => tag !== 'zh-Hant')))('%s holds the place', async (tag) => {
    piyue = await Piyue.open()
    await piyue.page.evaluate(scrollTo, 0.43)
    const before = await piyue.topCharacter()
    await show(tag)
    const after = await piyue.topCharacter()
    expect(after.block).toBe(before.block)
    expect(Math.abs(after.below - before.below)).toBeLessThanOrEqual(2)
    await show('zh-Hant')
    expect(await piyue.topCharacter()).toEqual(before)
  })

  it('leaves the open note open, and what is being written', async () => {
    piyue = await Piyue.open({ annotations: [markOn('砥礪篤行', { note: '甲' })] })
    await piyue.cards.nth(0).getByRole('button', { name: 'Edit note' }).click()
    await piyue.page.getByRole('textbox', { name: 'Note' }).fill('乙')
    for (const form of ['As published', 'Hong Kong', 'Taiwan']) {
      await piyue.showForm(form)
      expect(await piyue.notes.locator('[data-active="true"]').count()).toBe(1)
      expect(await piyue.page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('乙')
    }
  })

  it('shows its name always, as published is in neither script, and is remembered by the main switch', async () => {
    piyue = await Piyue.open()
    const button = piyue.page.getByRole('button', { name: 'Text form' })
    const shown = () =>
      button.locator('[data-current="true"]').evaluate((name) => name.getAttribute('data-shown'))
    const width = async () => (await button.boundingBox())?.width
    const before = await width()
    await piyue.showScript('Simplified')
    expect([await shown(), await width()]).toEqual(['Simplified', before])
    await piyue.showForm('As published')
    expect([await shown(), await width()]).toEqual(['As published', before])
    for (const name of ['Traditional', 'Simplified'] as const) {
      expect(await piyue.page.getByRole('radio', { name, exact: true }).isChecked()).toBe(false)
    }
    await piyue.showScript('Traditional')
    expect(await shown()).toBe('Edited')
    await piyue.showForm('Hong Kong')
    await piyue.showScript('Simplified')
    await piyue.showScript('Traditional')
    await piyue.page.locator('article[lang="zh-Hant-HK"]').waitFor()
  })
})
