import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { convert } from 'fontverter'
import subsetFont from 'subset-font'
import { repositoryRoot } from '../runtime/paths'
import { otherCodes } from './character-sets'
import { type Cut, cutFamily, unicodeRange } from './cut'
import { type FontFamily, fontFamilies } from './families'
import { charactersBeyond, missingGlyphFont } from './missing-glyph'
import { othersRare, supplyOf } from './supply'
import { charactersInFile, fontFile, packageFolder } from './whole-fonts'

const target = path.join(repositoryRoot, 'assets/fonts')

/**
 * What stays of OpenType's features: upright and vertical forms, the spacing of punctuation that
 * `text-spacing-trim` asks for, kerning, and figures of one width.
 */
const features = (
  'ccmp locl liga calt kern mark mkmk tnum pnum lnum ' +
  'vert vrt2 vkrn palt vpal halt vhal chws vchw'
).split(' ')

/**
 * `npm run build:fonts [-- FOLDER …]`: cuts the bundled fonts, or those of some folders, out of whole ones,
 * which it fetches from npm, into `assets/fonts`. Takes some minutes; wanted only when a font or the cut
 * changes.
 */
async function buildFonts(folders: readonly string[]): Promise<void> {
  const wanted = fontFamilies.filter(
    ({ folder }) => folders.length === 0 || folders.includes(folder),
  )
  for (const family of wanted) {
    const cuts = cutFamily(family, await supplyOf(family), await othersRare(family))
    const folder = path.join(target, family.folder)
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    for (const cut of cuts) await writeCut(family, cut)
    writeFileSync(path.join(folder, 'index.css'), styleSheet(family, cuts))
    writeAbout(family)
    console.log(`${family.name}: ${cuts.length} files`)
  }
  await writeMissingGlyph()
}

/** Writes the font that draws what no other has, and claims all of that: it stands first in every list. */
async function writeMissingGlyph(): Promise<void> {
  const name = 'missing-glyph'
  const folder = path.join(target, name)
  mkdirSync(folder, { recursive: true })
  const font = await convert(missingGlyphFont('PiyueMissingGlyph'), 'woff2')
  writeFileSync(path.join(folder, `${name}.woff2`), font)
  const { all, wanted } = await bundledCharacters()
  // What is rare may be claimed besides: to be asked in vain first costs little, and the range is shorter.
  const range = unicodeRange(charactersBeyond(all), wanted)
  const sheet = face('Piyue Missing Glyph', { name, weight: 400, range })
  writeFileSync(
    path.join(folder, 'index.css'),
    `/* Made by tools/fonts: npm run build:fonts. */\n${sheet}`,
  )
}

/**
 * What the files of all families have, and the other codes of those characters, which the engine draws alike; and
 * what of that is wanted more than seldom.
 */
async function bundledCharacters() {
  const files = fontFamilies.flatMap(({ folder }) =>
    readdirSync(path.join(target, folder))
      .filter((file) => file.endsWith('.woff2'))
      .map((file) => path.join(target, folder, file)),
  )
  const all = new Set<number>()
  const wanted = new Set<number>()
  for (const file of files) {
    const isRare = path.basename(file).startsWith('rare-')
    for (const one of await charactersInFile(file)) {
      all.add(one)
      if (!isRare) wanted.add(one)
    }
  }
  for (const [code, one] of otherCodes) if (all.has(one)) all.add(code)
  return { all, wanted }
}

async function writeCut(family: FontFamily, { name, weight, characters }: Cut): Promise<void> {
  const text = String.fromCodePoint(...characters)
  const font = await subsetFont(readFileSync(fontFile(family.source, weight)), text, {
    targetFormat: 'woff2',
    keepFeatures: features,
    noHinting: true,
  })
  writeFileSync(path.join(target, family.folder, `${name}.woff2`), font)
}

/**
 * The family's faces. An engine that has found a family's semi-bold takes nothing from its regular any more,
 * so what has no semi-bold is a family of its own, of which the engine draws one: “Regular”, which stands
 * behind the family in every list, and “Rare”, which stands behind all others.
 */
function styleSheet(family: FontFamily, cuts: readonly Cut[]): string {
  const faces = cuts.map((cut) => face(familyOf(family, cut), cut))
  const figures = cuts
    .filter(({ characters }) => inColumns.has(family.name) && characters.includes(digit))
    .map((cut) => uprightFigures(family, cut))
  return `/* Made by tools/fonts: npm run build:fonts. */\n${[...faces, ...figures].join('')}`
}

const digit = '0'.charCodeAt(0)

/** The families whose digits stand upright in columns, one for each kind of typeface. */
const inColumns: ReadonlySet<string> = new Set(['Noto Serif TC', 'Noto Sans TC', 'LXGW WenKai'])

function familyOf({ name, semiBold }: FontFamily, { level }: Cut): string {
  if (level === 'rare') return `${name} Rare`
  const hasSemiBold = level === 'first' || (level !== 'second' && semiBold === 'common')
  return hasSemiBold || semiBold === 'none' ? name : `${name} Regular`
}

const face = (family: string, { name, weight, range }: Pick<Cut, 'name' | 'weight' | 'range'>) => `
@font-face {
  font-family: "${family}";
  font-weight: ${weight};
  src: url("./${name}.woff2") format("woff2");
  unicode-range: ${range};
}
`

/**
 * Digits of which two are no wider than a character: for columns, where they stand upright in the room of
 * one. The engine squeezes those that are wider, and sets them beside their place.
 */
const uprightFigures = (family: FontFamily, { name, weight }: Cut): string => `
@font-face {
  font-family: "${family.name} Upright";
  font-weight: ${weight};
  src: url("./${name}.woff2") format("woff2");
  unicode-range: U+30-39;
  size-adjust: 88%;
}
`

/** What the list of licences reads: the font's name, version and terms, as those of a package. */
function writeAbout({ name, folder, source }: FontFamily): void {
  const about = { name, version: source.version, license: 'OFL-1.1', from: source.package }
  writeFileSync(path.join(target, folder, 'package.json'), `${JSON.stringify(about, null, 2)}\n`)
  const terms = readFileSync(path.join(packageFolder(source), source.licence), 'utf8')
  writeFileSync(path.join(target, folder, 'LICENSE'), terms)
}

buildFonts(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
