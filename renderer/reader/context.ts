import type { AppState } from '../state/app-state'
import type { WorkspaceState } from '../state/workspace-state'
import { FocusList, FocusTarget } from '../ui/focus'
import type { Reader } from './reader'

/** What an action on the text needs: the page's state, the open document's, and the text in the page. */
export interface ReaderContext {
  readonly app: AppState
  readonly workspace: WorkspaceState
  readonly reader: Reader
  readonly targets: FocusTargets
}

/** Where actions take the focus, besides the text. */
export class FocusTargets {
  /** The bar over the three columns. */
  readonly header = new FocusTarget()
  readonly contentsColumn = new FocusTarget()
  /** The entry of the contents that Tab comes to. */
  readonly contents = new FocusTarget<HTMLAnchorElement>()
  readonly findBar = new FocusTarget<HTMLDivElement>()
  readonly findField = new FocusTarget<HTMLInputElement>()
  /** The field in which figures are looked for. */
  readonly figureQuery = new FocusTarget<HTMLInputElement>()
  readonly filterField = new FocusTarget<HTMLInputElement>()
  /** The button that opens the filter of the notes. */
  readonly filterButton = new FocusTarget<HTMLButtonElement>()
  readonly notesColumn = new FocusTarget()
  /** The cards of the column, by the keys of their rows. */
  readonly cards = new FocusList()
  /** The card that is open. */
  readonly openCard = new FocusTarget()
  /** The button that opens how things look. */
  readonly appearance = new FocusTarget<HTMLButtonElement>()
  /** What appears over a selection. */
  readonly selectionBar = new FocusTarget<HTMLDivElement>()
  /** The button that opens the ways to copy. */
  readonly copyMenu = new FocusTarget<HTMLButtonElement>()
  /** The end of the open mark. */
  readonly endOfMark = new FocusTarget<HTMLDivElement>()
}
