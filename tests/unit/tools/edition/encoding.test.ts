import iconv from 'iconv-lite'
import type { EmendationItem } from '../../../../tools/edition/emendations-file'
import { input } from './bundled'

const damaged = input.emendations.emendations.filter(({ kind }) => kind === 'encoding')

/** The forum folded these to ASCII after the damage was done. */
const unfolded: Readonly<Record<string, string>> = { '!': '！', '?': '？', ';': '；' }

const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex').toUpperCase()
const compact = (hex: string) => hex.replace(/[[\] ]/g, '')

/** A run as the forum stored it: the `?` in front stands for the lost byte and has no bytes. */
function storedBytes({ found }: EmendationItem): string {
  const [lost, ...rest] = [...found]
  expect(lost).toBe('?')
  return toHex(
    iconv.encode(rest.map((character) => unfolded[character] ?? character).join(''), 'gbk'),
  )
}

const proofOf = (item: EmendationItem) => {
  if (item.bytes === undefined) throw new Error(`${item.id} has no proof`)
  return item.bytes
}

/** What the forum's conversion did to the characters that the bytes spell; undone in the reading. */
const orthography: Readonly<Record<string, string>> = { 防范: '防範' }

describe('the encoding accidents', () => {
  it('are four', () => {
    expect(damaged.map(({ found }) => found)).toEqual([
      '?!白叱鋈ァ⒄堖M',
      '??偼顿Y',
      '?;鸸芾恚婪渡绫;鹬Ц讹L',
      '??ろ椖靠⒐ね度胧褂茫七M',
    ])
  })

  it.each(damaged)('$found is stored as the bytes recorded', (item) => {
    const kept = proofOf(item).damaged.replace(/\[[^\]]*\]/g, '')
    expect(storedBytes(item)).toBe(compact(kept))
  })

  it.each(damaged)('$found lost only pairs of the user-defined areas', (item) => {
    for (const [, pair = ''] of proofOf(item).damaged.matchAll(/\[([^\]]*)\]/g)) {
      const lead = Number.parseInt(pair.slice(0, 2), 16)
      const trail = Number.parseInt(pair.slice(2), 16)
      const inFirstArea = lead >= 0xaa && lead <= 0xaf && trail >= 0xa1
      const inSecondArea = lead >= 0xf8 && lead <= 0xfe && trail >= 0xa1
      expect([pair, inFirstArea || inSecondArea]).toEqual([pair, true])
    }
  })

  it.each(damaged)('$found, with its lost byte put back, decodes to the reading', (item) => {
    const { lost, damaged: run, restored, decoded } = proofOf(item)
    expect(compact(restored)).toBe(lost + compact(run))
    const text = iconv.decode(Buffer.from(compact(restored), 'hex'), 'gbk')
    expect(text).toBe(decoded)
    const read = Object.entries(orthography).reduce(
      (reading, [found, wanted]) => reading.replace(found, wanted),
      decoded,
    )
    expect(read).toBe(item.reading)
  })

  it('leave no trace in the edited text', () => {
    expect(input.markdown).not.toMatch(/[?Ц⒄⒐ァろね]/)
  })
})
