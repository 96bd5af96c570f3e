import type { LinkTarget } from '../../document/block'
import { noteSignsOf } from '../../document/structure'
import { dataUrlOf } from '../../formats/pictures'
import { escapeWords } from './markdown-text'
import type { LinePart, LinePiece, MarkedBlock } from './marked-text'
import type { ExportedDocument, ExportedNote } from './model'
import { html, leadsOutside, markClasses } from './note-html'

/** A part of a line as Markdown: its words, and the signs, or else the tag, that they are to stand in. */
interface InlinePart {
  readonly words: string
  readonly signs?: string
  readonly tag?: string
  /** What stands between the signs, where that is not the words as they stand between tags. */
  readonly plain?: string
}

interface LineMarkdownOptions {
  /** The label of the footnote that a note of the reader's becomes. */
  readonly labelOf: (note: ExportedNote) => string
  /** What stands before the labels of footnotes, so that those of several documents are told apart. */
  readonly prefix: string
  /** The id of a block, where something leads to it. */
  readonly targetOf: (blockId: string) => string | undefined
}

/** Writes what stands within a line as Markdown. */
export class LineMarkdown {
  /** The labels of the footnotes that a sign leads to: their signs, where these can be labels. */
  readonly labels: ReadonlyMap<string, string>
  readonly #document: ExportedDocument
  readonly #options: LineMarkdownOptions
  /** Whether a link is open: no other can stand in one. */
  #isLinked = false
  /** The sign of a footnote that was written last, and where it ends: parts of one sign are written once. */
  #reference: { readonly noteId: string; readonly end: number } | undefined

  constructor(document: ExportedDocument, options: LineMarkdownOptions) {
    this.#document = document
    this.#options = options
    this.labels = this.#footnoteLabels()
  }

  /** The footnotes that a sign leads to, by what they are called: their signs, where these can be labels. */
  #footnoteLabels(): ReadonlyMap<string, string> {
    const { blocks } = this.#document.open.document.data
    const signs = noteSignsOf({ blocks })
    const written = new Set(
      blocks.flatMap(({ within = [] }) =>
        within.flatMap(({ kind, id }) => (kind === 'footnote' ? [id] : [])),
      ),
    )
    const referred = new Set(
      blocks.flatMap(({ kind, spans = [] }) =>
        spans.flatMap((span) =>
          kind !== 'code' && span.kind === 'note-reference' && written.has(span.noteId)
            ? [span.noteId]
            : [],
        ),
      ),
    )
    const labels = new Map<string, string>()
    const taken = new Set<string>()
    for (const id of referred) {
      const sign = signs.get(id)?.replaceAll(/[[\]()（）〔〕]/gu, '') ?? ''
      const isFree = /^[\p{Letter}\p{Number}]{1,8}$/u.test(sign) && !/^n\d/iu.test(sign)
      const own = `${this.#options.prefix}${sign}`.toLowerCase()
      const label = isFree && !taken.has(own) ? own : `${this.#options.prefix}f-${labels.size + 1}`
      taken.add(label)
      labels.set(id, label)
    }
    return labels
  }

  /** The words of a block with what is set apart in them; line breaks are its own. */
  words({ content }: MarkedBlock): string {
    this.#reference = undefined
    return this.#line(content)
  }

  #line(content: readonly LinePart[]): string {
    const parts = content.map((part) => this.#part(part))
    return parts
      .map((part, i) => {
        const [before, behind] = [parts[i - 1], parts[i + 1]].map(
          (other) => other?.signs ?? other?.words ?? '',
        )
        return inPlace(part, before ?? '', behind ?? '')
      })
      .join('')
  }

  /** A part of a line: its words, and the signs or else the tag that it is to stand in. */
  #part(part: LinePart): InlinePart {
    switch (part.kind) {
      case 'piece':
        return { words: inMarks(escapeWords(part.text), part.marks) }
      case 'begin':
        return { words: '' }
      case 'end':
        return { words: this.signOf(part.note) }
      case 'span':
        return this.#span(part)
    }
  }

  #span({ span, range, content }: Extract<LinePart, { kind: 'span' }>): InlinePart {
    const words = () => this.#line(content)
    switch (span.kind) {
      case 'link':
        return { words: this.#link(span.target, words) }
      case 'note-reference':
        return { words: this.#footnoteSign(span.noteId, range, words) }
      case 'ruby': {
        const reading = range.start === span.range.start ? escapeWords(span.reading) : ''
        return { words: `<ruby>${words()}<rt>${reading}</rt></ruby>` }
      }
      case 'picture': {
        const bytes = this.#document.pictures.get(span.picture.resource)
        const address = bytes && dataUrlOf(bytes)
        const description = escapeWords(span.picture.description)
        return { words: address === undefined ? description : `![${description}](${address})` }
      }
      case 'code': {
        const plain = plainCode(content)
        return { words: words(), tag: 'code', ...(plain !== undefined && { signs: '`', plain }) }
      }
      case 'superscript':
        // The sign of a footnote is raised by itself.
        return isSign(content) ? { words: words() } : { words: `<sup>${words()}</sup>` }
      case 'subscript':
        return { words: `<sub>${words()}</sub>` }
      case 'emphasis':
        return inSigns(words(), '*', 'em')
      case 'strong':
      case 'run-in':
        return inSigns(words(), '**', 'strong')
      case 'deleted':
        return inSigns(words(), '~~', 'del')
    }
  }

  #link(target: LinkTarget, words: () => string): string {
    const isOutside = target.to === 'address'
    if (this.#isLinked || (isOutside && !leadsOutside.test(target.url))) return words()
    this.#isLinked = true
    const linked = words()
    this.#isLinked = false
    const id = isOutside ? undefined : this.#options.targetOf(target.blockId)
    return `[${linked}](${isOutside ? addressIn(target.url) : `#${id ?? ''}`})`
  }

  #footnoteSign(
    noteId: string,
    { start, end }: { start: number; end: number },
    words: () => string,
  ) {
    const label = this.labels.get(noteId)
    if (label === undefined) return words()
    const isGoingOn = this.#reference?.noteId === noteId && this.#reference.end === start
    this.#reference = { noteId, end }
    return isGoingOn ? '' : `[^${label}]`
  }

  signOf(note: ExportedNote): string {
    return `[^${this.#options.labelOf(note)}]`
  }
}

