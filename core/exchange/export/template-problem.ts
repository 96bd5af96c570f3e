import { closed, z } from '../../text/schema'

/** Why a template of the reader's cannot be used. */
export const templateProblemSchema = z.discriminatedUnion('kind', [
  closed({ kind: z.literal('gone') }),
  closed({ kind: z.literal('too-large') }),
  closed({
    kind: z.literal('syntax'),
    /** What the template language says is wrong, and where. */
    detail: z.string(),
  }),
])

export type TemplateProblem = z.output<typeof templateProblemSchema>
