import { gbt7714 } from '../../../../../core/exchange/citation'
import { canonicalRendition } from '../../../../../core/script/rendition'
import type { ScriptTag } from '../../../../../core/text/script-tag'
import { documentOf } from '../../../support/document'
import { renditions } from '../../../support/report'

const inScript = (tag: ScriptTag): string => {
  const rendition = renditions.find((each) => each.tag === tag)
  return rendition === undefined ? '' : gbt7714(rendition)
}

describe('an entry by GB/T 7714', () => {
  it('names a report published online, in the script of the text', () => {
    expect(inScript('zh-Hans')).toBe(
      '营口市西市区人民政府. 2019年营口市西市区政府工作报告: 西市区第十六届人民代表大会第二次会议[R/OL]. (2019-03-23).',
    )
    expect(inScript('zh-Hant')).toBe(
      '營口市西市區人民政府. 2019年營口市西市區政府工作報告: 西市區第十六屆人民代表大會第二次會議[R/OL]. (2019-03-23).',
    )
  })

  it('invents no address and no day of looking it up', () => {
    expect(inScript('zh-Hans')).not.toMatch(/http|\[\d{4}/)
  })

  it('says of another document what that says of itself', () => {
    expect(gbt7714(canonicalRendition(documentOf('人')))).toBe(
      '作者. small: 場合[R/OL]. (2019-03-23).',
    )
  })
})
