import {
  type Characters,
  charactersOf,
  commonCharacters,
  latin,
  otherCodes,
  secondLevel,
} from './character-sets'
import { type Levels, levelled } from './cut'
import { type FontFamily, fontFamilies, type Level } from './families'
import { charactersOfFont, outlinesOf } from './whole-fonts'

/** What the files of a family are cut from: the characters that it has, but for those left to another. */
export async function supplyOf(family: FontFamily): Promise<Levels> {
  const all = await levelsOf(family)
  const left = await leftBy(family)
  const shared = family.sharesWith ? await leftBy(familyNamed(family.sharesWith)) : none
  return {
    first: without(all.first, left),
    shared: intersection(all.common, shared),
    common: without(without(all.common, left), shared),
    second: without(all.second, left),
    rare: all.rare,
  }
}

/** What the rare files of the other script's family of the same design have. */
export async function othersRare(family: FontFamily): Promise<Characters> {
  if (!family.beyondCommon.includes('rare')) return none
  const { rare } = await levelsOf(sister(family, family.name.endsWith('SC') ? 'TC' : 'SC'))
  return rare
}

const none: Characters = new Set()

/** All the characters of a family that are wanted, before any is left to another. */
async function levelsOf(family: FontFamily): Promise<Levels> {
  const first = new Set([...latin, ...charactersOf(family.firstScreen)])
  const common = commonCharacters[family.common]
  if (family.common === 'both') {
    // Where a comma stands in its square depends on the script: punctuation is left to that script's fonts.
    const wanted = [...first, ...common].filter((one) => isHan(one) || one < 0x180)
    const own = await charactersOfFont(family.source, wanted)
    return await withOtherCodes(
      levelled({ first, shared: none, common, second: none, rare: none }, own),
    )
  }
  const own = await charactersOfFont(family.source)
  const gives = (level: 'second' | 'rare') => family.beyondCommon.includes(level)
  const second = gives('second') ? secondLevel[family.common] : none
  const rare = gives('rare') ? without(withoutHangul(own), await beforeRare(family)) : none
  return await withOtherCodes(levelled({ first, shared: none, common, second, rare }, own))
}

/** Beside each character its other codes, but for those that a serif has a drawing of their own for. */
async function withOtherCodes(levels: Levels): Promise<Levels> {
  const serifs = fontFamilies.filter(({ beyondCommon }) => beyondCommon.includes('rare'))
  const drawn = await Promise.all(serifs.map(({ source }) => charactersOfFont(source)))
  const codes = [...otherCodes].filter(([code]) => !drawn.some((has) => has.has(code)))
  const more = (level: Characters) =>
    new Set([...level, ...codes.flatMap(([code, one]) => (level.has(one) ? [code] : []))])
  return {
    first: more(levels.first),
    shared: more(levels.shared),
    common: more(levels.common),
    second: more(levels.second),
    rare: more(levels.rare),
  }
}

/**
 * What the other family of the same design has, and what is drawn from that one before a rare character of
 * this one is asked for, in every list of fonts: the common ones of Traditional; all that Simplified has.
 */
async function beforeRare(family: FontFamily): Promise<Characters> {
  const simplified = sister(family, 'SC')
  if (family !== simplified) return charactersOfFont(simplified.source)
  const { first, common } = await levelsOf(sister(family, 'TC'))
  return new Set([...first, ...common])
}

/** Which of its Chinese characters a family leaves to another, for both draw them alike in each weight. */
async function leftBy({ name, source, leaves }: FontFamily): Promise<Characters> {
  if (leaves === undefined) return none
  const other = familyNamed(leaves.to)
  const wanted = await charactersAt(leaves.of, familyNamed(name))
  const theirs = await charactersAt(leaves.among, other)
  const drawings = await Promise.all(
    ([400, 600] as const).map((weight) =>
      Promise.all([outlinesOf(source, weight), outlinesOf(other.source, weight)]),
    ),
  )
  const isAlike = (code: number) => {
    const one = otherCodes.get(code) ?? code
    return drawings.every(([own, their]) => own(one) === their(one))
  }
  return new Set([...wanted].filter((one) => isHan(one) && theirs.has(one) && isAlike(one)))
}

async function charactersAt(levels: readonly Level[], family: FontFamily): Promise<Characters> {
  const all = await levelsOf(family)
  return new Set(levels.flatMap((level) => [...all[level]]))
}

function familyNamed(name: string): FontFamily {
  const family = fontFamilies.find((one) => one.name === name)
  if (family === undefined) throw new Error(`there is no family ${name}`)
  return family
}

/** The family of the same design for another script. */
const sister = ({ name }: FontFamily, script: 'SC' | 'TC'): FontFamily =>
  familyNamed(name.replace(/..$/u, script))

/** Korean syllables, 11,172 of them, are left to the system's fonts. */
const withoutHangul = (characters: Characters): Characters =>
  new Set([...characters].filter((one) => one >= 0x20 && !(one >= 0xac00 && one <= 0xd7a3)))

const without = (characters: Characters, others: Characters): Characters =>
  new Set([...characters].filter((one) => !others.has(one)))

const intersection = (characters: Characters, others: Characters): Characters =>
  new Set([...characters].filter((one) => others.has(one)))

const isHan = (character: number): boolean =>
  /^\p{Script=Han}$/u.test(String.fromCodePoint(character))
