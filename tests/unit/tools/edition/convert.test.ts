import type { Block } from '../../../../core/document/block'
import { codePoints } from '../../../../core/text/code-points'
import { convertBlocks } from '../../../../tools/edition/convert'

const paragraph = (text: string): Block => ({
  id: 'p',
  kind: 'paragraph',
  role: 'body',
  runIn: codePoints(0),
  text,
})

const source = {
  author: '營口市',
  occasion: '“甲”大會',
  published: { kind: 'unknown' },
} as const

const hongKong = (text: string, overrides: Parameters<typeof convertBlocks>[3] = []) =>
  convertBlocks('zh-Hant-HK', [paragraph(text)], source, overrides).blocks.p?.text

describe('convertBlocks', () => {
  it('sets corner brackets in Taiwan and Hong Kong', () => {
    expect(hongKong('“甲‘乙’”')).toBe('「甲『乙』」')
  })

  it('converts what a citation names', () => {
    expect(convertBlocks('zh-Hans', [], source, []).source).toEqual({
      author: '营口市',
      occasion: '“甲”大会',
    })
    expect(convertBlocks('zh-Hant-TW', [], source, []).source?.occasion).toBe('「甲」大會')
  })

  it('lets an editor overrule the converter', () => {
    const override = { tag: 'zh-Hant-HK', found: '税', wanted: '稅', why: '' } as const
    expect(hongKong('稅')).toBe('税')
    expect(hongKong('稅', [override])).toBe('稅')
  })

  it('refuses an override that has nothing to overrule', () => {
    const override = { tag: 'zh-Hant-HK', found: '税', wanted: '稅', why: '' } as const
    expect(() => hongKong('甲', [override])).toThrow('The override of 税 in zh-Hant-HK is stale')
  })
})
