import type { Color } from '../../core/annotation/style'
import { type ActionId, actions } from '../../core/app/actions'
import { defaultSettings } from '../../core/app/settings'
import { textRange } from '../../core/text/range'
import { moveRemark } from '../apparatus/navigation'
import { openFind, stepMatch } from '../find/finding'
import { focusNotes } from '../notes/cards'
import { toggleBookmark } from '../reader/bookmarking'
import { toggleCaret } from '../reader/caret'
import type { ReaderContext } from '../reader/context'
import { copyCited, openCopyAs } from '../reader/copying'
import { noteOnWhole } from '../reader/marking'
import { selectParagraph, selectSentence, selectWord } from '../reader/selecting'
import { goAlong } from '../reader/travelling'
import { focusContents } from '../shell/contents'
import { changesAtOnce, type OpenDialog } from '../state/open-dialog'
import { isTypedIn } from '../ui/typing'
import { toggleReading } from '../voice/reading-aloud'
import { changeEnds, deleteTarget, markOrRestyle, startNote } from './mark-actions'
import { moveBlock, moveMark } from './moving'
import { moveRegion } from './regions'

/** Carries out an action of the table, however it was asked for. */
export function perform(context: ReaderContext, id: ActionId): void {
  const { app, workspace } = context
  if (app.offered.peek()?.includes(id) === false) return
  if (app.library.isOpen.peek() && !besideLibrary.has(id) && !isOfField(id)) {
    // What is hidden under it cannot have the focus.
    return app.library.leave(() => perform(context, id))
  }
  if (workspace.figures.isOpen.peek() && performOverFigures(context, id)) return
  handlers[id](context)
}

/** Whether an action is for the field where one types, whatever lies over the text. */
const isOfField = (id: ActionId): boolean =>
  (id === 'undo' || id === 'redo') && isTypedIn(document.activeElement)

type Handler = (context: ReaderContext) => unknown

/** What each action does. */
const handlers: Readonly<Record<ActionId, Handler>> = {
  open: ({ app }) => app.api.openDocument(),
  library: toggleLibrary,
  export: openExport,
  'export-edition': exportEdition,
  print: opening({ kind: 'print' }),
  import: chooseImport,
  encoding: openEncoding,
  backups: opening({ kind: 'backups' }),
  undo: (context) => undoWhere('undo', context),
  redo: (context) => undoWhere('redo', context),
  'copy-cited': copyCited,
  'copy-as': openCopyAs,
  settings: openAppearance,
  find: openFind,
  'find-next': (context) => stepMatch(context, 1),
  'find-previous': (context) => stepMatch(context, -1),
  'switch-script': ({ workspace }) => workspace.view.switchScript(),
  'show-emendations': ({ workspace }) => workspace.remarks.toggleEmendations(),
  'show-explanations': ({ workspace }) => workspace.remarks.toggleExplanations(),
  'show-numbers': toggleNumbers,
  repairs: openRepairs,
  figures: toggleFigures,
  'side-by-side': ({ workspace }) => workspace.view.toggleBeside(),
  'vertical-text': ({ workspace }) => workspace.view.toggleVertical(),
  'toggle-contents': toggleContents,
  'toggle-notes': toggleNotes,
  'margin-notes': toggleMarginNotes,
  'full-screen': ({ app }) => app.api.toggleFullScreen(),
  'focus-mode': toggleFocusMode,
  'text-larger': ({ app }) => app.preferences.changeTextSize(1),
  'text-smaller': ({ app }) => app.preferences.changeTextSize(-1),
  'text-default-size': ({ app }) => app.preferences.change({ textSize: defaultSettings.textSize }),
  commands: toggleCommands,
  back: (context) => goAlong(context, 'back'),
  forward: (context) => goAlong(context, 'forward'),
  bookmark: toggleBookmark,
  'show-progress': toggleProgress,
  'read-aloud': toggleReading,
  'spoken-next': ({ workspace }) => workspace.readAloud.step(1),
  'spoken-previous': ({ workspace }) => workspace.readAloud.step(-1),
  'next-paragraph': (context) => moveBlock(context, 1),
  'previous-paragraph': (context) => moveBlock(context, -1),
  'next-note': (context) => moveMark(context, 1),
  'previous-note': (context) => moveMark(context, -1),
  'next-emendation': (context) => moveRemark(context, 1, 'words'),
  'previous-emendation': (context) => moveRemark(context, -1, 'words'),
  'next-remark': (context) => moveRemark(context, 1, 'text'),
  'previous-remark': (context) => moveRemark(context, -1, 'text'),
  'next-explanation': (context) => moveRemark(context, 1, 'explanations'),
  'previous-explanation': (context) => moveRemark(context, -1, 'explanations'),
  remarks: opening({ kind: 'remarks' }),
  'go-to-text': ({ reader }) => reader.focusText(),
  'go-to-notes': focusNotes,
  'go-to-contents': focusContents,
  'next-region': (context) => moveRegion(context, 1),
  'previous-region': (context) => moveRegion(context, -1),
  caret: toggleCaret,
  underline: (context) => markOrRestyle(context, ({ color }) => ({ color, kind: 'underline' })),
  squiggly: (context) => markOrRestyle(context, ({ color }) => ({ color, kind: 'squiggly' })),
  'add-note': startNote,
  'delete-mark': deleteTarget,
  'select-word': (context) => selectWord(context, 1),
  'previous-word': (context) => selectWord(context, -1),
  'select-sentence': (context) => selectSentence(context, 1),
  'previous-sentence': (context) => selectSentence(context, -1),
  'select-paragraph': selectParagraph,
  'change-ends': changeEnds,
  'note-on-report': noteOnWhole,
  'filter-notes': openFilter,
  'colors-and-tags': opening({ kind: 'names' }),
  'keyboard-map': opening({ kind: 'keyboard' }),
  'why-character': explainSelection,
  provenance: opening({ kind: 'provenance' }),
  'mark-yellow': highlighting('yellow'),
  'mark-green': highlighting('green'),
  'mark-blue': highlighting('blue'),
  'mark-pink': highlighting('pink'),
  'mark-orange': highlighting('orange'),
  'mark-purple': highlighting('purple'),
}

