import { limits } from '../../../../core/annotation/annotation'
import { carryAnnotations } from '../../../../core/annotation/carry'
import { textRange } from '../../../../core/text/range'
import { annotationOf } from '../../support/annotations'
import { documentOf } from '../../support/document'

describe('carrying annotations over to other words', () => {
  it('leaves one that would quote more than can be kept, and takes the others along', () => {
    const former = documentOf(`甲乙${'丙'.repeat(limits.quote)}`)
    const next = documentOf(`甲甲乙${'丙'.repeat(limits.quote)}`)
    const whole = annotationOf(former, textRange(2, 2 + limits.quote), { id: 'whole' })
    const short = annotationOf(former, textRange(1, 2), { id: 'short' })
    const all = new Map([whole, short].map((one) => [one.id, one]))
    const changes = carryAnnotations(all, former, next, ({ start, end }) =>
      textRange(start === 2 ? 2 : start + 1, end + 1),
    )
    expect(changes).toMatchObject([
      { kind: 'update', before: short, after: { quote: { exact: '乙' }, range: textRange(2, 3) } },
    ])
  })
})
