import type { App } from 'electron'

/** What comes from outside the window: from the system, or from another start of the app. */
export type OutsideRequest =
  /** A `piyue://` link was followed. */
  | { readonly kind: 'link'; readonly url: string }
  /** A document was dropped on the app's icon, or opened with it. `file` is an absolute path. */
  | { readonly kind: 'document'; readonly file: string }
  /** The app was started once more. `data` is what that start handed over. */
  | {
      readonly kind: 'start'
      readonly argv: readonly string[]
      /** Absolute path of the folder in which it was started. */
      readonly folder: string
      readonly data: unknown
    }

/**
 * Takes what comes from outside from the first moment on, and keeps it until somebody serves it: on
 * macOS the link or the document that starts the app comes before the app is ready, and a start may
 * be followed by another at once. Must be made while main.ts is loaded: Electron asks for `open-url`
 * and `open-file` to be listened to before the app is ready.
 */
export class OutsideRequests {
  #waiting: OutsideRequest[] = []
  #handle: ((request: OutsideRequest) => void) | undefined

  constructor(app: Pick<App, 'on'>) {
    app.on('open-url', (event, url) => {
      event.preventDefault()
      this.#take({ kind: 'link', url })
    })
    app.on('open-file', (event, file) => {
      event.preventDefault()
      this.#take({ kind: 'document', file })
    })
    app.on('second-instance', (_event, argv, folder, data) =>
      this.#take({ kind: 'start', argv, folder, data }),
    )
  }

  /** Whether what waits has the app show something. */
  get areToShow(): boolean {
    return this.#waiting.some(({ kind }) => kind !== 'start')
  }

  /** Hands on what waits, in the order in which it came, and from now on each as it comes. */
  serve(handle: (request: OutsideRequest) => void): void {
    this.#handle = handle
    for (const request of this.#waiting.splice(0)) handle(request)
  }

  #take(request: OutsideRequest): void {
    if (this.#handle === undefined) this.#waiting.push(request)
    else this.#handle(request)
  }
}
