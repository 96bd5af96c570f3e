import { charactersOf } from '../../../../core/text/code-points'
import { quotationBreaks } from '../../../../renderer/reader/quotation-breaks'

/** The text with a stroke wherever a line may be broken besides. */
function broken(text: string): string {
  const characters: string[] = charactersOf(text)
  for (const { range, side } of quotationBreaks(text)) {
    const sign = characters[range.start] ?? ''
    characters[range.start] = side === 'before' ? `|${sign}` : `${sign}|`
  }
  return characters.join('')
}

describe('the marks of a quotation of letters or figures', () => {
  it.each([
    ['民心網、“12345”市民', '民心網、|“12345”|市民'],
    ['𠀀系統‘Windows’用𠀀', '𠀀系統|‘Windows’|用𠀀'],
    ['增長“8%”左右', '增長|“8%”|左右'],
    ['熱線“12345”。', '熱線|“12345”。'],
  ])('may begin a line behind Han characters, and end it before them: %s', (text, wanted) => {
    expect(broken(text)).toBe(wanted)
  })

  it.each(['推進“五位一體”總體', '（“12345”）', 'he said “yes” to it', 'don’t', '“12345”、'])(
    'are left alone where the engine is right: %s',
    (text) => {
      expect(broken(text)).toBe(text)
    },
  )
})
