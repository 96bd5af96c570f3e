import { escapeHtml } from '../text/escape-html'
import { numeralOf } from './numerals'
import { elementsCalled, readXml, type XmlElement } from './xml'

/**
 * The numbers that Word counts by itself, of lists and of headings. The library that reads the rest knows that a
 * paragraph is numbered, and neither its number nor how that is written.
 */

/** Noncharacters, which no text holds: around a number that a list can have, and how it is written. */
const signs = { number: '\ufdd3', label: '\ufdd4', end: '\ufdd5' } as const

/** One level of a kind of numbering. */
interface Level {
  readonly start: number
  readonly format: string
  /** With `%1` for the number of the first level, and so on. */
  readonly pattern: string
  /** What stands behind it: `tab`, `space` or `nothing`. */
  readonly behind: string
  /** Begins anew behind paragraphs of levels above this one. */
  readonly restart: number
  /** Whether all numbers are written in digits. */
  readonly isLegal: boolean
  readonly style: string | undefined
}

interface Numbering {
  /** Numberings of one kind count on, one where the other stopped. */
  readonly kind: string
  readonly levels: ReadonlyMap<number, Level>
  /** Where the numbering begins anew, by level. */
  readonly starts: ReadonlyMap<number, number>
}

/** What a paragraph is numbered by. */
interface Place {
  readonly numbering: string
  readonly level: number
}

/** The numberings of a document, and what styles say of them. */
interface NumberingParts {
  readonly numberings: ReadonlyMap<string, Numbering>
  readonly byStyle: ReadonlyMap<string, Place>
}

/**
 * The text of a document with its numbers as words, between signs.
 *
 * @param parts the files of the document that say how it is numbered
 */
export function withNumbers(
  xml: string,
  parts: { readonly numbering: Uint8Array | undefined; readonly styles: Uint8Array | undefined },
): string {
  if (parts.numbering === undefined) return xml
  const known = numberingParts(readXml(parts.numbering), parts.styles && readXml(parts.styles))
  const counter = new Counter(known.numberings)
  return xml
    .split(/(?=<w:p[\s>])/u)
    .map((paragraph) => numbered(paragraph, known.byStyle, counter))
    .join('')
}

/** @param paragraph from its beginning up to that of the next */
function numbered(
  paragraph: string,
  byStyle: ReadonlyMap<string, Place>,
  counter: Counter,
): string {
  const begins = paragraph.indexOf('<w:pPr>')
  // Behind what the properties were before a change that was tracked.
  const ends = paragraph.lastIndexOf('</w:pPr>')
  if (begins < 0 || ends < begins) return paragraph
  const properties = paragraph.slice(begins, ends).split('<w:pPrChange')[0] ?? ''
  const place = placeOf(properties, byStyle)
  const number = place && counter.next(place)
  if (place === undefined || number === undefined) return paragraph
  const inList = number.inList === undefined ? '' : `${number.inList}`
  // No list where the model has no place for what the number is like.
  const list = inList === '' ? '0' : escapeHtml(place.numbering)
  const properly = `<w:numPr><w:ilvl w:val="${place.level}"/><w:numId w:val="${list}"/></w:numPr>`
  const words = signs.number + inList + signs.label + escapeHtml(number.label) + signs.end
  const run = number.label === '' ? '' : `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`
  const from = begins + '<w:pPr>'.length
  const to = ends + '</w:pPr>'.length
  return `${paragraph.slice(0, from)}${properly}${paragraph.slice(from, to)}${run}${paragraph.slice(to)}`
}

function placeOf(properties: string, byStyle: ReadonlyMap<string, Place>): Place | undefined {
  // The paragraph's end was struck out: it goes on in the next.
  if (/<w:del[\s/>]/u.test(properties)) return undefined
  const style = byStyle.get(/<w:pStyle\s+w:val="([^"]*)"/u.exec(properties)?.[1] ?? '')
  const numbering = /<w:numId\s+w:val="([^"]*)"/u.exec(properties)?.[1] ?? style?.numbering
  const level = /<w:ilvl\s+w:val="(\d)"/u.exec(properties)?.[1]
  if (numbering === undefined || numbering === '0') return undefined
  return { numbering, level: level === undefined ? (style?.level ?? 0) : Number(level) }
}

/** A number as it is written, and as one of a list that writes `1.`, where it is one. */
interface Numbered {
  readonly label: string
  readonly inList: number | undefined
}

/** Counts as Word does. */
class Counter {
  readonly #numberings: ReadonlyMap<string, Numbering>
  readonly #counts = new Map<string, Map<number, number>>()
  readonly #begun = new Set<string>()

  constructor(numberings: ReadonlyMap<string, Numbering>) {
    this.#numberings = numberings
  }

  /** The number of the next paragraph; nothing where it has none but a sign. */
  next({ numbering, level }: Place): Numbered | undefined {
    const known = this.#numberings.get(numbering)
    const own = known?.levels.get(level)
    if (known === undefined || own === undefined) return undefined
    const counts = this.#counts.get(known.kind) ?? new Map<number, number>()
    this.#counts.set(known.kind, counts)
    const before = this.#startedAnew(numbering, level, known) ?? counts.get(level)
    const number = before === undefined ? own.start : before + 1
    counts.set(level, number)
    for (const deeper of counts.keys()) {
      const restart = known.levels.get(deeper)?.restart ?? deeper
      if (deeper > level && level < restart) counts.delete(deeper)
    }
    if (own.format === 'bullet') return undefined
    const isPlain = own.format === 'decimal' && own.pattern === `%${level + 1}.`
    return { label: labelOf(own, known, counts), inList: isPlain ? number : undefined }
  }

