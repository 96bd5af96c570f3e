import type { Session } from '../chromium/session'
import { isGone } from '../chromium/session'
import {
  bindingName,
  type FromPage,
  isolatedWorld,
  receiverName,
  type ToPage,
} from '../wire/messages'

/**
 * How much goes in one message, in UTF-16 units. Chromium takes no message of the protocol over 100 MB, of
 * UTF-8 with its quotes escaped, and then hears nothing more.
 */
const pieceLength = 8 * 1024 * 1024

/** Messages between the main process and the isolated world of a page. */
export class PageChannel {
  private world: string | undefined

  constructor(private readonly session: Session) {}

  /**
   * Begins to listen. Before the page runs, so that nothing is missed.
   *
   * @param begun told whenever a page is there that can be sent to
   */
  async open(listener: (message: FromPage) => void, begun: () => void): Promise<void> {
    const { session } = this
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const frame = (context.auxData as { frameId?: string } | undefined)?.frameId
      if (context.name !== isolatedWorld || frame !== session.targetId) return
      this.world = context.uniqueId
      begun()
    })
    session.on('Runtime.executionContextsCleared', () => {
      this.world = undefined
    })
    session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === bindingName) listener(JSON.parse(payload) as FromPage)
    })
    await Promise.all([
      session.send('Runtime.enable'),
      session.send('Runtime.addBinding', {
        name: bindingName,
        executionContextName: isolatedWorld,
      }),
    ])
  }

  /** The isolated world of the page that is there now; empty where none is. */
  get page(): string {
    return this.world ?? ''
  }

  /**
   * Sends to the page that is there now; without one the message is lost, as in Electron.
   * Settles when the page has taken it.
   *
   * @param page the page that it is for, where that is one: each counts its calls from the beginning
   */
  async send(message: ToPage, page = this.world): Promise<void> {
    if (page !== this.world) return
    const text = JSON.stringify(message)
    if (text.length <= pieceLength) return this.tell(text, message.type === 'copy')
    const pieces = Array.from({ length: Math.ceil(text.length / pieceLength) }, (_, i) =>
      text.slice(i * pieceLength, (i + 1) * pieceLength),
    )
    const told = pieces.map((piece, i) => {
      const isLast = i === pieces.length - 1
      return this.tell(JSON.stringify({ type: 'piece', text: piece, isLast } satisfies ToPage))
    })
    await Promise.all(told)
  }

  /** @param isCopying without a gesture Chromium lets nobody copy */
  private async tell(message: string, isCopying = false): Promise<void> {
    if (this.world === undefined) return
    try {
      await this.session.send('Runtime.evaluate', {
        expression: `${receiverName}(${message})`,
        uniqueContextId: this.world,
        userGesture: isCopying,
      })
    } catch (error) {
      if (!isGone(error)) console.error('stand-in:', error)
    }
  }
}
