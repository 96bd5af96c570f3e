import { effect } from '@preact/signals'
import type { OpenDocument } from '../../core/publication/open-document'
import { blocksToMake, type FormAnswer, type FormRequest } from '../../core/script/blocks-to-make'
import { type ConvertedTag, convertedTags } from '../../core/script/conversion-forms'
import type { CodePoints } from '../../core/text/code-points'
import { type TextRange, textRange } from '../../core/text/range'
import { isInOneScript, type ScriptTag } from '../../core/text/script-tag'
import type { Announcer, Notices } from './notices'
import type { View } from './view'

interface FormsOptions {
  readonly open: OpenDocument
  readonly view: View
  readonly ask: (request: FormRequest) => Promise<FormAnswer>
  /** Told when more of a form was made, or one was let go of. */
  readonly onChange: () => void
  readonly announcer: Announcer
  readonly notices: Pick<Notices, 'reportError'>
}

/** A passage of a form that somebody waits for. */
interface Awaited {
  readonly tag: ScriptTag
  readonly range: TextRange
  /** @param isThere whether it was made; not, where the form cannot be, or nobody asks any more */
  readonly resolve: (isThere: boolean) => void
}

/** How much is asked for at once, in code points: more than fills a window, and what takes no time to be felt. */
const pieces = { inView: 3_000, other: 50_000 } as const

/** How much is in view at the most, in code points. */
const window = 1_500

/**
 * The forms of a document that are still being made. They come a piece at a time: what somebody waits for,
 * what is in view, the rest of what is shown, and then the other forms, so that switching to them is at
 * once. The order changes with whatever the reader does meanwhile.
 */
export class Forms {
  readonly #options: FormsOptions
  #awaited: readonly Awaited[] = []
  /** What the forms are called that could not be made. */
  #failed: readonly string[] = []
  #isBringing = false
  #isDisposed = false
  readonly #stop: () => void

  constructor(options: FormsOptions) {
    this.#options = options
    const { view } = options
    this.#stop = effect(() => {
      void [view.rendition.value, view.beside.value]
      void this.#bring()
    })
  }

  /** Resolves once what is in view of the form that is shown was made, or cannot be. */
  async inView(): Promise<void> {
    const { open, view } = this.#options
    const { length } = open.document
    const start = Math.min(view.place.peek(), length)
    const range = textRange(start, Math.min(length, start + window))
    await this.ready(view.rendition.peek().tag, range)
  }

  /** Resolves once a passage of a form was made; says whether it was. */
  ready(tag: ScriptTag, range: TextRange): Promise<boolean> {
    const isThere = this.#isThere(tag, range)
    if (isThere !== undefined || this.#isDisposed) return Promise.resolve(isThere ?? false)
    return new Promise((resolve) => {
      this.#awaited = [...this.#awaited, { tag, range, resolve }]
      void this.#bring()
    })
  }

  dispose(): void {
    this.#isDisposed = true
    this.#stop()
    this.#letGo()
  }

  async #bring(): Promise<void> {
    if (this.#isBringing) return
    this.#isBringing = true
    const { open, ask, onChange, notices } = this.#options
    try {
      for (let next = this.#next(); next !== undefined; next = this.#next()) {
        // oxlint-disable-next-line no-await-in-loop -- what is asked for next depends on what the reader does
        const answer = await ask(next)
        if (this.#isDisposed) return
        if (answer.kind === 'gone') return this.#letGo()
        if (answer.kind === 'failed') this.#giveUp(next.tag)
        else open.complete(next.tag, answer.blocks)
        onChange()
        this.#settle()
      }
    } catch (error) {
      this.#letGo()
      if (!this.#isDisposed) notices.reportError(error)
    } finally {
      this.#isBringing = false
    }
  }

  /** What is to be asked for next: nothing once all forms are whole. */
  #next(): FormRequest | undefined {
    const { open, view } = this.#options
    const { script, beside } = view.state.peek()
    const place = view.place.peek()
    const wanted = [
      ...this.#awaited.map(({ tag, range }) => ({ tag, at: range.start })),
      ...[script, beside, ...convertedTags].map((tag) => ({ tag, at: place })),
    ]
    for (const { tag, at } of wanted) {
      if (tag === null || !isInOneScript(tag)) continue
      const blocks = this.#blocksToMake(tag, at)
      if (blocks !== undefined) return { digest: open.document.digest, tag, blocks }
    }
    return undefined
  }

  #blocksToMake(tag: ConvertedTag, at: CodePoints) {
    const { open } = this.#options
    const form = open.renditions.get(tag)
    if (!form?.isUnfinished) return undefined
    const here = open.document.blockAt(at)
    const isHere = here === undefined || form.has(here.block.id)
    return blocksToMake(form, at, isHere ? pieces.other : pieces.inView)
  }

  /** Whether a passage was made; nothing while that is still to be seen. */
  #isThere(tag: ScriptTag, range: TextRange): boolean | undefined {
    const form = this.#options.open.renditions.get(tag)
    if (form === undefined) return false
    return form.hasAllOf(range) ? true : undefined
  }

  #settle(): void {
    const awaited = this.#awaited
    this.#awaited = awaited.filter(({ tag, range }) => this.#isThere(tag, range) === undefined)
    for (const { tag, range, resolve } of awaited) {
      const isThere = this.#isThere(tag, range)
      if (isThere !== undefined) resolve(isThere)
    }
  }

  /** Nobody waits any longer, for nothing comes any more. */
  #letGo(): void {
    const awaited = this.#awaited
    this.#awaited = []
    for (const { resolve } of awaited) resolve(false)
  }

  #giveUp(tag: ConvertedTag): void {
    const { open, view, announcer } = this.#options
    open.giveUp(tag)
    view.leave(tag)
    // Where what converts has ended the others follow at once: each would put the one before off the screen.
    this.#failed = [...this.#failed, view.names.peek()[tag]]
    announcer.tell(announcer.messages.peek().edition.formsFailed(this.#failed))
  }
}
