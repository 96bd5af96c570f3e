import { effect, type ReadonlySignal } from '@preact/signals'
import type { Block } from '../../core/document/block'
import type { PlacedBlock } from '../../core/document/document'
import type { Messages } from '../../core/messages/en'
import type { Rendition } from '../../core/script/rendition'
import type { CodePoints } from '../../core/text/code-points'
import { type TextRange, textRange } from '../../core/text/range'
import { layerGroups } from '../state/layers'
import type { Travel } from '../state/places'
import type { WorkspaceState } from '../state/workspace-state'
import { describeBlocks, followPointer, numberBlocks } from './block-descriptions'
import type { Destination } from './block-elements'
import { isShort } from './chunk'
import { flowOf, frameOf } from './flow'
import { NearChunks } from './near-chunks'
import { PaintedPassage } from './painted-passage'
import { HighlightPainter, keepPainted, mirrorSelection } from './painting'
import { edge, ReadingPlace } from './reading-place'
import { Rest } from './rest'
import { keepDragInText } from './selection-drag'
import { SelectionWatch } from './selection-watch'
import { Surfaces } from './surfaces'
import { TabStop } from './tab-stop'
import { whenIdle } from './when-idle'

/** Up to so many marks all chunks of a short text count as near; what of them is held `PaintedPassage` says. */
const fewMarks = 10_000

/** How far a box reaches beyond a frame, on whichever side, in CSS px. */
const beyond = (low: number, high: number, from: number, to: number): number =>
  low < from + edge ? low - from - edge : high > to - edge ? high - to + edge : 0

/** The text in the page: its forms, where the reader is in it, what is selected; and the way to places. */
export class Reader {
  readonly surfaces: Surfaces
  readonly selection: SelectionWatch
  readonly focus: TabStop
  /** When the reader is at rest, and not scrolling. */
  readonly rest = new Rest()
  readonly #place: ReadingPlace
  readonly #workspace: WorkspaceState
  readonly #messages: ReadonlySignal<Messages>
  readonly #near: NearChunks
  readonly #painted: PaintedPassage
  readonly #keepPlace: () => void
  #scroller: HTMLElement | undefined

