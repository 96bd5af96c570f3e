import { sentenceAt } from '../../../../core/document/sentences'
import { trimmed } from '../../../../core/document/trim'
import { codePoints } from '../../../../core/text/code-points'
import { textRange } from '../../../../core/text/range'
import { documentOf } from '../../support/document'

const document = documentOf('　甲乙。丙丁！ ', '第二段𠮷。')

describe('trimming a selection', () => {
  it('leaves out white space at both ends, ideographic spaces included', () => {
    expect(document.slice(trimmed(document, textRange(0, 8)) ?? textRange(0, 0))).toBe(
      '甲乙。丙丁！',
    )
  })

  it('gives nothing for white space alone', () => {
    expect(trimmed(document, textRange(7, 9))).toBeUndefined()
    expect(trimmed(document, textRange(3, 3))).toBeUndefined()
  })

  it('cuts off what reaches beyond the text', () => {
    expect(trimmed(document, textRange(-5, 999))?.end).toBe(document.length)
  })
})

describe('the sentence at a place', () => {
  it('is the one that holds the character, without white space', () => {
    const sentence = sentenceAt(document, codePoints(2))
    expect(sentence && document.slice(sentence)).toBe('甲乙。')
  })

  it('is the next one after a sentence’s end', () => {
    const sentence = sentenceAt(document, codePoints(4))
    expect(sentence && document.slice(sentence)).toBe('丙丁！')
  })

  it('goes on into the next block from a block’s end', () => {
    const sentence = sentenceAt(document, codePoints(8))
    expect(sentence && document.slice(sentence)).toBe('第二段𠮷。')
  })

  it('is none at the text’s end', () => {
    expect(sentenceAt(document, document.length)).toBeUndefined()
  })
})
