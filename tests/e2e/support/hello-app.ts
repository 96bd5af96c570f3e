import { isElectron } from './executable'

export { helloApp } from '../../fixtures/hello-app/build'

/** Tests of the stand-in itself say nothing where the tests run on Electron. */
export const describeStandIn = isElectron() ? describe.skip : describe
