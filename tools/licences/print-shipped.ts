import { bundledPackages } from './bundled-packages'
import { licenceFile, licenceList } from './licence-list'

/** Prints, for the test on licences, the list as it should be and the packages in the bundles. */
async function printShipped(): Promise<void> {
  const list = licenceFile(await licenceList())
  process.stdout.write(JSON.stringify({ list, packages: await bundledPackages() }))
}

printShipped().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
