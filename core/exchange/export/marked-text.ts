import { styleName } from '../../annotation/style'
import type { Block, Span } from '../../document/block'
import type { PlacedBlock } from '../../document/document'
import { type Inline, nestedSpans } from '../../document/nested-spans'
import { uprightFigures } from '../../document/upright-figures'
import { englishMarks } from '../../script/quotation-marks'
import { mapOf, type Rendition } from '../../script/rendition'
import type { CodePoints } from '../../text/code-points'
import { IntervalIndex } from '../../text/interval-index'
import { countBelow, OffsetIndex } from '../../text/offset-index'
import { byPlace, rangeLength, type TextRange, textRange } from '../../text/range'
import { type ExportedDocument, type ExportedNote, notesOn } from './model'

/** What is set as one within a block: a span of the model, or the heading that opens a paragraph. */
type TextSpan = Span | { readonly kind: 'run-in'; readonly range: TextRange }

/** What a line is made of, one within another, with the places where the words of notes begin and end. */
export type LinePart =
  | LinePiece
  | {
      readonly kind: 'span'
      readonly span: TextSpan
      /** Of this piece of it, where another one cuts it. Code points of the block as it is rendered. */
      readonly range: TextRange
      readonly content: readonly LinePart[]
    }
  | { readonly kind: 'begin' | 'end'; readonly note: ExportedNote }

/** As much of a text as stands in the same marks. */
export interface LinePiece {
  readonly kind: 'piece'
  readonly text: string
  /** The marks that are painted on it, the longest first; of those that look alike the longest alone. */
  readonly marks: readonly ExportedNote[]
  /** Whether it is a figure that stands upright in a column. */
  readonly isUpright: boolean
  /** Whether it is an apostrophe or a quotation mark of English words, where those are told apart. */
  readonly isEnglishMark: boolean
}

/** A block in one form, with what the reader marked in it. */
export interface MarkedBlock {
  readonly block: Block
  readonly text: string
  /** What it is written in, BCP 47. */
  readonly lang: string
  readonly content: readonly LinePart[]
  /** The notes with a number whose words end in it. */
  readonly ending: readonly ExportedNote[]
}

interface MarkedTextOptions {
  /** The notes that the text is to show a sign for; where their words end is told of these alone. */
  readonly numbers: ReadonlyMap<ExportedNote, number>
  /** Whether marks are painted. */
  readonly marks: boolean
  /** Whether the text is set in columns. */
  readonly isVertical?: boolean
  /** Whether English quotation marks are told apart, for fonts that would draw them as wide as a character. */
  readonly hasEnglishMarks?: boolean
  /** Whether notes can begin and end within code, as where that is no more than a way of setting it. */
  readonly isCodeOpen?: boolean
}

/** The part of a note's words that stands in one block; code points of the block as it is rendered. */
interface NotePart {
  readonly note: ExportedNote
  readonly part: TextRange
  readonly isFirst: boolean
  readonly isLast: boolean
}

/**
 * The text of a document in the leading form of an export, with the marks and notes on it: what every
 * format that holds the whole text is written from.
 */
export class MarkedText {
  readonly #rendition: Rendition
  readonly #document: ExportedDocument
  readonly #options: MarkedTextOptions
  readonly #parts: ReadonlyMap<PlacedBlock, readonly NotePart[]>

  constructor(document: ExportedDocument, options: MarkedTextOptions) {
    this.#rendition = document.open.renditionOf(document.scripts[0])
    this.#document = document
    this.#options = options
    this.#parts = this.#partsByBlock()
  }

  /** The blocks of the text, in order. */
  get placed(): readonly PlacedBlock[] {
    return this.#rendition.document.placed
  }

