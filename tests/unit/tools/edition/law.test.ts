import { readFileSync } from 'node:fs'
import path from 'node:path'
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
    const used = new Set([...items, ...emendations.kept].map(({ why }) => why))
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
    expect(apparatus.sic.map(({ text, meant, certainty }) => [text, meant, certainty])).toEqual([
      ['第十六屆人民代表大會第二次會議上', '在第十六屆人民代表大會第二次會議上', 'certain'],
      ['五月廣場', '吾悅廣場', 'doubtful'],
      ['利用地緣優勢中英保險', '利用地緣優勢，中英保險', 'certain'],
      ['灌區', '罐區', 'probable'],
      ['民生事實', '民生實事', 'certain'],
      ['扶持政策加強與', '扶持政策、加強與', 'certain'],
      ['清醒的認識到', '清醒地認識到', 'probable'],
      ['村收集、鎮處理、區運輸', '村收集、鎮轉運、區處理', 'doubtful'],
      ['江蘇省常熟市金壇區', '江蘇省常州市金壇區', 'certain'],
    ])
    for (const { canonical, text } of apparatus.sic) expect(report.slice(canonical)).toBe(text)
    for (const [i, { found }] of emendations.sic.entries()) {
      expect(apparatus.sic[i]?.text).toBe(found)
    }
  })

  it('keeps what was considered and kept as the source has it', () => {
    expect(apparatus.kept).toHaveLength(emendations.kept.length)
    for (const [i, { canonical, text, word = text, instead }] of apparatus.kept.entries()) {
      expect(report.slice(canonical)).toBe(text)
      expect(emendations.kept[i]?.found).toBe(text)
      expect(word.split(text)).toHaveLength(2)
      expect(instead).not.toContain(text)
      expect(report.text).toContain(word)
    }
  })

  it('never emends a place that it says it kept, nor marks one as a slip', () => {
    const changed = items.map(({ source }) => source)
    for (const { id, source } of emendations.kept) {
      const touching = changed.filter(({ start, end }) => start < source.end && source.start < end)
      expect([id, touching]).toEqual([id, []])
    }
  })
})

/** What decides for a reading, by the reason that it gives: the rule by which the list was reviewed. */
const byHouseStyle = [
  'folded',
  'stray-space',
  'dash',
  '周年→週年',
  '整治周→整治週',
  '盡→儘',
  '占→佔',
  '依托→依託',
  '托管→託管',
  '注→註',
]

describe('what a reading rests on', () => {
  it('is bytes where bytes were lost, and nowhere else', () => {
    for (const { id, kind, basis, bytes } of items) {
      expect([id, basis === 'bytes']).toEqual([id, kind === 'encoding'])
      expect([id, bytes !== undefined]).toEqual([id, kind === 'encoding'])
    }
  })

  it('is house style in the listed words and marks, and nowhere else', () => {
    const listed = items.filter(({ basis }) => basis === 'house-style').map(({ why }) => why)
    expect([...new Set(listed)].toSorted()).toEqual(byHouseStyle.toSorted())
    for (const { id, why, basis } of items) {
      expect([id, basis === 'house-style']).toEqual([id, byHouseStyle.includes(why)])
    }
  })

  it('is one thing for every place that gives one reason', () => {
    const byReason = new Map<string, Set<string>>()
    for (const { why, basis } of items) {
      byReason.set(why, (byReason.get(why) ?? new Set()).add(basis))
    }
    expect([...byReason].filter(([, bases]) => bases.size > 1)).toEqual([])
  })

  it('is told of in the decision on orthography, word by word', () => {
    const decision = readFileSync(
      path.join(__dirname, '../../../../docs/decisions/edition-orthography.md'),
      'utf8',
    )
    const words = apparatus.emendations.flatMap(({ kind, basis, word }) =>
      kind === 'orthography' && basis === 'house-style' && word ? [word.reading] : [],
    )
    expect(words).toHaveLength(9)
    expect(words.filter((word) => !decision.includes(word))).toEqual([])
  })
})
