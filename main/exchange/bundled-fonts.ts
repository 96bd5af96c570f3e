import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

const fontFace = /@font-face\s*\{[^{}]*\}/gu
const relativeAddress = /url\(\s*(["']?)\.\//gu

/**
 * The fonts that the app brings, as a style sheet for a page of its origin: taken out of the built
 * page's own style sheets, so that the two never part.
 *
 * @param dist absolute path of the built app
 */
export async function bundledFontFaces(dist: string): Promise<string> {
  const folder = path.join(dist, 'renderer/assets')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.css'))
  const sheets = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')))
  return sheets
    .flatMap((sheet) => sheet.match(fontFace) ?? [])
    .map((rule) => rule.replaceAll(relativeAddress, 'url($1/assets/'))
    .join('\n')
}
