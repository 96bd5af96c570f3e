import {
  Bookmark,
  CommentRangeStart,
  EmphasisMarkType,
  ExternalHyperlink,
  InternalHyperlink,
  type IRunOptions,
  type ParagraphChild,
  Tab,
  TextRun,
} from 'docx'
import type { LinkTarget } from '../../document/block'
import { pictureOf } from './docx-picture'
import { DocxRuby } from './docx-ruby'
import { commentEnd, eastAsianFont, markOf } from './docx-style'
import type { LinePart, LinePiece } from './marked-text'
import type { ExportedDocument } from './model'
import { leadsOutside } from './note-html'
import { visible } from './visible'

/** Sets what stands within a line as runs, links and readings of Word's. */
export class DocxLine {
  readonly #document: ExportedDocument
  /** That of the names of places, in letters and digits. */
  readonly #prefix: string
  readonly #isChinese: boolean
  /** The footnotes and blocks that something leads to, numbered, for Word's names are of letters and digits. */
  readonly #places = new Map<string, number>()
  readonly #referredTo = new Set<string>()
  /** Whether a link, or characters with a reading, are being set: no link can stand in them. */
  #isClosed = false
  /** What the block is written in that is being set. */
  #lang = ''

  /** @param prefix what names of places begin with: each text of a file has its own */
  constructor(document: ExportedDocument, prefix: string) {
    this.#document = document
    this.#prefix = prefix.replaceAll('-', '_')
    this.#isChinese = isChinese(document)
    const { blocks } = document.open.document.data
    for (const { within = [], spans = [] } of blocks) {
      for (const { kind, id } of within) if (kind === 'footnote') this.#name(`fn ${id}`)
      for (const span of spans) {
        if (span.kind === 'link' && span.target.to === 'block') {
          this.#name(`to ${span.target.blockId}`)
        }
      }
    }
  }

  #name(place: string): void {
    if (!this.#places.has(place)) this.#places.set(place, this.#places.size + 1)
  }

  /** What a place is called in the file; nothing where nothing leads there. */
  nameOf(place: string, kind = 'p'): string | undefined {
    const number = this.#places.get(place)
    return number === undefined ? undefined : `${kind}_${this.#prefix}${number}`
  }

  /** What stands in a block. @param lang what that is written in, BCP 47 */
  line(content: readonly LinePart[], run: IRunOptions, lang: string): readonly ParagraphChild[] {
    this.#lang = lang
    return this.#line(content, run)
  }

  #line(content: readonly LinePart[], run: IRunOptions): readonly ParagraphChild[] {
    return content.flatMap((part) => this.#part(part, run))
  }

  #part(part: LinePart, run: IRunOptions): readonly ParagraphChild[] {
    switch (part.kind) {
      case 'piece':
        return runsOf(part, run)
      case 'begin':
        return [new CommentRangeStart(part.note.number)]
      case 'end':
        return commentEnd(part.note.number)
      case 'span':
        return this.#span(part, run)
    }
  }

  #span(
    { span, range, content }: Extract<LinePart, { kind: 'span' }>,
    run: IRunOptions,
  ): readonly ParagraphChild[] {
    const line = (more: IRunOptions) => this.#line(content, { ...run, ...more })
    switch (span.kind) {
      case 'link':
        return this.#link(span.target, () => line({ style: 'Hyperlink' }))
      case 'note-reference':
        return this.#noteReference(span.noteId, () => line({ superScript: true }))
      case 'ruby': {
        const isFirst = range.start === span.range.start
        const reading = isFirst ? visible(span.reading) : ''
        const base = this.#closed(() => line({}))
        return reading === '' ? base : [new DocxRuby(reading, base, this.#lang)]
      }
      case 'picture': {
        const bytes = this.#document.pictures.get(span.picture.resource)
        const description = visible(span.picture.description)
        const picture = bytes && pictureOf(bytes, description)
        return [picture ?? new TextRun({ ...run, text: description })]
      }
      case 'emphasis':
        return line(
          this.#isChinese ? { emphasisMark: { type: EmphasisMarkType.DOT } } : { italics: true },
        )
      case 'strong':
      case 'run-in':
        return line({ bold: true })
      case 'code':
        return line(codeRun(this.#lang))
      case 'deleted':
        return line({ strike: true })
      case 'superscript':
        return line({ superScript: true })
      case 'subscript':
        return line({ subScript: true })
    }
  }

  /** What no link can stand in. */
  #closed(words: () => readonly ParagraphChild[]): readonly ParagraphChild[] {
    const isWithin = this.#isClosed
    this.#isClosed = true
    const set = words()
    this.#isClosed = isWithin
    return set
  }

  #link(target: LinkTarget, words: () => readonly ParagraphChild[]): readonly ParagraphChild[] {
    if (this.#isClosed) return words()
    const children = this.#closed(words)
    if (target.to === 'block') {
      const anchor = this.nameOf(`to ${target.blockId}`) ?? ''
      return [new InternalHyperlink({ anchor, children })]
    }
    return leadsOutside.test(target.url)
      ? [new ExternalHyperlink({ link: target.url, children })]
      : children
  }

  #noteReference(
    noteId: string,
    words: () => readonly ParagraphChild[],
  ): readonly ParagraphChild[] {
    const anchor = this.nameOf(`fn ${noteId}`)
    if (anchor === undefined || this.#isClosed) return words()
    const link = new InternalHyperlink({ anchor, children: this.#closed(words) })
    if (this.#referredTo.has(noteId)) return [link]
    this.#referredTo.add(noteId)
    return [place(this.nameOf(`fn ${noteId}`, 'ref') ?? ''), link]
  }
}

/** Whether the form that is exported is in Chinese. */
export const isChinese = ({ open, scripts }: ExportedDocument): boolean =>
  open.renditionOf(scripts[0]).lang.startsWith('zh')

/** A place that links lead to. It holds nothing, for the library knows none that stand one within another. */
export const place = (id: string) => new Bookmark({ id, children: [] })

/** How code is set. @param lang BCP 47 */
export const codeRun = (lang: string): IRunOptions => ({
  font: { ascii: 'Consolas', hAnsi: 'Consolas', eastAsia: eastAsianFont(lang) },
  size: '9.5pt',
})

/** A piece as runs: a line of it each. */
function runsOf({ text, marks }: LinePiece, run: IRunOptions): readonly TextRun[] {
  if (text === '') return []
  // The shortest mark is uppermost.
  const mark = marks.reduce<IRunOptions>(
    (under, { annotation }) => ({ ...under, ...markOf(annotation.style) }),
    {},
  )
  return visible(text)
    .split('\n')
    .map((line, i) => {
      const words = line.split('\t').flatMap((part, t) => (t === 0 ? [part] : [new Tab(), part]))
      return new TextRun({ ...run, ...mark, ...(i > 0 && { break: 1 }), children: words })
    })
}
