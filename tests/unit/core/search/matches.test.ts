import { matches } from '../../../../core/search/matches'

describe('a text', () => {
  it.each([
    ['復核數據', '复核'],
    ['复核数据', '復核'],
    ['See “改革”', '「改革」'],
    ['TODO: Ask', 'todo'],
    ['第１２條', '12条'],
  ])('%s holds %s', (text, query) => expect(matches(text, query)).toBe(true))

  it('does not hold what is not in it', () => {
    expect(matches('復核數據', '複印')).toBe(false)
    expect(matches('', '復')).toBe(false)
  })

  it('holds a query of nothing', () => {
    for (const query of ['', ' ', '\u3000']) expect(matches('', query)).toBe(true)
  })
})
