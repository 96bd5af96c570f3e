import type { Command } from '../../core/annotation/command'
import { isAnchored } from '../../core/annotation/resolve'
import type { Color, MarkStyle } from '../../core/annotation/style'
import { tagName } from '../../core/annotation/tag'
import type { ChangeOutcome } from '../../core/contract/contract'
import { clipEnd } from '../../core/search/clip'
import type { TextRange } from '../../core/text/range'
import type { ScriptTag } from '../../core/text/script-tag'
import type { Annotations } from './annotations'
import type { Announcer } from './notices'
import type { OpenNote } from './open-note'
import type { Preferences } from './preferences'
import type { View } from './view'

interface AnnotatorOptions {
  readonly annotations: Annotations
  readonly note: OpenNote
  readonly view: View
  readonly preferences: Preferences
  readonly announcer: Announcer
  readonly change: (command: Command) => Promise<ChangeOutcome>
  readonly undo: () => Promise<ChangeOutcome>
  readonly redo: () => Promise<ChangeOutcome>
}

/** What the reader does to marks. Each is one gesture, is said when it is done, and can be undone. */
export class Annotator {
  readonly #options: AnnotatorOptions
  #lastStep: Promise<void> = Promise.resolve()

  constructor(options: AnnotatorOptions) {
    this.#options = options
  }

  /** Marks a passage; gives the annotation, or nothing where it was refused. */
  async mark(range: TextRange, seenIn: ScriptTag, style: MarkStyle): Promise<string | undefined> {
    const { annotations, preferences } = this.#options
    const before = annotations.map.peek()
    const outcome = await this.#options.change({ kind: 'highlight', range, seenIn, style })
    if (!outcome.done) return undefined
    preferences.change({ lastStyle: style })
    const [id] = outcome.changed
    const { marked, restyled } = this.#said
    const isOld = id !== undefined && before.has(id)
    this.#announce((isOld ? restyled : marked)(preferences.styleLabel(style)))
    return id
  }

  /** Puts a bookmark at a passage; gives it, or nothing where it was refused. */
  async bookmark(range: TextRange, seenIn: ScriptTag): Promise<string | undefined> {
    const { preferences, view, announcer } = this.#options
    const { color } = preferences.settings.peek().lastStyle
    const style: MarkStyle = { color, kind: 'bookmark' }
    const outcome = await this.#options.change({ kind: 'highlight', range, seenIn, style })
    if (!outcome.done) return undefined
    const { made } = announcer.messages.peek().ways.bookmarks
    this.#tell(made(clipEnd(view.rendition.peek().slice(range))))
    return outcome.changed[0]
  }

  /** Gives a mark another style. */
  async restyle(id: string, style: MarkStyle): Promise<void> {
    const { preferences } = this.#options
    const outcome = await this.#options.change({ kind: 'restyle', ids: [id], style })
    if (!outcome.done && outcome.reason !== 'nothing-to-do') return
    if (style.kind !== 'bookmark') preferences.change({ lastStyle: style })
    this.#announce(this.#said.restyled(preferences.styleLabel(style)))
  }

  /** Gives marks another colour; each keeps its kind. */
  async recolor(ids: readonly string[], color: Color): Promise<void> {
    const outcome = await this.#options.change({ kind: 'recolor', ids: [...ids], color })
    if (!outcome.done) return
    const name = this.#options.preferences.colorName(color)
    this.#announce(this.#saidOfNotes.recolored(outcome.changed.length, name))
  }

  /** Adds tags to marks, all at once. Says whether the marks bear them now. */
  async addTags(ids: readonly string[], tags: readonly string[]): Promise<boolean> {
    if (tags.length === 0) return true
    const outcome = await this.#options.change({ kind: 'add-tags', ids: [...ids], tags: [...tags] })
    if (outcome.done) {
      this.#announce(this.#saidOfNotes.tagged(outcome.changed.length, tags.join(', ')))
    }
    return outcome.done || outcome.reason === 'nothing-to-do'
  }

  /** Takes a tag from all marks that bear it. */
  async deleteTag(tag: string): Promise<void> {
    const outcome = await this.#options.change({ kind: 'remove-tag', tag })
    if (outcome.done) this.#tell(this.#saidOfNotes.untagged(tag))
  }

