import { annotationSchema } from '../../core/annotation/schema'
import { z } from '../../core/text/schema'
import { byId } from './chain'
import type { LoadedNewer } from './loaded'
import type { Reading } from './reading'
import type { Snapshot } from './snapshot'

/** Annotations of a later version, as far as they have the fields that this one knows. */
const lenientAnnotationSchema = z.object(annotationSchema.shape)

/** What this version understands of a file that a later one wrote. */
export function newer(
  file: string,
  { version, content }: Extract<Reading<Snapshot>, { kind: 'newer' }>,
): LoadedNewer {
  const all = Array.isArray(content['annotations']) ? content['annotations'] : []
  const understood = all.flatMap((one) => {
    const read = lenientAnnotationSchema.safeParse(one)
    return read.success ? [read.data] : []
  })
  const hidden = all.length - understood.length
  return { kind: 'newer', file, version, annotations: byId(understood), hidden }
}
