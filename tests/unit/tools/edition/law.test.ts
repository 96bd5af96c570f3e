import { applyEmendations, readingOf } from '../../../../tools/edition/apply-emendations'
import { blocksFromMarkdown } from '../../../../tools/edition/markdown'
import { apparatus, input, report } from './bundled'

const { sourceText, markdown, emendations, meta } = input
const items = emendations.emendations
const segments = applyEmendations(sourceText, items)

/** What each kind may exchange for what. */
const punctuationMarks: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '(': '（',
  ')': '）',
  '!': '！',
  ' ': '',
  '──': '——',
}

const kept = (text: string) => text.match(/[0-9A-Za-z.%\-《》“”、。]/g)?.join('')

describe('the law of the edition', () => {
  it('leads from the source through the emendations to the edited text, character by character', () => {
    const blocks = blocksFromMarkdown(markdown, meta.roles)
    const edited = blocks.map(({ text }) => text).join('\n')
    expect(readingOf(segments)).toBe(edited)
    expect(report.text).toBe(edited)
  })

  it('leaves nothing of the source over', () => {
    expect(segments.map(({ found }) => found).join('')).toBe(sourceText)
    const copied = segments.filter(({ change }) => change === undefined)
    for (const { found, reading } of copied) expect(reading).toBe(found)
  })

  it('changes something at every place, and only there', () => {
    for (const { id, found, reading } of items) expect([id, reading]).not.toEqual([id, found])
  })

  it('gives every item an id of its own', () => {
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
  })

  it('uses every reason that it lists', () => {
    const used = new Set(items.map(({ why }) => why))
    expect(Object.keys(emendations.reasons).filter((key) => !used.has(key))).toEqual([])
  })

  it('exchanges one character for one in orthography, with the word it stands in', () => {
    for (const item of items.filter(({ kind }) => kind === 'orthography')) {
      expect([...item.found]).toHaveLength(1)
      expect([...item.reading]).toHaveLength(1)
      expect(item.word).toContain(item.found)
    }
  })

  it('changes marks and spaces only under punctuation', () => {
    for (const { found, reading } of items.filter(({ kind }) => kind === 'punctuation')) {
      expect([found, reading]).toEqual([found, punctuationMarks[found]])
    }
  })

  it('removes chrome whole and reads nothing for it', () => {
    for (const { reading } of items.filter(({ kind }) => kind === 'chrome'))
      expect(reading).toBe('')
  })

  it('leaves figures, Latin letters and titles as they stand', () => {
    const outside = segments
      .filter(({ change }) => change?.kind !== 'chrome' && change?.kind !== 'encoding')
      .reduce(
        (texts, { found, reading }) => ({ found: texts.found + found, read: texts.read + reading }),
        { found: '', read: '' },
      )
    expect(kept(outside.read)).toBe(kept(outside.found))
  })
})

describe('the apparatus', () => {
  it('places every emendation where its reading stands', () => {
    expect(apparatus.emendations).toHaveLength(items.length)
    for (const { canonical, reading } of apparatus.emendations) {
      expect(report.slice(canonical)).toBe(reading)
    }
  })

  it('shows every emended character in its word and its sentence', () => {
    const characters = apparatus.emendations.filter(({ kind }) => kind === 'orthography')
    for (const { word, reading, sentence } of characters) {
      expect(word?.reading).toContain(reading)
      expect(sentence).toContain(word?.reading)
    }
  })

  it('marks the slips of the author and leaves them as they are', () => {
    expect(apparatus.sic.map(({ text, meant }) => [text, meant])).toEqual([
      ['利用地緣優勢中英保險', '利用地緣優勢，中英保險'],
      ['灌區', '罐區'],
      ['民生事實', '民生實事'],
      ['江蘇省常熟市金壇區', '江蘇省常州市金壇區'],
    ])
    for (const { canonical, text } of apparatus.sic) expect(report.slice(canonical)).toBe(text)
    for (const [i, { found }] of emendations.sic.entries()) {
      expect(apparatus.sic[i]?.text).toBe(found)
    }
  })
})