  block(placed: PlacedBlock): MarkedBlock {
    const { block } = placed
    const { text } = this.#rendition.block(block.id)
    const parts = this.#parts.get(placed) ?? []
    const signed = parts.filter(({ note }) => this.#options.numbers.has(note))
    const begins = signed
      .filter(({ isFirst }) => isFirst)
      .toSorted((a, b) => a.part.start - b.part.start)
    const ends = signed.filter(({ isLast }) => isLast).toSorted((a, b) => a.part.end - b.part.end)
    const spans = this.#spansOf(placed)
    const line = new Line(text, {
      painted: parts.filter(({ note }) => this.#isPainted(note)),
      upright: this.#uprightIn(block, text, spans),
      englishMarks: this.#englishMarksIn(block, text),
      begins,
      ends,
      isCodeOpen: this.#options.isCodeOpen === true,
    })
    const lang = this.#rendition.langOfBlock(block.id)
    return { block, text, lang, content: line.content(spans), ending: ends.map(({ note }) => note) }
  }

  #spansOf(placed: PlacedBlock): readonly TextSpan[] {
    const { block } = placed
    const map = mapOf(this.#rendition.block(block.id))
    const runIn: readonly TextSpan[] =
      block.kind === 'paragraph' && block.runIn > 0
        ? [{ kind: 'run-in', range: textRange(0, block.runIn) }]
        : []
    return [...runIn, ...(block.spans ?? [])]
      .map((span) => ({ ...span, range: map.toRendered(span.range) }))
      .toSorted((a, b) => byPlace(a.range, b.range))
  }

  #uprightIn({ kind }: Block, text: string, spans: readonly TextSpan[]): readonly TextRange[] {
    if (this.#options.isVertical !== true || kind === 'code') return []
    return uprightFigures(
      text,
      spans.filter((span): span is Span => span.kind !== 'run-in'),
    )
  }

  #englishMarksIn({ id, kind }: Block, text: string): readonly TextRange[] {
    const isChinese = this.#rendition.langOfBlock(id).startsWith('zh')
    const isAsked = this.#options.hasEnglishMarks === true && isChinese && kind !== 'code'
    return isAsked ? englishMarks(text) : []
  }

  #isPainted({ annotation, place }: ExportedNote): boolean {
    return (
      this.#options.marks && place !== null && this.#document.open.isOnWords({ annotation, place })
    )
  }

  #partsByBlock(): ReadonlyMap<PlacedBlock, readonly NotePart[]> {
    const byBlock = new Map<PlacedBlock, NotePart[]>()
    for (const note of notesOn(this.#document)) {
      if (note.place === null) continue
      const parts = this.#partsOf(note.place)
      for (const [i, [placed, part]] of parts.entries()) {
        const one = { note, part, isFirst: i === 0, isLast: i === parts.length - 1 }
        const there = byBlock.get(placed)
        if (there) there.push(one)
        else byBlock.set(placed, [one])
      }
    }
    return byBlock
  }

  /** What of a range stands in each block; of one that holds no character, the place behind the block. */
  #partsOf(place: TextRange): readonly (readonly [PlacedBlock, TextRange])[] {
    const { document } = this.#rendition
    const parts = document.blocksIn(place).flatMap((placed) => {
      const part = this.#rendition.inBlock(placed, place)
      return part === undefined ? [] : [[placed, part] as const]
    })
    const [only] = parts.length > 0 ? [] : [document.blockAt(place.start)]
    if (only === undefined) return parts
    const { length } = new OffsetIndex(this.#rendition.block(only.block.id).text)
    return [[only, textRange(length, length)]]
  }
}

interface LineParts {
  readonly painted: readonly NotePart[]
  readonly upright: readonly TextRange[]
  readonly englishMarks: readonly TextRange[]
  /** Ascending by where they begin. */
  readonly begins: readonly NotePart[]
  /** Ascending by where they end. */
  readonly ends: readonly NotePart[]
  /** Whether they can do so within code. */
  readonly isCodeOpen: boolean
}

/** What nothing else can stand in: another link, the sign of a note, other signs of code. */
const closed: ReadonlySet<TextSpan['kind']> = new Set([
  'link',
  'note-reference',
  'code',
  'ruby',
  'picture',
])

/** Those that may be parted, so that the sign of a note stands where its words end. */
const partible: ReadonlySet<TextSpan['kind']> = new Set(['link', 'note-reference', 'code'])

/** Puts the text of a block together with its spans, marks, and the ends of notes. */
class Line {
  readonly #text: string
  readonly #index: OffsetIndex
  readonly #painted: IntervalIndex<NotePart>
  readonly #upright: IntervalIndex<TextRange>
  readonly #englishMarks: IntervalIndex<TextRange>
  readonly #begins: readonly NotePart[]
  readonly #ends: readonly NotePart[]
  readonly #isCodeOpen: boolean
  /** Where the pieces of the text are parted, ascending. */
  readonly #edges: readonly CodePoints[]
  /** How many of the notes have begun, and ended, so far. */
  #begun = 0
  #ended = 0

  constructor(
    text: string,
    { painted, upright, englishMarks, begins, ends, isCodeOpen }: LineParts,
  ) {
    this.#text = text
    this.#index = new OffsetIndex(text)
    this.#painted = new IntervalIndex(painted, ({ part }) => part)
    this.#upright = new IntervalIndex(upright, (range) => range)
    this.#englishMarks = new IntervalIndex(englishMarks, (range) => range)
    this.#begins = begins
    this.#ends = ends
    this.#isCodeOpen = isCodeOpen
    const edges = [
      ...[...painted.map(({ part }) => part), ...upright, ...englishMarks].flatMap(
        ({ start, end }) => [start, end],
      ),
      ...begins.map(({ part }) => part.start),
      ...ends.map(({ part }) => part.end),
    ]
    this.#edges = [...new Set(edges)].sort((a, b) => a - b)
  }

