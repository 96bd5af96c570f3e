import * as fc from 'fast-check'
import type { Block } from '../../../../core/document/block'
import { convertBlocks } from '../../../../core/script/conversion'
import { convertedTags } from '../../../../core/script/conversion-forms'
import { writtenScript } from '../../../../core/script/written-script'
import { codePoints } from '../../../../core/text/code-points'
import { openReport } from '../../support/report'

const paragraphs = (...texts: readonly string[]): readonly Block[] =>
  texts.map((text, i) => ({
    id: `p${i}`,
    kind: 'paragraph',
    role: 'body',
    runIn: codePoints(0),
    text,
  }))

const textsIn = (tag: 'zh-Hant' | 'zh-Hans' | 'zh-Hant-TW' | 'zh-Hant-HK') =>
  openReport.document.placed.map(({ block }) => openReport.renditionOf(tag).block(block.id).text)

/** What each paragraph was found to be in, of those that are not in the document's script. */
const scriptsIn = (blocks: readonly Block[]) => blocks.map(({ script }) => script)

const traditional = '各位代表，現在我代表區政府向大會報告工作，請予審議。'
const simplified = '各位代表，现在我代表区政府向大会报告工作，请予审议。'

describe('the script of a document', () => {
  it.each([
    ['a line that both write alike', ['人之初'], 'zh-Hant'],
    ['Simplified characters that are Traditional too', ['皇后在后面'], 'zh-Hans'],
    ['English', ['The quick brown fox'], null],
    ['English with a Chinese word', [`The word 發 is one of ${'this text '.repeat(9)}`], null],
    ['Japanese', ['日本語の文章です。カタカナもあります。'], null],
    ['Korean', ['나는 학교에 갑니다.', '大韓民國'], null],
    ['Chinese with a word in Japanese', [simplified.repeat(3), '他们去唱カラオケ。'], 'zh-Hans'],
    ['nothing', [''], null],
  ])('is known of %s', (_name, texts, script) => {
    const written = writtenScript(paragraphs(...texts))
    expect(written.script).toBe(script)
    expect(scriptsIn(written.blocks)).toEqual(texts.map(() => undefined))
  })

  it.each(convertedTags)('is one of the report in %s, to the last paragraph', (tag) => {
    const { script, blocks } = writtenScript(paragraphs(...textsIn(tag)))
    expect(script).toBe(tag === 'zh-Hans' ? 'zh-Hans' : 'zh-Hant')
    expect(scriptsIn(blocks).filter((one) => one !== undefined)).toEqual([])
  })

  it('is both where paragraphs are in either; what could be either goes with what stands before it', () => {
    const texts = ['人之初', simplified, '第一章', traditional, '人之初', traditional, simplified]
    const { script, blocks } = writtenScript(paragraphs(...texts))
    expect(script).toBe('zh')
    expect(scriptsIn(blocks)).toEqual([
      'zh-Hans',
      'zh-Hans',
      'zh-Hans',
      'zh-Hant',
      'zh-Hant',
      'zh-Hant',
      'zh-Hans',
    ])
  })

  it('is that of the whole where a little of it is quoted in the other, which is known as that', () => {
    const { script, blocks } = writtenScript(
      paragraphs(...Array.from({ length: 60 }, () => simplified), traditional),
    )
    expect(script).toBe('zh-Hans')
    expect(scriptsIn(blocks).at(-1)).toBe('zh-Hant')
    expect(scriptsIn(blocks).filter((one) => one !== undefined)).toHaveLength(1)
  })

  it('is found paragraph by paragraph in any mixture of the report’s two forms', () => {
    const both = [textsIn('zh-Hant'), textsIn('zh-Hans')] as const
    const long = both[0].flatMap((text, i) => (Array.from(text).length > 30 ? [i] : []))
    const mixture = fc
      .array(fc.tuple(fc.constantFrom(...long), fc.boolean()), { minLength: 4, maxLength: 20 })
      .filter((parts) => new Set(parts.map(([, isSimplified]) => isSimplified)).size === 2)
    fc.assert(
      fc.property(mixture, (parts) => {
        const { script, blocks } = writtenScript(
          paragraphs(...parts.map(([i, isSimplified]) => both[isSimplified ? 1 : 0][i] ?? '')),
        )
        fc.pre(script === 'zh')
        expect(scriptsIn(blocks)).toEqual(
          parts.map(([, isSimplified]) => (isSimplified ? 'zh-Hans' : 'zh-Hant')),
        )
      }),
    )
  })
})

describe('the forms of a document in both scripts', () => {
  it('are each in one script, and what is in it already stays as it is', () => {
    const { blocks } = writtenScript(paragraphs(traditional, simplified, '范先生著書，長髮及腰'))
    const form = (tag: (typeof convertedTags)[number]) =>
      blocks.map(({ id }) => convertBlocks(blocks, 'zh', tag)[id]?.text)
    expect(form('zh-Hant')).toEqual([traditional, traditional, '范先生著書，長髮及腰'])
    expect(form('zh-Hans')).toEqual([simplified, simplified, '范先生著书，长发及腰'])
    expect(form('zh-Hant-TW')).toEqual([traditional, traditional, '范先生著書，長髮及腰'])
  })

  it('leave a Traditional quotation in a Simplified document as it is in Traditional', () => {
    const { blocks } = writtenScript(
      paragraphs(...Array.from({ length: 60 }, () => simplified), '范先生長髮，著書於皇后大道'),
    )
    expect(convertBlocks(blocks, 'zh-Hans', 'zh-Hant')['p60']?.text).toBe(
      '范先生長髮，著書於皇后大道',
    )
  })
})
