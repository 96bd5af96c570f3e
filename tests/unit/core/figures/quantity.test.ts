import * as fc from 'fast-check'
import { parseQuantity } from '../../../../core/figures/quantity'

describe('a quantity', () => {
  it.each([
    ['118億元', 118, 118e8, 'yuan', 'exact'],
    ['2.96億元', 2.96, 296e6, 'yuan', 'exact'],
    ['316萬美元', 316, 316e4, 'us-dollar', 'exact'],
    ['8800萬千瓦時', 8800, 88e6, 'kilowatt-hour', 'exact'],
    ['15.32萬平方米', 15.32, 153200, 'square-metre', 'exact'],
    ['5.5%', 5.5, 0.055, 'percent', 'exact'],
    ['減少18%', -18, -0.18, 'percent', 'exact'],
    ['2.9%以內', 2.9, 0.029, 'percent', 'at-most'],
    ['60%以上', 60, 0.6, 'percent', 'at-least'],
    ['千萬元以上', 1, 1e7, 'yuan', 'at-least'],
    ['超億元', 1, 1e8, 'yuan', 'over'],
    ['1100多座', 1100, 1100, 'structure', 'over'],
    ['500餘件次', 500, 500, 'matter-time', 'over'],
    ['近150萬人次', 150, 1.5e6, 'visit', 'nearly'],
    ['約66360平方米', 66360, 66360, 'square-metre', 'about'],
    ['四座', 4, 4, 'structure', 'exact'],
    ['兩級', 2, 2, 'tier', 'exact'],
    ['十二個', 12, 12, 'piece', 'exact'],
    ['二百零三家', 203, 203, 'establishment', 'exact'],
    ['零', 0, 0, 'none', 'exact'],
  ])('%s is %d as written and %d', (text, number, value, unit, bound) => {
    expect(parseQuantity(text)).toMatchObject({ number, value, unit, bound })
  })

  it('knows both ends of a range', () => {
    expect(parseQuantity('3-4個')).toMatchObject({ value: 3, valueUpper: 4, unit: 'piece' })
  })

  it.each(['', '個', '億元的', '第二次', '2019年', '增長5.5%', '5.5'])('is not %j', (text) => {
    expect(parseQuantity(text)?.unit ?? 'none').toBe('none')
  })

  it('is what its decimal notation says, to the last digit', () => {
    const multipliers = [
      ['', 0],
      ['萬', 4],
      ['億', 8],
    ] as const
    fc.assert(
      fc.property(
        fc.nat(99_999),
        fc.nat(99),
        fc.constantFrom(...multipliers),
        (whole, part, [multiplier, power]) => {
          const digits = `${whole}.${String(part).padStart(2, '0')}`
          const shifted = (BigInt(whole) * 100n + BigInt(part)) * 10n ** BigInt(power)
          expect(parseQuantity(`${digits}${multiplier}元`)?.value).toBe(Number(shifted) / 100)
        },
      ),
    )
  })
})
