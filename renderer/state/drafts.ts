import { effect } from '@preact/signals'
import type { Draft, DraftTarget } from '../../core/annotation/draft'
import { sameRange, type TextRange } from '../../core/text/range'
import { type Editing, renditionSelectedIn, type Session } from './session'

/**
 * How long what was typed waits before it is sent to be kept, in ms. Counted from the first key, so
 * that it holds however fast one types; with the store's own wait a crash loses less than a second.
 */
const delay = 300

/** Keeps on disk what is being written, from now on. */
export function keepDrafts(session: Session): void {
  let last: Editing | null = session.editing.peek()
  let waiting: Editing | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const keep = () => {
    clearTimeout(timer)
    timer = undefined
    if (waiting !== undefined) void keepDraft(session, waiting)
    waiting = undefined
  }
  effect(() => {
    const editing = session.editing.value
    if (editing !== null && last !== null && isSameTarget(editing, last)) {
      if (editing.note !== last.note) {
        waiting = editing
        timer ??= setTimeout(keep, delay)
      }
    } else if (editing !== null) {
      // Another note was begun and this one neither saved nor given up.
      keep()
    } else {
      waiting = undefined
      keep()
    }
    last = editing
  })
}

const isSameTarget = (a: Editing, b: Editing): boolean =>
  a.kind === 'annotation'
    ? b.kind === 'annotation' && a.id === b.id
    : b.kind === 'passage' && sameRange(a.range, b.range)

async function keepDraft(session: Session, editing: Editing, isLeft = false): Promise<void> {
  const draft: Draft = {
    target: targetOf(session, editing),
    note: editing.note,
    at: new Date().toISOString(),
    ...(isLeft ? { left: true } : {}),
  }
  session.drafts.value = [...without(session, draft.target), draft]
  await session.api.saveDraft(session.open.id, draft)
}

/**
 * Keeps what was written for when the reader goes on with it, where it differs from what is saved; says
 * whether it does.
 */
export async function leaveDraft(session: Session, editing: Editing): Promise<boolean> {
  const saved =
    editing.kind === 'annotation' ? session.annotations.peek().get(editing.id)?.note : undefined
  const isWritten = editing.note.trim() !== '' && editing.note !== saved
  if (isWritten) await keepDraft(session, editing, true)
  else await dropDraftOf(session, editing)
  return isWritten
}

/** What was being written when the app was closed or crashed, unless the reader had left it. */
export function interrupted(session: Session): Editing | undefined {
  const last = session.drafts.peek().at(-1)
  return last === undefined || last.left ? undefined : editingOf(session, last)
}

/** Lets go of the draft of what was being written. */
export async function dropDraftOf(session: Session, editing: Editing): Promise<void> {
  const known = draftOf(session, editing)
  const targets = [targetOf(session, editing), ...(known ? [known.target] : [])]
  for (const target of targets) {
    session.drafts.value = without(session, target)
    await session.api.dropDraft(session.open.id, target)
  }
}

/** The draft of a note, if it was begun and neither saved nor given up. */
export const draftOf = (session: Session, editing: Editing): Draft | undefined =>
  session.drafts.value.findLast((draft) => isSameTarget(editingOf(session, draft), editing))

/** The drafts that are not being written just now. */
export const restingDrafts = (session: Session): readonly Editing[] =>
  session.drafts.value
    .map((draft) => editingOf(session, draft))
    .filter(
      (draft) => session.editing.value === null || !isSameTarget(draft, session.editing.value),
    )

/**
 * What a draft goes on with. Where its mark is gone, or its passage was one of another text, it
 * becomes a note on the whole: what was written is never lost, nor put in a wrong place.
 */
function editingOf(session: Session, { target, note }: Draft): Editing {
  if (target.kind === 'annotation') {
    return session.annotations.value.has(target.id)
      ? { kind: 'annotation', id: target.id, note }
      : { kind: 'passage', range: wholeOf(session), note }
  }
  const isOfThisText =
    target.documentDigest === session.document.digest && target.documentId === session.document.id
  return { kind: 'passage', range: isOfThisText ? target.range : wholeOf(session), note }
}

/** The passage that stands for the whole document: its title. */
export function wholeOf(session: Session): TextRange {
  const title = session.sections[0]?.heading
  const placed = (title && session.document.block(title.id)) ?? session.document.placed[0]
  if (placed === undefined) throw new Error('The document has no block')
  return placed.range
}

const without = (session: Session, target: DraftTarget): readonly Draft[] =>
  session.drafts.peek().filter((draft) => keyOf(draft.target) !== keyOf(target))

const keyOf = (target: DraftTarget): string =>
  target.kind === 'annotation'
    ? target.id
    : [target.documentId, target.documentDigest, target.range.start, target.range.end].join(' ')

function targetOf(session: Session, editing: Editing): DraftTarget {
  if (editing.kind === 'annotation') return { kind: 'annotation', id: editing.id }
  return {
    kind: 'passage',
    documentId: session.document.id,
    documentDigest: session.document.digest,
    range: editing.range,
    seenIn: renditionSelectedIn(session).tag,
    style: session.settings.peek().lastStyle,
  }
}
