import type { Block, Container, HeadingLevel, Span, SpanKind } from '../document/block'
import { charactersOf, codePointLength, codePoints } from '../text/code-points'
import { textRange } from '../text/range'

/** What the text of a block becomes when it ends. */
type BlockShape =
  | { readonly kind: 'heading'; readonly level: HeadingLevel }
  | { readonly kind: 'paragraph'; readonly begins?: boolean }
  | { readonly kind: 'code' }

/** A span that was opened and whose end is not known yet; it begins where its first word does. */
interface OpenSpan {
  readonly kind: SpanKind
  start: number | undefined
}

/** A picture whose place shows when words follow it, or none do. */
interface PendingPicture {
  readonly resource: string
  readonly description: string
  isInLine: boolean
}

/** White space that was read and stands nowhere yet: what comes behind it tells what it is. */
type Gap = 'none' | 'space' | 'break'

/**
 * Makes blocks out of a stream of text and structure, as every format's reader finds it. White space is
 * laid out as a browser would: runs become one space, none stands at a block's edges, and a line that
 * was broken between two Chinese characters is one word again. The wide spaces with which Chinese
 * paragraphs are indented are layout too, and show where one begins.
 */
export class BlockBuilder {
  readonly #blocks: Block[] = []
  readonly #within: Container[] = []
  readonly #open: OpenSpan[] = []
  #spans: Span[] = []
  #text = ''
  #length = 0
  /** The last of it, in UTF-16 units: a text that is looked at while it grows would be copied each time. */
  #tail = ''
  #gap: Gap = 'none'
  /** How many wide spaces the line that is being filled was indented by. */
  #indent = 0
  #shape: BlockShape = { kind: 'paragraph' }
  #containers = 0
  /** What the next words stand behind. */
  #number = ''
  /** Names given to places in the text, and the block that each stands in. */
  readonly #anchors = new Map<string, string>()
  #pendingAnchors: string[] = []
  /** The pictures of the block that is being filled, behind its first words. */
  readonly #pictures: PendingPicture[] = []
  #inLine = 0

  /** How many pictures stood in a line, among words. */
  get picturesInLine(): number {
    return this.#inLine
  }

  get blocks(): readonly Block[] {
    return this.#blocks
  }

  /** A name for a new container. */
  newContainerId(kind: Container['kind']): string {
    this.#containers++
    return `${kind}-${this.#containers}`
  }

  /** Runs `fill` with everything that it adds standing in a container. */
  inside(container: Container, fill: () => void): void {
    this.endBlock()
    this.#within.push(container)
    fill()
    this.endBlock()
    this.#within.pop()
  }

  /** Whether what is added stands in a container of a kind. */
  isInside(kind: Container['kind']): boolean {
    return this.#within.some((container) => container.kind === kind)
  }

  /** Runs `fill` with its text as one block of a shape; blocks that it makes itself stay their own. */
  block(shape: BlockShape, fill: () => void): void {
    this.endBlock()
    const outer = this.#shape
    this.#shape = shape
    fill()
    this.endBlock()
    this.#shape = outer
  }

  /** Runs `fill` with its first words behind a number, which is text. */
  numbered(number: string, fill: () => void): void {
    this.endBlock()
    this.#number += number
    fill()
    this.endBlock()
    this.#number = ''
  }

  /** Runs `fill` with its text marked as a span; a span that runs over blocks becomes one in each. */
  span(kind: SpanKind, fill: () => void): void {
    this.#open.push({ kind, start: undefined })
    fill()
    const span = this.#open.pop()
    if (span !== undefined) this.#closeSpan(span)
  }