/** Opens a dialog that takes nothing with it. */
function opening(dialog: OpenDialog): Handler {
  return ({ app }) => {
    app.dialog.value = dialog
  }
}

function highlighting(color: Color): Handler {
  return (context) => markOrRestyle(context, () => ({ color, kind: 'highlight' }))
}

/** What can be done while the library covers the text; for anything else it gives way. */
const besideLibrary: ReadonlySet<ActionId> = new Set([
  'commands',
  'open',
  'library',
  'export',
  'export-edition',
  'print',
  'import',
  'backups',
  'full-screen',
  'settings',
  'keyboard-map',
  'provenance',
])

/** Writes the edition where the reader says; main has told of a failure by then. */
async function exportEdition({ app, workspace }: ReaderContext): Promise<void> {
  const outcome = await app.api.exportEdition(workspace.id)
  if (outcome.kind !== 'written') return
  const { tei } = app.announcer.messages.peek().edition
  app.announcer.tell(tei.written(outcome.file))
}

/**
 * Every export names the source; one of nothing does not. What the filter shows can be exported once all of
 * that is here.
 */
function openExport(context: ReaderContext): void {
  const { app, workspace } = context
  const { annotations } = workspace
  if (!annotations.isWhole) {
    // Asked for anew, for by then another dialog may be open.
    void annotations.whole().then((isWhole) => isWhole && perform(context, 'export'))
    return
  }
  const open = () => {
    app.dialog.value = { kind: 'export' }
  }
  if (annotations.map.peek().size === 0) open()
  else app.citing(open)
}

function toggleLibrary({ app: { library } }: ReaderContext): void {
  if (!library.close()) void library.open()
}

/** Asks for a file; what importing it would do is shown before anything is done. */
async function chooseImport({ app, workspace }: ReaderContext): Promise<void> {
  const preview = await app.api.previewImport(workspace.id)
  if (preview.kind !== 'cancelled') await app.openDialogInTurn({ kind: 'import', preview })
}

/** Actions that need the text, whose keys are not plain. */
const actsOnText: ReadonlySet<ActionId> = new Set([
  'copy-cited',
  'copy-as',
  'find-next',
  'find-previous',
  'filter-notes',
  'caret',
])

/**
 * While the figures lie over the text, finding looks among them, going to text, notes or library
 * leaves them, and what acts on the text waits. Says whether there is nothing more to do.
 */
function performOverFigures(context: ReaderContext, id: ActionId): boolean {
  const { figures } = context.workspace
  if (id === 'find') {
    figures.view.value = 'table'
    context.targets.figureQuery.focus()
    return true
  }
  if (id === 'go-to-notes') {
    figures.leave(() => focusNotes(context))
    return true
  }
  if (id === 'go-to-text') return figures.close()
  if (id === 'go-to-contents') {
    figures.leave(() => focusContents(context))
    return true
  }
  if (id === 'back' || id === 'forward') {
    figures.leave(() => goAlong(context, id))
    return true
  }
  if (id === 'library') {
    figures.leave(() => {})
    return false
  }
  return actsOnText.has(id) || actions.find((action) => action.id === id)?.reach === 'text'
}