  /** Takes a tag from one mark. */
  async removeTag(id: string, tag: string): Promise<void> {
    const annotation = this.#options.annotations.map.peek().get(id)
    if (annotation === undefined) return
    const tags = annotation.tags.filter((other) => other !== tag)
    const outcome = await this.#options.change({ kind: 'tags', id, tags })
    if (outcome.done) this.#announce(this.#saidOfNotes.untagged(tag))
  }

  /**
   * Renames a tag wherever it stands; where the new name is there already, the two become one.
   *
   * @returns the new name, where it was renamed.
   */
  async renameTag(from: string, to: string): Promise<string | undefined> {
    const name = tagName(to)
    if (name === undefined && to.trim() !== '')
      this.#tell(this.#options.announcer.messages.peek().notes.tagUnseen)
    if (name === undefined || name === from) return undefined
    const outcome = await this.#options.change({ kind: 'rename-tag', from, to: name })
    if (!outcome.done) return undefined
    this.#announce(this.#saidOfNotes.renamed(from, name))
    return name
  }

  /** Takes a mark and its note away. What is being written on it is not deleted with it. */
  async delete(id: string): Promise<void> {
    const { annotations, note, view } = this.#options
    const item = annotations.resolved.peek().find(({ annotation }) => annotation.id === id)
    note.leaveIfOn([id])
    const outcome = await this.#options.change({ kind: 'delete', ids: [id] })
    if (!outcome.done) return
    note.closeIfOn([id])
    const quote =
      item === undefined
        ? ''
        : isAnchored(item)
          ? view.rendition.peek().slice(item.place)
          : item.annotation.quote.exact
    this.#tellDeleted(this.#said.deleted(clipEnd(quote)))
  }

  /** Takes marks and their notes away; one undo brings all of them back. Says whether they went. */
  async deleteMany(ids: readonly string[]): Promise<boolean> {
    const { note } = this.#options
    note.leaveIfOn(ids)
    const outcome = await this.#options.change({ kind: 'delete', ids: [...ids] })
    if (!outcome.done) return false
    note.closeIfOn(ids)
    this.#tellDeleted(this.#saidOfNotes.deleted(outcome.changed.length))
    return true
  }

  /** Places an annotation that was not found in the text at a passage. Says whether it was. */
  async reattach(id: string, range: TextRange): Promise<boolean> {
    const open = this.#options.note.openLater()
    const outcome = await this.#options.change({ kind: 'reattach', id, range })
    if (!outcome.done) return false
    open(id)
    this.#announce(this.#options.announcer.messages.peek().notes.reattached)
    return true
  }

  /** Takes back the last gesture. */
  undo(): Promise<void> {
    return this.#step('undo')
  }

  /** Does again what was last taken back. */
  redo(): Promise<void> {
    return this.#step('redo')
  }

  /** One step after another, so that each is said before the next is asked for. */
  #step(direction: 'undo' | 'redo'): Promise<void> {
    const go = async () => {
      const outcome = await this.#options[direction]()
      const { said, gestures } = this.#options.announcer.messages.peek()
      const words = direction === 'undo' ? said.undone : said.redone
      if (outcome.done) this.#tell(words(gestures[outcome.gesture]))
    }
    this.#lastStep = this.#lastStep.then(go, go)
    return this.#lastStep
  }

  /** Waits until all is done that was to be taken back, or done again, whether or not it could be. */
  async settle(): Promise<void> {
    await Promise.allSettled([this.#lastStep])
  }

  #tellDeleted(text: string): void {
    const { announcer, annotations } = this.#options
    announcer.tell(text, {
      run: () => void this.undo(),
      isStill: () => annotations.history.value.undo === 'delete',
    })
  }

  #tell(text: string): void {
    this.#options.announcer.tell(text)
  }

  #announce(text: string): void {
    this.#options.announcer.announce(text)
  }

  get #said() {
    return this.#options.announcer.messages.peek().said
  }

  get #saidOfNotes() {
    return this.#options.announcer.messages.peek().notes.said
  }
}
