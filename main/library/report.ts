import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { apparatusOf } from '../../core/apparatus/apparatus-file'
import type { BuildInfo } from '../../core/apparatus/build-info'
import type { ApparatusData } from '../../core/apparatus/emendation'
import type { Provenance } from '../../core/apparatus/provenance'
import type { DocumentData } from '../../core/document/document'
import { type FiguresFile, figuresOf } from '../../core/figures/figures-file'
import type { Publication } from '../../core/publication/publication'
import type { RenditionData } from '../../core/script/rendition'

/** The renditions that the bundled report comes with, beside its canonical text. */
const renditions = ['zh-Hans', 'zh-Hant-TW', 'zh-Hant-HK', 'source'] as const

/**
 * Reads the bundled report. This file is the only one of main that knows where it lies. It is a part of the app
 * as its code is: what its files hold was checked when the edition was built (tools/edition), and not at each
 * start, which would wait for it.
 *
 * @param assets absolute path of the app's `assets` folder
 * @throws if a file is missing or is no JSON
 */
export async function loadReport(assets: string): Promise<Publication> {
  const folder = path.join(assets, 'report')
  const read = async <T>(name: string): Promise<T> =>
    JSON.parse(await readFile(path.join(folder, name), 'utf8')) as T
  const [document, apparatus, provenance, build, figures, ...others] = await Promise.all([
    read<DocumentData>('document.json'),
    read<ApparatusData>('apparatus.json'),
    read<Provenance>('provenance.json'),
    read<BuildInfo>('build-info.json'),
    read<FiguresFile>('figures.json'),
    ...renditions.map((tag) => read<RenditionData>(`renditions/${tag}.json`)),
  ])
  return {
    document,
    apparatus: apparatusOf(apparatus),
    provenance,
    build,
    figures: figuresOf(figures),
    renditions: others,
  }
}
