import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import subsetFont from 'subset-font'
import { cacheDirectory, repositoryRoot } from '../runtime/paths'
import {
  type Characters,
  charactersOf,
  commonCharacters,
  latin,
  secondLevel,
} from './character-sets'
import { type Cut, cutFamily, type Supply } from './cut'
import { type FontFamily, type FontSource, fontFamilies } from './families'

const target = path.join(repositoryRoot, 'assets/fonts')
const sources = path.join(cacheDirectory, 'fonts')

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
    const cuts = cutFamily(family, await supplyFor(family))
    const folder = path.join(target, family.folder)
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    for (const cut of cuts) await writeCut(family, cut)
    writeFileSync(path.join(folder, 'index.css'), styleSheet(family, cuts))
    writeAbout(family)
    console.log(`${family.name}: ${cuts.length} files`)
  }
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

async function supplyFor(family: FontFamily): Promise<Supply> {
  const firstScreen = new Set([...latin, ...charactersOf(family.firstScreen)])
  const common = commonCharacters[family.common]
  if (family.common === 'both') {
    // Where a comma stands in its square depends on the script: punctuation is left to that script's fonts.
    const wanted = [...firstScreen, ...common].filter((one) => isHan(one) || one < 0x180)
    const own = await charactersIn(fontFile(family.source, 400), wanted)
    return { own, firstScreen, common, rare: new Set(), others: new Set() }
  }
  const simplified = simplifiedOf(family)
  const all = await charactersIn(fontFile(family.source, 400))
  const alike = await drawnAlike(family, [...firstScreen, ...common])
  const own = new Set([...all].filter((one) => !alike.has(one)))
  const second = secondLevel[family.common]
  const theirs =
    simplified === family ? new Set<number>() : await charactersIn(fontFile(simplified.source, 400))
  const theyLack = [...withoutHangul(own)].filter((one) => !theirs.has(one))
  const rare = {
    all: withoutHangul(own),
    'second-level-and-what-simplified-lacks': new Set([...theyLack, ...second]),
    'second-level': second,
    none: new Set<number>(),
  }[family.rest]
  const others = new Set([
    ...charactersOf(simplified.firstScreen),
    ...commonCharacters[simplified.common],
  ])
  return { own, firstScreen, common, rare, others }
}

/** The family of the same design that has every character. */
function simplifiedOf({ name }: FontFamily): FontFamily {
  const simplified = fontFamilies.find((other) => other.name === name.replace(/..$/u, 'SC'))
  if (simplified === undefined) throw new Error(`${name} has no Simplified family`)
  return simplified
}

/** Korean syllables, 11,172 of them, are left to the system's fonts. */
const withoutHangul = (characters: Characters): Characters =>
  new Set([...characters].filter((one) => one >= 0x20 && !(one >= 0xac00 && one <= 0xd7a3)))

/** @param wanted of which characters to ask; of all, if left out: a compressed font is asked only of some */
async function charactersIn(file: string, wanted?: readonly number[]): Promise<Characters> {
  const bytes = readFileSync(file)
  const font =
    wanted === undefined
      ? bytes
      : await subsetFont(bytes, String.fromCodePoint(...wanted), { targetFormat: 'truetype' })
  const harfbuzz = await import('harfbuzzjs') // an ES module that waits while it is loaded
  const face = new harfbuzz.Face(new harfbuzz.Blob(font), 0)
  return new Set(face.collectUnicodes())
}

/** Which Chinese characters the family behind has among its own, and draws alike in both weights. */
async function drawnAlike(family: FontFamily, wanted: readonly number[]): Promise<Characters> {
  const behind = fontFamilies.find(({ name }) => name === family.before)
  if (behind === undefined) return new Set()
  const harfbuzz = await import('harfbuzzjs')
  const outlinesOf = (source: FontSource, weight: 400 | 600) => {
    const file = fontFile(source, weight)
    const font = new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(readFileSync(file)), 0))
    return (character: number) => font.glyphToPath(font.nominalGlyph(character) ?? 0)
  }
  const pairs = ([400, 600] as const).map(
    (weight) => [outlinesOf(family.source, weight), outlinesOf(behind.source, weight)] as const,
  )
  const theirs = new Set([...charactersOf(behind.firstScreen), ...commonCharacters[behind.common]])
  return new Set(
    wanted.filter(
      (one) =>
        isHan(one) && theirs.has(one) && pairs.every(([own, other]) => own(one) === other(one)),
    ),
  )
}

const isHan = (character: number): boolean =>
  /^\p{Script=Han}$/u.test(String.fromCodePoint(character))

/**
 * The family's faces. An engine that has found a family's semi-bold takes nothing from its regular any
 * more, so what has no semi-bold is a family of its own besides, of which the engine draws one: the rare
 * characters, and the common ones where only those of the first screen have a semi-bold.
 */
function styleSheet({ name, semiBold }: FontFamily, cuts: readonly Cut[]): string {
  const faces = cuts.map((cut) => face(cut.isRare ? `${name} Rare` : name, cut))
  const drawn =
    semiBold !== 'first-screen'
      ? []
      : cuts.filter((cut) => cut.weight === 400 && cut.name.startsWith('common'))
  const besides = drawn.map((cut) => face(`${name} Regular`, cut))
  return `/* Made by tools/fonts: npm run build:fonts. */\n${[...faces, ...besides].join('')}`
}

const face = (family: string, { name, weight, range }: Cut): string => `
@font-face {
  font-family: "${family}";
  font-weight: ${weight};
  src: url("./${name}.woff2") format("woff2");
  unicode-range: ${range};
}
`

/** What the list of licences reads: the font's name, version and terms, as those of a package. */
function writeAbout({ name, folder, source }: FontFamily): void {
  const about = { name, version: source.version, license: 'OFL-1.1', from: source.package }
  writeFileSync(path.join(target, folder, 'package.json'), `${JSON.stringify(about, null, 2)}\n`)
  const terms = readFileSync(path.join(unpacked(source), source.licence), 'utf8')
  writeFileSync(path.join(target, folder, 'LICENSE'), terms)
}

function fontFile(source: FontSource, weight: 400 | 600): string {
  const file = source.files[weight]
  if (file === undefined) throw new Error(`${source.package} has no weight ${weight}`)
  return path.join(unpacked(source), file)
}

/** The folder of a package of fonts; fetched and checked if it is not there. */
function unpacked(source: FontSource): string {
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

buildFonts(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