  /** Adds running text; its white space is laid out. */
  addText(text: string): void {
    if (this.#shape.kind === 'code') this.#append(text.replaceAll(/\r\n?/gu, '\n'))
    else for (const part of text.split(/([ \t\n\r\f]+)/u)) this.#addPart(part)
  }

  /** Adds a line of text as it stands, spaces within it included. */
  addLine(text: string): void {
    this.#append(text)
  }

  /** Breaks the line; two breaks end the paragraph, as pages write it that know no paragraphs. */
  breakLine(): void {
    if (this.#shape.kind === 'code') return this.#append('\n')
    if (this.#tail.endsWith('\n')) return this.endBlock()
    this.#gap = 'none'
    this.#indent = 0
    if (this.#text !== '') this.#append('\n')
  }

  /**
   * Adds a picture. One that words follow in the same paragraph does not part them: its description stands in
   * its place, and the picture itself behind the paragraph.
   */
  addPicture(resource: string, description: string): void {
    if (this.#text === '') this.#pushPicture(resource, description)
    else this.#pictures.push({ resource, description, isInLine: false })
  }

  #pushPicture(resource: string, text: string): void {
    this.#push({ id: this.#nextId(), kind: 'picture', resource, text })
  }

  /** Puts the descriptions of pictures that words follow in their place. */
  #describePictures(): void {
    for (const picture of this.#pictures) {
      if (picture.isInLine) continue
      picture.isInLine = true
      this.#inLine++
      this.#appendText(picture.description)
    }
  }

  /** Names the place that comes next, so that links can lead to it. */
  addAnchor(name: string): void {
    this.#pendingAnchors.push(name)
  }

  /** The block that a named place stands in. */
  blockOfAnchor(name: string): string | undefined {
    return this.#anchors.get(name)
  }

  /** Ends the block that is being filled, if it holds anything. */
  endBlock(): void {
    this.#cutEnd()
    const running = this.#open.map(({ kind }) => kind)
    for (const span of this.#open.toReversed()) this.#closeSpan(span)
    if (this.#text !== '') this.#push(this.#finished())
    for (const { resource, description, isInLine } of this.#pictures.splice(0)) {
      this.#pushPicture(resource, isInLine ? '' : description)
    }
    this.#text = ''
    this.#length = 0
    this.#tail = ''
    this.#gap = 'none'
    this.#indent = 0
    this.#spans = []
    this.#open.splice(0, this.#open.length, ...running.map((kind) => ({ kind, start: undefined })))
  }

  #finished(): Block {
    const spans = this.#spans
      .filter(({ range }) => range.start < range.end)
      .sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end)
    const base = {
      id: this.#nextId(),
      text: this.#text,
      ...(spans.length > 0 ? { spans } : {}),
    }
    switch (this.#shape.kind) {
      case 'heading':
        return { ...base, kind: 'heading', level: this.#shape.level }
      case 'code':
        return { ...base, kind: 'code' }
      case 'paragraph':
        return {
          ...base,
          kind: 'paragraph',
          role: 'body',
          runIn: codePoints(0),
          ...(this.#shape.begins === true && { begins: true }),
        }
    }
  }

  #push(block: Block): void {
    for (const name of this.#pendingAnchors) this.#anchors.set(name, block.id)
    this.#pendingAnchors = []
    this.#blocks.push(this.#within.length > 0 ? { ...block, within: [...this.#within] } : block)
  }

  #nextId(): string {
    return `b${this.#blocks.length + 1}`
  }

  /** Whether a line begins here. */
  get #isAtEdge(): boolean {
    return this.#text === '' || this.#tail.endsWith('\n')
  }

  #addPart(part: string): void {
    if (part === '') return
    if (/^[ \t\n\r\f]/u.test(part)) {
      if (!this.#isAtEdge && this.#gap !== 'space')
        this.#gap = /[\n\r\f]/u.test(part) ? 'break' : 'space'
    } else if (this.#isAtEdge || this.#gap === 'break') this.#addLineStart(part)
    else this.#addWords(part)
  }

  /** Adds what a line begins with. One that is indented begins a paragraph. */
  #addLineStart(part: string): void {
    const words = part.replace(/^[\u3000\u00a0]+/u, '')
    this.#indent += part.length - words.length
    const isIndented = this.#indent >= 2 && this.#shape.kind === 'paragraph'
    if (isIndented && this.#text !== '') this.endBlock()
    if (!this.#isAtEdge) this.#addWords(part)
    else if (words !== '') this.#addWords(words)
  }

  #addWords(words: string): void {
    if (this.#gap !== 'none' && !this.#isOneWord(words)) this.#appendText(' ')
    this.#append(words)
  }

  /** Whether a line was broken between Chinese characters, where no space stands. */
  #isOneWord(next: string): boolean {
    const last = charactersOf(this.#tail).findLast((one) => !isUponAnother.test(one))
    return this.#gap === 'break' && isChinese(last) && isChinese(charactersOf(next.slice(0, 2))[0])
  }

  #append(text: string): void {
    if (text === '') return
    this.#describePictures()
    this.#appendText(this.#number)
    this.#number = ''
    for (const span of this.#open) span.start ??= this.#length
    this.#appendText(text)
    this.#gap = 'none'
    this.#indent = 0
  }

  #appendText(text: string): void {
    this.#text += text
    this.#length += codePointLength(text)
    this.#tail = (this.#tail + text.slice(-tailLength)).slice(-tailLength)
  }

  /** Takes away what white space ends the block, but for that of code. */
  #cutEnd(): void {
    const blank = this.#shape.kind === 'code' ? '\n' : '\n\u3000\u00a0'
    // From the end: an expression would begin at every one of many blanks that end nothing.
    let end = this.#text.length
    while (end > 0 && blank.includes(this.#text.charAt(end - 1))) end--
    if (end < this.#text.length) this.#cutTo(this.#text.slice(0, end))
  }

  #cutTo(text: string): void {
    this.#length -= codePointLength(this.#text.slice(text.length))
    this.#text = text
    const end = this.#length
    this.#spans = this.#spans.map((span) => ({
      ...span,
      range: textRange(Math.min(span.range.start, end), Math.min(span.range.end, end)),
    }))
  }

  #closeSpan({ kind, start }: OpenSpan): void {
    if (start !== undefined && start < this.#length) {
      this.#spans.push({ ...kind, range: textRange(start, this.#length) })
    }
  }
}

/** As much of a block's end as tells how it goes on: a character, and what stands upon it. */
const tailLength = 8

/** What belongs to the character before it: its marks, what chooses one of its forms, what is not seen. */
const isUponAnother = /[\p{M}\p{Default_Ignorable_Code_Point}]/u

/** Whether a character is set without spaces beside it: Han, kana, bopomofo and their punctuation. */
const isChinese = (character: string | undefined): boolean =>
  character !== undefined &&
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\u3000-\u303f\uff00-\uffef]/u.test(
    character,
  )
