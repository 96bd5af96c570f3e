import { applyEmendations } from '../../../../tools/edition/apply-emendations'
import { publishedForm } from '../../../../tools/edition/as-published'
import type { EmendationItem } from '../../../../tools/edition/emendations-file'
import { blocksFromMarkdown } from '../../../../tools/edition/markdown'

const item = (
  kind: EmendationItem['kind'],
  start: number,
  found: string,
  reading: string,
): EmendationItem => ({
  id: `${kind}-${start}`,
  kind,
  basis: 'sense',
  source: { start, end: start + [...found].length },
  found,
  reading,
  why: 'test',
})

const published = (source: string, markdown: string, items: readonly EmendationItem[]) => {
  const segments = applyEmendations(source, items)
  return publishedForm(segments, blocksFromMarkdown(markdown)).blocks
}

describe('publishedForm', () => {
  it('shows no chrome, within a line or around it', () => {
    const blocks = published('欄\n甲\n乙欄', '甲\n\n乙', [
      item('chrome', 0, '欄\n', ''),
      item('chrome', 5, '欄', ''),
    ])
    expect(blocks).toEqual({ '0.p1': { text: '甲' }, '0.p2': { text: '乙' } })
  })

  it('maps character for character where one stands for one', () => {
    const blocks = published('制,造', '製，造', [
      item('orthography', 0, '制', '製'),
      item('punctuation', 1, ',', '，'),
    ])
    expect(blocks).toEqual({ '0.p1': { text: '制,造' } })
  })

  it('keeps a stray space, and shows it for nothing', () => {
    const blocks = published('甲 乙', '甲乙', [item('punctuation', 1, ' ', '')])
    expect(blocks['0.p1']).toEqual({
      text: '甲 乙',
      stretches: [{ canonical: { start: 1, end: 1 }, rendered: { start: 1, end: 2 } }],
    })
  })

  it('maps a damaged run as a whole, even where the lengths agree', () => {
    const blocks = published('甲?丙', '甲乙丙', [item('encoding', 1, '?', '乙')])
    expect(blocks['0.p1']?.stretches).toEqual([
      { canonical: { start: 1, end: 2 }, rendered: { start: 1, end: 2 } },
    ])
  })

  it('refuses a source whose lines are not the blocks', () => {
    expect(() => published('甲\n乙', '甲', [])).toThrow('2 lines for 1 blocks')
  })
})
