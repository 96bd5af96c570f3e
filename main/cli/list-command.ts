import { byPlaceAndTime } from '../../core/annotation/annotation'
import { isAnchored, resolve } from '../../core/annotation/resolve'
import { hashtag } from '../../core/annotation/tag'
import { visible } from '../../core/exchange/export/visible'
import { listDocuments } from '../library/list-documents'
import { notesOnDisk, type Subject } from './subject'
import { type CommandSurroundings, exitCodes } from './surroundings'

/**
 * Prints the notes, one a line: id, place, style, tags, quote, note; apart by tabs. Those whose words are
 * not in the text come last, with — for a place.
 */
export async function listCommand(subject: Subject, around: CommandSurroundings): Promise<number> {
  const { open } = subject
  const [annotations, messages, settings] = await Promise.all([
    notesOnDisk(subject),
    around.messages(),
    around.settings(),
  ])
  const all = annotations.toSorted(byPlaceAndTime).map((one) => resolve(open.document, one))
  const placedFirst = [...all.filter(isAnchored), ...all.filter((item) => !isAnchored(item))]
  for (const resolved of placedFirst) {
    const { annotation } = resolved
    const { color, kind } = annotation.style
    const cells = [
      annotation.id,
      isAnchored(resolved) ? `${resolved.place.start}–${resolved.place.end}` : '—',
      messages.styleName(settings.colorNames[color] || messages.colors[color], kind),
      annotation.tags.map(hashtag).join(' '),
      annotation.quote.exact,
      annotation.note,
    ]
    around.print(inOneLine(cells))
  }
  return exitCodes.done
}

/** Prints the documents of the library, one a line: id, title, author, format, marks, notes, last read, file. */
export async function documentsCommand(around: CommandSurroundings): Promise<number> {
  const library = await around.library()
  const { views } = await around.settings()
  const documents = await listDocuments({ library, views, openNotes: () => undefined })
  for (const { id, title, author, format, counts, readAt } of documents) {
    const cells = [
      id,
      title,
      author ?? '',
      format ?? '',
      String(counts?.marks ?? '—'),
      String(counts?.notes ?? '—'),
      readAt ?? '',
      library.fileOf(id) ?? '',
    ]
    around.print(inOneLine(cells))
  }
  return exitCodes.done
}

const inOneLine = (cells: readonly string[]): string =>
  cells.map((cell) => visible(cell).replaceAll(/\s+/gu, ' ')).join('\t')
