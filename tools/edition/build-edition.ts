import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { buildEditionFiles } from './build-edition-files'
import { readEditionInput, reportFolder } from './edition-files'
import { foldingClasses } from './folding-classes'
import { foldingTableFile, foldingTablePath } from './folding-table-file'

/**
 * `npm run build:edition`: builds the report's files from its source, emendations and Markdown, and
 * the table that search folds by. All of it is committed; a test says when it is stale.
 */
function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  console.log(relative(process.cwd(), path))
}

for (const [name, content] of buildEditionFiles(readEditionInput())) {
  write(join(reportFolder, name), content)
}
write(foldingTablePath, foldingTableFile(foldingClasses()))
