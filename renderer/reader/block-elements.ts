import { picturePath } from '../../core/app/picture-path'
import type { Block, LinkTarget, PictureSource, Span } from '../../core/document/block'
import { type Inline, nestedSpans } from '../../core/document/nested-spans'
import { uprightFigures } from '../../core/document/upright-figures'
import { englishMarks } from '../../core/script/quotation-marks'
import { type BidiControl, bidiControls } from '../../core/text/bidi-controls'
import { type CodePoints, codePointLength, codePoints } from '../../core/text/code-points'
import { byPlace, rangeLength, type TextRange, textRange } from '../../core/text/range'
import { bidiControlElement, englishMarkElement } from '../ui/drawn-text'
import { type QuotationBreak, quotationBreaks } from './quotation-breaks'
import { stretchesOf } from './stretches'
import { titlePhrases } from './title-phrases'

/** Where a link in the page leads: what a text links to, from a note's sign to the note, and back. */
export type Destination =
  | LinkTarget
  | { readonly to: 'note' | 'reference'; readonly noteId: string }

/** A stretch of a block's text that stands in one text node. */
export interface TextPart {
  readonly node: Text
  /** Where it begins, in canonical code points from the block's start. */
  readonly start: CodePoints
}

/** A figure that stands upright in columns. */
export interface UprightFigure {
  readonly element: HTMLElement
  /** Canonical code points from the block's start. */
  readonly range: TextRange
}

/** One block as elements: nothing but its parts is text that can be selected, counted or copied. */
interface BlockElements {
  readonly element: HTMLElement
  /** In order, without gaps; one at least. */
  readonly parts: readonly TextPart[]
  readonly links: readonly (readonly [HTMLAnchorElement, Destination])[]
  readonly figures: readonly UprightFigure[]
  /** The picture that the block is; its words are the block's text. */
  readonly picture?: HTMLImageElement
}

/**
 * What is set as one element in a block: a span of the model, a stretch of a paragraph that is as long as a
 * book, the run-in heading of one, a stretch of
 * a title that is not broken, a figure that stands upright in vertical setting, a quotation mark beside
 * which a line may be broken, one that is not as wide as a Chinese character, or a character that would turn the
 * words around it round.
 */
type InlineSpan =
  | Span
  | ({ readonly kind: 'break' } & QuotationBreak)
  | ({ readonly kind: 'bidi-control' } & BidiControl)
  | {
      readonly kind: 'stretch' | 'run-in' | 'phrase' | 'upright' | 'english-mark'
      readonly range: TextRange
    }

/**
 * Makes the elements of a block, with text nodes that are yet to be filled.
 *
 * @param documentId whose pictures are shown
 * @param isChinese whether the text is set in Chinese fonts
 */
export function blockElements(block: Block, documentId: string, isChinese: boolean): BlockElements {
  const element = document.createElement(tagOf(block))
  if (block.kind === 'paragraph') element.setAttribute('data-role', block.role)
  const inline = new InlineSetting(documentId)
  if (block.kind !== 'picture') {
    inline.set(element, inlineOf(block, isChinese))
    return { element, ...inline.made }
  }
  const picture = pictureElement({ documentId, resource: block.resource })
  const caption = document.createElement('figcaption')
  // The picture says the same words already to those who hear them.
  caption.ariaHidden = 'true'
  inline.set(caption, inlineOf(block, isChinese))
  element.append(picture, caption)
  return { element, ...inline.made, picture }
}

function tagOf(block: Block): 'p' | 'pre' | 'figure' | `h${1 | 2 | 3 | 4 | 5 | 6}` {
  if (block.kind === 'heading') return `h${block.level}`
  return ({ paragraph: 'p', code: 'pre', picture: 'figure' } as const)[block.kind]
}

const inlineOf = (block: Block, isChinese: boolean): readonly Inline<InlineSpan>[] =>
  nestedSpans(inlineSpans(block, isChinese), codePointLength(block.text))

