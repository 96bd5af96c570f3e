import { writeFileSync } from 'node:fs'
import { licenceFile, licenceList, licenceListPath } from './licence-list'

/** `npm run build:licences`: lists the works that are shipped. A test says when the list is stale. */
licenceList().then(
  (list) => {
    writeFileSync(licenceListPath, licenceFile(list))
    for (const { name, version, licence } of list.works)
      console.log(`${name} ${version}, ${licence}`)
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  },
)
