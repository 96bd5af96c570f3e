import { execute } from '../../../../../core/annotation/execute'
import { resolve } from '../../../../../core/annotation/resolve'
import { takeAlong } from '../../../../../core/exchange/import/take-along'
import { textRange } from '../../../../../core/text/range'
import { noon } from '../../../support/annotations'
import { editionOf } from '../../../support/document'

const former = editionOf('former', '總則一句。', '會員須愛書，亦須還書。', '本會在城東。')

/** A note on the first place of some words of the former text. */
function noteOn(words: string) {
  const start = former.text.indexOf(words)
  const set = execute(
    {
      kind: 'highlight',
      range: textRange(start, start + words.length),
      seenIn: 'zh-Hant',
      style: { color: 'yellow', kind: 'highlight' },
      note: words,
    },
    { annotations: new Map(), document: former, now: noon, newId: () => words },
  )
  const [change] = set.changes
  if (change?.kind !== 'create') throw new Error('No mark was made')
  return change.after
}

const notes = ['總則', '愛書', '城東'].map(noteOn)

it('notes go to where their words stand in the new text, and none is left behind', () => {
  const now = editionOf('now', '總則一句。', '此條新增。', '會員須愛書，亦須還書。')
  const { counts, changes } = takeAlong(notes, new Map(), now)
  expect(counts).toMatchObject({ new: 1, moved: 1, orphan: 1 })
  const words = changes.map((change) => {
    if (change.kind !== 'create') return change.kind
    const resolved = resolve(now, change.after)
    return resolved.state === 'anchored' ? now.slice(resolved.place) : resolved.reason
  })
  expect(words).toEqual(['總則', '愛書', 'not-found'])
})

it('taken along again, they change nothing', () => {
  const now = editionOf('now', '總則一句。')
  const first = takeAlong(notes, new Map(), now)
  const current = new Map(
    first.changes.flatMap((change) =>
      change.kind === 'create' ? [[change.after.id, change.after] as const] : [],
    ),
  )
  expect(takeAlong(notes, current, now)).toMatchObject({ counts: { same: 3 }, changes: [] })
})

it('they are all told of as what becomes of them, however many they are', () => {
  const now = editionOf('now', '此條新增。', '總則一句。', '會員須愛書，亦須還書。', '本會在城東。')
  const many = Array.from({ length: 3_000 }, (_, i) => ({ ...noteOn('愛書'), id: `n${i}` }))
  expect(takeAlong(many, new Map(), now).counts).toMatchObject({ moved: 3_000, orphan: 0 })
})
