import * as fc from 'fast-check'
import iconv from 'iconv-lite'
import { CanonicalDocument } from '../../../../core/document/document'
import { applyRepairs } from '../../../../core/repair/apply'
import { proposeRepairs } from '../../../../core/repair/propose'
import { charactersOf } from '../../../../core/text/code-points'
import { stretchMap } from '../../../../core/text/offset-map'
import { textRange } from '../../../../core/text/range'
import { documentOf } from '../../support/document'
import { report } from '../../support/report'

const proposed = (...texts: string[]) =>
  proposeRepairs(documentOf(...texts)).map(({ kind, found, reading }) => [kind, found, reading])

const repaired = (...texts: string[]) => {
  const document = documentOf(...texts)
  return applyRepairs(document.data.blocks, proposeRepairs(document)).blocks.map(({ text }) => text)
}

describe('what is proposed', () => {
  it.each([
    ['half-width marks between Chinese', '發展,穩定;好:是?對!', '發展，穩定；好：是？對！'],
    ['half-width brackets', '營口(西)市', '營口（西）市'],
    ['a full stop', '完了.', '完了。'],
    ['spaces between characters', '砥 礪　篤 行', '砥礪篤行'],
    ['readings in brackets', '網(wǎng)站鏈（liàn）接', '網站鏈接'],
    ['full-width digits', '２０１９年', '2019年'],
  ])('%s', (_name, damaged, text) => {
    expect(repaired(damaged)).toEqual([text])
  })

  it.each([
    'at 12:30, see http://a.example/x?y=1',
    '比率是3.5,共1,000元',
    'GDP (國內生產總值) and more',
    '甲 A 乙',
    '第一回　甄士隱夢幻識通靈',
    '第十二條 會員須愛書',
    '一(1)、二（二）',
  ])('nothing of what is right: %s', (text) => {
    expect(proposed(text)).toEqual([])
  })

  it('nothing of the report', () => {
    expect(proposeRepairs(report).filter(({ kind }) => kind !== 'spacing')).toEqual([])
  })

  it('lines of one paragraph, and no lines of verse or of a list', () => {
    const lines = [
      '落霞與孤鶩齊飛秋水共長天一色漁舟唱晚響',
      '窮彭蠡之濱雁陣驚寒聲斷衡陽之浦遙襟甫暢',
    ]
    const text = [...lines, ...lines, '逸興遄飛。', '爽籟發而清風生。']
    expect(repaired(...text)).toEqual([
      [...lines, ...lines, '逸興遄飛。'].join(''),
      '爽籟發而清風生。',
    ])
    expect(proposed('春眠不覺曉', '處處聞啼鳥', '夜來風雨聲', '花落知多少')).toEqual([])
  })
})

describe('text read in the wrong encoding', () => {
  const words = '砥礪篤行，全力推進'
  const simple = '砥砺笃行，全力推进各项工作'

  it.each([
    ['utf-8', 'gb18030', '我们坚持稳中求进'],
    ['utf-8', 'windows-1252', words],
    ['gb18030', 'windows-1252', simple],
    ['big5', 'windows-1252', words],
  ])('%s read as %s is proposed with its bytes', (written, readAs, text) => {
    const bytes = iconv.encode(text, written)
    const misread = new TextDecoder(readAs).decode(bytes)
    const [proposal] = proposeRepairs(documentOf(`x ${misread} y`))
    expect(proposal).toMatchObject({ kind: 'decoding', reading: text, proof: { written, readAs } })
    expect(Buffer.from(proposal?.proof?.bytes.replaceAll(' ', '') ?? '', 'hex')).toEqual(bytes)
  })
})

describe('source + repairs = text', () => {
  const piece = fc.constantFrom(
    '發',
    '展',
    ',',
    '，',
    ' ',
    '　',
    '(',
    ')',
    'wǎng',
    '１',
    'a',
    '𠮷',
    '。',
    '.',
    '鎴',
    '戜',
  )
  const texts = fc.array(fc.string({ unit: piece, minLength: 1, maxLength: 40 }), {
    minLength: 1,
    maxLength: 8,
  })

  it('whichever of the proposals are taken', () => {
    fc.assert(
      fc.property(texts, fc.infiniteStream(fc.boolean()), (source, choice) => {
        const document = documentOf(...source)
        const chosen = proposeRepairs(document).filter(() => choice.next().value as boolean)
        const { blocks, asFound, taken } = applyRepairs(document.data.blocks, chosen)
        const after = new CanonicalDocument({ ...document.data, blocks })
        // The source stays a form of the text, and the text without its repairs is the source.
        expect(blocks.map(({ id }) => asFound[id]?.text).join('\n')).toBe(document.text)
        const characters = charactersOf(after.text)
        for (const { proposal, repaired: range } of taken.toReversed()) {
          expect(after.slice(range)).toBe(proposal.reading)
          characters.splice(range.start, range.end - range.start, proposal.found)
        }
        expect(characters.join('')).toBe(document.text)
        for (const { id, text } of blocks) {
          const map = stretchMap(asFound[id]?.stretches ?? [])
          const whole = textRange(0, charactersOf(text).length)
          expect(map.toRendered(whole).start).toBe(0)
        }
      }),
    )
  })
})
