/**
 * What an import takes. Far beyond what anyone marks in one document; a file that goes further was
 * made to do harm, or is not meant for us.
 */
export const importLimits = {
  /** Bytes of the file. */
  bytes: 64 * 1024 * 1024,
  annotations: 20_000,
  /** Code units of the context on one side of a quote; what is farther away is left out. */
  context: 1_000,
  /** How many quotes are looked for approximately: each such search goes through the whole text. */
  approximate: 1_000,
} as const
