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
  /** What the pages last said: without a scheme of our own, it is the system's. */
  private seenDark = false
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
    return this.source === 'system' ? this.seenDark : this.source === 'dark'
  }

  /** Follows the theme in a new page. */
  attach(session: Session): void {
    this.sessions.add(session)
    if (this.source !== 'system') this.impose(session)
  }

  detach(session: Session): void {
    this.sessions.delete(session)
  }

  /** A page has begun to see a dark or a light scheme. */
  pageIsDark(dark: boolean): void {
    if (dark === this.seenDark) return
    this.seenDark = dark
    if (this.source === 'system') this.emit('updated')
  }

  private impose(session: Session): void {
    const value = this.source === 'system' ? '' : this.source
    const features = [{ name: 'prefers-color-scheme', value }]
    unlessGone(session.send('Emulation.setEmulatedMedia', { features }))
  }
}

export const nativeTheme = new Theme()
