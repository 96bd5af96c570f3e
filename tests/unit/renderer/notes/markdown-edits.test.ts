import { edit, type Formatting } from '../../../../renderer/notes/markdown-edits'

/** Formats the text; ‹ and › stand around what is selected, before and after. */
function formatted(marked: string, kind: Formatting): string {
  const from = marked.indexOf('‹')
  const to = marked.indexOf('›') - 1
  const text = marked.replace('‹', '').replace('›', '')
  const made = edit({ text, from, to }, kind, '標題')
  if (made === undefined) return marked
  const { insert, selectFrom, selectTo, ...at } = made
  const after = text.slice(0, at.from) + insert + text.slice(at.to)
  const selected = after.slice(selectFrom, selectTo)
  return `${after.slice(0, selectFrom)}‹${selected}›${after.slice(selectTo)}`
}

describe('the formatting buttons', () => {
  it.each<[Formatting, string, string]>([
    ['bold', '這是‹重點›。', '這是**‹重點›**。'],
    ['bold', '這是**‹重點›**。', '這是‹重點›。'],
    ['italic', '這是‹重點›。', '這是*‹重點›*。'],
    ['italic', '這是**‹重點›**。', '這是***‹重點›***。'],
    ['code', '用‹那個›', '用`‹那個›`'],
    ['code', '‹甲\n乙›', '‹```\n甲\n乙\n```›'],
    ['code', '‹```\n甲\n乙\n```›', '‹甲\n乙›'],
    ['code', '用‹`那個`›', '用‹那個›'],
    ['code', '用`‹那個›`', '用‹那個›'],
    ['bullets', '‹一\n二›\n三', '‹- 一\n- 二›\n三'],
    ['bullets', '‹- 一\n- 二›', '‹一\n二›'],
    ['numbers', '‹一\n二›', '‹1. 一\n2. 二›'],
    ['quotation', '甲\n乙‹›', '甲\n> 乙‹›'],
    ['link', '見‹網站›。', '見[網站](‹https://›)。'],
    ['link', '見‹›', '見[‹›](https://)'],
    ['link', '見[網站](‹https://›)。', '見‹網站›。'],
    ['link', '見[‹網站›](https://a.example)。', '見‹網站›。'],
    ['link', '[甲](a)‹乙›', '[甲](a)[乙](‹https://›)'],
    [
      'table',
      '| ‹標題› | 標題 |\n| --- | --- |\n|  |  |\n',
      '| ‹標題› | 標題 |\n| --- | --- |\n|  |  |\n',
    ],
    ['table', '| 標題 |\n| --- |\n| 甲‹› |', '| 標題 |\n| --- |\n| 甲‹› |'],
    ['table', '‹›', '| ‹標題› | 標題 |\n| --- | --- |\n|  |  |\n'],
    ['table', '甲‹›', '甲\n\n| ‹標題› | 標題 |\n| --- | --- |\n|  |  |\n'],
  ])('make %s of %j', (kind, before, after) => {
    expect(formatted(before, kind)).toBe(after)
  })
})
