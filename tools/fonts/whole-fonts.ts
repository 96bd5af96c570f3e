import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { convert } from 'fontverter'
import subsetFont from 'subset-font'
import { cacheDirectory } from '../runtime/paths'
import type { Characters } from './character-sets'
import type { FontSource } from './families'

/** Where whole fonts lie when they have been fetched. */
const sources = path.join(cacheDirectory, 'fonts')

/**
 * The path of a whole font.
 * @throws Error if the package has none of that weight
 */
export function fontFile(source: FontSource, weight: 400 | 600): string {
  const file = source.files[weight]
  if (file === undefined) throw new Error(`${source.package} has no weight ${weight}`)
  return path.join(packageFolder(source), file)
}

/**
 * The characters that a whole font has.
 * @param among of which characters to ask; of all, if left out: a compressed font is asked only of some
 */
export async function charactersOfFont(
  source: FontSource,
  among?: readonly number[],
): Promise<Characters> {
  const bytes = readFileSync(fontFile(source, 400))
  const font =
    among === undefined
      ? bytes
      : await subsetFont(bytes, String.fromCodePoint(...among), { targetFormat: 'truetype' })
  const harfbuzz = await import('harfbuzzjs') // an ES module that waits while it is loaded
  const face = new harfbuzz.Face(new harfbuzz.Blob(font), 0)
  return new Set(face.collectUnicodes())
}

/** The characters that a compressed font has. @param file its path */
export async function charactersInFile(file: string): Promise<Characters> {
  const font = await convert(readFileSync(file), 'truetype')
  const harfbuzz = await import('harfbuzzjs')
  return new Set(new harfbuzz.Face(new harfbuzz.Blob(font), 0).collectUnicodes())
}

/** How a whole font draws a character: the path of its outlines. */
export async function outlinesOf(
  source: FontSource,
  weight: 400 | 600,
): Promise<(character: number) => string> {
  const harfbuzz = await import('harfbuzzjs')
  const bytes = readFileSync(fontFile(source, weight))
  const font = new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(bytes), 0))
  return (character) => font.glyphToPath(font.nominalGlyph(character) ?? 0)
}

/** The folder of a package of fonts; fetched and checked if it is not there. */
export function packageFolder(source: FontSource): string {
  const name = `${source.package.replace(/^.*\//u, '')}-${source.version}`
  const folder = path.join(sources, name)
  if (existsSync(folder)) return folder
  mkdirSync(sources, { recursive: true })
  const packed = execFileSync('npm', ['pack', '--silent', `${source.package}@${source.version}`], {
    cwd: sources,
    encoding: 'utf8',
  })
  const archive = path.join(sources, packed.trim())
  const sum = createHash('sha512').update(readFileSync(archive)).digest('base64')
  if (`sha512-${sum}` !== source.integrity) throw new Error(`${source.package} is not what it was`)
  mkdirSync(folder)
  execFileSync('tar', ['-xzf', archive, '-C', folder, '--strip-components=1'])
  rmSync(archive)
  return folder
}
