import { writeFileSync } from 'node:fs'
import { bundledPackages } from './bundled-packages'
import { licenceFile, licenceList, licenceListPath } from './licence-list'

/** `npm run build:licences`: lists the works that are shipped. A test says when the list is stale. */
async function buildLicences(): Promise<void> {
  const list = licenceList((await bundledPackages()).all)
  writeFileSync(licenceListPath, licenceFile(list))
  for (const { name, version, licence } of list.works) console.log(`${name} ${version}, ${licence}`)
}

buildLicences().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
