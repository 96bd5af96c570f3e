import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { AbsentDocument, ListedDocument } from '../../core/app/document-entry'
import { type LibraryOrder, matchingDocuments, sortedDocuments } from '../../core/app/document-list'
import type { DocumentFindings } from '../../core/app/library-findings'
import type { PiyueApi } from '../../core/contract/contract'
import { isNothing } from '../../core/search/search-text'
import type { Announcer } from './notices'
import type { Preferences } from './preferences'

/** Documents of the library that something is to be done with: those picked out, or all that are listed. */
export interface DocumentsMeant {
  readonly by: 'selected' | 'listed'
  readonly ids: readonly string[]
}

interface LibraryOptions {
  readonly api: Pick<
    PiyueApi,
    'listDocuments' | 'listAbsent' | 'removeDocument' | 'restoreDocument' | 'searchDocuments'
  >
  readonly preferences: Preferences
  readonly announcer: Announcer
}

/** What came of a search. */
interface Answer {
  readonly query: string
  /** Nothing where it went wrong. */
  readonly found: readonly DocumentFindings[] | null
}

/** The library's page: which documents there are, and how the reader looks at them. */
export class Library {
  readonly query = signal('')
  readonly order = signal<LibraryOrder>('read')
  /** What is shown: the documents that were looked for, in order; nothing until they are known. */
  readonly shown: ReadonlySignal<readonly ListedDocument[] | null>
  /** What was found in the texts and notes; nothing while it is looked for, or nothing is, or it could not be. */
  readonly found: ReadonlySignal<readonly DocumentFindings[] | null>
  /** Whether the query is still looked for in the texts and notes, or about to be. */
  readonly isSearching: ReadonlySignal<boolean>
  readonly #answer = signal<Answer | null>(null)
  /** Of the searches, the one that counts: main ends the others as if they had found nothing. */
  #turn = 0
  readonly #isOpen = signal(false)
  readonly #documents = signal<readonly ListedDocument[] | null>(null)
  readonly #absent = signal<readonly AbsentDocument[]>([])
  /** Removed since the page was opened: they stay in their place, to be put back. */
  readonly #removed = signal<ReadonlySet<string>>(new Set())
  readonly #selected = signal<ReadonlySet<string>>(new Set())
  #next: (() => void) | undefined
  readonly #options: LibraryOptions

  constructor(options: LibraryOptions) {
    this.#options = options
    const answer = computed(() =>
      this.#answer.value?.query === this.query.value ? this.#answer.value : null,
    )
    this.found = computed(
      () =>
        answer.value?.found?.filter(({ documentId }) => !this.#removed.value.has(documentId)) ??
        null,
    )
    this.isSearching = computed(() => !isNothing(this.query.value) && answer.value === null)
    this.shown = computed(() => {
      const documents = this.#documents.value
      if (documents === null) return null
      const matching = matchingDocuments(documents, this.query.value)
      return sortedDocuments(matching, this.order.value, options.preferences.language.value)
    })
  }

  /** The documents that it does not list, and keeps notes for; those removed just now stay in their place. */
  readonly absent = computed(() =>
    this.#absent.value.filter(({ id }) => !this.#removed.value.has(id)),
  )

  get isOpen(): ReadonlySignal<boolean> {
    return this.#isOpen
  }

  get removed(): ReadonlySignal<ReadonlySet<string>> {
    return this.#removed
  }

  /** The documents picked out among those shown, in their order. */
  get selectedIds(): readonly string[] {
    return this.shownIds.filter((id) => this.#selected.value.has(id))
  }

  /** The documents picked out; all that are shown, where none are. */
  get meant(): DocumentsMeant {
    const { selectedIds } = this
    return selectedIds.length > 0
      ? { by: 'selected', ids: selectedIds }
      : { by: 'listed', ids: this.shownIds }
  }

  /** The documents that are shown, in their order, but those removed just now. */
  get shownIds(): readonly string[] {
    const shown = this.shown.value ?? []
    return shown.map(({ id }) => id).filter((id) => !this.#removed.value.has(id))
  }

  isSelected(documentId: string): boolean {
    return this.#selected.value.has(documentId)
  }

  /** Picks a document out, or puts it back among the others. */
  toggleSelected(documentId: string): void {
    const selected = new Set(this.#selected.peek())
    if (!selected.delete(documentId)) selected.add(documentId)
    this.#selected.value = selected
  }

  /** The document that cannot be removed, once the list is known. */
  get bundledId(): string | undefined {
    return this.#documents.peek()?.find(({ isBundled }) => isBundled)?.id
  }

  /** Opens the page with what the library holds now. */
  async open(): Promise<void> {
    this.#next = undefined
    this.#isOpen.value = true
    this.#removed.value = new Set()
    this.#selected.value = new Set()
    await this.renew()
  }

  /** Shows what the library holds now. */
  async renew(): Promise<void> {
    const { api } = this.#options
    const [documents, absent] = await Promise.all([api.listDocuments(), api.listAbsent()])
    this.#documents.value = documents
    this.#absent.value = absent
  }

  /** Closes the page; says whether it was open. */
  close(): boolean {
    const wasOpen = this.#isOpen.peek()
    this.#isOpen.value = false
    this.query.value = ''
    this.#answer.value = null
    this.#turn++
    return wasOpen
  }

  /** Closes the page. @param next done when what it lies over is seen again */
  leave(next: () => void): void {
    this.#next = next
    this.close()
  }

  /** What is to be done now that the page is closed, if anything was asked for; asked once. */
  takeNext(): (() => void) | undefined {
    const next = this.#next
    this.#next = undefined
    return next
  }

  /** Looks for the query in the texts and notes too. */
  async search(): Promise<void> {
    const turn = ++this.#turn
    const query = this.query.peek()
    this.#answer.value = null
    if (isNothing(query)) return
    let found: readonly DocumentFindings[] | null = null
    try {
      found = await this.#options.api.searchDocuments(query)
    } finally {
      if (turn === this.#turn) this.#answer.value = { query, found }
    }
    const { length } = found
    if (turn !== this.#turn || query !== this.query.peek()) return
    this.#say((words) => (length === 0 ? words.foundNowhere : words.foundInAll(length)))
  }

  async remove({ id, title, isBundled }: ListedDocument): Promise<void> {
    if (isBundled) return
    await this.#options.api.removeDocument(id)
    this.#removed.value = new Set([...this.#removed.peek(), id])
    this.#say((words) => words.removed(title))
  }

  /** Puts a document that was removed back. */
  async restore({ id, title }: Pick<ListedDocument, 'id' | 'title'>): Promise<void> {
    await this.#options.api.restoreDocument(id)
    const removed = new Set(this.#removed.peek())
    if (removed.delete(id)) this.#removed.value = removed
    else await this.renew()
    this.#say((words) => words.restored(title))
  }

  #say(words: (messages: ReturnType<Announcer['messages']['peek']>['library']) => string): void {
    const { announcer } = this.#options
    announcer.announce(words(announcer.messages.peek().library))
  }
}
