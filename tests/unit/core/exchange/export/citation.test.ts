import { CanonicalDocument, type Dating } from '../../../../../core/document/document'
import { gbt7714 } from '../../../../../core/exchange/citation'
import { messagesIn } from '../../../../../core/messages/language'
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
      '营口市西市区人民政府. 2019年营口市西市区政府工作报告: 西市区第十六届人民代表大会第二次会议[R/OL]. sjzyihang.com/forum.php?mod=viewthread&ordertype=1&tid=3381.',
    )
    expect(inScript('zh-Hant')).toBe(
      '營口市西市區人民政府. 2019年營口市西市區政府工作報告: 西市區第十六屆人民代表大會第二次會議[R/OL]. sjzyihang.com/forum.php?mod=viewthread&ordertype=1&tid=3381.',
    )
  })

  it('invents no day: neither of posting, nor of looking it up', () => {
    expect(inScript('zh-Hans')).not.toMatch(/[([]\d{4}/)
  })

  it('says of another document what that says of itself', () => {
    expect(gbt7714(canonicalRendition(documentOf('人')))).toBe(
      '作者. small: 場合[R/OL]. (2019-03-23).',
    )
  })

  it('leaves out what nobody knows of a document', () => {
    const { data } = documentOf('人')
    const unknown = { ...data, source: { published: { kind: 'unknown' } } } as const
    expect(gbt7714(canonicalRendition(new CanonicalDocument(unknown)))).toBe('small[R/OL].')
  })
})

describe('a citation in plain words', () => {
  const said = (published: Dating, copied: Dating) =>
    messagesIn.en.export.citation({ title: 'T', author: 'A', published, copied })

  it('gives the day of publication where it is known', () => {
    const published = { kind: 'on', date: '2020-05' } as const
    expect(said(published, { kind: 'unknown' })).toBe('A: T. Published 2020-05.')
  })

  it('else says that it is not known, and what is known of the copy', () => {
    const unknown = { kind: 'unknown' } as const
    expect(said(unknown, { kind: 'on', date: '2021-01-02' })).toBe(
      'A: T. Date of posting unknown; copied 2021-01-02.',
    )
    expect(said(unknown, { kind: 'not-before', date: '2019-03-23' })).toBe(
      'A: T. Date of posting unknown; copied on or after 2019-03-23.',
    )
    expect(said(unknown, unknown)).toBe('A: T.')
  })
})
