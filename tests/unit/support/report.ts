import { readFileSync } from 'node:fs'
import path from 'node:path'
import { documentSchema, renditionSchema } from '../../../core/apparatus/edition-schema'
import { CanonicalDocument } from '../../../core/document/document'
import { canonicalRendition, Rendition } from '../../../core/script/rendition'

const folder = path.join(__dirname, '../../../assets/report')
const read = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'))

/** The bundled report. */
export const report = new CanonicalDocument(documentSchema.parse(read('document.json')))

/** The bundled report in each of its forms. */
export const renditions: readonly Rendition[] = [
  canonicalRendition(report),
  ...['zh-Hans', 'zh-Hant-TW', 'zh-Hant-HK', 'source'].map(
    (tag) => new Rendition(report, renditionSchema.parse(read(`renditions/${tag}.json`))),
  ),
]
