import { copyForms, planOf } from '../../../../core/app/copy-form'
import { citedPassage, passageHtml } from '../../../../core/exchange/copy'
import { canonicalRendition, type Rendition } from '../../../../core/script/rendition'
import { type TextRange, textRange } from '../../../../core/text/range'
import type { ScriptTag } from '../../../../core/text/script-tag'
import { documentOf } from '../../support/document'
import { openReport, renditions } from '../../support/report'
import { placeOf } from './export/support'

const inForm = (tag: ScriptTag): Rendition => {
  const rendition = renditions.find((each) => each.tag === tag)
  if (rendition === undefined) throw new Error(`There is no ${tag}`)
  return rendition
}

describe('a passage to be pasted', () => {
  const copyingOf = (range: TextRange) => ({
    place: { open: openReport, range },
    version: '1.2.3',
    accessed: '2026-11-26',
  })
  const copying = copyingOf(placeOf('砥礪篤行'))

  it('is its text alone', () => {
    expect(citedPassage(inForm('zh-Hans'), copying, 'none')).toBe('砥砺笃行')
  })

  it('has its source on a line of its own, with the place, in its script', () => {
    expect(citedPassage(inForm('zh-Hans'), copying, 'plain')).toBe(
      '砥砺笃行\n——营口市西市区人民政府：《2019年营口市西市区政府工作报告》，西市区第十六届人民代表大会第二次会议，发布日期不详，抄录于 2019-03-23 或以后。一·第1段。',
    )
    expect(citedPassage(inForm('zh-Hant'), copying, 'plain')).toMatch(/\n——營口市西市區人民政府：/)
    expect(citedPassage(inForm('zh-Hant-HK'), copying, 'standard')).toMatch(
      /^砥礪篤行\n營口市西市區人民政府\. .*\[R\/OL\]\..*一·第1段\[2026-11-26\]\./,
    )
    expect(citedPassage(inForm('zh-Hant'), copying, 'apa')).toMatch(
      /^砥礪篤行 \(營口市西市區人民政府, n\.d\., 一, para\. 1\)\n/,
    )
  })

  it('keeps paragraphs apart', () => {
    const range = placeOf('代表：\n現在')
    expect(citedPassage(inForm('zh-Hans'), copyingOf(range), 'none')).toBe('代表：\n现在')
  })

  it('comes in every form: each script, each style; and as a reference alone', () => {
    const plans = copyForms.map((form) => {
      const plan = planOf(form)
      return plan.kind === 'passage' ? `${plan.script} ${plan.style}` : plan.format
    })
    expect(plans).toEqual([
      'hant none',
      'hans none',
      'hant plain',
      'hans plain',
      'hant standard',
      'hans standard',
      'shown chicago',
      'shown apa',
      'csl-json',
      'ris',
      'bibtex',
    ])
  })
})

describe('a passage as HTML', () => {
  it('of one paragraph is words of a line, in the language of the form', () => {
    expect(passageHtml(inForm('zh-Hant-HK'), placeOf('衛生'))).toBe(
      '<span lang="zh-Hant-HK">衞生</span>',
    )
  })

  it('over paragraphs has each as such, headings too', () => {
    const start = placeOf('提出意見').start
    const end = placeOf('一、2018年').end
    expect(passageHtml(inForm('zh-Hans'), textRange(start, end))).toBe(
      '<div lang="zh-Hans"><p>提出意见。</p><h2>一、2018年</h2></div>',
    )
  })

  it('is text, whatever is in it', () => {
    const rendition = canonicalRendition(documentOf('<b>&', '"x"'))
    expect(passageHtml(rendition, textRange(0, 8))).toBe(
      '<div lang="zh-Hant"><p>&lt;b&gt;&amp;</p><p>&quot;x&quot;</p></div>',
    )
  })
})
