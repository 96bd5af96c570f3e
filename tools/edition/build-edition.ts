import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildEditionFiles } from './build-edition-files'
import { readEditionInput, reportFolder } from './edition-files'

/** `npm run build:edition`: builds the report's files from its source, emendations and Markdown. */
for (const [name, content] of buildEditionFiles(readEditionInput())) {
  const path = join(reportFolder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  console.log(`assets/report/${name}`)
}
