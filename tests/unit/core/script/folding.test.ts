import * as fc from 'fast-check'
import { fold } from '../../../../core/script/folding'
import { canonicalRendition } from '../../../../core/script/rendition'
import { codePointLength } from '../../../../core/text/code-points'
import { textRange } from '../../../../core/text/range'
import { scriptTags } from '../../../../core/text/script-tag'
import { renditionOf, report } from '../../tools/edition/bundled'

const anyText = fc.string({ unit: 'binary' })

describe('fold', () => {
  it.each([
    ['后後'],
    ['里裡裏'],
    ['台臺檯颱'],
    ['发發髮'],
    ['干乾幹'],
    ['系係繫'],
    ['制製'],
    ['复復複覆'],
    ['征徵'],
    ['余餘'],
    ['只隻祇'],
    ['云雲'],
    ['松鬆'],
    ['准準'],
    ['面麵'],
    ['布佈'],
    ['扎紮'],
    ['周週'],
    ['尽盡儘'],
    ['借藉'],
    ['为為爲'],
    ['众眾衆'],
    ['群羣'],
    ['启啟啓'],
    ['卫衛衞'],
    ['着著'],
    ['说說説'],
    ['户戶户'],
    ['污汙'],
    ['划劃畫'],
    ['“”「」"'],
    ["‘『’'"],
    ['0０'],
    ['aAａＡ'],
    [',，'],
    ['—─-－'],
  ])('reads %s as one', (characters) => {
    expect(new Set([...characters].map(fold)).size).toBe(1)
  })

  it.each([['已己'], ['未末'], ['土士'], ['日曰'], ['于干'], ['人入'], ['。，'], ['、，'], ['“‘']])(
    'tells %s apart',
    (characters) => {
      expect(new Set([...characters].map(fold)).size).toBe([...characters].length)
    },
  )

  it('keeps the number of code points, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(codePointLength(fold(text))).toBe(codePointLength(text))
      }),
    )
  })

  it('does nothing a second time', () => {
    fc.assert(fc.property(anyText, (text) => expect(fold(fold(text))).toBe(fold(text))))
    for (let code = 0; code < 0x30000; code++) {
      const once = fold(String.fromCodePoint(code))
      if (fold(once) !== once) throw new Error(`${code.toString(16)} folds on`)
    }
  })

  it('works character by character', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        // Two halves of a surrogate pair become a character only when they meet.
        fc.pre(!/[\uD800-\uDBFF]$/.test(a))
        expect(fold(a + b)).toBe(fold(a) + fold(b))
      }),
    )
  })

  it('has no class so large that it would find anything', async () => {
    const { foldingClasses } = await import('../../../../core/script/folding-table')
    const sizes = foldingClasses.flatMap((line) => line.split(' ')).map((each) => [...each].length)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(6)
  })
})

describe.each(scriptTags)('%s', (tag) => {
  const canonical = report.data.canonicalScript
  const rendition = tag === canonical ? canonicalRendition(report) : renditionOf(tag)

  it('folds to the same text as the edited one, changed stretches aside', () => {
    for (const { block } of report.placed) {
      const wanted = [...fold(block.text)]
      const { text, map } = rendition.block(block.id)
      const shown = [...fold(text)]
      const characters = wanted.flatMap((character, at) => {
        const place = map.toRendered(textRange(at, at + 1))
        const back = map.toCanonical(place)
        const isPlain = back.end - back.start === 1 && place.end - place.start === 1
        return isPlain ? [[character, shown[place.start]]] : []
      })
      expect(characters.map(([, seen]) => seen)).toEqual(characters.map(([read]) => read))
    }
  })
})
