import { hostileNotes } from './hostile-notes'
import { markOn } from './seed'

/** A note with one of each thing that Markdown has. */
const written = [
  '# 標題',
  '',
  '有**重點**、`程式碼`、[連結](https://example.com/)。',
  '',
  '- 一',
  '- 二',
  '',
  '| 年 | 值 |',
  '|---|---|',
  '| 2018 | 5% |',
  '',
  '> 引文',
].join('\n')

/** Notes that overlap, that hold everything, that are hostile, and one whose words are gone. */
export const exportedNotes = [
  markOn('砥礪篤行、銳意進取', { note: written, tags: ['體例', 'two words'] }),
  markOn('篤行、銳意', { id: 'inner', style: { color: 'pink', kind: 'squiggly' }, note: '短' }),
  markOn('地區生產總值', { style: { color: 'purple', kind: 'underline' } }),
  ...['yellow', 'green', 'blue', 'orange'].map((color, i) =>
    markOn('社保基金管理，防範', {
      id: color,
      style: { color: color as 'yellow', kind: 'highlight' },
      note: hostileNotes[i * 40] ?? '',
    }),
  ),
  {
    ...markOn('各位代表', { id: 'lost', note: '原在別處' }),
    documentDigest: 'sha256-other',
    quote: { exact: '這些字文中沒有', prefix: '也沒有這些', suffix: '更沒有那些' },
  },
]
