import { type DictLike, Locale } from 'opencc-js'

/**
 * Pairs that the converter knows only inside words, and that a reader types one for the other:
 * 憑藉/憑借, 覆議/復議, 計畫/計劃, 瞭解/了解, 沈/沉, 復甦/復蘇, 祇/只, 想像/想象.
 */
const alsoOne: readonly string[] = [
  '借藉',
  '复覆',
  '画划',
  '了瞭',
  '沉沈',
  '苏甦',
  '只祇衹',
  '象像',
]

const scripts = ['cn', 'tw', 'hk'] as const

/**
 * The classes of characters that write one thing: Traditional, Simplified and regional variants, and
 * where Simplified merged several characters (發 and 髮 into 发) all of them. Taken from the
 * converter's own character tables. Each class ascends by code point.
 */
export function foldingClasses(): readonly string[] {
  const classes = new Classes()
  for (const script of scripts) {
    for (const dictionary of [Locale.from[script], Locale.to[script]].flat(2)) {
      for (const [one, other] of characterPairs(dictionary)) classes.join(one, other)
    }
  }
  for (const [first = '', ...others] of alsoOne.map((members) => [...members])) {
    for (const other of others) classes.join(first, other)
  }
  return classes.all()
}

/** The characters of which Simplified has one for several, each with those it stands for: 谷 for 谷 and 穀. */
export function oneForSeveral(): readonly string[] {
  const traditional = new Map(pairsOf(Locale.from.cn))
  const standsFor = new Map<string, Set<string>>()
  for (const [other, one] of pairsOf(Locale.to.cn)) {
    // What stays as it is when made Traditional is one of those it stands for.
    const itself = (traditional.get(one) ?? one) === one ? [one] : []
    standsFor.set(one, (standsFor.get(one) ?? new Set(itself)).add(other))
  }
  return [...standsFor].flatMap(([one, others]) => (others.size > 1 ? [one, ...others] : []))
}

/** The pairs of all dictionaries of a script. */
const pairsOf = (dictionaries: (typeof Locale.to)[string] | undefined) =>
  [dictionaries].flat(2).flatMap(characterPairs)

/** The entries of a dictionary that exchange one character for another; phrases are left out. */
function characterPairs(dictionary: DictLike | undefined): readonly (readonly [string, string])[] {
  if (dictionary === undefined) return []
  const entries =
    typeof dictionary === 'string'
      ? dictionary.split('|').map((entry) => entry.split(' '))
      : dictionary.map(([from, to]) => [from, ...to.split(' ')])
  return entries.flatMap(([from = '', ...variants]) =>
    isOneCharacter(from)
      ? variants.filter(isOneCharacter).map((variant) => [from, variant] as const)
      : [],
  )
}

const isOneCharacter = (text: string) => [...text].length === 1

/** Sets that grow together: whatever is joined to a member is joined to all. */
class Classes {
  readonly #memberOf = new Map<string, Set<string>>()

  join(one: string, other: string): void {
    const a = this.#classOf(one)
    const b = this.#classOf(other)
    if (a === b) return
    for (const member of b) {
      a.add(member)
      this.#memberOf.set(member, a)
    }
  }

  /** Every class of more than one member, in order. */
  all(): readonly string[] {
    return [...new Set(this.#memberOf.values())]
      .filter((members) => members.size > 1)
      .map((members) => [...members].sort(byCodePoint).join(''))
      .sort(byCodePoint)
  }

  #classOf(character: string): Set<string> {
    const known = this.#memberOf.get(character)
    if (known !== undefined) return known
    const fresh = new Set([character])
    this.#memberOf.set(character, fresh)
    return fresh
  }
}

const byCodePoint = (a: string, b: string) =>
  (a.codePointAt(0) as number) - (b.codePointAt(0) as number)
