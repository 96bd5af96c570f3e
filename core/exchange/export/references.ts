import { hashtag } from '../../annotation/tag'
import { citationEn } from '../../messages/citation/en'
import { wallTime } from '../../messages/wall-time'
import { type Citing, locatorOf } from '../citation'
import { bibtex, cslItem, cslJsonOf, ris } from '../reference-formats'
import { type ExportedDocument, type ExportedNote, type ExportModel, notesOn } from './model'
import { linesOf } from './visible'

/**
 * The works that the documents are, as programs that keep references take them in: a record each, with what
 * the reader wrote on its passages.
 */
export function exportReferences(format: 'ris' | 'bibtex' | 'csl', model: ExportModel): string {
  const citing: Citing = {
    version: model.appVersion,
    accessed: wallTime(model.exportedAt).slice(0, 'yyyy-mm-dd'.length),
  }
  const records = model.documents.map((document) => ({
    rendition: document.open.renditionOf(document.scripts[0]),
    notes: notesOn(document).map((note) => said(note, document)),
  }))
  switch (format) {
    case 'ris':
      return records.map(({ rendition, notes }) => ris(rendition, citing, notes)).join('\r\n')
    case 'bibtex':
      return records.map(({ rendition, notes }) => bibtex(rendition, citing, notes)).join('\n')
    case 'csl':
      return cslJsonOf(records.map(({ rendition, notes }) => cslItem(rendition, citing, notes)))
  }
}

/** A note with the words that it is on, and where they stand: in one line, for records have no more. */
function said({ annotation, quotes, place }: ExportedNote, { open, scripts }: ExportedDocument) {
  const rendition = open.renditionOf(scripts[0])
  const locator = place === null ? '' : locatorOf(rendition, { open, range: place }, citationEn)
  const parts = [
    `“${linesOf(quotes[0].text).join(' ')}”`,
    ...(locator === '' ? [] : [`(${locator})`]),
    ...linesOf(annotation.note.trim()).filter((line) => line !== ''),
    ...annotation.tags.map(hashtag),
  ]
  return parts.join(' ')
}