  /** The number before the first of a numbering that begins anew. */
  #startedAnew(numbering: string, level: number, { starts }: Numbering): number | undefined {
    const start = starts.get(level)
    const name = `${numbering} ${level}`
    if (start === undefined || this.#begun.has(name)) return undefined
    this.#begun.add(name)
    return start - 1
  }
}

function labelOf(own: Level, { levels }: Numbering, counts: ReadonlyMap<number, number>): string {
  const label = own.pattern.replaceAll(/%([1-9])/gu, (_, figure: string) => {
    const level = Number(figure) - 1
    const { start, format } = levels.get(level) ?? { start: 1, format: 'decimal' }
    return numeralOf(counts.get(level) ?? start, own.isLegal ? 'decimal' : format)
  })
  const isApart = own.behind === 'nothing' || /[、．。）】〕》：\s]$/u.test(label)
  return label === '' || isApart ? label : `${label} `
}

type Tree = ReturnType<typeof readXml>

function numberingParts(numbering: Tree, styles: Tree | undefined): NumberingParts {
  const paragraphStyles = new Map(
    (styles === undefined ? [] : elementsCalled(styles, 'w:style')).map((style) => [
      style.attribute('w:styleId') ?? '',
      style,
    ]),
  )
  const kinds = new Map(
    elementsCalled(numbering, 'w:abstractNum').map((kind) => [
      kind.attribute('w:abstractNumId') ?? '',
      kind,
    ]),
  )
  const nums = new Map(
    elementsCalled(numbering, 'w:num').map((one) => [one.attribute('w:numId') ?? '', one]),
  )
  /** Some kinds say no more than in which style their levels are. */
  const kindOf = (one: XmlElement): string => {
    const kind = valueIn(one, 'w:abstractNumId') ?? ''
    const link = paragraphStyles.get(valueIn(kinds.get(kind), 'w:numStyleLink') ?? '')
    const linked = nums.get(valueIn(link, 'w:numId') ?? '')
    return valueIn(linked, 'w:abstractNumId') ?? kind
  }
  const numberings = new Map(
    Array.from(nums, ([id, one]) => [id, numberingOf(kindOf(one), one, kinds)] as const),
  )
  const byStyle = new Map(
    Array.from(paragraphStyles.keys()).flatMap((id) => {
      const place = placeOfStyle(id, paragraphStyles, numberings)
      return place === undefined ? [] : [[id, place] as const]
    }),
  )
  return { numberings, byStyle }
}

function numberingOf(
  kind: string,
  one: XmlElement,
  kinds: ReadonlyMap<string, XmlElement>,
): Numbering {
  const own = [...(kinds.get(kind)?.inside('w:lvl') ?? []), ...one.inside('w:lvl')]
  const starts = one.inside('w:lvlOverride').flatMap((override) => {
    const start = numberIn(override, 'w:startOverride')
    return start === undefined ? [] : [[levelOf(override), start] as const]
  })
  return {
    kind,
    levels: new Map(own.map((level) => [levelOf(level), readLevel(level)])),
    starts: new Map(starts),
  }
}

/** The deepest style that a style is based on. */
const deepest = 20

/** What paragraphs of a style are numbered by, where the style or one that it is based on says so. */
function placeOfStyle(
  id: string,
  styles: ReadonlyMap<string, XmlElement>,
  numberings: ReadonlyMap<string, Numbering>,
): Place | undefined {
  let style = styles.get(id)
  for (let i = 0; style !== undefined && i < deepest; i++) {
    const numbering = valueIn(style, 'w:numId')
    if (numbering !== undefined) {
      const name = style.attribute('w:styleId')
      const levels = Array.from(numberings.get(numbering)?.levels ?? [])
      const own = levels.find(([, level]) => level.style === name)?.[0]
      return { numbering, level: own ?? numberIn(style, 'w:ilvl') ?? 0 }
    }
    style = styles.get(valueIn(style, 'w:basedOn') ?? '')
  }
  return undefined
}

const levelOf = (element: XmlElement): number => Number(element.attribute('w:ilvl') ?? 0)

const readLevel = (level: XmlElement): Level => ({
  start: numberIn(level, 'w:start') ?? 0,
  format: valueIn(level, 'w:numFmt') ?? 'decimal',
  pattern: valueIn(level, 'w:lvlText') ?? '',
  behind: valueIn(level, 'w:suff') ?? 'tab',
  restart: numberIn(level, 'w:lvlRestart') ?? levelOf(level),
  isLegal: level.inside('w:isLgl').length > 0,
  style: valueIn(level, 'w:pStyle'),
})

const valueIn = (element: XmlElement | undefined, name: string): string | undefined =>
  element?.inside(name)[0]?.attribute('w:val')

function numberIn(element: XmlElement, name: string): number | undefined {
  const value = valueIn(element, name)
  return value !== undefined && /^\d{1,6}$/u.test(value) ? Number(value) : undefined
}

/** HTML of which the items of lists have their numbers, and other numbers are words; and how many are those. */
export function withItemNumbers(html: string): { readonly html: string; readonly inWords: number } {
  let inWords = 0
  const marked = html
    .replaceAll(/<li>\ufdd3(\d+)\ufdd4[^\ufdd3-\ufdd5]*\ufdd5/gu, '<li value="$1">')
    .replaceAll(/\ufdd3\d*\ufdd4([^\ufdd3-\ufdd5]*)\ufdd5/gu, (_, label: string) => {
      inWords++
      return label
    })
  return { html: marked, inWords }
}
