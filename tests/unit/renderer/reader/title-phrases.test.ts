import { sliceCodePoints } from '../../../../core/text/code-points'
import { titlePhrases } from '../../../../renderer/reader/title-phrases'

const parts = (title: string) =>
  titlePhrases(title, 'zh').map(({ start, end }) => sliceCodePoints(title, start, end))

describe('a title', () => {
  it.each([
    ['2019年營口市西市區政府工作報告', ['2019年營口市西市區', '政府', '工作', '報告']],
    ['2019年营口市西市区政府工作报告', ['2019年营口市西市区', '政府', '工作', '报告']],
    ['紅樓夢', ['紅樓夢']],
  ])('may be broken between its words, but not within a name: %s', (title, phrases) => {
    expect(parts(title)).toEqual(phrases)
    expect(parts(title).join('')).toBe(title)
  })
})
