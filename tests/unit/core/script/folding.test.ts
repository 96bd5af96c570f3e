import * as fc from 'fast-check'
import { fold, foldedCharacters } from '../../../../core/script/folding'
import { canonicalRendition, mapOf } from '../../../../core/script/rendition'
import { textRange } from '../../../../core/text/range'
import { scriptTags } from '../../../../core/text/script-tag'
import { anyCharacter } from '../../../support/any-character'
import { renditionOf, report } from '../../tools/edition/bundled'

const anyText = fc.string({ unit: anyCharacter })

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

  it('says of every character which code points of the text it comes from', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const characters = [...text]
        const folded = [...foldedCharacters(text)]
        expect(folded.map((one) => one.folded).join('')).toBe(fold(text))
        // In order, one behind the other; and what no character covers is not seen.
        let covered = 0
        for (const one of folded) {
          expect(one.start).toBeGreaterThanOrEqual(covered)
          expect(fold(characters.slice(covered, one.start).join(''))).toBe('')
          expect(one.end).toBeGreaterThan(one.start)
          covered = one.end
        }
        expect(covered).toBeLessThanOrEqual(characters.length)
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

  it('works character by character, each with the marks upon it', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        // Two halves of a surrogate pair become a character only when they meet.
        fc.pre(!/[\uD800-\uDBFF]$/.test(a))
        fc.pre(!/^[\p{M}\p{Default_Ignorable_Code_Point}\p{Cc}\uff9e\uff9f]/u.test(b))
        fc.pre(!/[\p{Default_Ignorable_Code_Point}\p{Cc}]/u.test(a))
        expect(fold(a + b)).toBe(fold(a) + fold(b))
      }),
    )
  })

  it.each([
    ['a Kangxi radical', '\u2f92\u2f93', '見角'],
    ['西 among the radicals', '\u2ec4', '西'],
    ['食 among the radicals', '\u2edd', '食'],
    ['compatibility ideographs', '\uf98e\uf98a', '年力'],
    ['a variation of an ideograph', '西\u{e0100}市', '西市'],
    ['a variation selector', '西\ufe0f市', '西市'],
    ['a soft hyphen', '西\u00ad市', '西市'],
    ['joiners', '西\u200c市\u200d區', '西市區'],
    ['marks of direction', '\u200e西\u202e市', '西市'],
    ['control characters', '西\u0000市\u0007', '西市'],
    ['no-break spaces of no width', '西\ufeff\u2060市', '西市'],
    ['an ideograph in brackets', '㈠', '(一)'],
    ['a long dash', '⸺', '——'],
    ['vertical quotes', '﹁好﹂﹃好﹄', '「好」『好』'],
    ['quotes with a tick', '〝好〞', '「好」'],
    ['half-width katakana', 'ｶﾞ', 'ガ'],
    ['a letter with its accent apart', 'e\u0301', 'é'],
    ['a circle for zero', '二○一九', '二〇一九'],
    ['three dots', '……', '......'],
  ])('reads %s as a reader does', (_, written, read) => {
    expect(fold(written)).toBe(fold(read))
  })

  it('has no class so large that it would find anything', async () => {
    const { foldingClasses } = await import('../../../../core/script/folding-table')
    const sizes = foldingClasses.flatMap((line) => line.split(' ')).map((each) => [...each].length)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(6)
  })
})

describe.each(scriptTags.filter((tag) => tag !== 'zh'))('%s', (tag) => {
  const canonical = report.data.canonicalScript
  const rendition = tag === canonical ? canonicalRendition(report) : renditionOf(tag)

  it('folds to the same text as the edited one, changed stretches aside', () => {
    for (const { block } of report.placed) {
      const wanted = [...block.text].map(fold)
      const rendered = rendition.block(block.id)
      const map = mapOf(rendered)
      const shown = [...rendered.text].map(fold)
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
