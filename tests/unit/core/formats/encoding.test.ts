import * as fc from 'fast-check'
import iconv from 'iconv-lite'
import { decode } from '../../../../core/formats/decode'
import { detectEncoding } from '../../../../core/formats/encoding'
import type { Encoding } from '../../../../core/formats/encodings'
import { openReport } from '../../support/report'

const simplified = openReport.renditionOf('zh-Hans')
const hans = simplified.slice(openReport.sections[2]!.range)
const hant = openReport.canonical.slice(openReport.sections[2]!.range)

describe('the encoding of a text', () => {
  it.each<[string, string, string, Encoding, string]>([
    ['UTF-8', hans, 'utf8', 'utf-8', 'valid'],
    ['UTF-8 with its mark', `\ufeff${hans}`, 'utf8', 'utf-8', 'mark'],
    ['UTF-16, little end first', `\ufeff${hans}`, 'utf16le', 'utf-16le', 'mark'],
    ['UTF-16, big end first', `\ufeff${hant}`, 'utf16be', 'utf-16be', 'mark'],
    ['UTF-16 without a mark', hant, 'utf16le', 'utf-16le', 'likely'],
    ['GBK', hans, 'gbk', 'gb18030', 'likely'],
    ['GB 18030, Traditional', hant, 'gb18030', 'gb18030', 'likely'],
    ['Big5', hant, 'big5', 'big5', 'likely'],
    ['Western', 'Café déjà vu, naïve façade. '.repeat(9), 'latin1', 'windows-1252', 'likely'],
    ['UTF-16, big end first, without a mark', hant, 'utf16be', 'utf-16be', 'likely'],
    ['Hong Kong’s Big5', '嘅咗喺啲嚟嘢㗎。佢哋喺度食嘢。香港嘅天氣。', 'big5', 'big5', 'likely'],
    ['ASCII', 'plain words\n', 'ascii', 'utf-8', 'valid'],
  ])('%s is known', (_name, text, written, encoding, evidence) => {
    const bytes = iconv.encode(text, written)
    expect(detectEncoding(bytes)).toMatchObject({ encoding, evidence })
    expect(decode(bytes, encoding)).toEqual({ text: text.replace(/^\ufeff/u, ''), misfits: [] })
  })

  it('is not what a file says of itself where the text reads clearly worse so', () => {
    const page = (charset: string) => `<meta charset="${charset}"><p>${hans}</p>`
    expect(detectEncoding(iconv.encode(page('big5'), 'gbk'))).toMatchObject({
      encoding: 'gb18030',
      declaredOtherwise: 'big5',
    })
    expect(detectEncoding(iconv.encode(page('gb2312'), 'gbk'))).toMatchObject({
      encoding: 'gb18030',
      evidence: 'declared',
      declaredOtherwise: null,
    })
    expect(detectEncoding(iconv.encode(page('gb2312'), 'utf8'))).toMatchObject({
      encoding: 'utf-8',
      declaredOtherwise: 'gb2312',
    })
  })
})

describe('a text behind a long beginning in ASCII', () => {
  const script = `<meta charset="gb2312"><script>${'x'.repeat(300_001)}</script>`

  it.each<[string, Encoding, string]>([
    ['gb18030', 'gb18030', 'declared'],
    ['utf8', 'utf-8', 'valid'],
    ['big5', 'big5', 'likely'],
  ])('is in the encoding of its words (%s)', (written, encoding, evidence) => {
    const page = iconv.encode(`${script}<p>${written === 'big5' ? hant : hans}</p>`, written)
    expect(detectEncoding(page)).toMatchObject({ encoding, evidence })
    expect(decode(page, encoding).misfits).toEqual([])
  })

  it('is not UTF-8 without a flaw where its last character is cut', () => {
    const cut = iconv.encode(`${script}<p>${hans.trimEnd()}`, 'utf8').subarray(0, -1)
    expect(detectEncoding(cut)).toMatchObject({ encoding: 'utf-8', evidence: 'likely' })
  })
})

