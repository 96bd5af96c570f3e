import { packagesAtStart } from './bundled-packages'
import { licenceFile, licenceList } from './licence-list'

/** Prints, for the test on licences, the list as it should be and the packages that are loaded at the start. */
async function printShipped(): Promise<void> {
  const list = licenceFile(await licenceList())
  process.stdout.write(JSON.stringify({ list, packages: await packagesAtStart() }))
}

printShipped().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
