import * as fc from 'fast-check'
import { sentenceAt, sentenceBefore } from '../../../../core/document/sentences'
import { trimmed } from '../../../../core/document/trim'
import { charactersOf, codePoints } from '../../../../core/text/code-points'
import { type TextRange, textRange } from '../../../../core/text/range'
import { documentOf } from '../../support/document'
import { report } from '../../support/report'

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

describe('a quotation mark at a sentence’s edge', () => {
  it('opens what follows it, where the report quotes', () => {
    for (const [before, after] of [
      ['計總投資94億元。', '“走出去、請進來”'],
      ['前安置率達48%。', '“智慧物業服務平臺”'],
    ] as const) {
      const at = charactersOf(report.text.slice(0, report.text.indexOf(before))).length
      const sentence = sentenceAt(report, codePoints(at))
      expect(sentence && report.slice(sentence)).toMatch(new RegExp(`${before}$`, 'u'))
      const next = sentence && sentenceAt(report, sentence.end)
      expect(next && report.slice(next).startsWith(after)).toBe(true)
    }
  })

  it('closes what went before it', () => {
    expect(sentences('他說：“甲。”乙。')).toEqual(['他說：“甲。”', '乙。'])
  })

  it('opens in whatever text; and the sentences hold all of it, each character once', () => {
    const texts = fc.array(fc.constantFrom(...'甲乙𠮷。！？“”「」『』《》（），；　 '), {
      minLength: 1,
    })
    fc.assert(
      fc.property(texts, (characters) => {
        const text = characters.join('')
        const found = sentences(text)
        expect(found.join('').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''))
        expect(found.slice(0, -1).join('\n')).not.toMatch(
          /[^“「『《（\s][“「『《（\s]*[“「『《（]$/mu,
        )
      }),
    )
  })

  it('is kept with its sentence on the way back, too', () => {
    const quoted = documentOf('甲。“乙。”丙。')
    const back = (at: number) => sentenceBefore(quoted, codePoints(at))
    expect(wordsOf(back(quoted.length))).toBe('丙。')
    expect(wordsOf(back(6))).toBe('“乙。”')
    function wordsOf(range: TextRange | undefined) {
      return range && quoted.slice(range)
    }
  })
})

/** The sentences of one block, as S goes through them. */
function sentences(text: string): readonly string[] {
  const one = documentOf(text)
  const found: string[] = []
  for (let at = 0; at < one.length; ) {
    const sentence = sentenceAt(one, codePoints(at))
    if (sentence === undefined) break
    found.push(one.slice(sentence))
    at = sentence.end
  }
  return found
}
