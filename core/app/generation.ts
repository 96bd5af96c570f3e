import { closed, instantSchema, z } from '../text/schema'

/** An earlier state of the notes that is kept and can be gone back to. */
export const generationSchema = closed({
  /** The name of its file, which is also its id. */
  name: z.string().min(1).max(200),
  writtenAt: instantSchema,
  /** How many annotations it holds. */
  count: z.number().int().nonnegative(),
})

export type Generation = z.output<typeof generationSchema>
