import { type Annotation, hasNote } from '../../annotation/annotation'
import type { Color } from '../../annotation/style'
import {
  type ExportExtra,
  type ExportRequest,
  type ExportScope,
  exportExtras,
  holdsReferences,
  standsWithoutNotes,
} from '../../app/export-request'
import type { Messages } from '../../messages/en'
import { formNamesOf } from '../../messages/form-names'
import type { OpenDocument } from '../../publication/open-document'
import { hasText } from '../../publication/without-text'
import type { RenderedSlice } from '../../script/rendition'
import type { TextRange } from '../../text/range'
import type { ScriptTag } from '../../text/script-tag'
import { DocumentBuilder } from './document-builder'

/** A document with the notes on it. */
export interface AnnotatedDocument {
  readonly open: OpenDocument
  readonly annotations: readonly Annotation[]
  /** The pictures that came with it, by their names, where the export is to show them. */
  readonly pictures?: ReadonlyMap<string, Uint8Array> | undefined
  /** What tells it apart from another document of the library that has the same title. */
  readonly disambiguator?: string | undefined
}

/** What an export is made from: documents with their notes, and how to speak of them. */
export interface ExportSource {
  readonly documents: readonly [AnnotatedDocument, ...AnnotatedDocument[]]
  readonly messages: Messages
  /** The reader's own names for the colours. */
  readonly colorNames: Partial<Record<Color, string>>
  readonly appVersion: string
  /** ISO 8601, milliseconds, UTC. */
  readonly now: string
}

/** A quote in one script. */
export interface ExportedQuote {
  readonly script: ScriptTag
  /** BCP 47; that of the form, where the words are in several. */
  readonly lang: string
  /** Blocks are joined by a line break. */
  readonly text: string
  /** Block by block. */
  readonly slices: readonly RenderedSlice[]
}

/** One annotation as every format shows it. */
export interface ExportedNote {
  /** From 1, in the order of the file. */
  readonly number: number
  /** What it is called in the file: its id, told apart where two documents have a note of the same id. */
  readonly key: string
  readonly annotation: Annotation
  /** One quote a script asked for; the first is the leading one. */
  readonly quotes: readonly [ExportedQuote, ...ExportedQuote[]]
  /** The colour and kind in the reader's words, as 黃色螢光. */
  readonly styleName: string
  /** When it was made and changed, in words. */
  readonly stamp: string
  /** Code points of the canonical text; none where the words could not be placed. */
  readonly place: TextRange | null
  /** Opens the passage in the app. */
  readonly link: string
}

/** A heading of the document, in the leading script. */
export interface ExportedHeading {
  readonly level: 2 | 3 | 4
  /** BCP 47. */
  readonly lang: string
  readonly text: string
}

/** The notes under one heading. */
export interface ExportedSection {
  /** The headings above, without the document's title. */
  readonly path: readonly ExportedHeading[]
  /** Those of the path that no section before this one has shown. */
  readonly headings: readonly ExportedHeading[]
  readonly notes: readonly ExportedNote[]
}

/** The notes on one document, grouped by section. */
export interface ExportedDocument {
  readonly open: OpenDocument
  /** The bytes of its pictures, by their names; those that are not there are shown by their description. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
  /** In the leading script. */
  readonly title: string
  /** Of its title: 1 where the file is about nothing else, and the title is the file's. */
  readonly level: 1 | 2
  /** One line, in the leading script. */
  readonly citation: string
  /** Opens the document in the app. */
  readonly link: string
  /** The scripts of the quotes, the leading one first. */
  readonly scripts: readonly [ScriptTag, ...ScriptTag[]]
  readonly sections: readonly ExportedSection[]
  /** Notes whose words could not be placed in the text; their quotes are as they were taken. */
  readonly orphans: readonly ExportedNote[]
  /** What stands over them. */
  readonly orphansTitle: string
}

/** The notes on one document or on several, as every format and template gets them. */
export interface ExportModel {
  /** That of the document; of several, what they are together. */
  readonly title: string
  readonly documents: readonly [ExportedDocument, ...ExportedDocument[]]
  /** The scripts of all quotes, and what they are called. */
  readonly scripts: readonly ScriptTag[]
  readonly scriptNames: readonly string[]
  readonly appVersion: string
  /** ISO 8601. */
  readonly exportedAt: string
  /** One line: what made the file, in which form the quotes are, when. */
  readonly provenance: string
  readonly count: number
  /** Whether a file that can hold the whole text does. */
  readonly scope: ExportScope
  /** What is asked for besides quotes and notes. */
  readonly extras: ReadonlySet<ExportExtra>
  readonly messages: Messages
}

/** Whether a file holds a document's text. */
export const isWhole = ({ open }: ExportedDocument, { scope }: ExportModel): boolean =>
  scope === 'text' && hasText(open)

/** The whole text of a document in one of the forms that are asked for. */
export interface ExportedText {
  /** The document in this form alone. */
  readonly document: ExportedDocument
  /** What the form is called, where the file holds the text in others too. */
  readonly formName: string | undefined
  /** What names of places in it begin with, so that they are told apart from those of other texts of the file. */
  readonly prefix: string
}

