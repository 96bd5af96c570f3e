import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Annotation } from '../../../../../core/annotation/annotation'
import {
  type AnnotationMap,
  applyChangeSet,
  invert,
} from '../../../../../core/annotation/change-set'
import { type ImportPlan, planImport } from '../../../../../core/exchange/import/plan-import'
import { readItems } from '../../../../../core/exchange/import/read-items'
import { recognize } from '../../../../../core/exchange/import/recognize'
import { noon } from '../../../support/annotations'
import { openReport } from '../../../support/report'

export const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(__dirname, 'fixtures', name), 'utf8'))

/** What importing this JSON would do to the notes on a document: the report, where none is given. */
export async function planFor(
  json: unknown,
  current: AnnotationMap = new Map(),
  now = noon,
  open = openReport,
): Promise<ImportPlan> {
  const recognized = recognize(json)
  if (typeof recognized === 'string') throw new Error(recognized)
  const items = await readItems(recognized, {
    open,
    now,
    digestOf: (text) => createHash('sha256').update(text).digest('hex'),
    pause: () => undefined,
  })
  return planImport(items, current, open.id)
}

/** The notes after an import. */
export const after = (plan: ImportPlan, current: AnnotationMap = new Map()): AnnotationMap =>
  applyChangeSet(current, { gesture: 'import', at: noon, changes: plan.changes })

/** The notes after an import was undone. */
export const undone = (plan: ImportPlan, current: AnnotationMap): AnnotationMap =>
  applyChangeSet(current, invert({ gesture: 'import', at: noon, changes: plan.changes }))

export const byId = (annotations: readonly Annotation[]): AnnotationMap =>
  new Map(annotations.map((annotation) => [annotation.id, annotation]))

export const decisionsOf = ({ items }: ImportPlan): readonly string[] =>
  items.map(({ decision, reason }) => (reason === null ? decision : `${decision}: ${reason}`))
