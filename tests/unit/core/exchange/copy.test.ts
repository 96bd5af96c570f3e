import { citationOfForm, copyForms, scriptOfForm } from '../../../../core/app/copy-form'
import { citedPassage, passageHtml } from '../../../../core/exchange/copy'
import { canonicalRendition, type Rendition } from '../../../../core/script/rendition'
import { textRange } from '../../../../core/text/range'
import type { ScriptTag } from '../../../../core/text/script-tag'
import { documentOf } from '../../support/document'
import { renditions } from '../../support/report'
import { placeOf } from './export/support'

const inForm = (tag: ScriptTag): Rendition => {
  const rendition = renditions.find((each) => each.tag === tag)
  if (rendition === undefined) throw new Error(`There is no ${tag}`)
  return rendition
}

describe('a passage to be pasted', () => {
  const place = placeOf('砥礪篤行')

  it('is its text alone', () => {
    expect(citedPassage(inForm('zh-Hans'), place, 'none')).toBe('砥砺笃行')
  })

  it('has its source on a line of its own, in its script', () => {
    expect(citedPassage(inForm('zh-Hans'), place, 'plain')).toBe(
      '砥砺笃行\n——营口市西市区人民政府：《2019年营口市西市区政府工作报告》，西市区第十六届人民代表大会第二次会议，发布日期不详，抄录于 2019-03-23 或以后。',
    )
    expect(citedPassage(inForm('zh-Hant'), place, 'plain')).toMatch(/\n——營口市西市區人民政府：/)
    expect(citedPassage(inForm('zh-Hant-HK'), place, 'standard')).toMatch(
      /^砥礪篤行\n營口市西市區人民政府\. .*\[R\/OL\]\./,
    )
  })

  it('keeps paragraphs apart', () => {
    const text = citedPassage(inForm('zh-Hans'), placeOf('代表：\n現在'), 'none')
    expect(text).toBe('代表：\n现在')
  })

  it('comes in every form: each script without, with and with the formal citation', () => {
    const forms = copyForms.map((form) => `${scriptOfForm(form)} ${citationOfForm(form)}`)
    expect(forms).toEqual([
      'hant none',
      'hans none',
      'hant plain',
      'hans plain',
      'hant standard',
      'hans standard',
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
