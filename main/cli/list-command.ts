import type { Annotation } from '../../core/annotation/annotation'
import { countNotes } from '../../core/annotation/counts'
import { byResolvedPlace, resolve } from '../../core/annotation/resolve'
import { hashtag } from '../../core/annotation/tag'
import { visible } from '../../core/exchange/export/visible'
import type { TextRange } from '../../core/text/range'
import { absentDocuments } from '../library/absent-documents'
import { listDocuments } from '../library/list-documents'
import { type CommandContext, exitCodes } from './command-context'
import { annotationsOnDisk, keptSubjectOf } from './subject'

/**
 * Prints the notes, one a line: id, place, style, tags, quote, note; apart by tabs. Those whose words are
 * not in the text come last, with — for a place; so it is with all of a document that is not in the library.
 */
export async function listCommand(
  document: string | undefined,
  context: CommandContext,
): Promise<number> {
  const [annotations, messages, settings] = await Promise.all([
    annotationsToList(document, context),
    context.messages(),
    context.settings(),
  ])
  for (const { annotation, place } of annotations) {
    const { color, kind } = annotation.style
    const cells = [
      annotation.id,
      place === undefined ? '—' : `${place.start}–${place.end}`,
      messages.styleName(settings.colorNames[color] || messages.colors[color], kind),
      annotation.tags.map(hashtag).join(' '),
      annotation.quote.exact,
      annotation.note,
    ]
    context.print(inOneLine(cells))
  }
  return exitCodes.done
}

interface ListedNote {
  readonly annotation: Annotation
  /** Absent where its words are not in the text, or no text is there. */
  readonly place?: TextRange
}

/** The notes on a document, in the order of its text; those that have no place in it last. */
async function annotationsToList(
  document: string | undefined,
  context: CommandContext,
): Promise<readonly ListedNote[]> {
  const subject = await keptSubjectOf(document, context)
  const annotations = await annotationsOnDisk(subject)
  return annotations.map((one) => resolve(subject.open.document, one)).toSorted(byResolvedPlace)
}

/**
 * Prints the documents of the library, one a line: id, title, author, format, marks, notes, last read, file;
 * then those with notes that it does not list, with "absent" for a format, or "removed".
 */
export async function documentsCommand(context: CommandContext): Promise<number> {
  const { catalog } = await context.library()
  const { views } = await context.settings()
  const documents = await listDocuments({
    catalog,
    views,
    formOf: ({ forms: [own = 'source'] }) => own,
    openAnnotations: () => undefined,
  })
  for (const { id, title, author, format, counts, readAt } of documents) {
    const cells = [
      id,
      title,
      author ?? '',
      format ?? '',
      String(counts?.annotations ?? '—'),
      String(counts?.notes ?? '—'),
      readAt ?? '',
      catalog.fileOf(id) ?? '',
    ]
    context.print(inOneLine(cells))
  }
  const absent = (await absentDocuments(catalog)).map(async ({ id, title, isRemoved }) => {
    const annotations = await annotationsOnDisk({ notesFolder: catalog.notesFolder(id) })
    const counts = [annotations.length, countNotes(annotations)].map(String)
    return [id, title, '', isRemoved ? 'removed' : 'absent', ...counts, '', '']
  })
  for (const cells of await Promise.all(absent)) context.print(inOneLine(cells))
  return exitCodes.done
}

const inOneLine = (cells: readonly string[]): string =>
  cells.map((cell) => visible(cell).replaceAll(/\s+/gu, ' ')).join('\t')