function inlineSpans(block: Block, isChinese: boolean): readonly InlineSpan[] {
  const { kind, text, spans = [] } = block
  const controls = bidiControls(text).map(
    (control) => ({ kind: 'bidi-control', ...control }) as const,
  )
  if (kind === 'code') return inOrder(spans, controls)
  const runIn =
    kind === 'paragraph' && block.runIn > 0
      ? [{ kind: 'run-in', range: textRange(0, block.runIn) } as const]
      : []
  const phrases =
    kind === 'heading' && block.level === 1
      ? titlePhrases(text, 'zh').map((range) => ({ kind: 'phrase', range }) as const)
      : []
  const upright = uprightFigures(text, spans).map((range) => ({ kind: 'upright', range }) as const)
  const breaks = quotationBreaks(text).map((at) => ({ kind: 'break', ...at }) as const)
  const marks = (isChinese ? englishMarks(text) : []).map(
    (range) => ({ kind: 'english-mark', range }) as const,
  )
  const own = [...phrases, ...upright, ...breaks, ...marks, ...controls]
  const set = [...runIn, ...spans, ...own].map(({ range }) => range)
  const stretches = (kind === 'paragraph' ? stretchesOf(text, set) : []).map(
    (range) => ({ kind: 'stretch', range }) as const,
  )
  return inOrder([...stretches, ...runIn, ...spans], own)
}

/** @param spans ascending by start, where there are no others */
const inOrder = (
  spans: readonly InlineSpan[],
  others: readonly InlineSpan[],
): readonly InlineSpan[] =>
  others.length === 0 ? spans : [...spans, ...others].sort((a, b) => byPlace(a.range, b.range))

/** An inline element, and the one in it that holds the text. */
interface SpanElement {
  readonly outer: HTMLElement
  readonly inner: HTMLElement
}

/**
 * How much stands in one text node, in code points. Characters come from several fonts in turn, and an engine
 * breaks a node into lines in a time that grows with its length times its changes of font: a million characters
 * without a break would take minutes.
 */
const longestNode = 4_000

const isFigure = (piece: Inline<InlineSpan> | undefined): boolean =>
  piece?.kind === 'span' && piece.span.kind === 'upright'

/**
 * Where the text nodes of a stretch begin. Before a figure the last character has one of its own: where a line
 * would be full but for the gap before the figure, the engine puts off the whole node to the next line instead of
 * leaving the gap out, and stretches what is left over the width.
 */
function nodeStarts({ start, end }: TextRange, isBeforeFigure: boolean): readonly CodePoints[] {
  const starts: CodePoints[] = []
  for (let at = start; at < end; at = codePoints(at + longestNode)) starts.push(at)
  const last = codePoints(end - 1)
  return isBeforeFigure && last > (starts.at(-1) ?? last) ? [...starts, last] : starts
}

/** Sets a block's text: a text node for each stretch, within the elements of the spans that hold it. */
class InlineSetting {
  readonly #parts: TextPart[] = []
  readonly #links: [HTMLAnchorElement, Destination][] = []
  readonly #figures: UprightFigure[] = []
  readonly #documentId: string
  /** What was begun once: a span that another one cuts is begun again, but says its reading once. */
  readonly #begun = new Set<InlineSpan>()

  constructor(documentId: string) {
    this.#documentId = documentId
  }

