import { blocksFromMarkdown } from '../../../../tools/edition/markdown'

describe('blocksFromMarkdown', () => {
  it('names blocks by their place in the structure', () => {
    const markdown =
      '# 題\n\n引言\n\n## 一\n\n段\n\n### （一）\n\n甲\n\n乙\n\n### （二）\n\n丙\n\n## 二\n\n丁'
    expect(blocksFromMarkdown(markdown).map(({ id }) => id)).toEqual([
      '0',
      '0.p1',
      '1',
      '1.p1',
      '1.1',
      '1.1.p1',
      '1.1.p2',
      '1.2',
      '1.2.p1',
      '2',
      '2.p1',
    ])
  })

  it('reads a run-in heading, its full stop included', () => {
    expect(blocksFromMarkdown('**工作“回頭看”**。其餘')).toEqual([
      { id: '0.p1', kind: 'paragraph', role: 'body', runIn: 8, text: '工作“回頭看”。其餘' },
    ])
  })

  it('gives a paragraph the role that is named for it', () => {
    const [salutation] = blocksFromMarkdown('各位代表：', { '0.p1': 'salutation' })
    expect(salutation).toMatchObject({ role: 'salutation' })
  })

  it('reads an escaped sign as the character', () => {
    expect(blocksFromMarkdown('甲\\*乙\\*丙').map(({ text }) => text)).toEqual(['甲*乙*丙'])
  })

  it.each([
    ['a list', '- 甲'],
    ['a fourth level', '#### 甲'],
    ['emphasis', '甲*乙*丙'],
    ['bold inside a paragraph', '甲 **乙** 丙'],
    ['a link', '甲<https://example.org>'],
    ['raw HTML', '甲<b>乙</b>'],
    ['a line break inside a paragraph', '甲\n乙'],
    ['a run-in heading without full stop', '**甲**，乙'],
    ['a table', '| 甲 |\n|---|\n| 乙 |'],
  ])('refuses %s', (_what, markdown) => {
    expect(() => blocksFromMarkdown(markdown)).toThrow(/^(The edition has|A block is|A run-in)/)
  })

  it('refuses a role for a block that is not there', () => {
    expect(() => blocksFromMarkdown('甲', { '9.p9': 'speaker' })).toThrow('9.p9')
  })
})