  content(spans: readonly TextSpan[]): readonly LinePart[] {
    const ends = this.#ends.map(({ part }) => part.end)
    const parted = spans.flatMap((span): readonly TextSpan[] =>
      partible.has(span.kind) && this.#isClosed(span)
        ? cutAt(span.range, ends).map((range) => ({ ...span, range }))
        : [span],
    )
    const { length } = this.#index
    const whole = this.#placed(nestedSpans(parted, length), true)
    return [...whole, ...this.#beginUpTo(length), ...this.#endUpTo(length)]
  }

  /** @param isOpen whether notes may begin and end here, and are not within what nothing stands in */
  #placed(content: readonly Inline<TextSpan>[], isOpen: boolean): readonly LinePart[] {
    return content.flatMap((one): readonly LinePart[] => {
      const { start, end } = one.range
      if (one.kind === 'text') {
        return joined(
          cutAt(one.range, this.#edges).flatMap((range) => [
            ...(isOpen ? this.#beginUpTo(range.start) : []),
            this.#piece(range),
            ...(isOpen ? this.#endUpTo(range.end) : []),
          ]),
        )
      }
      const { span, range } = one
      const isClosed = this.#isClosed(span)
      return [
        ...(isOpen ? this.#beginUpTo(isClosed ? end - 1 : start) : []),
        { kind: 'span', span, range, content: this.#placed(one.content, isOpen && !isClosed) },
        ...(isOpen && isClosed ? this.#endUpTo(end) : []),
      ]
    })
  }

  #isClosed({ kind }: TextSpan): boolean {
    return closed.has(kind) && !(kind === 'code' && this.#isCodeOpen)
  }

  #piece(range: TextRange): LinePiece {
    const { start, end } = range
    return {
      kind: 'piece',
      text: this.#text.slice(this.#index.toUtf16(start), this.#index.toUtf16(end)),
      marks: distinct(
        this.#painted
          .overlapping(range)
          .toSorted((a, b) => rangeLength(b.part) - rangeLength(a.part))
          .map(({ note }) => note),
      ),
      isUpright: this.#upright.overlapping(range).length > 0,
      isEnglishMark: this.#englishMarks.overlapping(range).length > 0,
    }
  }

  #beginUpTo(offset: number): readonly LinePart[] {
    const from = this.#begun
    while ((this.#begins[this.#begun]?.part.start ?? Infinity) <= offset) this.#begun++
    return this.#begins.slice(from, this.#begun).map(({ note }) => ({ kind: 'begin', note }))
  }

  #endUpTo(offset: number): readonly LinePart[] {
    const from = this.#ended
    while ((this.#ends[this.#ended]?.part.end ?? Infinity) <= offset) this.#ended++
    return this.#ends.slice(from, this.#ended).map(({ note }) => ({ kind: 'end', note }))
  }
}

const lookOf = ({ annotation }: ExportedNote): string => styleName(annotation.style)

/** Of marks that look alike the first: however many lie over one another, what is written grows as they do. */
function distinct(marks: readonly ExportedNote[]): readonly ExportedNote[] {
  const looks = new Set<string>()
  return marks.filter((mark) => {
    const isNew = !looks.has(lookOf(mark))
    looks.add(lookOf(mark))
    return isNew
  })
}

/** Neighbouring pieces that look alike as one. */
function joined(parts: readonly LinePart[]): readonly LinePart[] {
  const all: LinePart[] = []
  for (const part of parts) {
    const before = all.at(-1)
    if (before?.kind === 'piece' && part.kind === 'piece' && lookAlike(before, part)) {
      all[all.length - 1] = { ...before, text: before.text + part.text }
    } else all.push(part)
  }
  return all
}

const isApart = ({ isUpright, isEnglishMark }: LinePiece): boolean => isUpright || isEnglishMark

const lookAlike = (a: LinePiece, b: LinePiece): boolean =>
  !isApart(a) &&
  !isApart(b) &&
  a.marks.length === b.marks.length &&
  a.marks.every((mark, i) => lookOf(mark) === lookOf(b.marks[i] ?? mark))

/** A range in the parts that some offsets part it in; an empty one is one part. @param edges ascending */
function cutAt(range: TextRange, edges: readonly CodePoints[]): readonly TextRange[] {
  const first = countBelow(edges, (edge) => edge <= range.start)
  const past = countBelow(edges, (edge) => edge < range.end)
  const within = edges
    .slice(first, Math.max(first, past))
    .filter((edge, i, all) => edge !== all[i - 1])
  return [range.start, ...within].map((start, i) => textRange(start, within[i] ?? range.end))
}
