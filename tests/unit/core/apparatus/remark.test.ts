import {
  isIn,
  neighbour,
  remarksAt,
  remarksIn,
  remarksOf,
  setOf,
} from '../../../../core/apparatus/remark'
import { codePoints } from '../../../../core/text/code-points'
import { rangeLength, textRange } from '../../../../core/text/range'
import { apparatus, report } from '../../tools/edition/bundled'

const remarks = remarksOf(report, apparatus)

describe('remarks on the text', () => {
  it('are all that the apparatus holds, in text order, and nothing on what surrounds the text', () => {
    const chrome = apparatus.emendations.filter(({ kind }) => kind === 'chrome').length
    const explained = apparatus.explanations.reduce((sum, { places }) => sum + places.length, 0)
    expect(remarks).toHaveLength(
      apparatus.emendations.length -
        chrome +
        apparatus.sic.length +
        apparatus.kept.length +
        explained,
    )
    expect(new Set(remarks.map(({ id }) => id)).size).toBe(remarks.length)
    const starts = remarks.map(({ range }) => range.start)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  })

  it('never have an empty place: a space that was taken out is shown by its neighbours', () => {
    expect(remarks.every(({ range }) => rangeLength(range) > 0)).toBe(true)
    const space = remarks.find(({ id }) => id === 'punctuation-53')
    expect(space && report.slice(space.range)).toBe('”6')
  })

  it('are found by a character, the shortest place first, and by a passage', () => {
    const at = codePoints(report.text.indexOf('複雜'))
    const onText = remarks.filter((remark) => isIn('text', remark))
    expect(remarksAt(onText, at).map(({ id }) => id)).toEqual(['orthography-2'])
    const passage = textRange(at, at + 2)
    expect(remarksIn(onText, passage).map(({ id }) => id)).toEqual(['orthography-2'])
    expect(remarksAt(onText, codePoints(at + 1))).toEqual([])
  })

  it('have neighbours, from one of them or from a place in the text', () => {
    const words = remarks.filter((remark) => isIn('words', remark))
    const [first, second] = words
    expect(neighbour(words, 1, undefined, 0)).toBe(first)
    expect(neighbour(words, 1, first?.id, 0)).toBe(second)
    expect(neighbour(words, -1, second?.id, 0)).toBe(first)
    expect(neighbour(words, -1, first?.id, 0)).toBeUndefined()
    expect(neighbour(words, -1, undefined, report.length)).toBe(words.at(-1))
    expect(words.some(({ id }) => id.startsWith('punctuation'))).toBe(false)
  })

  it('are each in one narrowest set, and explanations in no other', () => {
    for (const remark of remarks) {
      const sets = (['words', 'text', 'explanations'] as const).filter((set) => isIn(set, remark))
      expect(sets[0]).toBe(setOf(remark))
      expect(sets.includes('explanations')).toBe(remark.kind === 'explanation')
    }
  })
})
