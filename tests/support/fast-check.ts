import * as fc from '../../node_modules/fast-check/lib/cjs/fast-check'
import { isQuick, quickShare } from './rows'

/**
 * What stands for fast-check in every test: chance follows the seed of the run, which Jest prints, so that
 * `npx jest --seed=N` meets the same again. `npm test` tries each law with a part of the cases, from run to
 * run others; a run of unit tests alone with all of them.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: jest.getSeed() })

export * from '../../node_modules/fast-check/lib/cjs/fast-check'

const usualRuns = 100

type Assert = (property: fc.IRawProperty<unknown>, params?: fc.Parameters<unknown>) => unknown

const assertWithin: Assert = (property, params = {}) => {
  const numRuns = Math.ceil((params.numRuns ?? usualRuns) * (isQuick ? quickShare : 1))
  return (fc.assert as Assert)(property, { ...params, numRuns })
}

export const assert = assertWithin as typeof fc.assert
