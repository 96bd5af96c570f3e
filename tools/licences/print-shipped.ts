import { bundledPackages } from './bundled-packages'
import { licenceFile, licenceList } from './licence-list'

/** Prints, for the test on licences, the list as it should be and the packages in the bundles. */
Promise.all([licenceList(), bundledPackages()]).then(
  ([list, packages]) => {
    process.stdout.write(JSON.stringify({ list: licenceFile(list), packages }))
  },
  (error: unknown) => {
    console.error(error)
    process.exitCode = 1
  },
)
