import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { commonCharacters, otherCodes, secondLevel } from '../../../../tools/fonts/character-sets'
import { fontFamilies } from '../../../../tools/fonts/families'
import { repositoryRoot } from '../../../../tools/runtime/paths'
import { charactersInWoff2 } from '../../support/woff2'

const folderOf = (folder: string) => path.join(repositoryRoot, 'assets/fonts', folder)

interface Face {
  readonly family: string
  readonly file: string
  readonly weight: number
  readonly has: ReadonlySet<number>
}

const claimed = new Map<string, readonly Face[]>()

/** What a face of a family claims to have, by its family's name and weight; read once. */
function claims(folder: string): readonly Face[] {
  const faces = claimed.get(folder) ?? readClaims(folder)
  claimed.set(folder, faces)
  return faces
}

function readClaims(folder: string): readonly Face[] {
  const sheet = readFileSync(path.join(folderOf(folder), 'index.css'), 'utf8')
  return (sheet.match(/@font-face \{[^}]*\}/gu) ?? []).map((face) => ({
    family: /font-family: "([^"]*)"/u.exec(face)?.[1] ?? '',
    file: /url\("([^"]*)"\)/u.exec(face)?.[1] ?? '',
    weight: Number(/font-weight: (\d+)/u.exec(face)?.[1]),
    has: codePointsOf(/unicode-range: ([^;]*);/u.exec(face)?.[1] ?? ''),
  }))
}

function codePointsOf(range: string): Set<number> {
  const has = new Set<number>()
  for (const part of range.split(',')) {
    const [first = 0, last = first] = part
      .replace('U+', '')
      .split('-')
      .map((hex) => Number.parseInt(hex, 16))
    for (let one = first; one <= last; one++) has.add(one)
  }
  return has
}

/** Every character that some faces claim, of one family or of several. */
const claimedIn = (folders: readonly string[], weight: number, rare = true): Set<number> =>
  new Set(
    folders
      .flatMap(claims)
      .filter((face) => face.weight === weight && (rare || !face.family.endsWith(' Rare')))
      .flatMap(({ has }) => [...has]),
  )

const claimedOf = (faces: readonly Face[], family: string, weight: number) =>
  new Set(
    faces
      .filter((face) => face.family === family && face.weight === weight)
      .flatMap(({ has }) => [...has]),
  )

const missingFrom = (wanted: ReadonlySet<number>, has: ReadonlySet<number>) =>
  [...wanted].filter((one) => !has.has(one))

const missing = (wanted: Iterable<number>, has: ReadonlySet<number>) =>
  String.fromCodePoint(...[...wanted].filter((one) => one > 0x7f && !has.has(one)))

const han = (characters: ReadonlySet<number>) =>
  [...characters].filter((one) => one >= 0x4e00 && one < 0xe000)

