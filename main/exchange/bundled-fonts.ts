import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

const relativeAddress = /url\("\.\//gu

/**
 * The faces of all fonts that the app brings, as a style sheet for a page of its origin.
 *
 * @param dist absolute path of the built app
 */
export async function bundledFontFaces(dist: string): Promise<string> {
  const fonts = path.join(dist, 'renderer/fonts')
  const sheets = (await readdir(fonts)).map(async (family) => {
    const sheet = await readFile(path.join(fonts, family, 'index.css'), 'utf8')
    return sheet.replaceAll(relativeAddress, `url("/fonts/${family}/`)
  })
  return (await Promise.all(sheets)).join('\n')
}
