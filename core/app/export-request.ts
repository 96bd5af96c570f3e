/** The formats that notes can be written in. */
export const exportFormats = [
  'markdown',
  'html',
  'docx',
  'pdf',
  'csv',
  'json',
  'text',
  // The works that the documents are, as programs that keep references take them in.
  'ris',
  'bibtex',
  'csl',
] as const
export type ExportFormat = (typeof exportFormats)[number]

/** The form that quotes are given in; `both` gives Traditional and Simplified. */
/** `written` is each document as it is written, `source` as it was before anything was repaired or edited. */
export const exportScripts = ['hant', 'hans', 'tw', 'hk', 'written', 'source', 'both'] as const
export type ExportScript = (typeof exportScripts)[number]

/** What a file is made of: the passages that are marked, or the whole text with the marks in it. */
export const exportScopes = ['passages', 'text'] as const
export type ExportScope = (typeof exportScopes)[number]

/** The formats that can hold the whole text; a PDF always does. */
export const textFormats: readonly ExportFormat[] = ['markdown', 'html', 'docx', 'pdf']

/**
 * What an export holds besides quotes and notes, and a reader may want to be without: what programs and
 * later readers are told of the file, the ways back into the app, and when notes were made and changed.
 */
export const exportExtras = ['details', 'links', 'dates'] as const
export type ExportExtra = (typeof exportExtras)[number]

/** What is to be exported: all annotations, or those named; by a template of the reader's, or as is. */
export interface ExportRequest {
  readonly format: ExportFormat
  readonly script: ExportScript
  readonly ids?: readonly string[] | undefined
  /** The passages, where nothing is said and it is no PDF. */
  readonly scope?: ExportScope | undefined
  /** Whether a PDF is set in columns from right to left; other formats leave that to their reader. */
  readonly vertical?: boolean | undefined
  /**
   * What is to be in it besides quotes and notes; all of it, where nothing is said. JSON, which is to be
   * imported again, always has all, and a template what it names.
   */
  readonly extras?: readonly ExportExtra[] | undefined
  /** The name of a template; it stands in for the format, and what it makes is text. */
  readonly template?: string | undefined
}

/** The formats that hold what the documents are cited as. */
export const referenceFormats: readonly ExportFormat[] = ['ris', 'bibtex', 'csl']

/** Whether the file asked for holds references. */
export const holdsReferences = ({
  format,
  template,
}: Pick<ExportRequest, 'format' | 'template'>): boolean =>
  template === undefined && referenceFormats.includes(format)

/** Whether the file asked for holds the whole text. */
export const holdsText = ({
  format,
  scope,
  template,
}: Pick<ExportRequest, 'format' | 'scope' | 'template'>): boolean =>
  template === undefined && (format === 'pdf' || (scope === 'text' && textFormats.includes(format)))

/** Whether the file asked for says something of a document without any notes. */
export const standsWithoutNotes = (
  request: Pick<ExportRequest, 'format' | 'scope' | 'template'>,
): boolean => holdsText(request) || holdsReferences(request)

/** The file name extension of each format, the usual one first. */
export const extensions: Readonly<Record<ExportFormat, readonly [string, ...string[]]>> = {
  markdown: ['md', 'markdown'],
  html: ['html', 'htm'],
  docx: ['docx'],
  pdf: ['pdf'],
  csv: ['csv'],
  json: ['json', 'jsonld'],
  text: ['txt'],
  ris: ['ris'],
  bibtex: ['bib'],
  // Told apart from annotations, which are JSON too.
  csl: ['csl.json'],
}

/** The format that a file name asks for by its extension, if it asks for one. */
export function formatOf(file: string): ExportFormat | undefined {
  const [, whole, last] = /\.((?:csl\.)?([a-z]+))$/iu.exec(file) ?? []
  return formatWith(whole) ?? formatWith(last)
}

const formatWith = (extension = ''): ExportFormat | undefined =>
  exportFormats.find((format) => extensions[format].includes(extension.toLowerCase()))

/** The longest template of the reader's, in UTF-16 units. */
export const longestTemplate = 100_000

/** Why a template of the reader's cannot be used. */
export type TemplateProblem =
  | { readonly kind: 'gone' }
  | { readonly kind: 'too-large' }
  /** A tag is opened in this line, from 1, and not closed. */
  | { readonly kind: 'unclosed-tag'; readonly line: number }
  | { readonly kind: 'unclosed-section'; readonly section: string }
  /** A section is closed that is not open, in this line, from 1. */
  | { readonly kind: 'unopened-section'; readonly section: string; readonly line: number }
  /** The signs that tags are to be known by are not two. */
  | { readonly kind: 'wrong-signs' }

/** How many annotations a preview shows, and how much of their text, in code points. */
export const previewLimits = { annotations: 20, text: 20_000 } as const

/** What an export would look like. */
export type ExportPreview =
  | {
      readonly kind: 'preview'
      readonly text: string
      /** Of a file that is laid out: HTML that looks about as it will; else `text` is the file itself. */
      readonly page?: string
      /** How many annotations the text shows, of how many the file will hold. */
      readonly shown: number
      readonly count: number
      /** How many of those have a note. */
      readonly notes: number
    }
  | { readonly kind: 'nothing-to-export' }
  | { readonly kind: 'template'; readonly name: string; readonly problem: TemplateProblem }
