import search from 'approx-string-match'
import type { CanonicalDocument } from '../document/document'
import { charactersOf, utf16 } from '../text/code-points'
import { type TextRange, textRange } from '../text/range'
import { type ExactHit, occurrences } from './find-exactly'
import { provenEdges } from './proven-edges'
import type { Quote } from './quote'

/** Code points of context, on each side, that are looked for and aligned with the text. */
const contextLength = 32

/** The share of a pattern that may differ. Looser would find wrong places in formulaic prose. */
const tolerance = 0.2

/** The share of the quote's characters that may be gone, or new, where its surroundings are found too. */
const mostChanged = 0.5

/**
 * UTF-16 units from which on a quote is looked for by itself too: with its context standing on one side of it
 * still, and without. Of 地區生產總值實現122億元 a report has one for each year.
 */
const tellingLength = { beside: 8, alone: 32 }

/** UTF-16 units. Longer patterns cost more than they tell; of a longer quote the two ends are looked for. */
const longestPattern = 400

/** How many errors less, context included, tell one place from another: more than chance makes. */
const clearly = 8

/** Of more places than these none is told from the others. */
const mostCandidates = 100

/** About where a quote may stand, in UTF-16 units, and by how many its edges may be elsewhere. */
interface Candidate {
  readonly start: number
  readonly end: number
  readonly slack: number
}

/**
 * Where words much like the quote stand, or why there is no such place.
 *
 * The quote is looked for by itself, so that it is found where its surroundings are gone, and together
 * with them, so that it is found where a word of it was exchanged for another that has nothing in common
 * with it. Where the one is found elsewhere than the other, the place is ambiguous. That gives about where
 * it stands; its two edges must be proved by the text, or it has no place.
 *
 * Source of the search: Myers' bit-parallel algorithm (1999), as approx-string-match implements it.
 */
export function findApproximately(
  document: CanonicalDocument,
  quote: Quote,
): TextRange | 'not-found' | 'ambiguous' {
  const known = withNearContext(quote)
  const found = theOne(document.text, known, candidatesFor(document.text, known))
  if (typeof found === 'string') return found
  const { offsets } = document
  const about = textRange(
    offsets.toCodePoints(utf16(found.start)),
    offsets.toCodePoints(utf16(found.end)),
  )
  const place = provenEdges(document, known, about, found.slack)
  return place && isMuchLike(document.slice(place), quote.exact) ? place : 'not-found'
}

/**
 * Whether the words that were quoted may stand changed elsewhere than where the same words were found: what
 * stood around them stands there around words much like them. Where some of it stands around the hit too,
 * all of it must.
 */
export function mayStandElsewhere(
  { text, offsets }: CanonicalDocument,
  quote: Quote,
  { place, context }: ExactHit,
): boolean {
  if (context === 'whole') return false
  const known = withNearContext(quote)
  const start = offsets.toUtf16(place.start)
  const end = offsets.toUtf16(place.end)
  const candidates =
    context === 'some' ? betweenContext(text, known) : matchesInContext(text, known)
  return candidates.some((other) => other.end <= start || end <= other.start)
}

/** Words much like a quote that stand between the very context, and more of it than chance makes. */
function betweenContext(text: string, { exact, prefix, suffix }: Quote): readonly Candidate[] {
  if (Math.min(prefix.length, suffix.length) < tellingLength.beside) return []
  return [...occurrences(text, prefix)].flatMap((at) => {
    const start = at + prefix.length
    const longest = Math.ceil(exact.length * (1 + mostChanged))
    const length = text.slice(start, start + longest + suffix.length).indexOf(suffix)
    const end = start + length
    return length > 0 && stands(exact, text, start, end, mostChanged)
      ? [{ start, end, slack: 0 }]
      : []
  })
}

const withNearContext = ({ exact, prefix, suffix }: Quote): Quote => ({
  exact,
  prefix: charactersOf(prefix).slice(-contextLength).join(''),
  suffix: charactersOf(suffix).slice(0, contextLength).join(''),
})

function candidatesFor(text: string, quote: Quote): readonly Candidate[] {
  const { exact } = quote
  if (exact.length > longestPattern) return betweenEnds(text, exact)
  const byWords = matchesOfWords(text, quote)
  const [only] = byWords
  if (byWords.length === 1 && only && isInContext(text, quote, only)) return byWords
  const inContext = matchesInContext(text, quote).filter(
    ({ start, end }) => !byWords.some((other) => start < other.end && other.start < end),
  )
  return [...byWords, ...inContext]
}

