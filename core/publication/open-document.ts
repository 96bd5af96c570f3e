import { hasNote } from '../annotation/annotation'
import type { Anchored } from '../annotation/resolve'
import { isBookmark } from '../annotation/style'
import { type Remark, remarksOf } from '../apparatus/remark'
import { CanonicalDocument } from '../document/document'
import { paragraphNumbers } from '../document/paragraph-numbers'
import { type Section, sectionsOf, titleHeadings } from '../document/sections'
import type { Proposal } from '../repair/proposal'
import { correctForms, type PlacedCorrection } from '../script/correction'
import { canonicalRendition, Rendition, type RenditionData } from '../script/rendition'
import { SearchText } from '../search/search-text'
import { sameRange, type TextRange } from '../text/range'
import type { ScriptTag } from '../text/script-tag'
import type { Publication } from './publication'

type Placed = Pick<Anchored, 'annotation' | 'place'>

/**
 * A document with all that follows from it: its coordinates, sections, the numbers of its paragraphs,
 * renditions, what the edition remarks, and its text to be searched. It is built once in each process, and
 * everything that needs any of this takes it from here.
 */
export class OpenDocument {
  readonly document: CanonicalDocument
  readonly sections: readonly Section[]
  /** As {@link titleHeadings} has them. */
  readonly titles: ReadonlySet<string>
  /** As {@link paragraphNumbers} has them. */
  readonly paragraphNumbers: ReadonlyMap<string, number>
  /** The canonical text as search compares it. */
  readonly searchText: SearchText
  /** The forms as they were made, without corrections. */
  #made: readonly Rendition[]
  #publication: Publication
  #renditions: ReadonlyMap<ScriptTag, Rendition>
  #remarks: readonly Remark[]

  /** @throws Error if a rendition that is finished lacks a block of the document. */
  constructor(publication: Publication) {
    this.document = new CanonicalDocument(publication.document)
    this.sections = sectionsOf(this.document)
    this.titles = titleHeadings(this.sections, this.document.title)
    this.paragraphNumbers = paragraphNumbers(this.document)
    this.searchText = new SearchText(this.document.text)
    this.#made = [
      canonicalRendition(this.document),
      ...publication.renditions.map((data) => new Rendition(this.document, data)),
    ]
    this.#publication = { ...publication, document: this.document.data }
    this.#renditions = byTag(this.#made)
    this.#remarks = remarksOf(this.document, publication.apparatus)
    if (publication.corrections?.length) this.correct(publication.corrections)
  }

  get id(): string {
    return this.document.id
  }

  get publication(): Publication {
    return this.#publication
  }

  /** The canonical rendition first, then the others in the order of the edition; with the corrections. */
  get renditions(): ReadonlyMap<ScriptTag, Rendition> {
    return this.#renditions
  }

  get remarks(): readonly Remark[] {
    return this.#remarks
  }

  /**
   * Reads characters of the forms otherwise, in place of what was read otherwise before. The canonical text and
   * every address stay; a form that is as it was made is the very same as before.
   */
  correct(corrections: readonly PlacedCorrection[]): void {
    const { renditions: made, apparatus } = this.#publication
    const corrected = correctForms(this.document, made, corrections)
    this.#publication = { ...this.#publication, corrections }
    this.#renditions = byTag(
      this.#made.map((rendition) => {
        const before = made.find(({ tag }) => tag === rendition.tag)
        const after = corrected.renditions.find(({ tag }) => tag === rendition.tag)
        return after === undefined || after === before
          ? rendition
          : new Rendition(this.document, after)
      }),
    )
    this.#remarks = remarksOf(this.document, apparatus, corrected.places)
  }

  /** Takes in what seems damaged in the text, where that is known only after it was opened. */
  propose(proposals: readonly Proposal[]): void {
    const { apparatus, corrections = [] } = this.#publication
    this.#publication = { ...this.#publication, apparatus: { ...apparatus, proposals } }
    if (corrections.length > 0) this.correct(corrections)
    else this.#remarks = remarksOf(this.document, this.#publication.apparatus)
  }

  /**
   * Takes in blocks of a form that is still being made, in whatever order they come, and more than once if need
   * be: with the last of them the form is as if it had been made whole. Of any other form nothing changes.
   */
  complete(tag: ScriptTag, blocks: RenditionData['blocks']): void {
    const before = this.#publication.renditions.find((one) => one.tag === tag)
    if (!before?.isUnfinished) return
    const { isUnfinished: _, ...form } = { ...before, blocks: { ...blocks, ...before.blocks } }
    const isWhole = this.document.data.blocks.every(({ id }) => id in form.blocks)
    const after: RenditionData = isWhole ? form : { ...form, isUnfinished: true }
    this.#exchange(
      this.#publication.renditions.map((one) => (one === before ? after : one)),
      this.#made.map((made) => (made.tag === tag ? new Rendition(this.document, after) : made)),
    )
  }

  /** Lets go of a form that could not be made. The document's own text stays. */
  giveUp(tag: ScriptTag): void {
    if (tag === this.document.data.canonicalScript) return
    this.#exchange(
      this.#publication.renditions.filter((one) => one.tag !== tag),
      this.#made.filter((made) => made.tag !== tag),
    )
  }

  #exchange(renditions: readonly RenditionData[], made: readonly Rendition[]): void {
    this.#publication = { ...this.#publication, renditions }
    this.#made = made
    const { corrections = [] } = this.#publication
    if (corrections.length > 0) this.correct(corrections)
    else this.#renditions = byTag(made)
  }

  /** The document's own text, under its own tag. */
  get canonical(): Rendition {
    return this.renditionOf(this.document.data.canonicalScript)
  }

  /** @throws Error if the document has no such form. */
  renditionOf(tag: ScriptTag): Rendition {
    const rendition = this.renditions.get(tag)
    if (rendition === undefined) throw new Error(`${this.id} has no rendition ${tag}`)
    return rendition
  }

  /**
   * The passage that stands for the whole document: its title.
   *
   * @throws Error if the document has no block.
   */
  get whole(): TextRange {
    const title = this.sections[0]?.heading
    const placed = (title && this.document.block(title.id)) ?? this.document.placed[0]
    if (placed === undefined) throw new Error(`${this.id} has no block`)
    return placed.range
  }

  /** Whether a note is on the whole document. A mark on the title without a note is on its words. */
  isOnWhole({ annotation, place }: Placed): boolean {
    return hasNote(annotation) && !isBookmark(annotation) && sameRange(place, this.whole)
  }

  /**
   * Whether an annotation is painted on its words. A bookmark has its ribbon in the margin, and what is
   * on the whole document is on no words in particular.
   */
  isOnWords(placed: Placed): boolean {
    return !isBookmark(placed.annotation) && !this.isOnWhole(placed)
  }

  /** The document's title in one of its forms. */
  titleIn(tag: ScriptTag): string {
    return this.renditionOf(tag).title
  }
}

const byTag = (renditions: readonly Rendition[]): ReadonlyMap<ScriptTag, Rendition> =>
  new Map(renditions.map((rendition) => [rendition.tag, rendition]))
