import type { Annotation } from '../../annotation/annotation'
import type { Messages } from '../../messages/en'
import type { TextRange } from '../../text/range'
import type { ScriptTag } from '../../text/script-tag'

/** A quote in one script. */
export interface ExportedQuote {
  readonly script: ScriptTag
  /** Blocks are joined by a line break. */
  readonly text: string
}

/** One annotation as every format shows it. */
export interface ExportedNote {
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
  readonly level: 2 | 3
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

/** The notes of one document, grouped by section, as every format and template gets them. */
export interface ExportModel {
  /** In the leading script. */
  readonly title: string
  /** One line, in the leading script. */
  readonly citation: string
  readonly documentId: string
  readonly documentDigest: string
  /** Opens the document in the app. */
  readonly documentLink: string
  /** The scripts of the quotes, the leading one first. */
  readonly scripts: readonly [ScriptTag, ...ScriptTag[]]
  readonly scriptNames: readonly string[]
  readonly appVersion: string
  /** ISO 8601. */
  readonly exportedAt: string
  /** One line: what made the file, in which form the quotes are, when. */
  readonly provenance: string
  readonly count: number
  readonly sections: readonly ExportedSection[]
  /** Notes whose words could not be placed in the text; their quotes are as they were taken. */
  readonly orphans: readonly ExportedNote[]
  readonly messages: Messages
}

/** All notes of the model in the order of the text, those without a place last. */
export const notesOf = (model: ExportModel): readonly ExportedNote[] => [
  ...model.sections.flatMap((section) => section.notes),
  ...model.orphans,
]

/** Every tag in use, each once, in the order of the text. */
export const tagsOf = (model: ExportModel): readonly string[] => [
  ...new Set(notesOf(model).flatMap((note) => note.annotation.tags)),
]
