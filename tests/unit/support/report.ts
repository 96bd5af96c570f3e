import { readFileSync } from 'node:fs'
import path from 'node:path'
import { apparatusOf } from '../../../core/apparatus/apparatus-file'
import type { BuildInfo } from '../../../core/apparatus/build-info'
import type { ApparatusData } from '../../../core/apparatus/emendation'
import type { Provenance } from '../../../core/apparatus/provenance'
import type { DocumentData } from '../../../core/document/document'
import { OpenDocument } from '../../../core/publication/open-document'
import type { Publication } from '../../../core/publication/publication'
import type { RenditionData } from '../../../core/script/rendition'

const folder = path.join(__dirname, '../../../assets/report')
/** A file of the edition, whose own tests hold it to its schema. */
const read = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'))

/** The bundled report with everything its edition offers. */
export const publication: Publication = {
  document: read('document.json') as DocumentData,
  renditions: ['zh-Hans', 'zh-Hant-TW', 'zh-Hant-HK', 'source'].map(
    (tag) => read(`renditions/${tag}.json`) as RenditionData,
  ),
  apparatus: apparatusOf(read('apparatus.json') as ApparatusData),
  provenance: read('provenance.json') as Provenance,
  build: read('build-info.json') as BuildInfo,
}

export const openReport = new OpenDocument(publication)

/** The bundled report. */
export const report = openReport.document

/** The bundled report in each of its forms. */
export const renditions = [...openReport.renditions.values()]
