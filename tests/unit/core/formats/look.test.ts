import iconv from 'iconv-lite'
import { lookAt } from '../../../../core/formats/look'

const text = '砥礪篤行，全力推進各項工作。\n第二行亦如是。\n'

describe('a look at a file’s text', () => {
  it('shows it in the encoding that is found, and how the others fit', () => {
    const look = lookAt(iconv.encode(text, 'big5'))
    expect(look).toMatchObject({ encoding: 'big5', found: 'big5', misfitCount: 0 })
    expect(look.text).toContain('第二行亦如是')
    const misfits = new Map(look.choices.map((choice) => [choice.encoding, choice.misfits]))
    expect(misfits.get('big5')).toBe(0)
    expect(misfits.get('utf-8')).toBeGreaterThan(10)
  })

  it('shows it in an encoding that is asked for', () => {
    const look = lookAt(iconv.encode(text, 'big5'), 'windows-1252')
    expect(look).toMatchObject({ encoding: 'windows-1252', found: 'big5' })
    expect(look.text).not.toContain('砥')
  })

  it('places bytes that fit nothing by byte and line, with what stands around them', () => {
    const bytes = iconv.encode(text, 'gb18030')
    const broken = Buffer.concat([
      bytes.subarray(0, 24),
      Buffer.of(0xff),
      bytes.subarray(24, 35),
      Buffer.of(0xff),
      bytes.subarray(35),
    ])
    const { misfits, misfitCount } = lookAt(broken, 'gb18030')
    expect(misfitCount).toBe(2)
    expect(misfits).toMatchObject([
      { at: 24, bytes: 'FF', line: 1 },
      { at: 36, line: 2 },
    ])
    expect(misfits[0]?.before.endsWith('項工')).toBe(true)
  })

  it('counts the lines of the text, of which UTF-16 has the byte in other characters', () => {
    const written = (words: string) => iconv.encode(words, 'utf-16le')
    const bytes = Buffer.concat([
      written('以上各項，𠮷祥如意上上上上'),
      Buffer.of(0x00, 0xd8),
      written('下文\r𠮷𠮷𠮷𠮷'),
      Buffer.of(0x00, 0xd8),
    ])
    expect(lookAt(bytes, 'utf-16le').misfits).toMatchObject([
      { line: 1, before: '祥如意上上上上', after: '下文 𠮷𠮷' },
      { line: 2, before: '𠮷𠮷𠮷𠮷', after: '' },
    ])
  })

  it('tells what the file says of itself, where that is not so', () => {
    const html = `<meta charset="big5"><p>${'这是简体中文的文字。'.repeat(20)}</p>`
    const look = lookAt(iconv.encode(html, 'gb18030'))
    expect(look).toMatchObject({ found: 'gb18030', declaredOtherwise: 'big5' })
    expect(look.text.startsWith('这是简体')).toBe(true)
  })

  it('answers soon for a large file that fits nothing', () => {
    const bytes = new Uint8Array(4_000_000).fill(0xff)
    expect(lookAt(bytes, 'utf-8').misfitCount).toBeGreaterThan(1_000)
  })
})
