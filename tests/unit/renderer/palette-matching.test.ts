import { array, assert, constantFrom, property, string } from 'fast-check'
import { actions } from '../../../core/app/actions'
import { messagesIn } from '../../../core/messages/language'
import { actionName, type Entry } from '../../../renderer/palette/entries'
import { matching } from '../../../renderer/palette/matching'

const entry = (label: string, more: Partial<Entry> = {}): Entry => ({
  id: label,
  kind: 'action',
  label,
  detail: '',
  run: () => {},
  ...more,
})

const entriesIn = (language: 'en' | 'zh-Hant' | 'zh-Hans') =>
  actions.map(({ id }) => entry(actionName(messagesIn[language], id), { id }))

const first = (entries: readonly Entry[], query: string, recent: readonly string[] = []) =>
  matching(entries, query, recent)[0]?.entry.label

const headings = [
  '（四）以人居環境整治為重點，城區面貌有效改善',
  '（六）以共建共享為目的，民生福祉切實提升',
  '三、著力實施“作風建設年”，持續加強政府自身建設',
].map((label) => entry(label, { kind: 'heading' }))

describe('what the palette finds', () => {
  it('is found by scattered letters of its name', () => {
    const entries = entriesIn('en')
    expect(first(entries, 'exp not')).toBe('Export notes')
    expect(first(entries, 'ne no')).toBe('Next note')
    expect(first(entries, 'SIDE BY')).toBe('Side by side')
  })

  it('is found by pinyin, whole or by initials, in either script', () => {
    const initials = { 'zh-Hant': 'xyzbj', 'zh-Hans': 'xytbj' } as const
    for (const language of ['zh-Hant', 'zh-Hans'] as const) {
      const entries = entriesIn(language)
      const { actions: names } = messagesIn[language]
      expect(first(entries, initials[language])).toBe(names['next-note'])
      expect(first(entries, 'fanhui')).toBe(names.back)
      expect(first(entries, 'fan hui')).toBe(names.back)
    }
    expect(first(headings, 'rjhj')).toBe(headings[0]?.label)
    expect(first(headings, 'msfz')).toBe(headings[1]?.label)
  })

  it('is found by characters, whichever script they are typed in', () => {
    expect(first(headings, '着力实施')).toBe(headings[2]?.label)
    expect(first(headings, '環境')).toBe(headings[0]?.label)
    expect(first(headings, '环境')).toBe(headings[0]?.label)
  })

  it('sets off the letters that fit, where they stand', () => {
    const [match] = matching(headings, '环境整治', [])
    const { entry: found, at } = match ?? { entry: entry(''), at: new Set() }
    expect([...found.label].filter((_, i) => at.has(i)).join('')).toBe('環境整治')
    const [read] = matching(headings, 'rjhj', [])
    expect([...(read?.at ?? [])].map((i) => read?.entry.label[i]).join('')).toBe('人居環境')
  })

  it('is found by what stands beside the name, after what is so called', () => {
    const entries = [entry('甲', { detail: 'budget' }), entry('budget')]
    expect(matching(entries, 'budget', []).map((match) => match.entry.label)).toEqual([
      'budget',
      '甲',
    ])
  })

  it('is, of equals, what was chosen of late; and without anything typed comes first', () => {
    const entries = [entry('text larger'), entry('text smaller'), entry('other')]
    expect(first(entries, 'text', ['text smaller'])).toBe('text smaller')
    const all = matching(entries, ' ', ['other', 'text smaller'])
    expect(all.map((match) => match.entry.label)).toEqual(['other', 'text smaller', 'text larger'])
  })

  it('is every name that is typed whole, among the first of its likes', () => {
    for (const language of ['en', 'zh-Hant', 'zh-Hans'] as const) {
      const entries = entriesIn(language)
      for (const { label } of entries) expect(first(entries, label)).toBe(label)
    }
  })

  it('is an entry of the list, once, with letters of its own label, whatever is typed', () => {
    const entries = [...entriesIn('zh-Hans'), ...headings]
    const typed = constantFrom(...'abcnxyz 环境（）“”\\[(*')
    assert(
      property(array(typed, { maxLength: 6 }), string(), (letters, other) => {
        for (const query of [letters.join(''), other]) {
          const found = matching(entries, query, [])
          const ids = found.map((match) => match.entry.id)
          expect(new Set(ids).size).toBe(ids.length)
          for (const { entry: one, at } of found) {
            expect(Math.max(-1, ...at)).toBeLessThan(one.label.length)
          }
        }
      }),
    )
  })
})
