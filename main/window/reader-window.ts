import type { BrowserWindow } from 'electron'
import type { Settings, SettingsPatch } from '../../core/app/settings'
import { eventChannel } from '../../core/contract/channels'
import type { AppEvent } from '../../core/contract/contract'
import type { Messages } from '../../core/messages/en'
import { recoverPage, watchForHangs } from '../errors/page-recovery'
import { offerEditing } from '../menu/context-menu'
import { followPaper, openWindow } from './app-window'
import { confirm } from './dialogs'
import { closeThoughUnsaved, type DocumentState, showState } from './document-window'

interface ReaderWindowOptions {
  /** Absolute path of the built app. */
  readonly dist: string
  /** Absolute path of what the app brings with it. */
  readonly assets: string
  readonly messages: () => Messages
  readonly settings: () => Settings
  /** Keeps where the window stands. */
  readonly onPlaced: (patch: SettingsPatch) => void
  readonly onFocus: () => void
  /** What is shown in the window, as the system tells of it. */
  readonly state: () => DocumentState
  /** Told when the page's process has ended. */
  readonly onPageGone: (error: Error) => void
  /** Ends the app. */
  readonly quit: () => void
}

/** The window, and the line to its page: what is told before the page listens waits for it. */
export class ReaderWindow {
  readonly #options: ReaderWindowOptions
  #window: BrowserWindow | undefined
  /** What the page has yet to hear; nothing of it may be lost. Nothing once it listens. */
  #waiting: AppEvent[] | undefined = []

  constructor(options: ReaderWindowOptions) {
    this.#options = options
  }

  /** Electron's own; none before it is opened and when it is closed. */
  get native(): BrowserWindow | undefined {
    return this.#window
  }

  open(): void {
    const { dist, assets, messages, settings, onPlaced, onFocus } = this.#options
    const title = messages().appName
    const window = openWindow({ dist, assets, title, settings: settings(), onPlaced })
    window.on('focus', onFocus)
    window.on('close', (event) => this.#warnIfUnsaved(event, window))
    window.on('closed', () => {
      this.#window = undefined
    })
    // A page that is loaded anew has yet to listen.
    window.webContents.on('did-navigate', () => this.hold())
    this.#window = window
    followPaper(window, settings)
    offerEditing(window.webContents, messages)
    this.#recover(window)
    this.showState()
  }

  /** Tells the page something unasked; what it cannot hear yet waits until it listens. */
  tell(event: AppEvent): void {
    if (event.kind === 'store') this.showState()
    if (this.#waiting !== undefined) this.#waiting.push(event)
    else this.#window?.webContents.send(eventChannel, event)
  }

  /** Has what is told wait until the page listens. */
  hold(): void {
    this.#waiting ??= []
  }

  /** The page listens from now on, and is told all that it missed. */
  listen(): void {
    const waiting = this.#waiting ?? []
    this.#waiting = undefined
    for (const event of waiting) this.tell(event)
  }

  /** Shows in the title bar, where there is a place for it, what is read and whether everything is on disk. */
  showState(): void {
    if (this.#window !== undefined) showState(this.#window, this.#options.state())
  }

  comeForward(): void {
    if (this.#window?.isMinimized()) this.#window.restore()
    this.#window?.focus()
  }

  /** Shows the page again when its process has ended, and ends one that hangs, if the reader wants it. */
  #recover(window: BrowserWindow): void {
    const { messages, onPageGone, quit } = this.#options
    recoverPage(window.webContents, {
      onGone: (reason) => onPageGone(new Error(`The page's process ended: ${reason}`)),
      ask: () => {
        const { title, detail, again, quit: no } = messages().desktop.pageGone
        return confirm(window, { type: 'error', message: title, detail, yes: again, no })
      },
      giveUp: quit,
    })
    watchForHangs(window, () => {
      const { title, detail, again, wait } = messages().desktop.pageHangs
      return confirm(window, { type: 'warning', message: title, detail, yes: again, no: wait })
    })
  }

  /** Closing while changes are held in memory only would lose them: the reader decides. */
  #warnIfUnsaved(event: { preventDefault(): void }, window: BrowserWindow): void {
    if (!this.#options.state().isUnsaved) return
    event.preventDefault()
    void closeThoughUnsaved(window, this.#options.messages())
  }
}
