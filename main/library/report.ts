import { readFile } from 'node:fs/promises'
import path from 'node:path'
import {
  documentSchema,
  provenanceSchema,
  renditionSchema,
} from '../../core/apparatus/edition-schema'
import { loadApparatus, loadBuildInfo } from '../../core/apparatus/load-edition'
import { loadFigures } from '../../core/figures/figures-file'
import type { Publication } from '../../core/publication/publication'

/** The renditions that the bundled report comes with, beside its canonical text. */
const renditions = ['zh-Hans', 'zh-Hant-TW', 'zh-Hant-HK', 'source'] as const

/**
 * Reads the bundled report. This file is the only one of main that knows where it lies.
 *
 * @param assets absolute path of the app's `assets` folder
 * @throws if a file is missing or is not what the edition's format says
 */
export async function loadReport(assets: string): Promise<Publication> {
  const folder = path.join(assets, 'report')
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(path.join(folder, name), 'utf8'))
  const [document, apparatus, provenance, build, figures, ...others] = await Promise.all([
    read('document.json'),
    read('apparatus.json'),
    read('provenance.json'),
    read('build-info.json'),
    read('figures.json'),
    ...renditions.map((tag) => read(`renditions/${tag}.json`)),
  ])
  return {
    document: documentSchema.parse(document),
    apparatus: loadApparatus(apparatus),
    provenance: provenanceSchema.parse(provenance),
    build: loadBuildInfo(build),
    figures: loadFigures(figures),
    renditions: others.map((rendition) => renditionSchema.parse(rendition)),
  }
}
