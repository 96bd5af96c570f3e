import { Random } from '../../../../../tools/crash/random'

let seed = 0

/** Bytes that nothing compresses: others at each call, the same in each run. */
export function ballast(length: number): Buffer {
  const random = new Random(++seed)
  return Buffer.from(Array.from({ length }, () => random.below(256)))
}
