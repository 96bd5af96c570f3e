import { createHash } from 'node:crypto'
import type { Annotation } from '../../core/annotation/annotation'
import type { CanonicalDocument } from '../../core/document/document'
import { OpenDocument } from '../../core/publication/open-document'
import type { RenderedBlockData, RenditionData } from '../../core/script/rendition'
import { codePointLength } from '../../core/text/code-points'
import { textRange } from '../../core/text/range'
import { Random } from '../../tools/crash/random'
import { annotationOf } from '../unit/support/annotations'
import { openReport, publication as report } from '../unit/support/report'
import { allStyles } from './all-styles'

/** The report over and over, as one document of at least so many code points in as many forms. */
export function longDocument(length: number): OpenDocument {
  const copies = Math.ceil(length / openReport.document.length)
  const again = Array.from({ length: copies }, (_, copy) => copy)
  const blocks = again.flatMap((copy) =>
    report.document.blocks.map((block) => ({ ...block, id: idIn(copy, block.id) })),
  )
  const repeated = ({ blocks: once }: RenditionData): Record<string, RenderedBlockData> =>
    Object.fromEntries(
      again.flatMap((copy) =>
        Object.entries(once).map(([id, block]) => [idIn(copy, id), block] as const),
      ),
    )
  const text = blocks.map((block) => block.text).join('\n')
  return new OpenDocument({
    ...report,
    document: {
      ...report.document,
      id: `report-${copies}-times`,
      digest: `sha256:${createHash('sha256').update(text).digest('hex')}`,
      blocks,
    },
    renditions: report.renditions.map((data) => ({ ...data, blocks: repeated(data) })),
  })
}

const idIn = (copy: number, id: string) => (copy === 0 ? id : `${copy}:${id}`)

/** Marks anywhere in a document, of 4 to 40 characters within a block, in all styles; every fifth has a note. */
export function randomMarks(document: CanonicalDocument, count: number): readonly Annotation[] {
  const random = new Random(count)
  const roomy = document.placed.filter(({ block }) => codePointLength(block.text) > 45)
  return Array.from({ length: count }, (_, i) => {
    const { range } = roomy[random.below(roomy.length)] ?? document.placed[0] ?? { range: whole }
    const length = 4 + random.below(37)
    const start = range.start + random.below(range.end - range.start - length)
    return annotationOf(document, textRange(start, start + length), {
      id: `${'0'.repeat(8)}-0000-4000-8000-${i.toString().padStart(12, '0')}`,
      style: allStyles[random.below(allStyles.length)] ?? { color: 'yellow', kind: 'highlight' },
      note: i % 5 === 0 ? '與第二部分對照。' : '',
    })
  })
}

const whole = textRange(0, openReport.document.length)
