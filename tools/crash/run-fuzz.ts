/**
 * npm run test:fuzz [-- CASES]
 *
 * Damages stores in every way there is a name for, opens them, and prints what came of it. Ends with 1
 * if a store did not open, or something was lost that need not be or without a word.
 */
import { damagings } from './damages'
import { fuzz } from './fuzz'

const [cases = 10_000] = process.argv.slice(2).map(Number)
const start = performance.now()
fuzz(cases, 1)
  .then(({ whole, told, readOnly, findings }) => {
    const seconds = ((performance.now() - start) / 1000).toFixed(0)
    console.log(
      `${cases} damaged stores of ${damagings.length} kinds: ${whole} opened whole, ${told} with a loss ` +
        `that was told, ${readOnly} read-only, ${findings.length} findings, ${seconds} s`,
    )
    for (const { damaging, file, what } of findings.slice(0, 40)) {
      console.log(`  ${damaging} in ${file}: ${what}`)
    }
    return process.exit(findings.length === 0 ? 0 : 1)
  })
  .catch((error: unknown) => {
    console.error(error)
    process.exit(1)
  })
