import type { ExportedNote, ExportModel } from './model'

/**
 * The notes as Markdown: front matter, then a heading a section, and under it each quote, its note
 * as it was written, and what the reader filed it under.
 */
export function exportMarkdown(model: ExportModel): string {
  const { messages } = model
  const parts = [
    frontMatter(model),
    `# ${escape(model.title)}`,
    `> ${escape(model.citation)}`,
    ...model.sections.flatMap((section) => [
      ...(section.path.length > 0 ? [`## ${section.path.map(escape).join(' › ')}`] : []),
      ...section.notes.map((note) => entry(note, model)),
    ]),
    ...(model.orphans.length > 0
      ? [`## ${messages.export.orphans}`, ...model.orphans.map((note) => entry(note, model))]
      : []),
    `---\n\n${messages.export.exportedBy} ${model.appVersion} · ${messages.export.time(model.exportedAt)}`,
  ]
  return `${parts.join('\n\n')}\n`
}

function frontMatter(model: ExportModel): string {
  const tags = new Set(notesOf(model).flatMap((note) => note.tags))
  const lines = [
    `title: ${JSON.stringify(model.title)}`,
    `source: ${JSON.stringify(model.citation)}`,
    `script: ${JSON.stringify(model.scriptNames.join(', '))}`,
    `document: ${JSON.stringify(model.documentId)}`,
    `digest: ${JSON.stringify(model.documentDigest)}`,
    `exported: ${model.exportedAt}`,
    `app: ${JSON.stringify(`Piyue ${model.appVersion}`)}`,
    `notes: ${model.count}`,
    ...(tags.size > 0 ? [`tags: ${JSON.stringify([...tags])}`] : []),
  ]
  return `---\n${lines.join('\n')}\n---`
}

const notesOf = (model: ExportModel): readonly ExportedNote[] => [
  ...model.sections.flatMap((section) => section.notes),
  ...model.orphans,
]

function entry(note: ExportedNote, { messages }: ExportModel): string {
  const quotes = note.quotes.map(({ text }) => quoted(escape(text))).join('\n>\n')
  const facts = [
    note.styleName,
    ...note.tags.map((tag) => `#${tag.replaceAll(/\s+/gu, '-')}`),
    messages.export.time(note.modifiedAt),
    `[↗](${note.link})`,
  ].join(' · ')
  const body = note.note.trim() === '' ? [] : [note.note.trim()]
  return [quotes, ...body, `${facts} ^${blockId(note.id)}`].join('\n\n')
}

const quoted = (text: string) =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n>\n')

/** Block identifiers may hold letters, digits and hyphens only. */
const blockId = (id: string) => id.replaceAll(/[^\w-]/gu, '-')

/** Keeps a quotation from being read as markup: it must come out as it stands in the report. */
const escape = (text: string) =>
  text
    .replaceAll(/[\\`*_[\]<>#|~&]/gu, String.raw`\$&`)
    .replaceAll(/^(\s*)([-+]|\d+[.)])(?=\s)/gmu, String.raw`$1\$2`)
