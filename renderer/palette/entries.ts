import { isAnchored, type Resolved } from '../../core/annotation/resolve'
import { isBookmark } from '../../core/annotation/style'
import { hashtag } from '../../core/annotation/tag'
import { type ActionId, actions } from '../../core/app/actions'
import type { ListedDocument } from '../../core/app/document-entry'
import type { Messages } from '../../core/messages/en'
import { beginningOf } from '../../core/text/code-points'
import type { ReaderContext } from '../reader/context'
import { openCard } from '../reader/marking'
import { goToSection } from '../reader/travelling'

/** What kinds of things the palette leads to, in the order in which equals stand. */
export const entryKinds = [
  'action',
  'heading',
  'bookmark',
  'note',
  'tag',
  'document',
  'form',
] as const
type EntryKind = (typeof entryKinds)[number]

/** Something that can be chosen in the palette. */
export interface Entry {
  /** The same as long as the thing is there, also in another run of the app. */
  readonly id: string
  readonly kind: EntryKind
  readonly label: string
  /** What the label alone does not say, and is looked through as well: the note of a mark, the part above. */
  readonly detail: string
  /** The language of the label, where it is not the interface's. */
  readonly lang?: string
  /** The action's first keys, as the keyboard is labelled. */
  readonly keys?: string
  readonly run: () => void
}

interface Sources {
  readonly context: ReaderContext
  /** The library's documents, as far as they are known yet. */
  readonly documents: readonly ListedDocument[]
  readonly perform: (action: ActionId) => void
}

/** All that can be done and gone to, read from the state as it is now. */
export function entriesOf({ context, documents, perform }: Sources): readonly Entry[] {
  return [
    ...actionEntries(context, perform),
    ...headingEntries(context),
    ...noteEntries(context),
    ...tagEntries(context),
    ...documentEntries(context, documents),
    ...formEntries(context),
  ]
}

function actionEntries(
  { app: { preferences } }: ReaderContext,
  perform: (action: ActionId) => void,
): readonly Entry[] {
  const messages = preferences.messages.value
  return actions
    .filter(({ id }) => id !== 'commands')
    .map(({ id, menu }) => ({
      id: `action:${id}`,
      kind: 'action',
      label: actionName(messages, id),
      detail: messages.menus[menu],
      keys: preferences.keysOf(id),
      run: () => perform(id),
    }))
}

/** An action without the dots that in a menu say that a question follows. */
export const actionName = ({ actions: names }: Messages, id: ActionId): string =>
  names[id].replace(/…$/u, '')

function headingEntries(context: ReaderContext): readonly Entry[] {
  const { open, view } = context.workspace
  const rendition = view.rendition.value
  return open.sections.map((section) => ({
    id: `heading:${open.id}:${section.heading.id}`,
    kind: 'heading',
    label: rendition.block(section.heading.id).text,
    detail: section.above
      .slice(1)
      .map(({ id }) => rendition.block(id).text)
      .join(' › '),
    lang: rendition.lang,
    run: () => goToSection(context.reader, section),
  }))
}

function noteEntries(context: ReaderContext): readonly Entry[] {
  const { annotations, view } = context.workspace
  return annotations.resolved.value.map((item) => {
    const quote = oneLine(context.workspace.quoteOf(item))
    const note = oneLine(item.annotation.note)
    // A bookmark goes by its name, if it has one.
    const isNamed = isBookmark(item.annotation) && note !== ''
    return {
      id: `note:${item.annotation.id}`,
      kind: isBookmark(item.annotation) ? 'bookmark' : 'note',
      label: isNamed ? note : quote,
      detail: isNamed ? quote : note,
      lang: isAnchored(item) ? view.rendition.value.lang : 'zh',
      run: () => showNote(context, item),
    }
  })
}

/** The longest words of a mark or a note that are shown and looked through, in code points. */
const longest = 200

const oneLine = (text: string) => beginningOf(text, longest).replaceAll(/\s+/gu, ' ').trim()

function showNote(context: ReaderContext, item: Resolved): void {
  openCard(context, item)
  if (isAnchored(item)) context.reader.focus.focusAt(item.place.start)
}

function tagEntries({ app, workspace }: ReaderContext): readonly Entry[] {
  const { annotations, notes } = workspace
  const tags = new Set(annotations.resolved.value.flatMap(({ annotation }) => annotation.tags))
  return [...tags].map((tag) => ({
    id: `tag:${tag}`,
    kind: 'tag',
    label: hashtag(tag),
    detail: '',
    run: () => {
      app.preferences.showNotes()
      notes.clearFilter()
      notes.narrow({ tags: [tag] })
      notes.isFilterOpen.value = true
    },
  }))
}

function documentEntries(
  { app, workspace }: ReaderContext,
  documents: readonly ListedDocument[],
): readonly Entry[] {
  return documents
    .filter(({ id }) => id !== workspace.id)
    .map(({ id, title, author }) => ({
      id: `document:${id}`,
      kind: 'document',
      label: title,
      detail: author ?? '',
      lang: 'zh',
      run: () => {
        app
          .show({ documentId: id, annotationId: null })
          .catch((error: unknown) => app.notices.reportError(error))
      },
    }))
}

function formEntries({ app, workspace }: ReaderContext): readonly Entry[] {
  const { view } = workspace
  const { scriptSwitch } = app.preferences.messages.value
  const forms = view.forms.value
  if (forms.size < 2) return []
  return [...forms.keys()].map((tag) => ({
    id: `form:${tag}`,
    kind: 'form',
    label: view.names.value[tag],
    detail: scriptSwitch.form,
    run: () => view.showForm(tag),
  }))
}
