import { sentenceBefore } from '../../../../core/document/sentences'
import { wholeWords, wordAt, wordBefore, wordFrom, wordStep } from '../../../../core/document/words'
import { codePoints } from '../../../../core/text/code-points'
import { type TextRange, textRange } from '../../../../core/text/range'
import { documentOf } from '../../support/document'

const document = documentOf('政府工作，報告𠮷。', '第二段。')
const words = (range: TextRange | undefined) => range && document.slice(range)

describe('words', () => {
  it('are found under a character, and not on punctuation or at a line break', () => {
    expect(words(wordAt(document, codePoints(1)))).toBe('政府')
    expect(wordAt(document, codePoints(4))).toBeUndefined()
    expect(wordAt(document, codePoints(9))).toBeUndefined()
  })

  it('are taken whole where a passage begins or ends in one', () => {
    expect(words(wholeWords(document, textRange(1, 6)))).toBe('政府工作，報告')
    expect(words(wholeWords(document, textRange(4, 5)))).toBe('，')
  })

  it('follow one another over punctuation and into the next block', () => {
    const found: string[] = []
    for (let word = wordFrom(document, codePoints(0)); word; word = wordFrom(document, word.end)) {
      found.push(document.slice(word))
    }
    expect(found.slice(0, 3)).toEqual(['政府', '工作', '報告'])
    expect(found.join('')).toBe('政府工作報告𠮷第二段')
  })

  it('are walked back over in the same steps', () => {
    const on: TextRange[] = []
    for (let word = wordFrom(document, codePoints(0)); word; word = wordFrom(document, word.end)) {
      on.push(word)
    }
    const back: TextRange[] = []
    for (let word = wordBefore(document, document.length); word; ) {
      back.unshift(word)
      word = wordBefore(document, word.start)
    }
    expect(back).toEqual(on)
  })

  it('are none behind the last and before the first', () => {
    expect(wordFrom(document, document.length)).toBeUndefined()
    expect(wordBefore(document, codePoints(0))).toBeUndefined()
  })
})

describe('a step by words', () => {
  it('goes to a word’s end onward and to a word’s start back', () => {
    expect(wordStep(document, codePoints(0), 1)).toBe(2)
    expect(wordStep(document, codePoints(1), 1)).toBe(2)
    expect(wordStep(document, codePoints(4), 1)).toBe(7)
    expect(wordStep(document, codePoints(5), -1)).toBe(2)
    expect(wordStep(document, codePoints(3), -1)).toBe(2)
  })

  it('stays in the text', () => {
    expect(wordStep(document, document.length, 1)).toBe(document.length)
    expect(wordStep(document, codePoints(0), -1)).toBe(0)
  })
})

describe('the sentence before a place', () => {
  it('is in the block before where the block begins', () => {
    const sentence = sentenceBefore(document, codePoints(10))
    expect(words(sentence)).toBe('政府工作，報告𠮷。')
  })

  it('is none before the first', () => {
    expect(sentenceBefore(document, codePoints(0))).toBeUndefined()
  })
})
