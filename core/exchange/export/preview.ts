import { closed, z } from '../../text/schema'
import { templateProblemSchema } from './template-problem'

/** How many notes a preview shows, and how much of their text, in UTF-16 units. */
export const previewLimits = { notes: 20, text: 20_000 } as const

/** What an export would look like. */
export const exportPreviewSchema = z.discriminatedUnion('kind', [
  closed({
    kind: z.literal('preview'),
    text: z.string(),
    /** Whether that is the file itself, or its text without the layout that it will have. */
    isFile: z.boolean(),
    /** How many notes the text shows, of how many the file will hold. */
    shown: z.number(),
    count: z.number(),
  }),
  closed({ kind: z.literal('nothing-to-export') }),
  closed({ kind: z.literal('template'), name: z.string(), problem: templateProblemSchema }),
])

export type ExportPreview = z.output<typeof exportPreviewSchema>
