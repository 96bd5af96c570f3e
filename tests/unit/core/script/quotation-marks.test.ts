import * as fc from 'fast-check'
import { convertBlocks } from '../../../../core/script/conversion'
import { englishMarks, inCornerBrackets } from '../../../../core/script/quotation-marks'
import { documentOf } from '../../support/document'

describe('the quotation marks of Taiwan and Hong Kong', () => {
  it.each([
    ['他说：“好。”', '他说：「好。」'],
    ['“甲‘乙’丙”', '「甲『乙』丙」'],
    ['“GDP增长”，“CPI”', '「GDP增长」，「CPI」'],
    ['点击“Start”按钮', '点击「Start」按钮'],
    ['他说‘好’2019年', '他说『好』2019年'],
    ['“𠮷”', '「𠮷」'],
    ['“2019”', '「2019」'],
    ['他說：“It’s a dog’s life,” 然後走了。', '他說：「It’s a dog’s life,」 然後走了。'],
    ['‘It’s’是什么', '『It’s』是什么'],
  ])('are corner brackets for Chinese ones (%s)', (text, expected) => {
    expect(inCornerBrackets(text)).toBe(expected)
  })

  it.each([
    ['“一段，', '「一段，'],
    ['“GDP增长，', '「GDP增长，'],
    ['又一段。”', '又一段。」'],
    ['“‘一段。', '「『一段。'],
    ['又一段。’”', '又一段。』」'],
    ['“甲‘乙”丙', '「甲『乙」丙'],
  ])('are those, too, where a quotation runs through several paragraphs (%s)', (text, expected) => {
    expect(inCornerBrackets(text)).toBe(expected)
  })

  it.each([
    'It’s, O’Neill, Don’t',
    'O’Neill 的书《Don’t》',
    '那是 the ’90s，rock ’n’ roll，’twas。',
    '身高5’10”，重。',
    'the dogs’ dinner 与猫',
    '王小明 said “hello, world” to her.',
    '“Hello,” he said.',
    'The press calls it ‘new’ now.',
    '中文。He said “it’s fine” and left。',
  ])('are left in English words and sentences (%s)', (text) => {
    expect(inCornerBrackets(text)).toBe(text)
  })

  it('are as many as there were, and nothing else is another', () => {
    const unit = fc.constantFrom(...'“”‘’', '甲', '𠮷', '。', 'a', '1', ' ')
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        const converted = inCornerBrackets(text)
        const curved: Readonly<Record<string, string>> = {
          '「': '“',
          '」': '”',
          '『': '‘',
          '』': '’',
        }
        expect(converted).toHaveLength(text.length)
        expect(converted.replaceAll(/[「」『』]/gu, (mark) => curved[mark] ?? mark)).toBe(text)
      }),
    )
  })

  it('are found in the time of reading, whatever they are', () => {
    const many = 20_000
    expect(inCornerBrackets('“'.repeat(many))).toHaveLength(many)
    expect(inCornerBrackets(`${'‘'.repeat(many)}“${'’'.repeat(many)}`)).toHaveLength(2 * many + 1)
  })

  it('stand in the forms of a document', () => {
    const { blocks } = documentOf('“发展”，It’s').data
    const textIn = (tag: 'zh-Hant' | 'zh-Hant-TW' | 'zh-Hant-HK') =>
      convertBlocks(blocks, 'zh-Hans', tag)['p0']?.text
    expect(textIn('zh-Hant')).toBe('“發展”，It’s')
    expect(textIn('zh-Hant-TW')).toBe('「發展」，It’s')
    expect(textIn('zh-Hant-HK')).toBe('「發展」，It’s')
  })
})

describe('the marks of English words', () => {
  const marked = (text: string) => {
    const characters = Array.from(text)
    return englishMarks(text).map(({ start, end }) => characters.slice(start, end).join('') + start)
  }

  it('are those that are not Chinese, by their place in the text', () => {
    expect(marked('𠀀 I don’t 說：“好”，“GDP”')).toEqual(['’7'])
    expect(marked('她說 Zoe said “Why not?” to him。')).toEqual(['“12', '”21'])
    expect(marked('沒有')).toEqual([])
  })
})
