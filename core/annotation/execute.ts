import { describe, type Quote } from '../anchor/quote'
import type { CanonicalDocument } from '../document/document'
import { sameRange, type TextRange } from '../text/range'
import { type Annotation, hasNote, limits } from './annotation'
import type { AnnotationMap, Change, ChangeSet, Gesture } from './change-set'
import type { Command } from './command'
import { isBookmark, restyled, sameStyle } from './style'
import { tagName, tagNames } from './tag'

/** What executing a command needs from outside: the state, the text, the clock, fresh ids. */
interface ExecutionContext {
  readonly annotations: AnnotationMap
  readonly document: CanonicalDocument
  /** ISO 8601, milliseconds, UTC. */
  readonly now: string
  readonly newId: () => string
}

/**
 * The change set that a command comes to; without changes where all is as wished already.
 *
 * Marking again the very words that bear a mark restyles that mark: the same passage is never marked
 * twice on top of itself. A bookmark and a mark may share their words.
 *
 * @throws UnknownAnnotation if the command names an annotation that is not there.
 * @throws OutsideText if a range reaches outside the text.
 * @throws TooLongToMark if it holds more than a mark can quote.
 */
export function execute(command: Command, context: ExecutionContext): ChangeSet {
  const changes = changesFor(command, context)
  return { gesture: gestureOf(command, changes), at: context.now, changes }
}

/** What the reader did, by what it comes to: marking words that bear a mark already restyles them. */
function gestureOf(command: Command, changes: readonly Change[]): Gesture {
  const { kind } = command
  if (kind === 'highlight') {
    if (hasNote({ note: command.note ?? '' })) return 'note'
    if (changes.every((change) => change.kind !== 'create')) return 'restyle'
    return isBookmark(command) ? 'bookmark' : 'highlight'
  }
  if (kind === 'add-tags' || kind === 'rename-tag' || kind === 'remove-tag') return 'tags'
  return kind === 'recolor' ? 'restyle' : kind
}

function changesFor(command: Command, context: ExecutionContext): readonly Change[] {
  switch (command.kind) {
    case 'highlight':
      return mark(command, context)
    case 'restyle':
      return update(context, command.ids, (a) => {
        const style = restyled(a.style, command.style)
        return sameStyle(a.style, style) ? a : { ...a, style }
      })
    case 'recolor':
      return update(context, command.ids, (a) =>
        a.style.color === command.color ? a : { ...a, style: { ...a.style, color: command.color } },
      )
    case 'note':
      return update(context, [command.id], (a) =>
        a.note === command.note ? a : { ...a, note: command.note },
      )
    case 'tags':
      return update(context, [command.id], (a) => withTags(a, tagNames(command.tags)))
    case 'add-tags':
      return update(context, command.ids, (a) =>
        withTags(a, [...a.tags, ...tagNames(command.tags)]),
      )
    case 'remove-tag':
      return update(context, bearing(context, command.tag), (a) =>
        withTags(
          a,
          a.tags.filter((tag) => tag !== command.tag),
        ),
      )
    case 'rename-tag':
      return update(context, bearing(context, command.from), (a) =>
        withTags(
          a,
          a.tags.map((tag) => (tag === command.from ? (tagName(command.to) ?? tag) : tag)),
        ),
      )
    case 're-range':
    case 'reattach':
      return update(context, [command.id], (a) =>
        isAt(a, context.document, command.range)
          ? a
          : {
              ...a,
              documentId: context.document.id,
              documentDigest: context.document.digest,
              range: command.range,
              quote: quoteOf(context.document, command.range),
            },
      )
    case 'delete':
      return [...new Set(command.ids)].map((id) => ({ kind: 'delete', before: known(context, id) }))
  }
}

/** The annotations that bear a tag. */
const bearing = ({ annotations }: ExecutionContext, tag: string): readonly string[] =>
  [...annotations.values()].filter(({ tags }) => tags.includes(tag)).map(({ id }) => id)

function mark(
  command: Extract<Command, { kind: 'highlight' }>,
  context: ExecutionContext,
): readonly Change[] {
  const { annotations, document, now, newId } = context
  const { style, note = '' } = command
  const there = [...annotations.values()].find(
    (a) => isBookmark(a) === isBookmark(command) && isAt(a, document, command.range),
  )
  if (there !== undefined) {
    return update(context, [there.id], (a) =>
      sameStyle(a.style, style) && !hasNote({ note })
        ? a
        : { ...a, style, note: joinNotes(a.note, note) },
    )
  }
  const annotation: Annotation = {
    id: newId(),
    documentId: document.id,
    documentDigest: document.digest,
    range: command.range,
    quote: quoteOf(document, command.range),
    seenIn: command.seenIn,
    style,
    note,
    tags: [],
    createdAt: now,
    modifiedAt: now,
  }
  return [{ kind: 'create', after: annotation }]
}

function quoteOf(document: CanonicalDocument, range: TextRange): Quote {
  const quote = describe(document, range)
  if (quote.exact.length > limits.quote) throw new TooLongToMark(quote.exact.length)
  return quote
}

/** Whether the annotation counts in this very text, and stands at the range. */
const isAt = (a: Annotation, document: CanonicalDocument, range: TextRange) =>
  a.documentId === document.id && a.documentDigest === document.digest && sameRange(a.range, range)

const joinNotes = (old: string, added: string) =>
  [old, added].filter((note) => hasNote({ note })).join('\n\n')

/** The update of each annotation that `change` gives another object for, its time set to now. */
function update(
  context: ExecutionContext,
  ids: readonly string[],
  change: (annotation: Annotation) => Annotation,
): readonly Change[] {
  return [...new Set(ids)].flatMap((id): Change[] => {
    const before = known(context, id)
    const after = change(before)
    return after === before
      ? []
      : [{ kind: 'update', before, after: { ...after, modifiedAt: context.now } }]
  })
}

function known({ annotations }: ExecutionContext, id: string): Annotation {
  const annotation = annotations.get(id)
  if (annotation === undefined) throw new UnknownAnnotation(id)
  return annotation
}

function withTags(annotation: Annotation, tags: readonly string[]): Annotation {
  const unique = [...new Set(tags)].slice(0, limits.tags)
  return sameTags(annotation.tags, unique) ? annotation : { ...annotation, tags: unique }
}

const sameTags = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((tag, i) => tag === b[i])

/** A command for an annotation that is not, or no longer, there. */
export class UnknownAnnotation extends Error {
  constructor(readonly annotationId: string) {
    super(`There is no annotation ${annotationId}.`)
    this.name = 'UnknownAnnotation'
  }
}

/** A passage of more words than a mark can quote. */
export class TooLongToMark extends Error {
  constructor(length: number) {
    super(`A mark cannot quote ${length} characters.`)
    this.name = 'TooLongToMark'
  }
}