/** The words of code within a line, where signs can hold them. */
function plainCode(content: readonly LinePart[]): string | undefined {
  const [only, ...others] = content
  if (others.length > 0 || only?.kind !== 'piece' || only.marks.length > 0) return undefined
  return /^[^`|\n\s](?:[^`|\n]*[^`|\n\s])?$/u.test(only.text) ? only.text : undefined
}

const isSign = ([only, ...others]: readonly LinePart[]): boolean =>
  others.length === 0 && only?.kind === 'span' && only.span.kind === 'note-reference'

/** Signs for emphasis hold where letters stand on their inner sides; elsewhere a tag does. */
const inSigns = (words: string, signs: string, tag: string) =>
  /^[\p{Letter}\p{Number}](?:.*[\p{Letter}\p{Number}])?$/su.test(words)
    ? { words, signs, tag }
    : { words, tag }

/** Words between what stands before and behind them, which could make something else of their ends. */
function inPlace(
  { words, signs, tag, plain = words }: InlinePart,
  before: string,
  behind: string,
): string {
  if (tag === undefined) {
    const first = before === '' ? words : words.replace(/^[:(]/u, String.raw`\$&`)
    return behind.startsWith('[') ? first.replace(/!$/u, String.raw`\!`) : first
  }
  const isAlone = [before, behind].every((one) => !/^[*~`]|[*~`]$/u.test(one))
  return signs !== undefined && isAlone ? signs + plain + signs : `<${tag}>${words}</${tag}>`
}

export const inMarks = (words: string, marks: LinePiece['marks']): string =>
  words === ''
    ? ''
    : marks.reduceRight(
        (inner, note) => `<mark class="${html(markClasses(note))}">${inner}</mark>`,
        words,
      )

/** An address as it can stand in a link; between angle brackets, where it has brackets itself. */
function addressIn(url: string): string {
  const safe = url.replaceAll(/[<>\\|\s]/gu, encodeURIComponent).replaceAll('&', '&amp;')
  return /[()]/u.test(safe) ? `<${safe}>` : safe
}
