import { parse } from 'csv-parse/sync'
import { hostileNotes, lost, marked, textOf } from './support'

async function rows(...args: Parameters<typeof textOf> extends [unknown, ...infer R] ? R : never) {
  const text = await textOf('csv', ...args)
  const read = { bom: true, columns: true, relax_column_count: false } as const
  return parse<Record<string, string>>(text, read)
}

describe('the CSV export', () => {
  it('begins with a byte order mark and ends its rows as RFC 4180 says', async () => {
    const text = await textOf('csv', [marked('經濟運行')])
    expect(text.startsWith('\u{feff}Id,Section,Quote (Traditional),Note,Tags,')).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
  })

  it('gives every field, whatever stands in it', async () => {
    const note = 'a "quoted", cell\nover; two lines'
    const [row] = await rows([
      marked('經濟運行保持在合理區間', { id: 'n', note, tags: ['甲', '乙,丙'] }),
    ])
    expect(row).toMatchObject({
      Id: 'n',
      Section: '一、2018年工作回顧 › （一）以轉型升級為抓手，經濟發展穩中提質',
      'Quote (Traditional)': '經濟運行保持在合理區間',
      Note: note,
      Tags: '甲; 乙,丙',
      Style: 'yellow highlight',
      Created: '2026-01-02T12:00:00.000Z',
      Start: '402',
      End: '413',
      Link: 'piyue://document/yingkou-xishi-2019/n',
      App: 'Piyue 1.2.3',
      Exported: '2026-01-02T12:00:00.000Z',
    })
    expect(row?.Source).toContain('營口市西市區人民政府')
  })

  it('says of a bookmark that it is one, and what it is called', async () => {
    const style = { color: 'blue', kind: 'bookmark' } as const
    const [row] = await rows([marked('經濟運行', { style, note: '從這裡' })])
    expect(row).toMatchObject({ Style: 'blue bookmark', Note: '從這裡' })
  })

  it('has a column a script, and leaves a quote that was not found as it was taken', async () => {
    const [row, orphan] = await rows([marked('經濟運行'), lost('找不到')], { script: 'both' })
    expect(row).toMatchObject({
      'Quote (Traditional)': '經濟運行',
      'Quote (Simplified)': '经济运行',
    })
    expect(orphan).toMatchObject({
      'Quote (Traditional)': '找不到',
      'Quote (Simplified)': '',
      Start: '',
    })
  })

  it.each([...hostileNotes, '  =1+1', '\n=1', '\r=1'])('makes no formula of %j', async (note) => {
    const [row] = await rows([marked('經濟運行', { note, tags: [note.trim().slice(0, 99)] })])
    for (const cell of Object.values(row ?? {}))
      expect(cell.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/u)
  })

  it('keeps the words of what would be a formula', async () => {
    const [row] = await rows([marked('經濟運行', { note: '=1+1' })])
    expect(row?.Note).toBe("'=1+1")
  })

  it.each(['0012', '1-2', '1/2', '3月4日', '12:30', 'TRUE', 'MAR1', '1e5', '２０１９'])(
    'leaves %s a text',
    async (note) => {
      const [row] = await rows([marked('經濟運行', { note })])
      expect(row?.Note).toBe(`'${note}`)
      expect(row?.Start).toMatch(/^\d+$/u)
    },
  )

  it.each(['2019年的工作', '1-2 是', 'May be', '第1'])(
    'guards no more than that: %s',
    async (note) => {
      expect((await rows([marked('經濟運行', { note })]))[0]?.Note).toBe(note)
    },
  )

  it('goes on beside a cell that is full, and loses nothing', async () => {
    const note = `${'長'.repeat(32_765)}👍${'文'.repeat(40_000)}`
    const both = await rows([
      marked('經濟運行', { note, id: 'a' }),
      marked('統籌推進', { note: '短', id: 'b' }),
    ])
    const long = both.find(({ Id }) => Id === 'a')
    const cells = ['Note', 'Note (2)', 'Note (3)'].map((name) => long?.[name] ?? '')
    expect(cells.join('')).toBe(note)
    expect(Math.max(...cells.map(({ length }) => length))).toBeLessThanOrEqual(32_767)
    expect(both.find(({ Id }) => Id === 'b')).toMatchObject({ Note: '短', 'Note (2)': '' })
  })
})
