import { assert, property, string } from 'fast-check'
import { limits } from '../../../../core/annotation/annotation'
import { fitWords, roomLeft, shorten, typedTags } from '../../../../core/annotation/fit'
import { tagName } from '../../../../core/annotation/tag'
import { anyCharacter } from '../../../support/any-character'

describe('tags that are typed', () => {
  const many = Array.from({ length: limits.tags }, (_, i) => `t${i}`)

  it.each([
    ['', [], { kind: 'names', names: [] }],
    [' \u3000，', [], { kind: 'names', names: [] }],
    ['甲，#乙、甲, ', [], { kind: 'names', names: ['甲', '乙'] }],
    ['\u200b\u2060', [], { kind: 'unseen' }],
    ['#', [], { kind: 'unseen' }],
    ['＃已讀 ', [], { kind: 'names', names: ['已讀'] }],
    ['長'.repeat(limits.tag), [], { kind: 'names', names: ['長'.repeat(limits.tag)] }],
    ['長'.repeat(limits.tag + 1), [], { kind: 'too-long', length: limits.tag + 1 }],
    ['新', many, { kind: 'too-many' }],
    ['#t7', many, { kind: 'names', names: ['t7'] }],
  ] as const)('%j comes to what it can be kept as, or to why not', (typed, others, expected) => {
    expect(typedTags(typed, others)).toEqual(expected)
  })

  it('have the names that they are kept under, whatever was typed', () => {
    assert(
      property(string({ unit: anyCharacter, maxLength: 220 }), (text) => {
        const typed = text.replaceAll(/[,，、]/gu, '')
        const made = typedTags(typed, [])
        const name = tagName(typed)
        const isKept = name !== undefined && name.length <= limits.tag
        expect(made.kind === 'names' ? made.names : []).toEqual(isKept ? [name] : [])
      }),
    )
  })
})

describe('words that are too long', () => {
  it('are shortened between characters, and what was left out is told', () => {
    assert(
      property(string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (text) => {
        const short = shorten(text, 20)
        expect(short.length).toBeLessThanOrEqual(20)
        expect(text.startsWith(short)).toBe(true)
        expect(short).not.toMatch(/\p{Surrogate}/u)
      }),
    )
    const { note, tags, leftOut } = fitWords('字'.repeat(limits.note + 1), [
      '長'.repeat(limits.tag + 1),
    ])
    expect([note.length, roomLeft(note), tags[0]?.length]).toEqual([limits.note, 0, limits.tag])
    expect(leftOut).toEqual(['note-shortened', 'tag-shortened'])
  })
})
