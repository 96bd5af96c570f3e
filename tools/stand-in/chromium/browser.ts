import type { Protocol } from 'devtools-protocol'
import { environment } from '../boot/environment'
import { type Chromium } from './launch'
import { Session, unlessGone } from './session'
import { blankPage } from './switches'

type TargetInfo = Protocol.Target.TargetInfo

/** What the owner of a page is told of what happens to it from outside. */
interface PageOwner {
  /** The page opened another, which waits to be let run or closed. */
  opened(targetId: string): void
  /** The page is no more: its window was closed. */
  closed(): void
}

/** The pages of a running Chromium: each window of the app takes one. */
export class Browser {
  private readonly owners = new Map<string, PageOwner>()
  private readonly attached = new Map<string, Session>()
  private readonly awaited = new Map<string, (session: Session) => void>()
  /** The window that Chromium begins with, until the app's first window takes it. */
  private firstTarget: string | undefined
  private opened = 0

  private constructor(private readonly chromium: Chromium) {
    const { connection } = chromium
    connection.on('Target.attachedToTarget', ({ sessionId, targetInfo }) =>
      this.attach(new Session(connection, sessionId, targetInfo.targetId), targetInfo),
    )
    connection.on('Target.targetDestroyed', ({ targetId }) => this.destroyed(targetId))
    void this.watchExit()
  }

  static async connect(chromium: Chromium): Promise<Browser> {
    const browser = new Browser(chromium)
    const { connection } = chromium
    await connection.send('Target.setDiscoverTargets', { discover: true })
    await connection.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
    })
    const { targetInfos } = await connection.send('Target.getTargets')
    browser.firstTarget = targetInfos.find(({ type }) => type === 'page')?.targetId
    return browser
  }

  /** A page for a new window. It waits (`Runtime.runIfWaitingForDebugger`) unless it is the first. */
  async openPage(owner: PageOwner): Promise<Session> {
    const targetId = this.firstTarget ?? (await this.openWindow())
    this.firstTarget = undefined
    this.owners.set(targetId, owner)
    return (
      this.attached.get(targetId) ?? new Promise((resolve) => this.awaited.set(targetId, resolve))
    )
  }

  /** Closes a page; its owner is not told. */
  closePage(targetId: string): void {
    this.owners.delete(targetId)
    unlessGone(this.chromium.connection.send('Target.closeTarget', { targetId }))
  }

  close(): Promise<void> {
    return this.chromium.close()
  }

  private async watchExit(): Promise<void> {
    await this.chromium.exited
    for (const targetId of this.owners.keys()) this.destroyed(targetId)
  }

  private async openWindow(): Promise<string> {
    const { connection } = this.chromium
    if (environment.headless) {
      // A page that is to go somewhere and waits to be let run has no scripts yet in Chromium without windows.
      const created = await connection.send('Target.createTarget', { url: '', newWindow: true })
      return created.targetId
    }
    // On a screen, a window made by the protocol would have a browser's bars.
    const page = `${blankPage}${++this.opened}`
    const target = new Promise<string>((resolve) =>
      connection.on('Target.targetCreated', ({ targetInfo }) => {
        if (targetInfo.url === page) resolve(targetInfo.targetId)
      }),
    )
    this.chromium.openWindow(page)
    return target
  }

  private attach(session: Session, info: TargetInfo): void {
    if (info.type !== 'page') {
      unlessGone(session.send('Runtime.runIfWaitingForDebugger'))
      return
    }
    this.attached.set(info.targetId, session)
    this.awaited.get(info.targetId)?.(session)
    this.awaited.delete(info.targetId)
    if (info.openerId) this.owners.get(info.openerId)?.opened(info.targetId)
  }

  private destroyed(targetId: string): void {
    const owner = this.owners.get(targetId)
    this.owners.delete(targetId)
    this.attached.delete(targetId)
    owner?.closed()
  }
}
