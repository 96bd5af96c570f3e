import Mustache from 'mustache'
import { hasNote } from '../../annotation/annotation'
import { longestTemplate, type TemplateProblem } from '../../app/export-request'
import { frontMatter, hashtagsOf, type MarkdownNames, markdownNames } from './markdown'
import { selfContained } from './markdown-note'
import { escapeLine, quotation } from './markdown-text'
import {
  type ExportedDocument,
  type ExportedNote,
  type ExportedSection,
  type ExportModel,
  onlyDocument,
  tagsOf,
} from './model'
import { noteHtml } from './note-html'
import { visible } from './visible'

/**
 * What a template may come to, in UTF-16 units, and what each step counts for besides: lists within
 * lists of the same notes would grow without end, and names sought through all of them take as long.
 */
const longestOutput = 50_000_000
const costOfStep = 10

/**
 * The notes by a template of the reader's, in Mustache (https://mustache.github.io/mustache.5.html).
 * Values are put in as they are: what needs escaping has a name of its own that ends in `Markdown` or
 * `Html`. There are no partials and no functions.
 *
 * @param longest what the template may come to, in UTF-16 units
 */
export function exportByTemplate(
  template: string,
  model: ExportModel,
  longest = longestOutput,
): string | TemplateProblem {
  if (template.length > longestTemplate) return { kind: 'too-large' }
  const fault = faultOf(template)
  if (fault !== undefined) return fault
  const allowance = { left: longest }
  try {
    return new BoundedWriter(allowance).render(
      template,
      new OwnContext(templateData(model), allowance),
      undefined,
      { escape: String },
    )
  } catch (error) {
    if (error instanceof OutputTooLong || error instanceof RangeError) return { kind: 'too-large' }
    throw error
  }
}

/** What is wrong with how a template is written: what Mustache says of it, told apart. */
function faultOf(template: string): TemplateProblem | undefined {
  try {
    Mustache.parse(template)
    return undefined
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const { message } = error
    const [, section, position] =
      /^Un(?:opened|closed) section "(.*)" at (\d+)$/su.exec(message) ?? []
    if (section === undefined) {
      if (message.startsWith('Invalid tags')) return { kind: 'wrong-signs' }
      if (!message.startsWith('Unclosed tag')) throw error
      // It is the first that is opened behind the last that is closed.
      const opened = template.indexOf('{{', template.lastIndexOf('}}') + 1)
      return { kind: 'unclosed-tag', line: lineAt(template, opened) }
    }
    return message.startsWith('Unclosed')
      ? { kind: 'unclosed-section', section }
      : { kind: 'unopened-section', section, line: lineAt(template, Number(position)) }
  }
}

/** The line of a place, from 1; the last where the place is none. */
const lineAt = (text: string, at: number): number =>
  (at === -1 ? text : text.slice(0, at)).split(/\r\n?|\n/u).length

interface Allowance {
  left: number
}

class OutputTooLong extends Error {}

function spend(allowance: Allowance, length: number): void {
  allowance.left -= length + costOfStep
  if (allowance.left < 0) throw new OutputTooLong()
}

class BoundedWriter extends Mustache.Writer {
  readonly #allowance: Allowance

  constructor(allowance: Allowance) {
    super()
    this.#allowance = allowance
  }

  override rawValue(token: string[]): string {
    spend(this.#allowance, token[1]?.length ?? 0)
    return super.rawValue(token)
  }
}

/**
 * Finds what a template names among the data's own properties only: Mustache itself would also find,
 * and call, what every object inherits, such as `constructor`.
 */
class OwnContext extends Mustache.Context {
  readonly #allowance: Allowance

  constructor(view: unknown, allowance: Allowance, parent?: Mustache.Context) {
    super(view, parent)
    this.#allowance = allowance
  }

