import { frontMatter, obsidianTag } from './front-matter'
import { escapeLine, quotation } from './markdown-escape'
import { selfContained } from './markdown-note'
import type { ExportedNote, ExportModel } from './model'

/**
 * The notes as Markdown: front matter, then a heading a section, and under it each quote, its note
 * as it was written, and what the reader filed it under.
 */
export function exportMarkdown(model: ExportModel): string {
  const { messages } = model
  const parts = [
    frontMatter(model),
    `# ${escapeLine(model.title)}`,
    escapeLine(model.citation),
    ...model.sections.flatMap(({ headings, notes }) => [
      ...headings.map(({ level, text }) => `${'#'.repeat(level)} ${escapeLine(text)}`),
      ...notes.map((note) => entry(note, model)),
    ]),
    ...(model.orphans.length > 0
      ? [
          `## ${escapeLine(messages.export.orphans)}`,
          ...model.orphans.map((note) => entry(note, model)),
        ]
      : []),
    '---',
    escapeLine(model.provenance),
  ]
  return `${parts.join('\n\n')}\n`
}

function entry(note: ExportedNote, { messages }: ExportModel): string {
  const { annotation } = note
  const tags = annotation.tags.map(obsidianTag).filter((tag) => tag !== '')
  const facts = [
    escapeLine(note.styleName),
    ...tags.map((tag) => `#${tag}`),
    escapeLine(note.stamp),
    `[${escapeLine(messages.export.openInApp)}](<${note.link}>)`,
  ].join(' · ')
  const body = selfContained(annotation.note)
  return [
    note.quotes.map(({ text }) => quotation(text)).join('\n>\n'),
    ...(body === '' ? [] : [body]),
    `${facts} ^${blockId(annotation.id)}`,
  ].join('\n\n')
}

/** Obsidian's block identifiers hold Latin letters, digits and hyphens only. */
const blockId = (id: string) => id.replaceAll(/[^a-z0-9-]/giu, '-')
