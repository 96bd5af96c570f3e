import {
  codePointName,
  formsOf,
  writtenForOneAnother,
} from '../../../../core/script/character-forms'
import { textRange } from '../../../../core/text/range'
import { renditions, report } from '../../support/report'

describe('characters in their forms', () => {
  it('are those of each rendition, in its order', () => {
    const at = report.text.indexOf('複雜')
    expect(formsOf(renditions, textRange(at, at + 2))).toEqual([
      { tag: 'zh-Hant', characters: ['複', '雜'] },
      { tag: 'zh-Hans', characters: ['复', '杂'] },
      { tag: 'zh-Hant-TW', characters: ['複', '雜'] },
      { tag: 'zh-Hant-HK', characters: ['複', '雜'] },
      { tag: 'source', characters: ['復', '雜'] },
    ])
  })

  it('have the number that Unicode gives them, beyond the first plane too', () => {
    expect(codePointName('發')).toBe('U+767C')
    expect(codePointName(',')).toBe('U+002C')
    expect(codePointName('𠗣')).toBe('U+205E3')
  })

  it('stand with those that are written for them in some script or region', () => {
    expect(writtenForOneAnother('發')).toEqual(['发', '發', '髮'])
    expect(writtenForOneAnother('髮')).toEqual(['发', '發', '髮'])
    expect(writtenForOneAnother('一')).toEqual([])
  })
})
