import { type Anchored, isAnchored } from '../../core/annotation/resolve'
import { type Color, colors, type MarkStyle } from '../../core/annotation/style'
import type { ActionId } from '../../core/app/actions'
import { defaultSettings } from '../../core/app/settings'
import { openFind, stepMatch } from '../find/finding'
import { focusedNoteField, formatField } from '../notes/format-field'
import type { Formatting } from '../notes/markdown-edits'
import { focusedMark, meantMark } from '../notes/meant-mark'
import { focusNeighbour } from '../notes/move-along-cards'
import { copyCited, openCopyAs } from '../reader/copying'
import { focusEnd } from '../reader/range-handles'
import type { Reader } from '../reader/reader'
import { openAppearance } from '../shell/appearance'
import * as annotate from '../state/annotate'
import { styleLabel } from '../state/color-names'
import { explainCharacters, moveRemark, toggleEmendations } from '../state/gloss'
import { selectParagraph, selectSentence, selectWord } from '../state/select-text'
import { announce, changeSettings, type Session } from '../state/session'
import type { Stage } from '../state/stage'
import { switchScript, toggleBeside } from '../state/switch-script'
import { changeTextSize } from '../state/text-size'
import { isTypedIn } from '../ui/typing'

/** Carries out an action of the table, however it was asked for. */
export function perform(stage: Stage, id: ActionId): void {
  const { session, reader } = stage
  const settings = session.settings.peek()
  switch (id) {
    case 'export':
      session.dialog.value = { kind: 'export' }
      return undefined
    case 'import':
      return void chooseImport(session)
    case 'backups':
      session.dialog.value = { kind: 'backups' }
      return undefined
    case 'undo':
      return void undoWhere('undo', session)
    case 'redo':
      return void undoWhere('redo', session)
    case 'copy-cited':
      return void copyCited(session)
    case 'copy-as':
      return openCopyAs(session)
    case 'settings':
      return openAppearance()
    case 'find':
      return openFind(stage)
    case 'find-next':
      return stepMatch(stage, 1)
    case 'find-previous':
      return stepMatch(stage, -1)
    case 'switch-script':
      return switchScript(session)
    case 'show-emendations':
      return toggleEmendations(session)
    case 'figures':
      return toggleFigures(session)
    case 'side-by-side':
      return toggleBeside(session)
    case 'toggle-contents':
      return void (formatNote(session, 'bold') || toggleContents(session))
    case 'toggle-notes':
      return changeSettings(session, { notesOpen: !settings.notesOpen })
    case 'text-larger':
      return changeTextSize(session, 1)
    case 'text-smaller':
      return changeTextSize(session, -1)
    case 'text-default-size':
      return changeSettings(session, { textSize: defaultSettings.textSize })
    case 'next-paragraph':
      return moveBlock(reader, 1)
    case 'previous-paragraph':
      return moveBlock(reader, -1)
    case 'next-note':
      return moveNote(stage, 1)
    case 'previous-note':
      return moveNote(stage, -1)
    case 'next-emendation':
      return moveRemark(stage, 1, 'words')
    case 'previous-emendation':
      return moveRemark(stage, -1, 'words')
    case 'next-remark':
      return moveRemark(stage, 1, 'any')
    case 'previous-remark':
      return moveRemark(stage, -1, 'any')
    case 'go-to-text':
      return reader.focusText()
    case 'go-to-notes':
      return focusNotes(session)
    case 'underline':
    case 'squiggly':
      return markOrRestyle(session, ({ color }) => ({ color, kind: id }))
    case 'add-note':
      return startNote(session)
    case 'delete-mark':
      return deleteMeant(session)
    case 'select-word':
      return selectWord(stage, 1)
    case 'previous-word':
      return selectWord(stage, -1)
    case 'select-sentence':
      return selectSentence(stage, 1)
    case 'previous-sentence':
      return selectSentence(stage, -1)
    case 'select-paragraph':
      return selectParagraph(stage)
    case 'change-ends':
      return changeEnds(session)
    case 'note-on-report':
      return annotate.startNoteOnWhole(session)
    case 'filter-notes':
      return openFilter(session)
    case 'colors-and-tags':
      session.dialog.value = { kind: 'names' }
      return undefined
    case 'keyboard-map':
      session.dialog.value = { kind: 'keyboard' }
      return undefined
    case 'why-character':
      return explainCharacters(stage)
    case 'provenance':
      return void (formatNote(session, 'italic') || openProvenance(session))
    case 'mark-yellow':
    case 'mark-green':
    case 'mark-blue':
    case 'mark-pink':
    case 'mark-orange':
    case 'mark-purple':
      return markOrRestyle(session, () => ({ color: colorOf(id), kind: 'highlight' }))
  }
}

const colorOf = (id: ActionId): Color =>
  colors.find((color) => id === `mark-${color}`) ?? defaultSettings.lastStyle.color

/** Asks for a file; what importing it would do is shown before anything is done. */
async function chooseImport(session: Session): Promise<void> {
  const preview = await session.api.previewImport(session.open.id)
  if (preview.kind !== 'cancelled') session.dialog.value = { kind: 'import', preview }
}

