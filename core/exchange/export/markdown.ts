import { countNotes } from '../../annotation/counts'
import { writtenBy } from '../citation'
import { selfContained } from './markdown-note'
import { escapeLine, quotation } from './markdown-text'
import { MarkedText } from './marked-text'
import {
  type ExportedDocument,
  type ExportedNote,
  type ExportedSection,
  type ExportModel,
  isWhole,
  notesOf,
  notesOn,
  onlyDocument,
  signedNotes,
  tagsOf,
  textsOf,
} from './model'
import { TextMarkdown } from './text-markdown'

/**
 * The notes as Markdown: front matter, then a heading a section, and under it each quote, its note
 * as it was written, and what the reader filed it under. Of several documents each has a heading.
 */
export function exportMarkdown(model: ExportModel): string {
  const names = markdownNames(model)
  const only = onlyDocument(model)
  const parts = [
    ...(model.extras.has('details') ? [frontMatter(model, names)] : []),
    ...(only !== undefined && isWhole(only, model) ? [] : [heading(1, model.title)]),
    ...model.documents.flatMap((document) => documentParts(document, model, names)),
    ...(model.extras.has('details') ? ['---', escapeLine(model.provenance)] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

const heading = (level: number, text: string) => `${'#'.repeat(level)} ${escapeLine(text)}`

function documentParts(
  document: ExportedDocument,
  model: ExportModel,
  names: MarkdownNames,
): readonly string[] {
  const { level, title, citation, sections, orphans, orphansTitle } = document
  const entries = ({ notes }: Pick<ExportedSection, 'notes'>) =>
    notes.map((note) => entry(note, model, names))
  const content = isWhole(document, model)
    ? [...wholeText(document, model, names), '---', escapeLine(citation)]
    : [
        ...(level === 1 ? [] : [heading(level, title)]),
        escapeLine(citation),
        ...sections.flatMap((section) => [
          ...section.headings.map((one) => heading(one.level, one.text)),
          ...entries(section),
        ]),
      ]
  return [
    ...content,
    ...(orphans.length > 0
      ? [heading(level + 1, orphansTitle), ...entries({ notes: orphans })]
      : []),
  ]
}

/** The text with its marks, in each form under the name of that, and the notes as footnotes. */
function wholeText(
  document: ExportedDocument,
  model: ExportModel,
  names: MarkdownNames,
): readonly string[] {
  const numbers = signedNotes(model)
  const labelOf = (note: ExportedNote) => `n${numbers.get(note)}`
  const texts = textsOf(document, model).flatMap(({ document: shown, formName, prefix }) => {
    const text = new MarkedText(shown, { numbers, marks: true })
    const words = new TextMarkdown(shown, { text, labelOf, prefix }).whole()
    return formName === undefined ? [words] : [heading(1, formName), words]
  })
  const notes = notesOn(document).filter((note) => numbers.has(note))
  return [...texts, ...notes.map((note) => footnote(labelOf(note), note, model, names))]
}

/** A note as a footnote: what kind of mark it is on stands first, for anything can follow on that. */
function footnote(
  label: string,
  note: ExportedNote,
  model: ExportModel,
  names: MarkdownNames,
): string {
  const body = selfContained(note.annotation.note, note.number)
  const parts = [factsOf(note, model, names), ...(body === '' ? [] : [body])].join('\n\n')
  return `[^${label}]: ${parts.replaceAll(/\n(?=[^\n])/gu, '\n    ')}`
}

function entry(note: ExportedNote, model: ExportModel, names: MarkdownNames): string {
  const { annotation } = note
  const facts = factsOf(note, model, names)
  const body = selfContained(annotation.note, note.number)
  return [
    note.quotes.map(({ text }) => quotation(text)).join('\n>\n'),
    ...(body === '' ? [] : [body]),
    model.extras.has('links') ? `${facts} ^${names.blockIds.get(note.key)}` : facts,
  ].join('\n\n')
}

/** Style, tags, time, and the way back into the app. */
const factsOf = (
  note: ExportedNote,
  { messages, extras }: ExportModel,
  names: MarkdownNames,
): string =>
  [
    escapeLine(note.styleName),
    ...hashtagsOf(note, names),
    ...(extras.has('dates') ? [escapeLine(note.stamp)] : []),
    ...(extras.has('links') ? [`[${escapeLine(messages.export.openInApp)}](<${note.link}>)`] : []),
  ].join(' · ')

/** What tags and annotations are called in a Markdown file: each has a name of its own. */
export interface MarkdownNames {
  /** By the tag; without the sign. A tag that no hashtag can be made of has none. */
  readonly hashtags: ReadonlyMap<string, string>
  /** By the key of the note. */
  readonly blockIds: ReadonlyMap<string, string>
}

export const markdownNames = (model: ExportModel): MarkdownNames => ({
  hashtags: distinct(tagsOf(model), obsidianTag),
  blockIds: distinct(
    notesOf(model).map(({ key }) => key),
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
  const only = onlyDocument(model)
  const lines = [
    `title: ${quoted(model.title)}`,
    ...(only === undefined ? [] : [...writtenLines(only), sourceLine(only)]),
    `script: ${quoted(model.scriptNames.join(', '))}`,
    ...(only === undefined ? documentList(model) : identityLines(only)),
    `exported: ${model.exportedAt}`,
    `app: ${quoted(`Piyue ${model.appVersion}`)}`,
    `marks: ${model.count}`,
    `notes: ${countNotes(notesOf(model).map(({ annotation }) => annotation))}`,
    ...(tags.length > 0 ? ['tags:', ...tags.map((tag) => `  - ${quoted(tag)}`)] : []),
  ]
  return `---\n${lines.join('\n')}\n---`
}

/** Who wrote the text, and when. */
function writtenLines({ open, scripts }: ExportedDocument): readonly string[] {
  const { authors, date } = writtenBy(open.renditionOf(scripts[0]))
  return [
    ...(authors.length > 0 ? ['author:', ...authors.map((name) => `  - ${quoted(name)}`)] : []),
    ...(date === undefined ? [] : [`date: ${date}`]),
  ]
}

const sourceLine = ({ citation }: ExportedDocument) => `source: ${quoted(citation)}`

const identityLines = ({ open, link }: ExportedDocument): readonly string[] => [
  `document: ${quoted(open.id)}`,
  `digest: ${quoted(open.document.digest)}`,
  `link: ${quoted(link)}`,
]

const documentList = ({ documents }: ExportModel): readonly string[] => [
  'documents:',
  ...documents.flatMap((document) => [
    `  - title: ${quoted(document.title)}`,
    ...[sourceLine(document), ...identityLines(document)].map((line) => `    ${line}`),
  ]),
]

/** A string of JSON is one of YAML too, but for the characters that YAML 1.1 breaks lines at. */
const quoted = (text: string) =>
  JSON.stringify(text).replaceAll(
    /[\u007f-\u009f\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
