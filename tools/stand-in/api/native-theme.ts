import type { NativeTheme } from 'electron'
import { type Session, unlessGone } from '../chromium/session'
import { implementedEmitter } from './implemented-emitter'

type Source = NativeTheme['themeSource']

/** `nativeTheme`. With 'system' Chromium's own colour scheme is followed, and nothing is imposed. */
class Theme
  extends implementedEmitter('nativeTheme')
  implements Pick<NativeTheme, 'themeSource' | 'shouldUseDarkColors'>
{
  private source: Source = 'system'
  /** What the pages last said of the system, or of whoever emulates it. */
  private systemIsDark = false
  private readonly sessions = new Set<Session>()

  get themeSource(): Source {
    return this.source
  }

  set themeSource(source: Source) {
    if (source === this.source) return
    this.source = source
    for (const session of this.sessions) this.impose(session)
    this.emit('updated')
  }

  get shouldUseDarkColors(): boolean {
    return this.source === 'system' ? this.systemIsDark : this.source === 'dark'
  }

  /** Follows the theme in a new page. */
  attach(session: Session): void {
    this.sessions.add(session)
    if (this.source !== 'system') this.impose(session)
  }

  detach(session: Session): void {
    this.sessions.delete(session)
  }

  /** What a page sees, which is the system's scheme unless we impose our own. */
  pageIsDark(dark: boolean): void {
    if (this.source !== 'system' || dark === this.systemIsDark) return
    this.systemIsDark = dark
    this.emit('updated')
  }

  private impose(session: Session): void {
    const value = this.source === 'system' ? '' : this.source
    const features = [{ name: 'prefers-color-scheme', value }]
    unlessGone(session.send('Emulation.setEmulatedMedia', { features }))
  }
}

export const nativeTheme = new Theme()
