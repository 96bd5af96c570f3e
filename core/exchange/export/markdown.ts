import { countNotes } from '../../annotation/note-counts'
import { selfContained } from './markdown-note'
import { escapeLine, quotation } from './markdown-text'
import { type ExportedNote, type ExportedSection, type ExportModel, notesOf, tagsOf } from './model'

/**
 * The notes as Markdown: front matter, then a heading a section, and under it each quote, its note
 * as it was written, and what the reader filed it under.
 */
export function exportMarkdown(model: ExportModel): string {
  const { messages } = model
  const names = markdownNames(model)
  const entries = ({ notes }: Pick<ExportedSection, 'notes'>) =>
    notes.map((note) => entry(note, model, names))
  const parts = [
    frontMatter(model, names),
    `# ${escapeLine(model.title)}`,
    escapeLine(model.citation),
    ...model.sections.flatMap((section) => [
      ...section.headings.map(({ level, text }) => `${'#'.repeat(level)} ${escapeLine(text)}`),
      ...entries(section),
    ]),
    ...(model.orphans.length > 0
      ? [`## ${escapeLine(messages.export.orphans)}`, ...entries({ notes: model.orphans })]
      : []),
    '---',
    escapeLine(model.provenance),
  ]
  return `${parts.join('\n\n')}\n`
}

function entry(note: ExportedNote, { messages }: ExportModel, names: MarkdownNames): string {
  const { annotation } = note
  const facts = [
    escapeLine(note.styleName),
    ...hashtagsOf(note, names),
    escapeLine(note.stamp),
    `[${escapeLine(messages.export.openInApp)}](<${note.link}>)`,
  ].join(' · ')
  const body = selfContained(annotation.note, note.number)
  return [
    note.quotes.map(({ text }) => quotation(text)).join('\n>\n'),
    ...(body === '' ? [] : [body]),
    `${facts} ^${names.blockIds.get(annotation.id)}`,
  ].join('\n\n')
}

/** What tags and annotations are called in a Markdown file: each has a name of its own. */
export interface MarkdownNames {
  /** By the tag; without the sign. A tag that no hashtag can be made of has none. */
  readonly hashtags: ReadonlyMap<string, string>
  /** By the id of the annotation. */
  readonly blockIds: ReadonlyMap<string, string>
}

export const markdownNames = (model: ExportModel): MarkdownNames => ({
  hashtags: distinct(tagsOf(model), obsidianTag),
  blockIds: distinct(
    notesOf(model).map(({ annotation }) => annotation.id),
    blockId,
  ),
})

/** The tags of a note as hashtags, each once. */
export const hashtagsOf = (
  { annotation }: ExportedNote,
  { hashtags }: MarkdownNames,
): readonly string[] =>
  annotation.tags.flatMap((tag) => {
    const name = hashtags.get(tag)
    return name === undefined ? [] : [`#${name}`]
  })

/**
 * A name for each thing, as `nameOf` makes it, and with a number where another has that name already,
 * in whatever case. What needs no change for its name has it before all others, so that a new tag never
 * takes the name of one that was there.
 */
function distinct(
  things: readonly string[],
  nameOf: (thing: string) => string,
): ReadonlyMap<string, string> {
  const named = things.map((thing) => ({ thing, name: nameOf(thing) }))
  const inOrder = [
    ...named.filter(({ thing, name }) => thing === name),
    ...named.filter(({ thing, name }) => thing !== name && name !== ''),
  ]
  const taken = new Set<string>()
  const names = new Map<string, string>()
  for (const { thing, name } of inOrder) {
    let free = name
    for (let i = 2; taken.has(free.toLowerCase()); i++) free = `${name}-${i}`
    taken.add(free.toLowerCase())
    names.set(thing, free)
  }
  return names
}

/** Everything that a hashtag of Obsidian's may not hold: it takes letters, digits, `-`, `_`, `/` and emoji. */
const notInTags =
  /[^\p{Letter}\p{Mark}\p{Number}\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u200d_/-]+/gu

/**
 * A tag as Obsidian takes it: letters of any script, digits, `-`, `_`, and `/` between levels; and
 * not digits alone. What else stands in it becomes a hyphen. Empty where nothing is left.
 */
function obsidianTag(tag: string): string {
  const joined = tag.normalize('NFC').replaceAll(notInTags, '-')
  const plain = /[^-/](?:.*[^-/])?/su.exec(joined)?.[0] ?? ''
  return /^\p{Number}+$/u.test(plain) ? `_${plain}` : plain
}

/** Obsidian's block identifiers hold Latin letters, digits and hyphens only: another id is told apart by its hash. */
function blockId(id: string): string {
  if (/^[a-z0-9-]+$/iu.test(id)) return id
  const readable = id.replaceAll(/[^a-z0-9]+/giu, '-').slice(0, 40)
  return `${readable}-${hash(id)}`.replace(/^-/u, '')
}

/** FNV-1a of 32 bits over UTF-16 units, in base 36 (http://www.isthe.com/chongo/tech/comp/fnv/). */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0
  }
  return value.toString(36)
}

/** What Obsidian and other readers of Markdown keep about a file: YAML between two rules. */
export function frontMatter(model: ExportModel, { hashtags }: MarkdownNames): string {
  // What cannot be a hashtag stands here as it is, so that it does not go without a word.
  const tags = tagsOf(model).map((tag) => hashtags.get(tag) ?? tag)
  const lines = [
    `title: ${quoted(model.title)}`,
    `source: ${quoted(model.citation)}`,
    `script: ${quoted(model.scriptNames.join(', '))}`,
    `document: ${quoted(model.open.id)}`,
    `digest: ${quoted(model.open.document.digest)}`,
    `link: ${quoted(model.documentLink)}`,
    `exported: ${model.exportedAt}`,
    `app: ${quoted(`Piyue ${model.appVersion}`)}`,
    `marks: ${model.count}`,
    `notes: ${countNotes(notesOf(model).map(({ annotation }) => annotation))}`,
    ...(tags.length > 0 ? ['tags:', ...tags.map((tag) => `  - ${quoted(tag)}`)] : []),
  ]
  return `---\n${lines.join('\n')}\n---`
}

/** A string of JSON is one of YAML too, but for the characters that YAML 1.1 breaks lines at. */
const quoted = (text: string) =>
  JSON.stringify(text).replaceAll(
    /[\u007f-\u009f\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
