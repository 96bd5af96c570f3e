import type { CanonicalDocument } from '../../../../core/document/document'
import { excerptOf, excerptOfText } from '../../../../core/search/excerpt'
import { SearchText } from '../../../../core/search/search-text'
import { codePointLength } from '../../../../core/text/code-points'
import { textRange } from '../../../../core/text/range'
import type { ScriptTag } from '../../../../core/text/script-tag'
import { renditions, report } from '../../support/report'
import { apparatus } from '../../tools/edition/bundled'

const find = ({ text }: CanonicalDocument, query: string) => new SearchText(text).find(query)

const shownIn = (tag: ScriptTag, query: string) => {
  const rendition = renditions.find((each) => each.tag === tag)
  const [hit] = find(report, query)
  if (rendition === undefined || hit === undefined) throw new Error(`${query} is not there`)
  return excerptOf(rendition, hit)
}

describe('an excerpt', () => {
  it('shows the sentence of a match in the form that is shown', () => {
    expect(shownIn('zh-Hant', '予审议')).toEqual({
      before: '我代表區政府向大會報告工作，請',
      match: '予審議',
      after: '，並請政協委員和其他列席會議的同志提出意見。',
    })
    expect(shownIn('zh-Hans', '予審議').match).toBe('予审议')
  })

  it('stays within the sentence', () => {
    expect(shownIn('zh-Hant', '一年來').before).toBe('')
  })

  it('begins with a clause where the sentence is long, never with a mark that closes', () => {
    expect(shownIn('zh-Hans', '项目建设新突破').before).toBe('全力以赴寻求招商选资和')
    expect(
      excerptOfText('“抓大項目就是抓大發展，”全力以赴尋求招商', textRange(19, 21)).before,
    ).toBe('全力以赴尋求')
  })

  it('of a match over two paragraphs shows both', () => {
    expect(shownIn('zh-Hant', '代表： 現在')).toEqual({
      before: '各位',
      match: '代表：\n現在',
      after: '，我代表區政府向大會報告工作，請予審議，並請政協委員和其他列…',
    })
  })

  it('of every place stays short, in every form', () => {
    for (const rendition of renditions) {
      for (const hit of find(report, '展')) {
        const { before, match, after } = excerptOf(rendition, hit)
        expect(match).not.toBe('')
        expect(codePointLength(before)).toBeLessThanOrEqual(17)
        expect(codePointLength(after)).toBeLessThanOrEqual(31)
      }
    }
  })

  it('shows a damaged run once, as one piece', () => {
    const source = renditions.find(({ tag }) => tag === 'source')
    // The reading of a run whose lead byte was lost; it and the damage correspond only as a whole.
    const [emended] = apparatus.emendations.filter(({ kind }) => kind === 'encoding')
    if (source === undefined || emended === undefined) throw new Error('Nothing is damaged')
    const stretch = emended.canonical
    const inside = textRange(stretch.start + 1, stretch.start + 2)
    const { before, match, after } = excerptOf(source, inside)
    expect(match).toBe(source.slice(stretch))
    expect(before).not.toContain(match.slice(-4))
    expect(after).not.toContain(match.slice(0, 4))
  })

  it('of a note is on one line', () => {
    const note = '第一點\n\n第二點：復核'
    expect(excerptOfText(note, textRange(9, 11))).toEqual({
      before: '第一點 第二點：',
      match: '復核',
      after: '',
    })
  })
})
