import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { commonCharacters, secondLevel } from '../../../../tools/fonts/character-sets'
import { fontFamilies } from '../../../../tools/fonts/families'
import { repositoryRoot } from '../../../../tools/runtime/paths'

const folderOf = (folder: string) => path.join(repositoryRoot, 'assets/fonts', folder)

/** What a face of a family claims to have, by its family's name and weight. */
function claims(
  folder: string,
): readonly { family: string; file: string; weight: number; has: Set<number> }[] {
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
      .filter(
        (face) => face.weight === weight && (rare || !/ (?:Rare|Regular)$/u.test(face.family)),
      )
      .flatMap(({ has }) => [...has]),
  )

const missing = (wanted: Iterable<number>, has: ReadonlySet<number>) =>
  String.fromCodePoint(...[...wanted].filter((one) => one > 0x7f && !has.has(one)))

const han = (characters: ReadonlySet<number>) =>
  [...characters].filter((one) => one >= 0x4e00 && one < 0xe000)

describe('the bundled fonts', () => {
  it('have all of GBK and of Big5', () => {
    const serifs = claimedIn(['noto-serif-sc', 'noto-serif-tc'], 400)
    const gbk = Array.from({ length: 0x9fa5 - 0x4e00 + 1 }, (_, i) => 0x4e00 + i)
    expect(missing(gbk, serifs)).toBe('')
    expect(missing(han(secondLevel.big5), serifs)).toBe('')
  })

  it.each(fontFamilies.map((family) => [family.name, family] as const))(
    '%s has what is common in its script, and in semi-bold that too or what the first screen had',
    (_name, { folder, common, semiBold, before }) => {
      const behind = fontFamilies.find(({ name }) => name === before)
      const folders = behind === undefined ? [folder] : [folder, behind.folder]
      const commonOnes = han(commonCharacters[common])
      expect(missing(commonOnes, claimedIn(folders, 400, false))).toBe('')
      if (semiBold === 'none') return
      // Not what the first screen has today: a new message's character is drawn bolder by the engine.
      const first = claims(folder)[0]?.has ?? new Set()
      const inBold = semiBold === 'common' ? commonOnes : han(first)
      // What is drawn as in the family behind it is left to that.
      expect(inBold.length).toBeGreaterThan(behind === undefined ? 1000 : 100)
      expect(missing(inBold, claimedIn([folder], 600))).toBe('')
    },
  )

  it('have what has no semi-bold once more, as a family without one', () => {
    for (const { name, folder, semiBold } of fontFamilies.filter(
      (one) => one.semiBold === 'first-screen',
    )) {
      const faces = claims(folder)
      const [again, ...others] = faces.filter(({ family }) => family === `${name} Regular`)
      const common = faces.find(({ family, file }) => family === name && file.includes('common'))
      expect({ semiBold, others, again }).toEqual({
        semiBold: 'first-screen',
        others: [],
        again: { ...common, family: `${name} Regular` },
      })
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

  it('come to less than 17 MB, so that everything but Electron stays under 20', () => {
    const bytes = fontFamilies
      .flatMap(({ folder }) =>
        readdirSync(folderOf(folder)).map((file) => path.join(folderOf(folder), file)),
      )
      .reduce((sum, file) => sum + statSync(file).size, 0)
    expect(bytes).toBeLessThan(17e6)
  })
})