/** Shows the number of every paragraph, or only of that under the hand. */
function toggleNumbers({ app: { preferences, announcer } }: ReaderContext): void {
  const numbersShown = !preferences.settings.peek().numbersShown
  preferences.change({ numbersShown })
  const { reading } = announcer.messages.peek()
  announcer.tell(numbersShown ? reading.numbersShown : reading.numbersHidden)
}

/** Shows how far the reader is, or no longer. */
function toggleProgress({ app: { preferences } }: ReaderContext): void {
  preferences.change({ progressShown: !preferences.settings.peek().progressShown })
}

function toggleCommands({ app: { dialog } }: ReaderContext): void {
  dialog.value = dialog.peek()?.kind === 'commands' ? null : { kind: 'commands', typed: '' }
}

/** Writes notes in the margin beside their lines, or has strokes alone tell of them. */
function toggleMarginNotes({ app: { preferences, announcer } }: ReaderContext): void {
  const marginNotesShown = !preferences.settings.peek().marginNotesShown
  preferences.change({ marginNotesShown })
  const { reading } = announcer.messages.peek()
  announcer.tell(marginNotesShown ? reading.marginNotesShown : reading.marginNotesHidden)
}

function openEncoding({ app, workspace }: ReaderContext): void {
  const { file } = app.announcer.messages.peek()
  if (workspace.open.publication.file?.encoding) app.dialog.value = { kind: 'encoding' }
  else app.announcer.tell(file.noChoice)
}

function openRepairs({ app, workspace }: ReaderContext): void {
  const { repair } = app.announcer.messages.peek()
  const { file, apparatus } = workspace.open.publication
  const isLooking = file !== undefined && apparatus.proposals === undefined
  if (workspace.remarks.proposals.length > 0) app.dialog.value = { kind: 'repairs' }
  else app.announcer.tell(isLooking ? repair.looking : repair.none)
}

/** Only of some documents the figures are listed. */
function toggleFigures({ app, workspace }: ReaderContext): void {
  const { figures, open } = workspace
  if (open.publication.figures) figures.isOpen.value = !figures.close()
  else app.announcer.tell(app.announcer.messages.peek().figures.notListed)
}

/** In a narrow window contents lie over the text, and are never left open from another day. */
function toggleContents({ app }: ReaderContext): void {
  const { preferences, isDrawerOpen } = app
  if (app.isNarrow.peek()) isDrawerOpen.value = !isDrawerOpen.peek()
  else preferences.change({ contentsOpen: !preferences.settings.peek().contentsOpen })
}

function toggleNotes({ app: { preferences }, reader, targets }: ReaderContext): void {
  const { notesOpen } = preferences.settings.peek()
  if (notesOpen && targets.notesColumn.holdsFocus) reader.focus.focus()
  preferences.change({ notesOpen: !notesOpen })
}

/**
 * The cards that are open close, for they are not the text: so one Escape leaves, until something else is
 * asked for. The focus goes to the text: what had it may be gone.
 */
function toggleFocusMode({ app, workspace, reader }: ReaderContext): void {
  const { preferences, announcer } = app
  const { remarks, note } = workspace
  preferences.toggleFocusMode()
  if (preferences.focusMode.peek()) {
    remarks.close()
    note.leave()
    note.activeId.value = null
  }
  reader.focus.focus()
  const { said } = announcer.messages.peek().appearance
  announcer.announce(preferences.focusMode.peek() ? said.focus : said.focusLeft)
}

/** Explains what is selected, or the character behind the caret. */
function explainSelection({ workspace }: ReaderContext): void {
  const { selection, remarks, open } = workspace
  const caret = selection.isCaretShown.peek() ? selection.caret.peek() : null
  const atCaret =
    caret !== null && caret.at < open.document.length ? textRange(caret.at, caret.at + 1) : null
  remarks.openCharacters(selection.range.peek() ?? atCaret, selection.column.peek())
}

function openAppearance({ targets }: ReaderContext): void {
  targets.appearance.current?.click()
}

/**
 * In a field where one types, undo is the field's own; elsewhere it takes back a gesture, in a dialog only where
 * one makes gestures there.
 */
function undoWhere(
  direction: 'undo' | 'redo',
  { app, workspace: { annotator } }: ReaderContext,
): Promise<void> | boolean {
  if (isTypedIn(document.activeElement)) {
    // The one way to reach a field's own undo; the platform offers no other.
    return document.execCommand(direction)
  }
  if (app.offered.peek() !== null && !changesAtOnce(app.dialog.peek())) return false
  return direction === 'undo' ? annotator.undo() : annotator.redo()
}

function openFilter({ app, workspace, targets }: ReaderContext): void {
  app.preferences.showNotes()
  workspace.notes.isFilterOpen.value = true
  targets.filterField.focus()
}
