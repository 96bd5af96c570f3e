import path from 'node:path'
import { cacheDirectory } from '../../../tools/runtime/paths'

/** The page's side of the line to the in-memory main, built for the page. */
export const pageSideFile = path.join(cacheDirectory, 'component/page-side.js')

/** The page that the tests show, as the folder of a built app has it. */
export const builtPage = path.join(cacheDirectory, 'component/page')

/** The variable through which the global set-up tells the workers where their browser is. */
export const browserVariable = 'PIYUE_COMPONENT_BROWSER'

/** @throws outside the project `component` */
export function browserAddress(): string {
  const address = process.env[browserVariable]
  if (address === undefined) throw new Error('No browser was started for the component tests')
  return address
}
