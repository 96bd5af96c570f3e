import type { DocumentFormat } from '../../formats/read-document'

/** What is said of documents that the reader opens. */
export interface LibraryMessages {
  readonly formats: Readonly<Record<DocumentFormat, string>>
  /** What a document's text is; `encoding` is null where the format says itself in which it is. */
  readonly source: (file: string, format: string, encoding: string | null) => string
  readonly unchanged: string
  readonly forms: (converter: string) => string
}

export const libraryEn: LibraryMessages = {
  formats: {
    markdown: 'Markdown',
    text: 'plain text',
    html: 'web page',
    docx: 'Word document',
    epub: 'e-book (EPUB)',
  },
  source: (file, format, encoding) =>
    encoding === null
      ? `Opened from the file “${file}” (${format}). The library keeps a copy of it.`
      : `Opened from the file “${file}” (${format}, read as ${encoding}). The library keeps a copy of it.`,
  unchanged: 'The text is as the file has it; nothing was changed.',
  forms: (converter) =>
    `The other forms were made by ${converter}, whole paragraphs at a time, and were not reviewed by anyone. Where one character stands for several, a converted form can be wrong.`,
}
