import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildEditionFiles } from '../../../../tools/edition/build-edition-files'
import { reportFolder } from '../../../../tools/edition/edition-files'
import { foldingClasses } from '../../../../tools/edition/folding-classes'
import { foldingTableFile, foldingTablePath } from '../../../../tools/edition/folding-table-file'
import { input } from './bundled'

/** If one of these fails, run `npm run build:edition`, review the diff and commit it. */
describe('what is built and committed', () => {
  it.each([...buildEditionFiles(input)])('%s is not stale', (name, content) => {
    expect(readFileSync(join(reportFolder, name), 'utf8') === content).toBe(true)
  })

  it('the folding table is not stale', () => {
    const built = foldingTableFile(foldingClasses())
    expect(readFileSync(foldingTablePath, 'utf8') === built).toBe(true)
  })
})
