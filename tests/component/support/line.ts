import { isTypingKey } from '../../../core/app/accelerators'
import { type Keymap, keymapOf } from '../../../core/app/keymap'
import type { CallName } from '../../../core/contract/channels'
import type { AppEvent, Calls, WorkspaceOpening } from '../../../core/contract/contract'
import { argumentSchemas } from '../../../core/contract/schemas'
import { explainIssues } from '../../../core/text/schema'
import { matches, type Stroke } from '../../../tools/stand-in/menu/accelerator'
import { pack, unpack } from '../../../tools/stand-in/wire/codec'
import { report } from './bundled-report'
import { type Beginning, InMemoryMain } from './in-memory-main'
import type { PageWindow } from './page-window'
import type { FromPage, ToPage } from './wire'

/** Calls of one name that are not carried out until they are let go. */
export interface HeldCalls {
  /** How many have come. */
  readonly count: () => number
  /** Has all of them carried out in the order in which they came, and those that come later at once. */
  readonly release: () => Promise<void>
}

/** Events that do not reach the page until they are let go. */
export interface HeldEvents {
  readonly events: readonly AppEvent[]
  /** Lets go of those that `arrange` gives, in its order; all of them where it is left out. */
  readonly release: (
    arrange?: (events: readonly AppEvent[]) => readonly AppEvent[],
  ) => Promise<void>
}

/**
 * The line between a page and the in-memory main, as IPC is between the real ones: structured values,
 * each call checked against its schema, and answers and events in the order in which they were sent.
 * A test may have any of them late, refused, lost or in another order.
 */
export class Line {
  readonly main: InMemoryMain
  readonly #window: PageWindow
  readonly #gates = new Map<CallName, Promise<void>>()
  readonly #counts = new Map<CallName, number>()
  readonly #refusals = new Map<CallName, string>()
  #heldEvents: AppEvent[] | undefined
  /** Whether the page has begun: what comes before, a farewell, is of the page that the window showed last. */
  #hasBegun = false
  /** What the page threw when it was told something: nothing, in a healthy run. */
  readonly faults: string[] = []
  /** Messages reach the page one after the other. */
  #delivered: Promise<void> = Promise.resolve()

  /** From now on the window's page has this line, and one that it had before says and hears nothing more. */
  static async open(window: PageWindow, beginning: Beginning): Promise<Line> {
    const main = await InMemoryMain.open(beginning, (event) => line.send(event))
    const line = new Line(window, main)
    return line
  }

  private constructor(window: PageWindow, main: InMemoryMain) {
    this.#window = window
    this.main = main
    window.listen(this.#listener)
  }

  /** Takes an event to the page. */
  readonly send = (event: AppEvent): void => {
    if (this.#heldEvents === undefined) this.#deliver({ kind: 'event', event })
    else this.#heldEvents.push(event)
  }

  /** Has calls of this name wait from now on, as behind a slow disk. */
  hold(name: CallName): HeldCalls {
    let open = (): void => undefined
    this.#gates.set(
      name,
      new Promise((resolve) => {
        open = resolve
      }),
    )
    const before = this.#counts.get(name) ?? 0
    return {
      count: () => (this.#counts.get(name) ?? 0) - before,
      release: async () => {
        this.#gates.delete(name)
        open()
        await this.settled()
      },
    }
  }

  /** Refuses the next call of this name, with an error of this message. */
  refuse(name: CallName, message: string): void {
    this.#refusals.set(name, message)
  }

  /** How many calls of this name have come. */
  countOf(name: CallName): number {
    return this.#counts.get(name) ?? 0
  }

  /** Keeps events from the page from now on. */
  holdEvents(): HeldEvents {
    const events: AppEvent[] = []
    this.#heldEvents = events
    return {
      events,
      release: async (arrange = (all) => all) => {
        this.#heldEvents = undefined
        arrange(events).forEach(this.send)
        await this.settled()
      },
    }
  }

  /** Waits until the page has been told all that was sent so far. */
  async settled(): Promise<void> {
    await new Promise(setImmediate)
    await this.#delivered
  }

  readonly #listener = (text: string): void => this.#receive(unpack(text) as FromPage)

  #receive(message: FromPage): void {
    if (message.kind === 'loaded') {
      this.#hasBegun = true
      this.#tellKeys()
      this.main.navigated()
    } else if (!this.#hasBegun) return
    else if (message.kind === 'key') this.#press(message.stroke)
    else void this.#answer(message.id, message.name, message.args)
  }

  get #keymap(): Keymap {
    return keymapOf(this.main.settings, 'linux')
  }

  /** Tells the page which keys are the menu's, as the real one knows them by itself. */
  #tellKeys(): void {
    const accelerators = [...this.#keymap.values()].flat().filter((key) => !isTypingKey(key))
    this.#deliver({ kind: 'accelerators', accelerators })
  }

  #press(stroke: Stroke): void {
    const taken = [...this.#keymap].find(([, keys]) =>
      keys.some((key) => matches(key, stroke, false)),
    )
    if (taken !== undefined) this.main.tell({ kind: 'action', action: taken[0] })
  }

  async #answer(id: string, name: CallName, args: readonly unknown[]): Promise<void> {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
    await this.#gates.get(name)
    try {
      this.#deliver(answer(id, await this.#perform(name, args)))
    } catch (error) {
      const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
      const message = `Error invoking remote method 'piyue:${name}': ${reason}`
      this.#deliver({ kind: 'refusal', id, message })
    }
  }

  async #perform(name: CallName, args: readonly unknown[]): Promise<unknown> {
    const refusal = this.#refusals.get(name)
    if (this.#refusals.delete(name)) throw new Error(refusal)
    const read = argumentSchemas[name].safeParse(args)
    if (!read.success) throw new TypeError(`${name}: ${explainIssues(read.error)}`)
    const { main } = this
    const calls: Partial<Calls> = name in main.documentCalls ? main.documentCalls : main
    const call = calls[name] as (...given: readonly unknown[]) => Promise<unknown>
    const value = await call.apply(calls, [...read.data])
    if (name === 'saveSettings') this.#tellKeys()
    return value
  }

  #deliver(message: ToPage): void {
    this.#delivered = this.#deliverAfter(this.#delivered, pack(message))
  }

  async #deliverAfter(earlier: Promise<void>, text: string): Promise<void> {
    await earlier
    if (!this.#window.isHeardBy(this.#listener)) return
    try {
      const fault = await this.#window.tell(text)
      if (fault !== undefined) this.faults.push(fault)
    } catch {
      // The engine's own: a page that has been closed or left hears nothing, as a window that has gone.
    }
  }
}

/** The answer to a call; the report is left out of it, for the page has it. */
function answer(id: string, value: unknown): ToPage {
  if (!isOpening(value) || value.publication !== report.publication)
    return { kind: 'answer', id, value }
  const { publication: _, ...rest } = value
  return { kind: 'opening', id, value: rest }
}

const isOpening = (value: unknown): value is WorkspaceOpening =>
  typeof value === 'object' && value !== null && 'publication' in value