  /** What was made: lists of just that length, for one that grew has room for sixteen more, in every block. */
  get made(): Omit<BlockElements, 'element'> {
    return { parts: [...this.#parts], links: [...this.#links], figures: [...this.#figures] }
  }

  set(parent: HTMLElement, content: readonly Inline<InlineSpan>[]): void {
    for (const [i, piece] of content.entries()) {
      if (piece.kind === 'text') {
        for (const start of nodeStarts(piece.range, isFigure(content[i + 1]))) {
          const node = document.createTextNode('')
          parent.append(node)
          this.#parts.push({ node, start })
        }
      } else {
        const { outer, inner } = this.#begin(piece.span)
        parent.append(outer)
        this.set(inner, piece.content)
      }
    }
  }

  #begin(span: InlineSpan): SpanElement {
    const isFirst = !this.#begun.has(span)
    this.#begun.add(span)
    switch (span.kind) {
      case 'link':
        return filled(this.#link(span.target))
      case 'note-reference':
        return filled(this.#link({ to: 'note', noteId: span.noteId }))
      case 'ruby':
        return ruby(isFirst ? span.reading : undefined)
      case 'picture':
        return inlinePicture(this.#documentId, span.picture)
      case 'run-in':
      case 'emphasis':
      case 'strong':
      case 'code':
      case 'deleted':
      case 'superscript':
      case 'subscript':
        return filled(document.createElement(inlineTags[span.kind]))
      case 'stretch':
        return filled(stretchElement(span.range))
      case 'phrase':
        return filled(spanOf('phrase'))
      case 'upright':
        return filled(this.#figure(span.range))
      case 'break':
        return filled(spanOf(`break-${span.side}`))
      case 'english-mark':
        return filled(englishMarkElement())
      case 'bidi-control':
        return filled(bidiControlElement(span.sign))
    }
  }

  #link(destination: Destination): HTMLAnchorElement {
    const link = linkElement(destination)
    this.#links.push([link, destination])
    return link
  }

  #figure(range: TextRange): HTMLElement {
    const element = spanOf('upright')
    this.#figures.push({ element, range })
    return element
  }
}

const inlineTags = {
  'run-in': 'b',
  emphasis: 'em',
  strong: 'strong',
  code: 'code',
  deleted: 'del',
  superscript: 'sup',
  subscript: 'sub',
} as const

const filled = (element: HTMLElement): SpanElement => ({ outer: element, inner: element })

/** A link that is followed by the reader's click, and never by the browser. */
export function linkElement(destination: Destination): HTMLAnchorElement {
  const link = document.createElement('a')
  link.href = destination.to === 'address' ? destination.url : '#'
  link.setAttribute('data-to', destination.to)
  // Else a passage could not be selected from within a link: the link would be dragged away.
  link.draggable = false
  link.tabIndex = -1
  return link
}

/** An element that only a style sheet knows. */
function spanOf(name: 'phrase' | 'upright' | `break-${QuotationBreak['side']}`): HTMLElement {
  const element = document.createElement('span')
  element.className = name
  // What holds together may begin a line.
  if (name === 'phrase') element.append(document.createElement('wbr'))
  return element
}

/** A stretch of a long paragraph. CSS reckons from the number of characters how high one will be. */
function stretchElement(range: TextRange): HTMLElement {
  const element = document.createElement('span')
  element.className = 'stretch'
  element.style.setProperty('--characters', String(rangeLength(range)))
  return element
}

/** Characters with their reading, which CSS writes: it is no part of the text. */
function ruby(reading: string | undefined): SpanElement {
  const outer = document.createElement('ruby')
  const inner = document.createElement('span')
  outer.append(inner)
  if (reading !== undefined) {
    const annotation = document.createElement('rt')
    annotation.dataset['reading'] = reading
    outer.append(annotation)
  }
  return { outer, inner }
}

/** A picture in the line. The character that stands for it lies over it, unseen: marks show there. */
function inlinePicture(documentId: string, picture: PictureSource): SpanElement {
  const outer = document.createElement('span')
  outer.className = 'inline-picture'
  const image = pictureElement({ documentId, resource: picture.resource })
  image.alt = picture.description
  const inner = document.createElement('span')
  inner.ariaHidden = 'true'
  outer.append(image, inner)
  return { outer, inner }
}

function pictureElement(name: Parameters<typeof picturePath>[0]): HTMLImageElement {
  const image = document.createElement('img')
  image.loading = 'lazy'
  image.draggable = false
  image.src = picturePath(name)
  return image
}