/** Where a quote is found by its own words, if they are enough to tell. */
function matchesOfWords(text: string, { exact, prefix, suffix }: Quote): readonly Candidate[] {
  if (exact.length < tellingLength.beside) return []
  const isTelling = exact.length >= tellingLength.alone || prefix + suffix === ''
  const isBeside = (context: string, from: number, to: number) =>
    context.length >= tellingLength.beside && stands(context, text, from, to)
  return bestMatches(text, exact).filter(
    ({ start, end, slack }) =>
      isTelling ||
      isBeside(prefix, start - prefix.length - slack, start + slack) ||
      isBeside(suffix, end - slack, end + suffix.length + slack),
  )
}

/** Whether all that stood around the quote stands there unchanged: then no other place fits better. */
const isInContext = (text: string, { prefix, suffix }: Quote, { start, end, slack }: Candidate) =>
  stands(prefix, text, start - prefix.length - slack, start + slack, 0) &&
  stands(suffix, text, end - slack, end + suffix.length + slack, 0)

/** Where words much like a quote are found with what stood around it, before it and behind. */
function matchesInContext(text: string, { exact, prefix, suffix }: Quote): readonly Candidate[] {
  if (exact.length > longestPattern) return []
  return bestMatches(text, prefix + exact + suffix)
    .map(({ start, end, slack }) => ({
      start: start + prefix.length,
      end: end - suffix.length,
      slack,
    }))
    .filter(({ start, end, slack }) => {
      const [from, to] = [start - slack, end + slack]
      return (
        stands(prefix + exact, text, from - prefix.length, to) &&
        stands(exact + suffix, text, from, to + suffix.length) &&
        stands(exact, text, from, to, mostChanged)
      )
    })
}

/** From where the quote's first words are found to where its last are, at about the right distance. */
function betweenEnds(text: string, exact: string): readonly Candidate[] {
  const heads = bestMatches(text, exact.slice(0, longestPattern))
  const tails = bestMatches(text, exact.slice(-longestPattern))
  return heads.flatMap((head) =>
    tails
      .filter((tail) => Math.abs(tail.end - head.start - exact.length) <= exact.length * tolerance)
      .map((tail) => ({
        start: head.start,
        end: tail.end,
        slack: Math.max(head.slack, tail.slack),
      })),
  )
}

/** The places with the fewest errors. */
function bestMatches(text: string, pattern: string): readonly Candidate[] {
  const matches = search(text, pattern, Math.floor(pattern.length * tolerance))
  // Matches that end beside one another are one place seen with a character more or less.
  const apart = matches.filter((match, i) => i === 0 || match.start >= (matches[i - 1]?.end ?? 0))
  return apart
    .slice(0, mostCandidates)
    .map(({ start, end, errors }) => ({ start, end, slack: errors + clearly }))
}

/** The candidate that is as like the quote as any, and in surroundings clearly liker than any other's. */
function theOne(
  text: string,
  quote: Quote,
  candidates: readonly Candidate[],
): Candidate | 'not-found' | 'ambiguous' {
  const [only] = candidates
  if (only === undefined) return 'not-found'
  if (candidates.length === 1) return only
  if (candidates.length >= mostCandidates) return 'ambiguous'
  const head = quote.exact.slice(0, longestPattern)
  const tail = quote.exact.slice(-longestPattern)
  const [best, ...others] = candidates
    .map((candidate) => {
      const { start, end, slack } = candidate
      const errorsAbout = (before: string, after: string) =>
        errorsOf(before + head, text, start - slack - before.length, start + slack + head.length) +
        errorsOf(tail + after, text, end - slack - tail.length, end + slack + after.length)
      const whole = errorsAbout(quote.prefix, quote.suffix)
      return { candidate, whole, words: errorsAbout('', '') }
    })
    .sort((a, b) => a.whole - b.whole)
  const isClear = others.every(
    (other) =>
      best !== undefined && best.whole + clearly <= other.whole && best.words <= other.words,
  )
  return best !== undefined && isClear ? best.candidate : 'ambiguous'
}

/** The errors of a pattern where it is found best between two UTF-16 indices. */
function errorsOf(pattern: string, text: string, from: number, to: number): number {
  const [best] = search(text.slice(Math.max(0, from), to), pattern, pattern.length)
  return best?.errors ?? pattern.length
}

/** Whether a pattern is found between two UTF-16 indices with at most a share of it changed. */
const stands = (pattern: string, text: string, from: number, to: number, share = tolerance) =>
  errorsOf(pattern, text, from, to) <= pattern.length * share

/** Whether enough of a quote is left in some words, and not too many others are with it. */
function isMuchLike(words: string, exact: string): boolean {
  if (exact.length > longestPattern) return true
  return (
    words.length <= exact.length * (1 + mostChanged) &&
    stands(exact, words, 0, words.length, mostChanged)
  )
}
