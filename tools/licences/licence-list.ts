import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fontFamilies } from '../fonts/families'
import { repositoryRoot } from '../runtime/paths'
import { bundledPackages } from './bundled-packages'

/** A work that the app contains. */
interface ShippedWork {
  readonly name: string
  readonly version: string
  /** SPDX expression. */
  readonly licence: string
  /** The number of its terms in `texts`. */
  readonly text: number
}

/** Everything shipped with the app, and the terms, each written once. */
export interface LicenceList {
  readonly works: readonly ShippedWork[]
  readonly texts: readonly string[]
}

/**
 * What is shipped besides what the bundler sees: the runtime, and the tables out of which the other
 * forms of the report and the folding table were built.
 */
const shippedBesides = ['electron', 'opencc-js']

/** Works of others that lie in the repository, in folders made like packages. */
const shippedFromHere = fontFamilies.map(({ folder }) => `assets/fonts/${folder}`)

/** Where the list is kept: the page reads it when the reader asks for it. */
export const licenceListPath = path.join(repositoryRoot, 'renderer/apparatus/licences.json')

/** Gathers the list as the app would be shipped now. */
export async function licenceList(): Promise<LicenceList> {
  const packages = [...(await bundledPackages()), ...shippedBesides].sort()
  const folders = [...packages.map((name) => path.join('node_modules', name)), ...shippedFromHere]
  const texts: string[] = []
  const works = folders.map((name): ShippedWork => {
    const folder = path.join(repositoryRoot, name)
    const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      readonly name: string
      readonly version: string
      readonly license: string
    }
    const terms = termsIn(folder)
    if (!texts.includes(terms)) texts.push(terms)
    const { version, license: licence } = manifest
    return { name: manifest.name, version, licence, text: texts.indexOf(terms) }
  })
  return { works, texts }
}

/**
 * The terms of a package, which lie in a file of their own or end its description.
 *
 * @throws if a package comes without its terms: it may not be shipped then.
 */
function termsIn(folder: string): string {
  const names = readdirSync(folder)
  const read = (name: string) =>
    readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim()
  const file = names.find((name) => /^licen[cs]e/iu.test(name))
  if (file !== undefined) return read(file)
  const description = names.find((name) => /^readme/iu.test(name))
  const terms = description && /^#+ licen[cs]e\n+(.{200,})$/imsu.exec(read(description))?.[1]
  if (!terms) throw new Error(`${folder} has no licence`)
  return terms
}

/** The list as it is written to disk. */
export const licenceFile = (list: LicenceList): string => `${JSON.stringify(list, null, 2)}\n`
