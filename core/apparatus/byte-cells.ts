import type { ByteProof } from './emendation'

/** Some bytes and the character that they were read as. */
export interface ByteCell {
  /** Absent where nobody reads these bytes as a character: they were dropped. */
  readonly character?: string
  /** Upper-case hexadecimal. */
  readonly bytes: string
}

/** The bytes of an encoding accident as they survive and as they were, a cell a character. */
interface ByteCells {
  readonly lost: string
  readonly damaged: readonly ByteCell[]
  readonly restored: readonly ByteCell[]
}

/**
 * Lays a proof out character by character.
 *
 * @param found what stands in the source: its first character is the mark left by the lost byte.
 */
export function byteCells(proof: ByteProof, found: string): ByteCells {
  const [, ...standing] = found
  const decoded = [...proof.decoded]
  return {
    lost: proof.lost,
    damaged: proof.damaged.split(' ').map((token) => {
      if (token.startsWith('[')) return { bytes: token.slice(1, -1) }
      return cell(token, standing.shift())
    }),
    restored: proof.restored.split(' ').map((token) => cell(token, decoded.shift())),
  }
}

/** How many bytes of the text do not survive: the lost one, and those of dropped pairs. */
export const unwitnessedBytes = ({ lost, damaged }: ByteProof): number =>
  (damaged.match(/\[[0-9A-F]+\]/g) ?? []).reduce(
    (count, pair) => count + (pair.length - 2) / 2,
    lost.length / 2,
  )

const cell = (bytes: string, character: string | undefined): ByteCell =>
  character === undefined ? { bytes } : { bytes, character }
