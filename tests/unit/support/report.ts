import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  buildInfoSchema,
  documentSchema,
  provenanceSchema,
  renditionSchema,
} from '../../../core/apparatus/edition-schema'
import { loadApparatus } from '../../../core/apparatus/load-edition'
import { OpenDocument } from '../../../core/publication/open-document'
import type { Publication } from '../../../core/publication/publication'

const folder = path.join(__dirname, '../../../assets/report')
const read = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'))

/** The bundled report with everything its edition offers. */
export const publication: Publication = {
  document: documentSchema.parse(read('document.json')),
  renditions: ['zh-Hans', 'zh-Hant-TW', 'zh-Hant-HK', 'source'].map((tag) =>
    renditionSchema.parse(read(`renditions/${tag}.json`)),
  ),
  apparatus: loadApparatus(read('apparatus.json')),
  provenance: provenanceSchema.parse(read('provenance.json')),
  build: buildInfoSchema.parse(read('build-info.json')),
}

export const openReport = new OpenDocument(publication)

/** The bundled report. */
export const report = openReport.document

/** The bundled report in each of its forms. */
export const renditions = [...openReport.renditions.values()]