/** Only of some documents the figures are listed. */
function toggleFigures(session: Session): void {
  const { isOpen } = session.figures
  if (session.open.publication.figures) isOpen.value = !isOpen.peek()
  else announce(session, session.messages.peek().figures.notListed)
}

/** In a narrow window contents lie over the text, and are never left open from another day. */
function toggleContents(session: Session): void {
  if (session.isNarrow.peek()) session.isDrawerOpen.value = !session.isDrawerOpen.peek()
  else changeSettings(session, { contentsOpen: !session.settings.peek().contentsOpen })
}

/** Marks what is selected; or else gives the mark that is meant another style. */
function markOrRestyle(session: Session, styled: (style: MarkStyle) => MarkStyle): void {
  if (session.selection.peek() !== null && focusedMark() === undefined) {
    return void annotate.markSelection(session, styled(session.settings.peek().lastStyle))
  }
  const meant = session.annotations.peek().get(meantMark(session) ?? '')
  if (meant !== undefined) void annotate.restyle(session, meant.id, styled(meant.style))
}

/** Takes the focus to the end of the mark that is meant. */
function changeEnds(session: Session): void {
  const meant = meantMark(session)
  if (meant === session.activeId.peek()) return focusEnd('end')
  session.activeId.value = meant
  // The ends of a mark are measured, and so drawn, in the frame after it is opened.
  requestAnimationFrame(() => focusEnd('end'))
}

/** Where a note is being written, the keys of some actions are those of its formatting. */
function formatNote(session: Session, kind: Formatting): boolean {
  const field = focusedNoteField()
  if (field === undefined) return false
  formatField(field, kind, session.messages.peek().notes.tableHead)
  return true
}

function openProvenance(session: Session): void {
  session.dialog.value = { kind: 'provenance' }
}

/** In a field where one types, undo is the field's own; elsewhere it takes back a gesture. */
function undoWhere(direction: 'undo' | 'redo', session: Session): Promise<void> | boolean {
  if (isTypedIn(document.activeElement)) {
    // The one way to reach a field's own undo; the platform offers no other.
    return document.execCommand(direction)
  }
  return direction === 'undo' ? annotate.undo(session) : annotate.redo(session)
}

function moveBlock(reader: Reader, step: 1 | -1): void {
  const blocks = reader.surface.document.placed
  const current = reader.currentBlock()
  const at = blocks.findIndex((placed) => placed === current)
  const next = reader.hasFocus() ? blocks[at + step] : current
  if (next !== undefined) reader.focusBlock(next.block.id)
}

function moveNote({ session, reader }: Stage, step: 1 | -1): void {
  const anchored = session.resolved.peek().filter(isAnchored)
  const at = anchored.findIndex(({ annotation }) => annotation.id === meantMark(session))
  const next =
    at === -1 ? firstFrom(anchored, standpoint(reader, session), step) : anchored[at + step]
  if (next === undefined) return
  const { id, note, style } = next.annotation
  session.activeId.value = id
  // Whatever is gone on to from here goes on from this place.
  reader.unselect()
  session.cursor.value = next.place.start
  reader.holdFocus(next.place.start)
  reader.reveal(next.place)
  const { said } = session.messages.peek().notes
  announce(
    session,
    said.at(session.rendition.peek().slice(next.place), styleLabel(session, style), note),
  )
}

/** Where the reader is: at the block that has the focus, or else at the top of the window. */
function standpoint(reader: Reader, session: Session): number {
  const focused = reader.hasFocus() ? reader.currentBlock() : undefined
  return focused?.range.start ?? session.place.peek()
}

function firstFrom(anchored: readonly Anchored[], place: number, step: 1 | -1) {
  return step > 0
    ? anchored.find((item) => item.place.start >= place)
    : anchored.findLast((item) => item.place.start < place)
}

function focusNotes(session: Session): void {
  changeSettings(session, { notesOpen: true })
  const notes = document.querySelector<HTMLElement>('[data-region="notes"]')
  const target = ['[data-active="true"]', '[data-card]']
    .map((card) => notes?.querySelector<HTMLElement>(card))
    .find((card) => card instanceof HTMLElement)
  ;(target ?? notes)?.focus()
}

function startNote(session: Session): void {
  const meant = meantMark(session)
  const isSelected = session.selection.peek() !== null && focusedMark() === undefined
  if (isSelected) annotate.startNoteOnSelection(session)
  else if (meant !== null) annotate.startNote(session, meant)
}

function deleteMeant(session: Session): void {
  const meant = meantMark(session)
  if (meant === null) return
  focusNeighbour()
  void annotate.deleteMark(session, meant)
}

function openFilter(session: Session): void {
  changeSettings(session, { notesOpen: true })
  session.notesView.isFilterOpen.value = true
  // One that is open already stays so: its field takes the focus again.
  document.querySelector<HTMLElement>('.filter-text')?.focus()
}
