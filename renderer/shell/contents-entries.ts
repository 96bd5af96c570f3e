import type { AnnotationCounts } from '../../core/annotation/counts'
import type { Section } from '../../core/document/sections'
import type { Messages } from '../../core/messages/en'
import type { Rendition } from '../../core/script/rendition'
import { whenIdle } from '../reader/when-idle'
import { isMixed, setApartIn } from '../ui/drawn-text'

/** A heading in the contents. */
interface Entry {
  readonly section: Section
  readonly item: HTMLLIElement
  readonly link: HTMLAnchorElement
  /** How many annotations stand under it; in its place from the first on, so that no entry wraps anew for it. */
  readonly count: HTMLElement
  readonly words: Text
}

/**
 * The headings of a document as lists within lists, as the sections are. They are made once, and not as components: a
 * long text has thousands, of which each would hold a hundred times what its words do.
 */
export class ContentsEntries {
  /** The list that holds all the others. */
  readonly element = document.createElement('ol')
  readonly #entries: readonly Entry[]
  readonly #byId: ReadonlyMap<string, Entry>
  #current: Entry | undefined
  /** The headings that had annotations under them when they were counted last. */
  #counted: ReadonlyMap<string, AnnotationCounts> = new Map()

  constructor(sections: readonly Section[]) {
    this.#entries = sections.map(entryOf)
    this.#byId = new Map(this.#entries.map((entry) => [entry.section.heading.id, entry]))
    nest(this.#entries, this.element)
  }

  /** The section whose heading a node is in, of those that are listed. */
  sectionAt(node: EventTarget | null): Section | undefined {
    const item = node instanceof Element ? node.closest('a')?.parentElement : null
    return this.#byId.get(item?.dataset['heading'] ?? '')?.section
  }

  /**
   * Shows the headings as a form has them: at first all at once, and then those that are laid out, the others when there
   * is nothing better to do, for a long text has thousands; gives what takes that back.
   */
  show(rendition: Rendition): () => void {
    const later: Entry[] = []
    const now: Entry[] = []
    // All are asked before any changes, for each question after a change would have its style reckoned.
    for (const entry of this.#entries)
      (isNamed(entry) && !isLaidOut(entry) ? later : now).push(entry)
    this.element.lang = rendition.lang
    for (const entry of now) name(entry, rendition)
    // Taken from its end, so from the document's beginning on.
    later.reverse()
    let takeBack: (() => void) | undefined
    const goOn = (deadline: IdleDeadline) => {
      do {
        const entry = later.pop()
        if (entry !== undefined) name(entry, rendition)
      } while (later.length > 0 && deadline.timeRemaining() > 2)
      if (later.length > 0) takeBack = whenIdle(goOn)
    }
    if (later.length > 0) takeBack = whenIdle(goOn)
    return () => takeBack?.()
  }

  /** Marks that of what is read, which alone is a stop of Tab; gives its link. */
  mark(id: string | undefined): HTMLAnchorElement | undefined {
    const before = this.#current?.link
    this.#current = this.#byId.get(id ?? '')
    const link = this.#current?.link
    if (link === before) return link
    before?.removeAttribute('aria-current')
    before?.setAttribute('tabindex', '-1')
    link?.setAttribute('aria-current', 'true')
    link?.setAttribute('tabindex', '0')
    return link
  }

  /** Says how many annotations stand under each. */
  count(counts: ReadonlyMap<string, AnnotationCounts>, { marksHere }: Messages): void {
    for (const id of this.#counted.keys()) if (!counts.has(id)) this.#say(id, '', undefined)
    for (const [id, { annotations, notes }] of counts) {
      this.#say(id, String(annotations), marksHere(annotations, notes))
    }
    this.#counted = counts
  }

  /** What the bookmarks under a heading are to stand in. */
  bookmarksUnder(id: string): HTMLElement {
    const { link } = this.#byId.get(id) as Entry
    const next = link.nextElementSibling
    if (next instanceof HTMLUListElement) return next
    const list = document.createElement('ul')
    list.className = 'contents-bookmarks'
    link.after(list)
    return list
  }

  #say(id: string, count: string, description: string | undefined): void {
    const entry = this.#byId.get(id)
    if (entry === undefined) return
    const { link, count: element } = entry
    if (element.textContent !== count) element.textContent = count
    if (description === undefined) link.removeAttribute('aria-description')
    else if (link.getAttribute('aria-description') !== description)
      link.setAttribute('aria-description', description)
  }
}

function entryOf(section: Section): Entry {
  const { id, level } = section.heading
  const item = document.createElement('li')
  item.setAttribute('data-heading', id)
  item.setAttribute('data-level', String(level))
  const link = document.createElement('a')
  link.href = `#${id}`
  link.tabIndex = -1
  const count = document.createElement('span')
  count.className = 'section-count'
  count.ariaHidden = 'true'
  const words = document.createTextNode('')
  link.append(count, words)
  item.append(link)
  return { section, item, link, count, words }
}

/** Puts entries into one another as their headings hold one another. */
function nest(entries: readonly Entry[], root: HTMLElement): void {
  const open: Entry[] = []
  const counts = new Map<Entry, number>()
  for (const entry of entries) {
    const { level } = entry.section.heading
    while ((open.at(-1)?.section.heading.level ?? 0) >= level) open.pop()
    for (const above of open) counts.set(above, (counts.get(above) ?? 1) + 1)
    const holder = open.at(-1)
    const list = holder === undefined ? root : listIn(holder.item)
    list.append(entry.item)
    open.push(entry)
  }
  // CSS reckons from it how high those will be that were not laid out yet.
  for (const [{ item }, count] of counts) item.style.setProperty('--entries', String(count))
}

/** The list of the headings under one. */
function listIn(item: HTMLElement): HTMLElement {
  const last = item.lastElementChild
  if (last instanceof HTMLOListElement) return last
  const list = document.createElement('ol')
  item.append(list)
  return list
}

/** Whether an entry was shown before, in whatever form. */
const isNamed = ({ words }: Entry): boolean => words.data !== ''

/** Whether it can be seen, or lies so near that the engine has it laid out. */
const isLaidOut = ({ link }: Entry): boolean =>
  link.checkVisibility({ contentVisibilityAuto: true })

/** Has an entry say its heading as a form has it. */
function name(entry: Entry, rendition: Rendition): void {
  const { id, script } = entry.section.heading
  if (script !== undefined) entry.link.lang = rendition.langOfBlock(id)
  setWords(entry, rendition.block(id).text)
}

/** Exchanges the words of an entry. */
function setWords({ link, count, words }: Entry, text: string): void {
  if (words.data === text) return
  words.data = text
  // Words in which something is set apart stand there in parts.
  if (words.parentNode === null) link.replaceChildren(count, words)
  if (isMixed(text)) setApartIn(link)
}