describe('the bundled fonts', () => {
  it('have all of GBK, of Big5, and of Unicode’s extension A, which GB 18030 asks for', () => {
    const serifs = claimedIn(['noto-serif-sc', 'noto-serif-tc'], 400)
    const gbk = Array.from({ length: 0x9fa5 - 0x4e00 + 1 }, (_, i) => 0x4e00 + i)
    const extensionA = Array.from({ length: 0x4db5 - 0x3400 + 1 }, (_, i) => 0x3400 + i)
    expect(missing([...gbk, ...extensionA], serifs)).toBe('')
    expect(missing(han(secondLevel.big5), serifs)).toBe('')
  })

  it.each(fontFamilies.map((family) => [family.name, family] as const))(
    '%s has what is common in its script, and in semi-bold that too or what the first screen had',
    (_name, { folder, common, semiBold, leaves }) => {
      const behind = fontFamilies.find(({ name }) => name === leaves?.to)
      const folders = behind === undefined ? [folder] : [folder, behind.folder]
      const commonOnes = han(commonCharacters[common])
      expect(missing(commonOnes, claimedIn(folders, 400, false))).toBe('')
      if (semiBold === 'none') return
      // Not what the first screen has today: a new message's character is drawn bolder by the engine.
      const first = claims(folder)[0]?.has ?? new Set()
      const inBold = semiBold === 'common' ? commonOnes : han(first)
      expect(inBold.length).toBeGreaterThan(100)
      expect(missing(inBold, claimedIn(folders, 600))).toBe('')
    },
  )

  it.each([
    ['gb2312', 'Noto Serif SC', 'Noto Serif TC'],
    ['big5', 'Noto Serif TC', 'Noto Serif SC'],
  ] as const)(
    'have the second level of %s in the shapes of its script, or as the other draws them alike',
    (standard, own, other) => {
      const faces = ['noto-serif-sc', 'noto-serif-tc'].flatMap(claims)
      const claimed = (families: readonly string[]) =>
        new Set(
          faces.filter(({ family }) => families.includes(family)).flatMap(({ has }) => [...has]),
        )
      const second = han(secondLevel[standard])
      const ofOwn = claimed([own, `${own} Regular`])
      expect(second.filter((one) => ofOwn.has(one)).length).toBeGreaterThan(second.length / 2)
      const ofBoth = claimed([own, other].flatMap((name) => [name, `${name} Regular`]))
      // What nobody has among these stands last in every list: nothing else can come before it.
      const left = second.filter((one) => !ofBoth.has(one))
      expect(missing(left, claimed([`${other} Rare`]))).toBe('')
    },
  )

  it('claim for each file what it has, and what is rare besides, where nobody else is asked', () => {
    for (const { folder } of fontFamilies)
      for (const { family, file, has } of claims(folder)) {
        const inFile = charactersInWoff2(path.join(folderOf(folder), file))
        for (const [code, one] of otherCodes) if (inFile.has(one)) inFile.add(code)
        // Brackets bring their mirror images along.
        // Digits for columns are a second face of a file.
        const unclaimed = family.endsWith(' Upright') ? '' : missing(han(inFile), has)
        const lacking = family.endsWith(' Rare') ? '' : missing(has, inFile)
        expect({ file, unclaimed, lacking }).toEqual({ file, unclaimed: '', lacking: '' })
      }
  })

  it('leave to the box what none of them has, and nothing that is wanted more than seldom', () => {
    const [box] = claims('missing-glyph')
    const wanted = new Set<number>()
    const rare = new Set<number>()
    for (const { folder } of fontFamilies)
      for (const file of new Set(claims(folder).map((face) => face.file))) {
        const has = charactersInWoff2(path.join(folderOf(folder), file))
        for (const one of has) (file.includes('rare-') ? rare : wanted).add(one)
      }
    for (const [code, one] of otherCodes) if (wanted.has(one)) wanted.add(code)
    const claimed = box?.has ?? new Set()
    expect([...claimed].filter((one) => wanted.has(one) && !otherCodes.has(one))).toEqual([])
    for (const code of [0x378, 0xac00, 0xe000, 0xf8ff, 0x1f600, 0x2fa20, 0x30000, 0x10fffd]) {
      expect({
        code,
        isKnown: wanted.has(code) || rare.has(code),
        isBox: claimed.has(code),
      }).toEqual({ code, isKnown: false, isBox: true })
    }
  })

  it('have what has no semi-bold in a family without one', () => {
    for (const { name, folder, semiBold } of fontFamilies) {
      const faces = claims(folder)
      const boldIn = (family: string) =>
        faces.some((face) => face.family === family && face.weight === 600)
      expect(boldIn(`${name} Regular`) || boldIn(`${name} Rare`)).toBe(false)
      if (semiBold === 'none') continue
      // Where a family has a semi-bold, a character of it that has none can be asked of nobody else.
      const bold = claimedOf(faces, name, 600)
      const regular = claimedOf(faces, name, 400)
      const besides = claimedOf(faces, `${name} Regular`, 400)
      expect(missing(missingFrom(regular, bold), besides)).toBe('')
    }
  })

  it('lie beside their licence, a file for each face', () => {
    for (const { folder } of fontFamilies) {
      const files = readdirSync(folderOf(folder))
      expect(files).toEqual(expect.arrayContaining(['LICENSE', 'package.json', 'index.css']))
      expect(files.filter((file) => file.endsWith('.woff2'))).toHaveLength(
        new Set(claims(folder).map(({ file }) => file)).size,
      )
    }
  })

  it('come to less than 15.5 MB, so that everything but Electron stays under 20', () => {
    const bytes = fontFamilies
      .flatMap(({ folder }) =>
        readdirSync(folderOf(folder)).map((file) => path.join(folderOf(folder), file)),
      )
      .reduce((sum, file) => sum + statSync(file).size, 0)
    expect(bytes).toBeLessThan(15.5e6)
  })
})
