import { langOf } from '../../text/script-tag'
import { frontMatter, obsidianTag } from './front-matter'
import { noteHtml } from './html-note'
import { escapeLine, quotation } from './markdown-escape'
import { selfContained } from './markdown-note'
import { type ExportedNote, type ExportedSection, type ExportModel, notesOf, tagsOf } from './model'
import { visible } from './visible'

/** What a template can name; docs/export-formats.md says the same for who writes one. */
export interface TemplateData {
  readonly title: string
  readonly citation: string
  readonly documentId: string
  readonly documentDigest: string
  readonly link: string
  readonly scripts: readonly string[]
  readonly appVersion: string
  readonly exportedAt: string
  readonly exportedTime: string
  readonly provenance: string
  readonly count: number
  readonly tags: readonly string[]
  /** Front matter for Obsidian, its rules included. */
  readonly frontMatter: string
  readonly sections: readonly TemplateSection[]
  readonly hasOrphans: boolean
  readonly orphans: readonly TemplateNote[]
  /** All notes, those of the sections and then the orphans. */
  readonly notes: readonly TemplateNote[]
}

export interface TemplateSection {
  /** The headings above and its own, joined by `›`. */
  readonly path: string
  /** Those of them that no section before has shown. */
  readonly headings: readonly {
    readonly level: number
    /** As many `#` as the level. */
    readonly hashes: string
    readonly text: string
    readonly textMarkdown: string
  }[]
  readonly notes: readonly TemplateNote[]
}

export interface TemplateNote {
  readonly id: string
  /** From 1, in the order of the file. */
  readonly number: number
  readonly section: string
  /** In the leading script; lines are blocks of the document. */
  readonly quote: string
  /** As `>` block that says exactly the quote. */
  readonly quoteMarkdown: string
  readonly quotes: readonly {
    readonly script: string
    readonly lang: string
    readonly text: string
    readonly textMarkdown: string
  }[]
  readonly hasNote: boolean
  /** As the reader wrote it. */
  readonly note: string
  /** The same, but what was left open is closed. */
  readonly noteMarkdown: string
  readonly noteHtml: string
  readonly tags: readonly string[]
  /** The tags as Obsidian takes them, with `#`, apart by spaces. */
  readonly hashtags: string
  readonly color: string
  readonly kind: string
  readonly style: string
  readonly createdAt: string
  readonly modifiedAt: string
  readonly createdTime: string
  readonly modifiedTime: string
  readonly isPlaced: boolean
  readonly start: number | null
  readonly end: number | null
  readonly link: string
}

/** The model as plain data for templates. */
export function templateData(model: ExportModel): TemplateData {
  const numbers = new Map(notesOf(model).map((note, i) => [note, i + 1]))
  const noteData = (note: ExportedNote, section: string) =>
    templateNote(note, numbers.get(note) ?? 0, section, model)
  const sections = model.sections.map((section) => templateSection(section, noteData))
  const orphans = model.orphans.map((note) => noteData(note, ''))
  return {
    title: model.title,
    citation: model.citation,
    documentId: model.documentId,
    documentDigest: model.documentDigest,
    link: model.documentLink,
    scripts: model.scriptNames,
    appVersion: model.appVersion,
    exportedAt: model.exportedAt,
    exportedTime: model.messages.export.time(model.exportedAt),
    provenance: model.provenance,
    count: model.count,
    tags: tagsOf(model),
    frontMatter: frontMatter(model),
    sections,
    hasOrphans: orphans.length > 0,
    orphans,
    notes: [...sections.flatMap(({ notes }) => notes), ...orphans],
  }
}

function templateSection(
  { path, headings, notes }: ExportedSection,
  noteData: (note: ExportedNote, section: string) => TemplateNote,
): TemplateSection {
  const joined = path.map(({ text }) => text).join(' › ')
  return {
    path: joined,
    headings: headings.map(({ level, text }) => ({
      level,
      hashes: '#'.repeat(level),
      text,
      textMarkdown: escapeLine(text),
    })),
    notes: notes.map((note) => noteData(note, joined)),
  }
}

function templateNote(
  { annotation, quotes, place, styleName, link }: ExportedNote,
  number: number,
  section: string,
  { messages }: ExportModel,
): TemplateNote {
  const { time } = messages.export
  const [leading] = quotes
  return {
    id: annotation.id,
    number,
    section,
    quote: leading.text,
    quoteMarkdown: quotation(leading.text),
    quotes: quotes.map(({ script, text }) => ({
      script: messages.scripts[script],
      lang: langOf[script],
      text,
      textMarkdown: quotation(text),
    })),
    hasNote: annotation.note.trim() !== '',
    note: visible(annotation.note),
    noteMarkdown: selfContained(annotation.note),
    noteHtml: noteHtml(annotation.note),
    tags: annotation.tags,
    hashtags: annotation.tags
      .map(obsidianTag)
      .filter((tag) => tag !== '')
      .map((tag) => `#${tag}`)
      .join(' '),
    color: annotation.style.color,
    kind: annotation.style.kind,
    style: styleName,
    createdAt: annotation.createdAt,
    modifiedAt: annotation.modifiedAt,
    createdTime: time(annotation.createdAt),
    modifiedTime: time(annotation.modifiedAt),
    isPlaced: place !== null,
    start: place?.start ?? null,
    end: place?.end ?? null,
    link,
  }
}