  constructor(workspace: WorkspaceState, messages: ReadonlySignal<Messages>) {
    const { view, selection, annotations } = workspace
    this.#workspace = workspace
    this.#messages = messages
    this.surfaces = new Surfaces(view.rendition.peek())
    const { main } = this.surfaces
    this.#near = new NearChunks(
      main.chunks.map(({ element }) => element),
      () => isShort(main.document) && annotations.marks.peek().inOrder.length <= fewMarks,
    )
    this.#painted = new PaintedPassage(main, annotations.marks, this.near, this.rest)
    this.selection = new SelectionWatch(this.surfaces, selection)
    this.focus = new TabStop(this.surfaces, view, (offset) => this.isInView(offset))
    this.#keepPlace = () => view.keepPlace()
    this.#place = new ReadingPlace(this.surfaces.main, view, this.rest)
  }

  /** What scrolls the text, while that is in the page. */
  get scroller(): HTMLElement | undefined {
    return this.#scroller
  }

  /** Whether any of the block that has the focus is in view; not, where none of the text has it. */
  isFocusInView(): boolean {
    const block = this.focus.hasFocus() ? this.focus.currentBlock() : undefined
    return block !== undefined && this.isInView(block.range.start)
  }

  /** Whether any of the block at an offset is in view. */
  isInView(offset: CodePoints): boolean {
    const box = this.surfaces.main.elementAt(offset)?.getBoundingClientRect()
    const frame = this.#scroller?.getBoundingClientRect()
    if (box === undefined || frame === undefined) return false
    const isAcross = box.left < frame.right && box.right > frame.left
    return isAcross && box.top < frame.bottom && box.bottom > frame.top
  }

  /** Brings the line of a character into view, and no farther than that takes. */
  keepInView(offset: CodePoints): void {
    const box =
      this.surfaces.boxesOf(textRange(offset, offset + 1))[0] ??
      this.surfaces.boxesOf(textRange(Math.max(0, offset - 1), offset))[0]
    const frame = this.#scroller?.getBoundingClientRect()
    if (box === undefined || frame === undefined) return
    this.#scroller?.scrollBy({
      top: beyond(box.top, box.bottom, frame.top, frame.bottom),
      left: beyond(box.left, box.right, frame.left, frame.right),
    })
  }

  /** The block that the reader means: that with the focus, as long as it is in view, or the first in view. */
  blockInHand(): PlacedBlock | undefined {
    if (this.isFocusInView()) return this.focus.currentBlock()
    return this.surfaces.main.document.blockAt(this.#workspace.view.placeNow())
  }

  /** The chunks of the text near the window, by their numbers from 0. */
  get near(): ReadonlySignal<ReadonlySet<number>> {
    return this.#near.near
  }

  /**
   * Puts the text into the article and keeps it in step with the state; gives what undoes it. Nothing is asked of
   * the layout for it: that is for `mount`, when all of the page is there to be laid out.
   */
  fill(scroller: HTMLElement, article: HTMLElement): () => void {
    const { open, view, annotations } = this.#workspace
    setVertical(scroller, view.vertical.peek())
    this.surfaces.mount(article, view.place.peek())
    return stopping([
      this.#keepRendition(article),
      this.#keepBeside(article),
      this.focus.mount(article),
      this.selection.mount(article),
      this.surfaces.keepUpToDate(),
      numberBlocks(this.surfaces, open.paragraphNumbers),
      describeBlocks(this.surfaces, view, annotations.marks, this.#messages),
    ])
  }

  /** Follows the reader in the text, which is in the article by now; gives what stops that. */
  mount(scroller: HTMLElement, article: HTMLElement): () => void {
    const { view, selection, layers } = this.#workspace
    const { shown } = this.surfaces
    this.#scroller = scroller
    const stop = stopping([
      this.rest.mount(scroller),
      this.#place.mount(scroller, article),
      this.#keepSetting(scroller),
      this.#near.mount(scroller, article),
      // By the place that is told of when one is at rest.
      view.place.subscribe(() => this.#near.centre()),
      followPointer(article, this.rest),
      mirrorSelection(selection, shown),
      this.#painted.mount(scroller, article),
      keepDragInText(this, article),
      keepPainted(
        this.near,
        this.#painted,
        this.surfaces,
        layers,
        layerGroups,
        new HighlightPainter(layerGroups.flat()),
      ),
      this.#followLinks(),
      this.#followVoice(),
      this.#measurePace(),
    ])
    return () => {
      stop()
      this.#scroller = undefined
    }
  }

  /** Takes the reader elsewhere, so that there is a way back to where they were. */
  travel(kind: Travel, go: () => void): void {
    const { view, places, pace } = this.#workspace
    const from = view.placeNow()
    go()
    const to = view.placeNow()
    // From match to match one goes as fast as one types: what shows the place goes along when one is at rest.
    if (kind === 'step') this.rest.schedule(this.#keepPlace)
    else view.keepPlace()
    pace.interrupt()
    places.travelled(kind, { from, to })
  }

  /** Puts the line of a character at the top of the window. */
  moveTo(offset: CodePoints): void {
    this.#workspace.pace.interrupt()
    this.#place.moveTo(offset)
  }

  /** Brings the beginning of a passage into view, a third into the window, unless it is there. */
  reveal(range: TextRange): void {
    const element = this.surfaces.main.elementAt(range.start)
    const [first] = this.surfaces.boxesOf(range)
    if (element !== undefined && first !== undefined) scrollWithinFrame(element, first)
    this.#bringIntoView(first ?? element?.getBoundingClientRect())
  }

  /** Brings what begins with a box of the window a third into the window, unless it is in view. */
  #bringIntoView(box: DOMRect | undefined): void {
    if (this.#scroller === undefined || box === undefined) return
    const flow = flowOf(this.#scroller)
    const { blockStart, blockEnd } = frameOf(this.#scroller)
    const line = flow.boxOf(box)
    const isWithin = line.blockStart >= blockStart + edge && line.blockEnd <= blockEnd - edge
    const third = (blockEnd - blockStart) / 3
    if (!isWithin) flow.scrollBy(this.#scroller, line.blockStart - blockStart - third)
  }

  /** Brings the beginning of a passage to the edge at which reading begins. */
  scrollToStart(range: TextRange): void {
    const [first] = this.surfaces.boxesOf(range)
    if (this.#scroller === undefined || first === undefined) return
    const flow = flowOf(this.#scroller)
    const { blockStart } = frameOf(this.#scroller)
    flow.scrollBy(this.#scroller, flow.boxOf(first).blockStart - blockStart - edge)
  }

  /** Goes where a link within the document leads; what leads outside is not for the text to follow. */
  follow(destination: Exclude<Destination, { to: 'address' }>): void {
    const { main } = this.surfaces
    if (destination.to === 'reference') {
      const reference = main.referenceTo(destination.noteId)
      const placed = reference && main.blockOf(reference)
      if (placed === undefined) return
      this.focus.focusAt(placed.range.start)
      reference?.focus({ preventScroll: true })
      this.#bringIntoView(reference?.getBoundingClientRect())
      return
    }
    const placed =
      destination.to === 'block'
        ? main.document.block(destination.blockId)
        : main.document.placed.find(({ block }) => isInFootnote(block, destination.noteId))
    if (placed === undefined) return
    const element = this.focus.focusAt(placed.range.start)
    this.#bringIntoView(element?.getBoundingClientRect())
  }

  /** Scrolls the text on by a distance, in CSS px. */
  scrollBy(distance: number): void {
    if (this.#scroller !== undefined) flowOf(this.#scroller).scrollBy(this.#scroller, distance)
  }

  /**
   * Keeps every line where it is in the window when something comes, or goes, that takes room over the
   * text; columns become shorter or longer then, and their place is held without it.
   *
   * @param height in CSS px
   */
  makeRoomAbove(height: number): void {
    if (!this.#workspace.view.vertical.peek()) this.scrollBy(height)
  }

  /**
   * Takes the focus to the text: to a passage, which is selected and brought into view, or else to where
   * one reads, where nothing moves.
   */
  goTo(range?: TextRange): void {
    if (range === undefined) return this.focus.focus()
    if (this.focus.focusAt(range.start) === undefined) return
    this.selection.select(range)
    this.reveal(range)
  }

  /** Moves the focus to the block at an offset, and the block into view. */
  focusBlock(offset: CodePoints): void {
    const element = this.focus.focusAt(offset)
    if (element === undefined) return
    this.#workspace.selection.cursor.value = null
    element.scrollIntoView({ block: 'nearest' })
  }

  /** Moves the focus to the block that is read now. */
  focusText(): void {
    this.focusBlock(this.#workspace.view.placeNow())
  }

  /** Shows the form that the view says; what is read and what is selected stay where they are. */
  #keepRendition(article: HTMLElement): () => void {
    const { view, selection } = this.#workspace
    const { main } = this.surfaces
    const setLanguage = () => {
      article.lang = main.rendition.peek().lang
    }
    setLanguage()
    return effect(() => {
      const rendition = view.rendition.value
      const former = main.rendition.peek()
      if (rendition === former) return
      const selected = selection.range.peek()
      const isSameForm = rendition.tag === former.tag
      if (isSameForm && !this.#isSeen(rendition, former, selected)) return main.show(rendition)
      this.#place.follow()
      main.show(rendition)
      if (!isSameForm) this.#near.narrow()
      // When nobody waits for it, for it has the style of the whole text reckoned anew; chunks have languages of
      // their own.
      whenIdle(setLanguage)
      for (const number of this.near.peek()) this.surfaces.update(number)
      this.#place.restore()
      if (selected && this.selection.surface === main) this.selection.select(selected)
    })
  }

  /** Whether a form that changed, for more of it was made, changed in what is near, or is selected. */
  #isSeen(rendition: Rendition, former: Rendition, selected: TextRange | null): boolean {
    const { chunks, document } = this.surfaces.main
    const near = [...this.near.peek()].flatMap((number) => chunks[number]?.placed ?? [])
    return [...near, ...(selected === null ? [] : document.blocksIn(selected))].some(
      ({ block }) => rendition.block(block.id) !== former.block(block.id),
    )
  }

  /** Shows a second form beside the first, or takes it away; what is read stays where it is. */
  #keepBeside(article: HTMLElement): () => void {
    const { view, selection } = this.#workspace
    return effect(() => {
      const rendition = view.beside.value
      const selected = selection.range.peek()
      const isBeside = selection.column.peek() === 'beside'
      this.#place.follow()
      this.#near.narrow()
      this.surfaces.showBeside(article, rendition)
      for (const number of this.near.peek()) this.surfaces.update(number)
      this.#place.restore()
      if (selected && isBeside) this.selection.select(selected, this.selection.surface)
    })
  }

  /** Sets the text in columns or in lines, as the view says; what is read stays in view. */
  #keepSetting(scroller: HTMLElement): () => void {
    const { view } = this.#workspace
    return effect(() => {
      const isVertical = view.vertical.value
      if (isVertical === flowOf(scroller).isVertical) return
      this.#place.follow()
      setVertical(scroller, isVertical)
      // What was along the lines is across them now, and is no place to begin.
      scroller.scrollTo(0, 0)
      this.#place.restore()
    })
  }

  /**
   * Brings the sentence that is read aloud into view, unless the reader has gone elsewhere: they are
   * followed again when they come back to where the voice is.
   */
  #followVoice(): () => void {
    let last: TextRange | null = null
    return this.#workspace.readAloud.sentence.subscribe((sentence) => {
      const isFollowed = last === null || this.#isInView(last)
      last = sentence
      if (sentence !== null && isFollowed) this.reveal(sentence)
    })
  }

  /** Measures how fast one reads, while the window is there to be read in. */
  #measurePace(): () => void {
    const { pace, view } = this.#workspace
    const leave = () => {
      if (document.hidden) pace.interrupt()
    }
    document.addEventListener('visibilitychange', leave)
    const stop = view.place.subscribe((place) => pace.isAt(place, performance.now()))
    return () => {
      document.removeEventListener('visibilitychange', leave)
      stop()
    }
  }

  #isInView(range: TextRange): boolean {
    if (this.#scroller === undefined) return false
    const flow = flowOf(this.#scroller)
    const frame = frameOf(this.#scroller)
    return this.surfaces.boxesOf(range).some((box) => {
      const { blockStart, blockEnd } = flow.boxOf(box)
      return blockEnd > frame.blockStart && blockStart < frame.blockEnd
    })
  }

  /** Shows the passage that a link points at, when the app is opened by one or while it is open. */
  #followLinks(): () => void {
    const { note, annotations } = this.#workspace
    return note.linked.subscribe((linked) => {
      const mark = annotations.marks.peek().get(linked?.id ?? null)
      if (mark !== undefined) this.travel('jump', () => this.reveal(mark.place))
    })
  }
}

/** Stops all of what each of these stops. */
const stopping = (stops: readonly (() => void)[]) => () => {
  for (const stop of stops) stop()
}

const isInFootnote = ({ within = [] }: Block, noteId: string): boolean =>
  within.some(({ kind, id }) => kind === 'footnote' && id === noteId)

/** CSS does the rest. */
function setVertical(scroller: HTMLElement, isVertical: boolean): void {
  scroller.dataset['setting'] = isVertical ? 'vertical' : 'horizontal'
}

/** A large table, or code, scrolls by itself along its lines: brings a box of the window into view in it. */
function scrollWithinFrame(element: HTMLElement, box: DOMRect): void {
  const frame = element.closest('.table-frame, pre')
  if (frame === null) return
  const flow = flowOf(frame)
  const { inlineStart, inlineEnd } = flow.boxOf(frame.getBoundingClientRect())
  const within = flow.boxOf(box)
  if (within.inlineStart >= inlineStart && within.inlineEnd <= inlineEnd) return
  flow.scrollAlongLine(frame, within.inlineStart - inlineStart - edge)
}
