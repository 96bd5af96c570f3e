import type { Color } from '../../core/annotation/style'
import type { UiLanguage } from '../../core/app/settings'
import type { SavedFile, SaveOutcome } from '../../core/contract/saved-file'
import type { Figure, FigureList } from '../../core/figures/figure'
import type { Messages } from '../../core/messages/en'
import type { OpenDocument } from '../../core/publication/open-document'
import type { Rendition } from '../../core/script/rendition'
import type { TextRange } from '../../core/text/range'
import type { Figures } from '../state/figures'
import type { FocusTarget } from '../ui/focus'

/** A mark of the reader's, as far as figures show it. */
export interface FigureMark {
  readonly id: string
  readonly range: TextRange
  readonly color: Color
  /** Its style in words. */
  readonly style: string
  readonly note: string
}

/** Where what is copied and saved goes. */
export interface FigureFiles {
  readonly copyText: (text: string) => Promise<void>
  readonly copyImage: (png: Uint8Array) => Promise<void>
  readonly save: (file: SavedFile) => Promise<SaveOutcome>
  readonly showInFolder: () => void
}

/** All that the view of the figures is made from. */
export interface FiguresProps {
  readonly open: OpenDocument
  readonly list: FigureList
  /** The form of the text that passages are shown in. */
  readonly rendition: Rendition
  readonly language: UiLanguage
  readonly messages: Messages
  readonly marks: readonly FigureMark[]
  readonly state: Figures
  /** The field in which figures are looked for. */
  readonly queryField: FocusTarget<HTMLInputElement>
  readonly files: FigureFiles
  /** Leaves the figures for the passage of one. */
  readonly goTo: (figure: Figure) => void
  readonly openMark: (mark: FigureMark) => void
  /** Says something to screen readers. */
  readonly announce: (text: string) => void
  readonly onClose: () => void
}
