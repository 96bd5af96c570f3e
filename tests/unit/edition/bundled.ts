import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadApparatus, loadDocument, loadRendition } from '../../../core/edition/load-edition'
import type { Rendition } from '../../../core/script/rendition'
import { type ScriptTag, scriptTags } from '../../../core/script/script-tag'
import { readEditionInput, reportFolder } from '../../../tools/edition/edition-files'

/** A built file of the bundled report, as parsed. */
export const readJson = (name: string): unknown =>
  JSON.parse(readFileSync(join(reportFolder, name), 'utf8'))

/** The bundled report as the app loads it, and what it was built from. */
export const input = readEditionInput()
export const report = loadDocument(readJson('document.json'))
export const apparatus = loadApparatus(readJson('apparatus.json'))

/** The renditions that are built; the canonical one is the document itself. */
export const builtTags = scriptTags.filter((tag) => tag !== report.data.canonicalScript)

export const renditionOf = (tag: ScriptTag): Rendition =>
  loadRendition(report, readJson(`renditions/${tag}.json`))
