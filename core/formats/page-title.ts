import type { Fact } from './facts'

/** What a web page says that can be its title. */
interface PageTitles {
  /** What it calls its article and nothing else: `citation_title` and the like. */
  readonly stated: Fact | undefined
  /** What it is called as a page, and where it is shared: often with the name of the site. */
  readonly called: readonly Fact[]
  /** What the site is called, as far as the page says. */
  readonly sites: readonly string[]
  /** Its headings of the first level. */
  readonly headings: readonly string[]
  /** What else stands by itself in it and is no link: links are what pages have about them. */
  readonly lines: readonly string[]
}

/** What stands between a title and the name of a site: 報告 - 新華網, 報告_中國政府網. */
const parting = /[-–—_|｜·•»›:：/]+/gu

/**
 * The title of a web page without the name of the site. The page's own words decide what belongs to the title:
 * what of its name stands in it as a heading, or by itself. Where nothing shows what does not belong to it,
 * all of it is the title, for a word too many is no harm, and a word too few is.
 */
export function titleOfPage({
  stated,
  called,
  sites,
  headings,
  lines,
}: PageTitles): Fact | undefined {
  const isSite = (words: string) => sites.some((site) => isSame(site, words))
  if (stated !== undefined && !isSite(stated.value)) return stated
  const own = headings.filter((heading) => !isSite(heading))
  for (const { value } of called) {
    const { whole, before, behind } = partsOf(value)
    const parts = [...whole, ...[...before, ...behind].sort(longestFirst)]
    const heading = standingIn(own, parts)
    if (heading !== undefined) return asHeading(heading)
  }
  for (const fact of called) {
    const { whole, before, behind } = partsOf(fact.value)
    const parts = [...whole, ...before.sort(longestFirst), ...behind.sort(longestFirst)]
    const line = standingIn(
      lines,
      parts.filter((part) => !isSite(part)),
    )
    if (line !== undefined) return { ...fact, value: line }
  }
  const [only, another] = own
  const [first] = called
  if (only !== undefined && (another === undefined || first === undefined)) return asHeading(only)
  return first && { ...first, value: withoutSite(first.value, isSite) }
}

const asHeading = (value: string): Fact => ({ value, from: { kind: 'heading' } })

/** The first of some parts of a name that stands among some words, as it stands there. */
function standingIn(words: readonly string[], parts: readonly string[]): string | undefined {
  for (const part of parts) {
    const found = words.find((one) => isSame(one, part))
    if (found !== undefined) return found
  }
  return undefined
}

/** Each way to part a name in two. */
const partedIn = (name: string) =>
  Array.from(name.matchAll(parting), ({ index, 0: mark }) => ({
    before: name.slice(0, index).trimEnd(),
    behind: name.slice(index + mark.length).trimStart(),
  }))

/** A name, and what is left of it where the words behind or before a parting go. */
function partsOf(name: string) {
  const parted = partedIn(name)
  return {
    whole: [name],
    before: parted.map(({ before }) => before).filter(isSomething),
    behind: parted.map(({ behind }) => behind).filter(isSomething),
  }
}

const isSomething = (part: string): boolean => part.trim() !== ''

const longestFirst = (a: string, b: string): number => b.length - a.length

function withoutSite(name: string, isSite: (words: string) => boolean): string {
  const parted = partedIn(name).find(({ before, behind }) => isSite(behind) || isSite(before))
  if (parted === undefined) return name
  return isSite(parted.before) ? parted.behind : parted.before
}

/** Whether words are the same, however they are spaced, and in whichever width. */
const isSame = (a: string, b: string): boolean => squeezed(a) === squeezed(b)

const squeezed = (words: string): string =>
  words.normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase()
