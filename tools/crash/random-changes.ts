import { createHash } from 'node:crypto'
import type { Annotation } from '../../core/annotation/annotation'
import type { AnnotationMap, ChangeSet } from '../../core/annotation/change-set'
import type { History } from '../../core/annotation/history'
import { textRange } from '../../core/text/range'
import type { Random } from './random'

const words = '區人民政府工作報告發展經濟社會民生教育醫療環境保護改革創新服務𠮷\u{1F4DA}'
const dangerousIds = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']

/** An annotation as a reader might make it, sometimes under an awkward id. */
export function randomAnnotation(random: Random, number: number, noteLength = 60): Annotation {
  const start = random.below(16_000)
  const exact = text(random, 4 + random.below(30))
  const at = new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString()
  const id = random.chance(0.01)
    ? `${dangerousIds[random.below(dangerousIds.length)]}${random.chance(0.5) ? '' : number}`
    : `${number.toString(36)}-${random.below(2 ** 31).toString(36)}`
  return {
    id,
    documentId: 'xishi-2019',
    documentDigest: 'sha256-0123456789abcdef',
    range: textRange(start, start + [...exact].length),
    quote: { exact, prefix: text(random, 32), suffix: text(random, 32) },
    seenIn: random.pick(['zh-Hant', 'zh-Hans', 'source']),
    style: {
      color: random.pick(['yellow', 'green', 'blue', 'pink']),
      kind: random.pick(['highlight', 'underline', 'squiggly']),
    },
    note: random.chance(0.4) ? text(random, random.below(noteLength)) : '',
    tags: random.chance(0.2) ? ['重點'] : [],
    createdAt: at,
    modifiedAt: at,
  }
}

/** A gesture that fits the notes there are: a mark, a note, a colour, a deletion of some. */
export function randomChange(
  random: Random,
  annotations: AnnotationMap,
  number: number,
  noteLength = 60,
): ChangeSet {
  const all = [...annotations.values()]
  const one = all[random.below(Math.max(1, all.length))]
  const at = new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString()
  const made = randomAnnotation(random, number, noteLength)
  if (
    one === undefined ||
    (random.chance(all.length < 40 ? 0.6 : 0.2) && !annotations.has(made.id))
  ) {
    return { gesture: 'highlight', at, changes: [{ kind: 'create', after: made }] }
  }
  if (random.chance(0.3)) {
    const some = all.filter(() => random.chance(0.1))
    const gone = some.length > 0 ? some : [one]
    return { gesture: 'delete', at, changes: gone.map((before) => ({ kind: 'delete', before })) }
  }
  const after = { ...one, note: text(random, random.below(noteLength)), modifiedAt: at }
  return { gesture: 'note', at, changes: [{ kind: 'update', before: one, after }] }
}

/** One short name for a whole state, undo and redo with it. */
export function digestOf(annotations: AnnotationMap, history: History): string {
  const sorted = [...annotations.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([sorted, sketch(history.done), sketch(history.undone)]))
    .digest('hex')
    .slice(0, 16)
}

/** How many steps there are and the next to go: all two hundred at every change would take too long. */
const sketch = (sets: readonly ChangeSet[]) => [sets.length, sets.slice(-2)]

const text = (random: Random, length: number): string => {
  const letters = [...words]
  return Array.from(
    { length: Math.max(1, length) },
    () => letters[random.below(letters.length)],
  ).join('')
}
