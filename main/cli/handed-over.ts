import * as z from 'zod'
import { documentIdSchema } from '../../core/annotation/schema'
import { closed } from '../../core/text/schema'
import type { HandedOver } from './command-context'

const handedOverSchema = closed({
  import: z.string().min(1).max(10_000),
  documentId: documentIdSchema,
})

/** What a second start of the app asks the running one to do, if anything. */
export function readHandedOver(data: unknown): HandedOver | undefined {
  const read = handedOverSchema.safeParse(data)
  return read.success ? read.data : undefined
}
