import type { Session } from '../chromium/session'
import { isGone } from '../chromium/session'
import {
  bindingName,
  type FromPage,
  isolatedWorld,
  receiverName,
  type ToPage,
} from '../wire/messages'

/** Messages between the main process and the isolated world of a page. */
export class PageChannel {
  /** The isolated world of the page that is there now. */
  private world: string | undefined

  constructor(private readonly session: Session) {}

  /** Begins to listen. Before the page runs, so that nothing is missed. */
  async open(listener: (message: FromPage) => void): Promise<void> {
    const { session } = this
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const frame = (context.auxData as { frameId?: string } | undefined)?.frameId
      if (context.name === isolatedWorld && frame === session.targetId)
        this.world = context.uniqueId
    })
    session.on('Runtime.executionContextsCleared', () => {
      this.world = undefined
    })
    session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === bindingName) listener(JSON.parse(payload) as FromPage)
    })
    await session.send('Runtime.enable')
    await session.send('Runtime.addBinding', {
      name: bindingName,
      executionContextName: isolatedWorld,
    })
  }

  /**
   * Sends to the page that is there now; without one the message is lost, as in Electron.
   * Settles when the page has taken it.
   */
  async send(message: ToPage): Promise<void> {
    if (this.world === undefined) return
    try {
      await this.session.send('Runtime.evaluate', {
        expression: `${receiverName}(${JSON.stringify(message)})`,
        uniqueContextId: this.world,
        userGesture: message.type === 'copy', // without one Chromium lets nobody copy
      })
    } catch (error) {
      if (!isGone(error)) console.error('stand-in:', error)
    }
  }
}
