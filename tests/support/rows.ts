/**
 * The rows of a table of tests that go the same way through the program, each with a value of its own. A run of
 * one kind of tests tries all of them; `npm test`, which shall be quick, tries one, by the seed that Jest prints:
 * from run to run another.
 */
export function rows<T>(all: readonly T[]): readonly T[] {
  if (process.env['PIYUE_TEST_ROWS'] !== 'one') return all
  const at = Math.abs(jest.getSeed()) % all.length
  return all.slice(at, at + 1)
}
