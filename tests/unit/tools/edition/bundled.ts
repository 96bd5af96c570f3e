import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { apparatusOf } from '../../../../core/apparatus/apparatus-file'
import { CanonicalDocument } from '../../../../core/document/document'
import type { Publication } from '../../../../core/publication/publication'
import { Rendition } from '../../../../core/script/rendition'
import { renditionSchema } from '../../../../core/script/schema'
import { type ScriptTag, scriptTags } from '../../../../core/text/script-tag'
import { readEditionInput, reportFolder } from '../../../../tools/edition/edition-files'
import {
  apparatusSchema,
  buildInfoSchema,
  documentSchema,
  provenanceSchema,
} from '../../../../tools/edition/edition-schema'

/** A built file of the bundled report, as parsed. */
export const readJson = (name: string): unknown =>
  JSON.parse(readFileSync(join(reportFolder, name), 'utf8'))

/** The bundled report as the app loads it, and what it was built from. */
export const input = readEditionInput()
export const report = new CanonicalDocument(documentSchema.parse(readJson('document.json')))
export const apparatus = apparatusOf(apparatusSchema.parse(readJson('apparatus.json')))

/** The renditions that are built; the canonical one is the document itself. */
export const builtTags = scriptTags.filter(
  (tag) => tag !== report.data.canonicalScript && tag !== 'zh',
)

export const renditionOf = (tag: ScriptTag): Rendition =>
  new Rendition(report, renditionSchema.parse(readJson(`renditions/${tag}.json`)))

/** All of it, as main hands it to the page. */
export const publication: Publication = {
  document: report.data,
  renditions: builtTags.map((tag) => renditionSchema.parse(readJson(`renditions/${tag}.json`))),
  apparatus,
  provenance: provenanceSchema.parse(readJson('provenance.json')),
  build: buildInfoSchema.parse(readJson('build-info.json')),
}