  override push(view: unknown): Mustache.Context {
    return new OwnContext(view, this.#allowance, this)
  }

  override lookup(name: string): unknown {
    spend(this.#allowance, name.length)
    const value = name === '.' ? (this.view as unknown) : this.#find(name.split('.'))
    spend(this.#allowance, typeof value === 'string' ? value.length : 0)
    return value
  }

  #find([first = '', ...rest]: readonly string[]): unknown {
    return rest.reduce<unknown>(
      (value, name) => (has(value, name) ? value[name] : undefined),
      nearest(this, first, this.#allowance),
    )
  }
}

/** What a name stands for in the innermost list or object that has it. */
function nearest(within: Mustache.Context, name: string, allowance: Allowance): unknown {
  for (let context: Mustache.Context | undefined = within; context; context = context.parent) {
    spend(allowance, 0)
    const view: unknown = context.view
    if (has(view, name)) return view[name]
  }
  return undefined
}

const has = (value: unknown, name: string): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)

type TemplateNote = ReturnType<typeof templateNote>

/** What a template can name: the model as plain data; docs/export-formats.md says the same for who writes one. */
function templateData(model: ExportModel) {
  const names = markdownNames(model)
  const only = onlyDocument(model)
  const documents = model.documents.map((document) => templateDocument(document, model, names))
  const sections = documents.flatMap((document) => document.sections)
  const orphans = documents.flatMap((document) => document.orphans)
  return {
    title: model.title,
    citation: only?.citation ?? '',
    documentId: only?.open.id ?? '',
    documentDigest: only?.open.document.digest ?? '',
    link: only?.link ?? '',
    documents,
    scripts: model.scriptNames,
    appVersion: model.appVersion,
    exportedAt: model.exportedAt,
    exportedTime: model.messages.export.time(model.exportedAt),
    provenance: model.provenance,
    count: model.count,
    tags: tagsOf(model),
    frontMatter: frontMatter(model, names),
    sections,
    hasOrphans: orphans.length > 0,
    orphans,
    notes: [...sections.flatMap(({ notes }) => notes), ...orphans],
  }
}

function templateDocument(document: ExportedDocument, model: ExportModel, names: MarkdownNames) {
  const { title, level, citation, link, open } = document
  const noteData = (note: ExportedNote, section: string) =>
    templateNote(note, section, model, names)
  const orphans = document.orphans.map((note) => noteData(note, ''))
  const own = document.sections.map((section) => templateSection(section, noteData))
  const [first, ...others] = own
  // Where the file is about several documents, each begins with its title, as a heading like others.
  const headed =
    level === 1
      ? own
      : [
          {
            path: '',
            notes: [],
            ...first,
            headings: [headingData({ level, text: title }), ...(first?.headings ?? [])],
          },
          ...others,
        ]
  return {
    title,
    citation,
    documentId: open.id,
    documentDigest: open.document.digest,
    link,
    sections: headed,
    hasOrphans: orphans.length > 0,
    orphans,
    notes: [...own.flatMap(({ notes }) => notes), ...orphans],
  }
}

const headingData = ({ level, text }: { readonly level: number; readonly text: string }) => ({
  level,
  hashes: '#'.repeat(level),
  text,
  textMarkdown: escapeLine(text),
})

function templateSection(
  { path, headings, notes }: ExportedSection,
  noteData: (note: ExportedNote, section: string) => TemplateNote,
) {
  const joined = path.map(({ text }) => text).join(' › ')
  return {
    path: joined,
    headings: headings.map(headingData),
    notes: notes.map((note) => noteData(note, joined)),
  }
}

function templateNote(
  note: ExportedNote,
  section: string,
  { messages }: ExportModel,
  names: MarkdownNames,
) {
  const { number, annotation, quotes, place, styleName, link } = note
  const { time } = messages.export
  const [leading] = quotes
  return {
    id: annotation.id,
    number,
    section,
    quote: leading.text,
    quoteMarkdown: quotation(leading.text),
    quotes: quotes.map(({ script, lang, text }) => ({
      script: messages.scripts[script],
      lang,
      text,
      textMarkdown: quotation(text),
    })),
    hasNote: hasNote(annotation),
    note: visible(annotation.note),
    noteMarkdown: selfContained(annotation.note, number),
    noteHtml: noteHtml(annotation.note),
    tags: annotation.tags,
    hashtags: hashtagsOf(note, names).join(' '),
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
