import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { type ErrorReport, reportOf } from '../../core/app/error-report'
import type { ImportOutcome } from '../../core/app/import-report'
import type { StoreNotice } from '../../core/app/store-notice'
import type { StoreStatus } from '../../core/app/store-status'
import type { PiyueApi } from '../../core/contract/contract'
import type { Messages } from '../../core/messages/en'

/** What is said where it can be seen, and what is offered with it. */
interface Said {
  readonly text: string
  /** The count of what was said, by which the same words are told apart. */
  readonly count: number
  readonly undo: TakingBack | undefined
}

/** What takes back what was done. */
export interface TakingBack {
  readonly run: () => void
  /** Whether it still would: read while drawing, from signals. */
  readonly isStill: () => boolean
}

/** The way to say something, in the reader's language: to screen readers, and where it matters to the eye. */
export class Announcer {
  readonly messages: ReadonlySignal<Messages>
  readonly #last = signal({ text: '', count: 0 })
  readonly #shown = signal<Said | null>(null)
  /** Follows no longer whether what is shown still goes on. */
  #stopFollowing = (): void => undefined

  constructor(messages: ReadonlySignal<Messages>) {
    this.messages = messages
  }

  /** What was said last; the count makes repeated words new. */
  get last(): ReadonlySignal<{ readonly text: string; readonly count: number }> {
    return this.#last
  }

  /** Says something, once, to screen readers alone: what the eye sees by itself. */
  announce(text: string): void {
    this.#last.value = { text, count: this.#last.peek().count + 1 }
  }

  /** What was said last for the eye too, for as long as it is shown. */
  get shown(): ReadonlySignal<Said | null> {
    return this.#shown
  }

  /** Says something, and shows it for a while: what was done without anything else to be seen of it. */
  tell(text: string, undo?: TakingBack): void {
    this.announce(text)
    this.#stopFollowing()
    this.#shown.value = { text, undo, count: this.#last.peek().count }
  }

  /**
   * Says what goes on, and shows it for a while, but no longer than it does.
   *
   * @param goesOn reads it from signals
   */
  tellWhile(goesOn: () => boolean, text: string): void {
    this.tell(text)
    this.#stopFollowing = effect(() => {
      if (!goesOn()) this.forget()
    })
  }

  /** Shows no longer what was said. */
  forget(): void {
    this.#stopFollowing()
    this.#shown.value = null
  }
}

/** That changes do not reach the disk, and why not. */
export type Standing = Exclude<StoreStatus, { readonly state: 'saved' }>

/** What the reader must know and puts away: how files were found, what is not on disk, what went wrong. */
export class Notices {
  readonly #list: Signal<readonly StoreNotice[]>
  readonly #error = signal<ErrorReport | null>(null)
  readonly #statuses = signal<ReadonlyMap<string, StoreStatus>>(new Map())
  readonly #report: PiyueApi['reportError']

  constructor(list: readonly StoreNotice[], report: PiyueApi['reportError']) {
    this.#list = signal(list)
    this.#report = report
  }

  get list(): ReadonlySignal<readonly StoreNotice[]> {
    return this.#list
  }

  /** The first thing unforeseen that the reader has not yet put away. */
  get error(): ReadonlySignal<ErrorReport | null> {
    return this.#error
  }

  /**
   * What keeps changes from the disk: of every document that waits for it, for one that was left may still, and of
   * the open one that it takes none.
   */
  standing(openId: string | undefined): readonly Standing[] {
    return [...this.#statuses.value].flatMap(([id, status]) =>
      status.state === 'unsaved' || (status.state === 'read-only' && id === openId) ? [status] : [],
    )
  }

  /** What is shown already is not shown twice: some of it is found again at each try. */
  add(notices: readonly StoreNotice[]): void {
    const shown = new Set(this.#list.peek().map((notice) => JSON.stringify(notice)))
    const fresh = notices.filter((notice) => !shown.has(JSON.stringify(notice)))
    if (fresh.length > 0) this.#list.value = [...this.#list.peek(), ...fresh]
  }

  dismiss(notice: StoreNotice): void {
    this.#list.value = this.#list.peek().filter((other) => other !== notice)
  }

  setStatus(documentId: string, status: StoreStatus): void {
    this.#statuses.value = new Map(this.#statuses.peek()).set(documentId, status)
  }

  /** Shows an error that is in the log already. */
  showError(report: ErrorReport): void {
    this.#error.value ??= report
  }

  dismissError(): void {
    this.#error.value = null
  }

  /** Hands on what nobody caught: to the log, and once to the reader. */
  reportError(error: unknown): void {
    const report = reportOf(error, 'page', new Date().toISOString())
    this.showError(report)
    void this.#report(report)
  }
}

/** How an import went, in words. */
function sayImported(
  wording: Messages['import'],
  outcome: Extract<ImportOutcome, { kind: 'imported' }>,
): string {
  const { file, counts, documents, corrections, notTaken } = outcome
  return [
    wording.imported(file, counts, documents, corrections),
    ...(notTaken.length > 0 ? [wording.notTakenInto(notTaken)] : []),
  ].join(' ')
}

export function sayImportOutcome({ import: wording }: Messages, outcome: ImportOutcome): string {
  switch (outcome.kind) {
    case 'imported':
      return sayImported(wording, outcome)
    case 'nothing-new':
      return wording.nothingNew
    case 'read-only':
      return wording.readOnly
    case 'refused':
      return wording.refusals(outcome.file, outcome.refusal)
    case 'gone':
      return wording.gone
  }
}
