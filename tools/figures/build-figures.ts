import { readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { CanonicalDocument } from '../../core/document/document'
import { reportFolder } from '../edition/edition-files'
import { documentSchema } from '../edition/edition-schema'
import { reviewableJson } from '../edition/reviewable-json'
import { fillFigures, reviewSchema } from './fill-figures'

/**
 * `npm run build:figures`: finds each figure of `figures.json` in the report again and fills in what
 * follows from its passage. Ends with 1 where a number of the text is neither a figure nor excluded.
 */
const file = join(reportFolder, 'figures.json')
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

const document = new CanonicalDocument(
  documentSchema.parse(read(join(reportFolder, 'document.json'))),
)
const { filled, unreviewed } = fillFigures(document, reviewSchema.parse(read(file)))
writeFileSync(file, reviewableJson(filled))
console.log(relative(process.cwd(), file))
for (const { block, text, around } of unreviewed) {
  console.error(`${block}: ${text} in ${around} is neither a figure nor excluded`)
}
process.exitCode = unreviewed.length > 0 ? 1 : 0
