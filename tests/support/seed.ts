import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Annotation } from '../../core/annotation/annotation'
import { sliceCodePoints } from '../../core/text/code-points'
import { type TextRange, textRange } from '../../core/text/range'
import { annotationOf } from '../unit/support/annotations'
import { report } from '../unit/support/report'

/** The annotation that marking the first place of these words would make. */
export function markOn(words: string, more: Partial<Annotation> = {}): Annotation {
  return annotationOf(report, rangeOf(words), { id: words, ...more })
}

/** Where words stand first in the report. */
function rangeOf(words: string): TextRange {
  const at = report.text.indexOf(words)
  if (at === -1) throw new Error(`The report does not hold ${words}`)
  const start = Array.from(report.text.slice(0, at)).length
  return textRange(start, start + Array.from(words).length)
}

/** As many marks as wanted, spread over the report, every fifth with a note. */
export function manyMarks(count: number): readonly Annotation[] {
  const step = (report.length - 40) / count
  return Array.from({ length: count }, (_, i) => {
    const start = Math.floor(i * step)
    const note = i % 5 === 0 ? `第 ${i} 則筆記` : ''
    const range = notBlank(textRange(start, start + 6 + (i % 20)))
    return annotationOf(report, range, { id: `mark-${i}`, note })
  })
}

/** The range, begun later where it would begin with white space. */
function notBlank({ start, end }: TextRange): TextRange {
  const isBlank = /\s/u.test(sliceCodePoints(report.text, start, textRange(start, start + 1).end))
  return isBlank ? textRange(start + 1, end + 1) : textRange(start, end)
}

/** Puts annotations where the app keeps them. */
export function seedAnnotations(userData: string, annotations: readonly Annotation[]): void {
  const file = { format: 'piyue-annotations', version: 1, annotations }
  writeFileSync(path.join(userData, 'annotations.json'), JSON.stringify(file))
}
