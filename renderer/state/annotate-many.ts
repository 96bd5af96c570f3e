import type { Color } from '../../core/annotation/style'
import type { TextRange } from '../../core/text/range'
import { cancelNote } from './annotate'
import { change } from './change'
import { colorName } from './color-names'
import { narrow } from './notes-view'
import { announce, type Session } from './session'

/** Gives marks another colour; each keeps its kind. One gesture. */
export async function recolor(session: Session, ids: readonly string[], color: Color) {
  const outcome = await change(session, { kind: 'recolor', ids: [...ids], color })
  if (!outcome.done) return
  const { notes } = session.messages.peek()
  announce(session, notes.said.recolored(outcome.changed.length, colorName(session, color)))
}

/** Adds a tag to marks. One gesture. */
export async function addTag(session: Session, ids: readonly string[], tag: string): Promise<void> {
  const name = tag.trim()
  if (name === '') return
  const outcome = await change(session, { kind: 'add-tags', ids: [...ids], tags: [name] })
  if (!outcome.done) return
  const { notes } = session.messages.peek()
  announce(session, notes.said.tagged(outcome.changed.length, name))
}

/** Takes a tag from one mark. */
export async function removeTag(session: Session, id: string, tag: string): Promise<void> {
  const annotation = session.annotations.peek().get(id)
  if (annotation === undefined) return
  const tags = annotation.tags.filter((other) => other !== tag)
  const outcome = await change(session, { kind: 'tags', id, tags })
  if (outcome.done) announce(session, session.messages.peek().notes.said.untagged(tag))
}

/** Renames a tag wherever it stands; where the new name is there already, the two become one. */
export async function renameTag(session: Session, from: string, to: string): Promise<void> {
  const name = to.trim()
  if (name === '' || name === from) return
  const outcome = await change(session, { kind: 'rename-tag', from, to: name })
  if (!outcome.done) return
  const { tags } = session.notesView.filter.peek()
  if (tags.includes(from)) {
    const renamed = tags.map((tag) => (tag === from ? name : tag))
    narrow(session.notesView, { tags: [...new Set(renamed)] })
  }
  announce(session, session.messages.peek().notes.said.renamed(from, name))
}

/** Takes marks and their notes away; one undo brings all of them back. */
export async function deleteMany(session: Session, ids: readonly string[]): Promise<void> {
  const editing = session.editing.peek()
  // What is being written on one of them is not deleted with it.
  if (editing?.kind === 'annotation' && ids.includes(editing.id)) await cancelNote(session)
  const outcome = await change(session, { kind: 'delete', ids: [...ids] })
  if (!outcome.done) return
  if (ids.includes(session.activeId.peek() ?? '')) session.activeId.value = null
  session.notesView.picked.value = new Set()
  announce(session, session.messages.peek().notes.said.deleted(outcome.changed.length))
}

/** Places an annotation that was not found in the text at a passage. */
export async function reattach(session: Session, id: string, range: TextRange): Promise<void> {
  const outcome = await change(session, { kind: 'reattach', id, range })
  if (!outcome.done) return
  session.activeId.value = id
  document.getSelection()?.removeAllRanges()
  announce(session, session.messages.peek().notes.reattached)
}
