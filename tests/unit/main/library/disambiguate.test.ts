import { wallTime } from '../../../../core/messages/wall-time'
import { disambiguatorOf } from '../../../../main/library/disambiguate'

const read = (id: string, addedAt: string | null, title = '章程') => ({ id, title, addedAt })

const told = (...documents: readonly ReturnType<typeof read>[]) =>
  documents.map((document) => disambiguatorOf(document, documents))

describe('documents of one title', () => {
  it('are told apart by when they were read in, as exactly as that takes', () => {
    const minute = (instant: string) => wallTime(instant).slice(0, 16).replace('T', ' ')
    const [noon, later] = ['2026-01-02T12:00:01.000Z', '2026-01-02T12:05:00.000Z']
    expect(told(read('a', noon), read('b', later))).toEqual([minute(noon), minute(later)])
    const second = '2026-01-02T12:00:59.000Z'
    expect(told(read('a', noon), read('b', second))).toEqual([
      `${minute(noon)}:01`,
      `${minute(second)}:59`,
    ])
    expect(told(read('aaaaaaaa', noon), read('bbbbbbbb', noon))).toEqual([
      `${minute(noon)}:01 · aaaaaa`,
      `${minute(noon)}:01 · bbbbbb`,
    ])
  })

  it('are what they are called where nothing else is called so, and so is the report', () => {
    const noon = '2026-01-02T12:00:01.000Z'
    expect(told(read('a', noon), read('b', noon, '另一篇'))).toEqual([undefined, undefined])
    expect(told(read('a', null), read('b', noon))[0]).toBeUndefined()
  })
})
