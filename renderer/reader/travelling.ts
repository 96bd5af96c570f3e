import type { PlaceHistory } from '../../core/app/place-history'
import { type Section, sectionAt } from '../../core/document/sections'
import type { CodePoints } from '../../core/text/code-points'
import { textRange } from '../../core/text/range'
import type { View } from '../state/view'
import type { WorkspaceState } from '../state/workspace-state'
import type { ReaderContext } from './context'
import type { Reader } from './reader'

/** Goes back to where the reader was before the last jump, or forward again; says where that is. */
export function goAlong(context: ReaderContext, way: keyof PlaceHistory): void {
  const { app, workspace, reader, targets } = context
  const { ways } = app.preferences.messages.peek()
  const place = workspace.places.return(way, workspace.view.placeNow())
  if (place === undefined) {
    app.announcer.tell(way === 'back' ? ways.said.noBack : ways.said.noForward)
    return
  }
  reader.moveTo(place)
  // One who goes step by step keeps the button under the hand, as long as it can be pressed.
  const isPressedAgain =
    targets.header.holdsFocus && workspace.places.history.peek()[way].length > 0
  if (!isPressedAgain) reader.focus.focusAt(place)
  app.announcer.announce(ways.said.at(nameOfPlace(context, place)))
}

/** Goes to the beginning of a section. */
export function goToSection(reader: Reader, { range: { start } }: Section): void {
  reader.travel('jump', () => reader.scrollToStart(textRange(start, start + 1)))
  reader.focusBlock(start)
}

/** A place in words: the section it lies in, and how far into the text that is. */
export function nameOfPlace({ app, workspace }: ReaderContext, place: CodePoints): string {
  const { ways } = app.preferences.messages.peek()
  return ways.placeAt(sectionName(workspace, place), percentAt(workspace, place))
}

/** The heading of the section that a place lies in, in the form that is shown. */
const sectionName = ({ open, view }: WorkspaceState, place: CodePoints): string =>
  headingOf(view, sectionAt(open.sections, place))

/** A section by its heading, in the form that is shown; where there is none, the title. */
export const headingOf = (view: View, section: Section | undefined): string =>
  section === undefined ? view.title.value : view.rendition.value.block(section.heading.id).text

/** How much of the text lies before a place, as a whole number of hundredths. */
export const percentAt = ({ open }: WorkspaceState, place: CodePoints): number =>
  Math.round((100 * place) / Math.max(1, open.document.length))

/** Mouse buttons for back and forward, by their number, and the keys of keyboards that have some. */
const buttons: Readonly<Record<number, keyof PlaceHistory>> = { 3: 'back', 4: 'forward' }
const keys: Readonly<Record<string, keyof PlaceHistory>> = {
  BrowserBack: 'back',
  BrowserForward: 'forward',
}

/**
 * Goes back and forward by the buttons that some mice and keyboards have for it; gives what stops that.
 * They are caught here on every system, where Electron's own event for them comes on some only.
 */
export function followBackButtons(go: (way: keyof PlaceHistory) => void): () => void {
  const release = (event: MouseEvent) => {
    const way = buttons[event.button]
    if (way === undefined) return
    event.preventDefault()
    go(way)
  }
  const press = (event: KeyboardEvent) => {
    const way = keys[event.key]
    if (way === undefined) return
    event.preventDefault()
    go(way)
  }
  window.addEventListener('mouseup', release)
  window.addEventListener('keydown', press)
  return () => {
    window.removeEventListener('mouseup', release)
    window.removeEventListener('keydown', press)
  }
}
