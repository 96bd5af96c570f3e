import type { ContextTarget } from '../../../core/app/context-target'
import type { ErrorReport } from '../../../core/app/error-report'
import type { Calls } from '../../../core/contract/contract'
import type { SavedFile, SaveOutcome } from '../../../core/contract/saved-file'

/** The calls that do something to the machine, and nothing to the reader's notes and documents. */
type DesktopCalls = Pick<
  Calls,
  | 'copyImage'
  | 'copyPassage'
  | 'copyText'
  | 'openDropped'
  | 'openLink'
  | 'reportError'
  | 'saveFile'
  | 'showContextMenu'
  | 'showInFolder'
  | 'toggleFullScreen'
>

/** What the app would do to the machine: a test finds it written down here. */
export class InMemoryDesktop implements DesktopCalls {
  /** What was copied last, as words and as a picture. */
  clipboard = ''
  clipboardHtml = ''
  picture: Uint8Array | undefined
  /** The addresses that were to be opened outside, and whether the reader agrees to that. */
  readonly links: string[] = []
  agreesToLinks = true
  /** The files that the page made and had saved, and how each is to end. */
  readonly saved: SavedFile[] = []
  saveOutcome: SaveOutcome | undefined
  isFullScreen = false
  readonly shownFolders: string[] = []
  /** What context menus were asked for, and the names of the files that were dropped. */
  readonly contextMenus: ContextTarget[] = []
  readonly dropped: string[] = []
  readonly errors: ErrorReport[] = []

  async toggleFullScreen(): Promise<void> {
    this.isFullScreen = !this.isFullScreen
  }

  async copyText(text: string): Promise<void> {
    this.clipboard = text
    this.clipboardHtml = ''
  }

  async copyPassage(text: string, html: string): Promise<void> {
    this.clipboard = text
    this.clipboardHtml = html
  }

  async copyImage(png: Uint8Array): Promise<void> {
    this.picture = png
  }

  async saveFile(file: SavedFile): Promise<SaveOutcome> {
    this.saved.push(file)
    return this.saveOutcome ?? { kind: 'saved', file: `/home/reader/${file.name}.${file.format}` }
  }

  async openLink(url: string): Promise<boolean> {
    this.links.push(url)
    return this.agreesToLinks
  }

  async showInFolder(what: 'export' | 'data' | 'templates'): Promise<void> {
    this.shownFolders.push(what)
  }

  async showContextMenu(target: ContextTarget): Promise<void> {
    this.contextMenus.push(target)
  }

  async openDropped(file: string): Promise<void> {
    this.dropped.push(file)
  }

  async reportError(report: ErrorReport): Promise<void> {
    this.errors.push(report)
  }
}
