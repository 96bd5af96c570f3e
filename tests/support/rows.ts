/** Whether this is `npm test`, which shall be quick: what it tries of much that is alike, the seed chooses. */
export const isQuick = process.env['PIYUE_TESTS'] === 'quick'

/** Of much that is alike, how much is tried where it shall be quick. */
export const quickShare = 1 / 4

/**
 * The rows of a table of tests that go the same way through the program, each with a value of its own. A run of
 * one kind of tests tries all of them; `npm test`, which shall be quick, tries one, by the seed that Jest prints:
 * from run to run another.
 */
export function rows<T>(all: readonly T[]): readonly T[] {
  if (!isQuick) return all
  const at = Math.abs(jest.getSeed()) % all.length
  return all.slice(at, at + 1)
}

/** What is tried of many things of one kind: all of them, or every so-manieth, by the seed. */
export function sample<T>(all: readonly T[]): readonly T[] {
  if (!isQuick) return all
  const every = Math.round(1 / quickShare)
  return all.filter((_, i) => (i + Math.abs(jest.getSeed())) % every === 0)
}