/** The texts that a file holds of a document: one in each form, the leading one first. */
export function textsOf(
  document: ExportedDocument,
  { documents, messages }: ExportModel,
): readonly ExportedText[] {
  const { scripts, level } = document
  const names = formNamesOf(document.open.publication, messages)
  const ofDocument = level === 1 ? '' : `d${documents.indexOf(document) + 1}-`
  return scripts.map((script, i) => ({
    document: { ...document, scripts: [script] },
    formName: scripts.length === 1 ? undefined : names[script],
    prefix: i === 0 ? ofDocument : `${ofDocument}f${i + 1}-`,
  }))
}

/** The notes on a document in the order of the text, those without a place last. */
export const notesOn = ({ sections, orphans }: ExportedDocument): readonly ExportedNote[] => [
  ...sections.flatMap((section) => section.notes),
  ...orphans,
]

/** All notes of the model, document by document. */
export const notesOf = (model: ExportModel): readonly ExportedNote[] =>
  model.documents.flatMap(notesOn)

/** The one document that a file is about; nothing where there are several. */
export const onlyDocument = ({ documents }: ExportModel): ExportedDocument | undefined =>
  documents.length === 1 ? documents[0] : undefined

/** Every tag in use, each once, in the order of the text. */
export const tagsOf = (model: ExportModel): readonly string[] => [
  ...new Set(notesOf(model).flatMap((note) => note.annotation.tags)),
]

/** Whether the reader wrote anything about the passage. */
export const hasWords = ({ annotation }: Pick<ExportedNote, 'annotation'>): boolean =>
  hasNote(annotation) || annotation.tags.length > 0

/** The numbers of the notes that a text shows a sign for: of those that have a place and say something. */
export const signedNotes = (model: ExportModel): ReadonlyMap<ExportedNote, number> =>
  new Map(
    notesOf(model)
      .filter((note) => note.place !== null && hasWords(note))
      .map((note, i) => [note, i + 1]),
  )

/** That characters of the forms are the reader's own readings, where any of those that are quoted are. */
function saidOfCorrections(
  documents: ExportModel['documents'],
  { correction }: Messages,
): readonly string[] {
  const count = documents.flatMap(({ open, scripts }) =>
    open.remarks.filter(
      (remark) =>
        remark.kind === 'correction' &&
        scripts.some((tag) => tag !== 'source' && tag in remark.correction.readings),
    ),
  ).length
  return count === 0 ? [] : [correction.count(count)]
}

/** What an export is asked to hold; where no format is named, one that holds all notes. */
type Asked = Pick<ExportRequest, 'ids' | 'template'> & Partial<Pick<ExportRequest, 'format'>>

/** The annotations of a document that a request asks for: a reference holds those that say something. */
export function askedFor(
  { annotations }: Pick<AnnotatedDocument, 'annotations'>,
  { ids, format, template }: Asked,
): readonly Annotation[] {
  const asked = ids && new Set(ids)
  const isSaying = format !== undefined && holdsReferences({ format, template })
  return annotations.filter(
    (annotation) =>
      (asked === undefined || asked.has(annotation.id)) && (!isSaying || hasWords({ annotation })),
  )
}

/**
 * The notes asked for, in the forms asked for, as far as the documents have them. Of several documents,
 * those without such notes are left out where the file holds nothing but notes.
 */
export function exportModel(
  source: ExportSource,
  request: Pick<ExportRequest, 'script' | 'scope' | 'extras'> & Asked,
): ExportModel {
  const { messages, appVersion, now } = source
  const asked = source.documents.map((document) => ({
    ...document,
    annotations: askedFor(document, request),
  }))
  const { format, scope, template } = request
  const isSaying = format !== undefined && standsWithoutNotes({ format, scope, template })
  const [first = asked[0], ...others] = asked.filter(
    ({ annotations }) => isSaying || annotations.length > 0,
  )
  const level = others.length === 0 ? 1 : 2
  const build = new DocumentBuilder(source, request.script, level)
  const exported = (document: AnnotatedDocument) => build.exported(document)
  const documents = [exported(first ?? source.documents[0]), ...others.map(exported)] as const
  const scripts = [...new Set(documents.flatMap((document) => document.scripts))]
  const scriptNames = scripts.map((tag) => nameOf(tag, documents, messages))
  return {
    title: level === 1 ? documents[0].title : messages.export.collection(documents.length),
    documents,
    scripts,
    scriptNames,
    appVersion,
    exportedAt: now,
    provenance: [
      messages.export.provenance(appVersion, scriptNames, messages.export.time(now)),
      ...saidOfCorrections(documents, messages),
    ].join(' · '),
    count: asked.reduce((sum, { annotations }) => sum + annotations.length, 0),
    scope: request.scope ?? 'passages',
    extras: new Set(request.extras ?? exportExtras),
    messages,
  }
}

/** What a form is called in one or several documents. */
function nameOf(
  tag: ScriptTag,
  documents: readonly ExportedDocument[],
  messages: Messages,
): string {
  const names = documents.map(({ open }) => formNamesOf(open.publication, messages)[tag])
  return [...new Set(names)].join(' / ')
}