describe('UTF-8 of which something was lost', () => {
  const words = new TextEncoder().encode('正文内容很多，后来的发展很快。\n')
  const badByte = Uint8Array.from([...words, 0xff, ...words])

  it.each<[string, Uint8Array, number]>([
    ['with a bad byte', badByte, 1],
    ['cut within its last character', words.subarray(0, -2), 2],
    [
      'with a bad byte, behind a long text',
      Buffer.concat([Buffer.alloc(9_000, words), badByte]),
      1,
    ],
  ])('is UTF-8 (%s)', (_what, bytes, misfits) => {
    expect(detectEncoding(bytes)).toMatchObject({ encoding: 'utf-8', evidence: 'likely' })
    expect(decode(bytes, 'utf-8').misfits).toHaveLength(misfits)
  })

  it('is known with a NUL in it', () => {
    expect(detectEncoding(Uint8Array.from([...words, 0, ...words])).encoding).toBe('utf-8')
  })

  it('is what it says of itself', () => {
    const head = new TextEncoder().encode('<meta charset="utf-8"><p>')
    const page = Uint8Array.from([...head, ...badByte])
    expect(detectEncoding(page)).toMatchObject({ encoding: 'utf-8', evidence: 'declared' })
  })
})

it('a text in an encoding that is not known here is not taken for UTF-16', () => {
  const japanese = iconv.encode('日本語の文章です。漢字かな交じり。', 'shift_jis')
  expect(detectEncoding(japanese).encoding).not.toMatch(/^utf-16/u)
})

describe('bytes that are no text', () => {
  it('are told with their place, and nothing else is lost', () => {
    const bytes = Uint8Array.from([
      ...iconv.encode('好\n天', 'gbk'),
      0xff,
      ...iconv.encode('氣', 'gbk'),
    ])
    const { text, misfits } = decode(bytes, 'gb18030')
    expect(text).toBe('好\n天\ufffd氣')
    expect(misfits).toEqual([{ at: 5, index: 3, bytes: 'FF' }])
  })

  it.each<[Encoding, readonly [number, number], string]>([
    ['utf-16le', [0x00, 0xd8], '00 D8'],
    ['utf-16be', [0xd8, 0x00], 'D8 00'],
  ])('are half a pair in UTF-16, and what follows is read on aright (%s)', (name, half, bytes) => {
    const written = (words: string) => iconv.encode(words, name)
    const whole = Uint8Array.from([...written('好\n天'), ...half, ...written('氣𠮷\n上')])
    expect(decode(whole, name)).toEqual({
      text: '好\n天\ufffd氣𠮷\n上',
      misfits: [{ at: 6, index: 3, bytes }],
    })
    expect(decode(whole.subarray(0, -1), name).misfits).toHaveLength(2)
  })

  it.each<[Encoding, string, number]>([
    ['utf-8', 'utf8', 3],
    ['gb18030', 'gb18030', 4],
  ])(
    'are told from the sign for them, where the text itself has it (%s)',
    (name, written, length) => {
      const bytes = Uint8Array.from([0xff, ...iconv.encode('\ufffd', written), 0xff])
      const { text, misfits } = decode(bytes, name)
      expect(text).toBe('\ufffd'.repeat(3))
      expect(misfits.map(({ at }) => at)).toEqual([0, 1 + length])
    },
  )

  it('are never passed over, whatever the bytes', () => {
    const encoding = fc.constantFrom<Encoding>('utf-8', 'gb18030', 'big5', 'utf-16le')
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), encoding, (bytes, name) => {
        const { text, misfits } = decode(bytes, name)
        const parts: string[] = []
        let at = 0
        for (const misfit of [...misfits, { at: bytes.length, bytes: '' }]) {
          parts.push(strictly(bytes.subarray(at, misfit.at), name))
          at = misfit.at + misfit.bytes.split(' ').length
        }
        expect(text).toBe(parts.join('\ufffd'))
      }),
    )
  })
})

/** Throws where anything does not fit. The sign that marks the order of bytes is no text. */
function strictly(bytes: Uint8Array, encoding: Encoding): string {
  // The platform's own Big5 is without Hong Kong's characters.
  const text =
    encoding === 'big5'
      ? iconv.decode(bytes, 'big5')
      : new TextDecoder(encoding, { fatal: true }).decode(bytes)
  if (encoding === 'big5' && text.includes('\ufffd')) throw new RangeError('Not Big5')
  return text
}

it('Big5 has the characters that Hong Kong added, and none of them becomes a private one', () => {
  const words = '𡋾喺嗰度啲'
  const { text, misfits } = decode(iconv.encode(words, 'big5'), 'big5')
  expect({ text, misfits }).toEqual({ text: words, misfits: [] })
})
