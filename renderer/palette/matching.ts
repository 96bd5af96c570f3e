import { single as fitLetters } from 'fuzzysort'
import pinyin from 'pinyin-match/es/traditional.js'
import { fold } from '../../core/script/folding'
import { type Entry, entryKinds } from './entries'

/** An entry that fits what was typed. */
export interface Match {
  readonly entry: Entry
  /** Which UTF-16 units of the label fit; none where that cannot be said. */
  readonly at: ReadonlySet<number>
}

/** The most that are listed: nobody reads on, but narrows. */
const most = 100

/** How well letters scattered over a name must fit to count, from 0 to 1. */
const threshold = 0.25

/** What was chosen of late goes before what fits as well. */
const bonus = 0.08

/** What is found beside the name counts for less than the name. */
const besides = 0.75

/**
 * The entries that fit what was typed, the best first: by the letters of their names, in either script,
 * and by the pinyin of Chinese names, whole or by initials. Without anything typed all of them, those
 * chosen of late first.
 *
 * @param recent ids of the entries chosen of late, the last first
 */
export function matching(
  entries: readonly Entry[],
  query: string,
  recent: readonly string[],
): readonly Match[] {
  const wanted = fold(query).trim()
  const rank = new Map(recent.map((id, i) => [id, i]))
  if (wanted === '') {
    return entries
      .toSorted((a, b) => (rank.get(a.id) ?? recent.length) - (rank.get(b.id) ?? recent.length))
      .slice(0, most)
      .map((entry) => ({ entry, at: nowhere }))
  }
  return entries
    .flatMap((entry) => {
      const found = best(entry, wanted)
      if (found === undefined) return []
      return [{ entry, at: found.at, score: found.score + (rank.has(entry.id) ? bonus : 0) }]
    })
    .toSorted((a, b) => b.score - a.score || kindOf(a.entry) - kindOf(b.entry))
    .slice(0, most)
}

const kindOf = ({ kind }: Entry) => entryKinds.indexOf(kind)

interface Fit {
  readonly score: number
  readonly at: ReadonlySet<number>
}

const nowhere: ReadonlySet<number> = new Set()

function best({ label, detail }: Entry, wanted: string): Fit | undefined {
  const named = [byLetters(label, wanted), byPinyin(label, wanted)]
  const beside = byLetters(detail, wanted) ?? byPinyin(detail, wanted)
  const fits = [...named, beside && { score: beside.score * besides, at: nowhere }]
  return fits
    .filter((fit) => fit !== undefined)
    .reduce<Fit | undefined>((a, b) => (a === undefined || b.score > a.score ? b : a), undefined)
}

function byLetters(text: string, wanted: string): Fit | undefined {
  const folded = fold(text)
  const found = fitLetters(wanted, folded)
  if (found === null || found.score < threshold) return undefined
  // Where folding made more or fewer of the signs, their places are not those of the text.
  const isInPlace = folded.length === text.length
  return { score: found.score, at: isInPlace ? new Set(found.indexes) : nowhere }
}

/** Latin letters, which may stand for how Chinese is read. */
const spelling = /^[a-z\s']+$/u

function byPinyin(text: string, wanted: string): Fit | undefined {
  if (!spelling.test(wanted)) return undefined
  const found = pinyin.match(text, wanted.replaceAll(/[\s']/gu, ''))
  if (found === false) return undefined
  const [start, end] = found
  // Pinyin always fits letter by letter; what tells fits apart is where they begin and how much they cover.
  const covered = (end - start + 1) / text.length
  const score = (start === 0 ? 0.75 : 0.55) + 0.2 * covered
  return { score, at: new Set(Array.from({ length: end - start + 1 }, (_, i) => start + i)) }
}
