import * as fc from '../../node_modules/fast-check/lib/cjs/fast-check'

/**
 * What stands for fast-check in every test: chance follows the seed of the run, which Jest prints, so that
 * `npx jest --seed=N` meets the same again.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: jest.getSeed() })

export * from '../../node_modules/fast-check/lib/cjs/fast-check'
