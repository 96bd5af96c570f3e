import path from 'node:path'
import type { DocumentEntry } from '../../core/app/document-entry'
import { countsOf } from '../../core/apparatus/build-info'
import type { Apparatus } from '../../core/apparatus/emendation'
import type { LocalizedText } from '../../core/apparatus/localized-text'
import type { Messages } from '../../core/messages/en'
import { messagesIn } from '../../core/messages/language'
import type { Publication } from '../../core/publication/publication'
import type { Converter } from './document-folder'

/**
 * What is known of the making of a document that the reader opened: from which file, how it was read, and
 * what made its forms. It has no apparatus: nobody edited it.
 */
export function editionOfFile(
  entry: DocumentEntry,
  converter: Converter,
): Pick<Publication, 'apparatus' | 'provenance' | 'build'> {
  const source = ({ library }: Messages): string => {
    const format = entry.format === null ? '' : library.formats[entry.format]
    return library.source(path.basename(entry.file ?? entry.title), format, entry.encoding)
  }
  return {
    apparatus: none,
    provenance: {
      source: [inEachLanguage(source)],
      damage: [],
      editing: [inEachLanguage(({ library }) => library.unchanged)],
      forms: [
        inEachLanguage(({ library }) => library.forms(`${converter.name} ${converter.version}`)),
      ],
    },
    build: { converter, overrides: 0, ...countsOf(none) },
  }
}

const none: Apparatus = { emendations: [], sic: [], kept: [], explanations: [] }

const inEachLanguage = (say: (messages: Messages) => string): LocalizedText => ({
  'zh-Hant': say(messagesIn['zh-Hant']),
  'zh-Hans': say(messagesIn['zh-Hans']),
  en: say(messagesIn.en),
})
