import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fontFamilies } from '../fonts/families'
import { repositoryRoot } from '../runtime/paths'

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
const shippedFromHere = [
  ...fontFamilies.map(({ folder }) => `assets/fonts/${folder}`),
  'assets/unihan',
]

/** Where the list is kept: the page reads it when the reader asks for it. */
export const licenceListPath = path.join(repositoryRoot, 'renderer/apparatus/licences.json')

/** The list as the app would be shipped now. @param bundled the packages that get into the built app */
export function licenceList(bundled: readonly string[]): LicenceList {
  const packages = [...new Set([...bundled, ...shippedBesides])].sort()
  const folders = [...packages.map((name) => path.join('node_modules', name)), ...shippedFromHere]
  const texts: string[] = []
  const works = folders.map((name): ShippedWork => {
    const folder = path.join(repositoryRoot, name)
    const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      readonly name: string
      readonly version: string
      readonly license: string
      readonly author?: string
    }
    const terms = termsIn(folder, manifest)
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
function termsIn(
  folder: string,
  { license, author }: { readonly license: string; readonly author?: string },
): string {
  const names = readdirSync(folder)
  const read = (name: string) =>
    chosen(readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n')).trim()
  const file = names.find((name) => /^licen[cs]e/iu.test(name))
  if (file !== undefined) return read(file)
  const description = names.find((name) => /^readme/iu.test(name))
  const terms = description && /^#+ licen[cs]e\n+(.{200,})$/imsu.exec(read(description))?.[1]
  if (terms) return terms
  // Some name the licence and leave its words out; those of MIT are the same for everyone.
  if (license === 'MIT' && typeof author === 'string') return mitOf(author)
  throw new Error(`${folder} has no licence`)
}

/** Of a work that may be used under MIT or under the GPL: MIT's terms, which are the ones we use it under. */
const chosen = (terms: string): string => terms.split(/^GPL version 3\n=+$/mu)[0] ?? terms

const mitOf = (holder: string): string => `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`

/** The list as it is written to disk. */
export const licenceFile = (list: LicenceList): string => `${JSON.stringify(list, null, 2)}\n`
