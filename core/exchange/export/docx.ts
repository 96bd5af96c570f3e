import {
  CommentRangeStart,
  Document,
  ExternalHyperlink,
  type FileChild,
  HeadingLevel,
  type ICommentOptions,
  type IRunOptions,
  Packer,
  Paragraph,
  TextRun,
} from 'docx'
import JSZip from 'jszip'
import { hashtag } from '../../annotation/tag'
import { wallTime } from '../../messages/wall-time'
import { commentEnd, languageRun, markOf } from './docx-style'
import { DocxText, numberingOf } from './docx-text'
import { MarkedText } from './marked-text'
import {
  type ExportedDocument,
  type ExportedHeading,
  type ExportedNote,
  type ExportModel,
  hasWords,
  isWhole,
  notesOf,
  onlyDocument,
  signedNotes,
  textsOf,
} from './model'
import { html, langOf } from './note-html'
import { visible } from './visible'

const headingLevels = {
  2: HeadingLevel.HEADING_1,
  3: HeadingLevel.HEADING_2,
  4: HeadingLevel.HEADING_3,
} as const

/**
 * The notes, or the whole text with them, as a file of Word's: real headings, words in the colour of
 * their mark, and what the reader wrote as a comment on them.
 */
export async function exportDocx(model: ExportModel): Promise<Uint8Array> {
  const { extras } = model
  const only = onlyDocument(model)
  const [first] = model.documents
  const hasTitle = only === undefined || !isWhole(only, model)
  const children: readonly FileChild[] = [
    ...(hasTitle
      ? [new Paragraph({ text: visible(model.title), heading: HeadingLevel.TITLE })]
      : []),
    ...model.documents.flatMap((document) => docxDocument(document, model)),
    ...(extras.has('details') ? [small(model.provenance)] : []),
    ...(only === undefined || !extras.has('links') ? [] : [small(only.link)]),
  ]
  const file = new Document({
    creator: visible(only?.open.renditionOf(only.scripts[0]).source.author ?? ''),
    lastModifiedBy: programOf(model),
    title: visible(model.title),
    description: model.documents.map(({ citation }) => visible(citation)).join('\n'),
    styles: { default: { document: { run: { ...languageRun(langOf(first)), size: '11pt' } } } },
    comments: {
      children: notesOf(model).flatMap((note) => docxComment(note, model)),
    },
    ...(model.scope === 'text' && {
      numbering: numberingOf(model.documents.flatMap((document) => textsOf(document, model))),
    }),
    sections: [{ children: [...children] }],
  })
  return completed(await Packer.pack(file, 'uint8array'), model)
}

const programOf = ({ appVersion }: ExportModel): string => visible(`Piyue ${appVersion}`)

/**
 * The text of a document with its marks, in each form under the name of that. What was written hangs on the
 * words as comments: on those of the first form, for a comment of Word's stands in one place.
 */
function wholeText(document: ExportedDocument, model: ExportModel): readonly FileChild[] {
  return textsOf(document, model).flatMap(({ document: shown, formName, prefix }, i) => {
    const numbers = i === 0 ? signedNotes(model) : new Map<ExportedNote, number>()
    const text = new MarkedText(shown, { numbers, marks: true, isCodeOpen: true })
    const lang = langOf(model.documents[0])
    return [
      // Level with the title of the text, which is a heading of Word's first level.
      ...(formName === undefined ? [] : [heading({ text: formName, level: 2 })]),
      ...new DocxText(shown, { text, prefix, lang }).whole(),
    ]
  })
}

function docxDocument(document: ExportedDocument, model: ExportModel): readonly FileChild[] {
  const { level, title, citation, link, sections, orphans, orphansTitle } = document
  const lang = langOf(document)
  const entries = (notes: readonly ExportedNote[]) =>
    notes.flatMap((note) => docxEntry(note, model))
  const cited = [
    small(citation, lang),
    ...(level === 1 || !model.extras.has('links') ? [] : [small(link)]),
  ]
  const content = isWhole(document, model)
    ? [...wholeText(document, model), ...cited]
    : [
        ...(level === 1 ? [] : [heading({ text: title, level, lang })]),
        ...cited,
        ...sections.flatMap(({ headings, notes }) => [...headings.map(heading), ...entries(notes)]),
      ]
  return [
    ...content,
    ...(orphans.length > 0
      ? [heading({ text: orphansTitle, level: level === 1 ? 2 : 3 }), ...entries(orphans)]
      : []),
  ]
}

interface Heading extends Pick<ExportedHeading, 'level' | 'text'> {
  /** Left out of what the app says itself. */
  readonly lang?: string
}

const heading = ({ text, level, lang }: Heading) =>
  new Paragraph({
    heading: headingLevels[level],
    children: [new TextRun({ ...(lang !== undefined && languageRun(lang)), text: visible(text) })],
  })

/** @param lang left out of what the app says itself */
const small = (text: string, lang?: string) =>
  new Paragraph({
    spacing: { before: 120, after: 120 },
    children: [
      new TextRun({
        ...(lang !== undefined && languageRun(lang)),
        text: visible(text),
        size: '9pt',
        color: '625A52',
      }),
    ],
  })

/**
 * A note in the body of the document: its quotes, under which its comment hangs, then style, tags,
 * time and link.
 */
function docxEntry(note: ExportedNote, model: ExportModel): Paragraph[] {
  const id = note.number
  const quotes = quoteLines(note)
  const last = quotes.length - 1
  const hasComment = hasWords(note)
  const quoted = quotes.map(
    (run, i) =>
      new Paragraph({
        indent: { start: 360 },
        spacing: { before: i === 0 ? 240 : 40, after: 40, line: 360 },
        keepNext: true,
        children: [
          ...(hasComment && i === 0 ? [new CommentRangeStart(id)] : []),
          new TextRun(run),
          ...(hasComment && i === last ? commentEnd(id) : []),
        ],
      }),
  )
  return [...quoted, facts(note, model)]
}

const quoteLines = ({ annotation, quotes }: ExportedNote): readonly IRunOptions[] =>
  quotes
    .flatMap(({ slices }) => slices)
    .flatMap(({ lang, text }) =>
      visible(text)
        .split('\n')
        .map((line) => ({ text: line, ...languageRun(lang), ...markOf(annotation.style) })),
    )

function facts(
  { annotation, styleName, stamp, link }: ExportedNote,
  { messages, extras }: ExportModel,
): Paragraph {
  const soft = { size: '9pt', color: '625A52' } as const
  const words = [
    styleName,
    ...annotation.tags.map(hashtag),
    ...(extras.has('dates') ? [stamp] : []),
    // Before the link another dot.
    ...(extras.has('links') ? [''] : []),
  ]
  const opening = new TextRun({ text: messages.export.openInApp, style: 'Hyperlink', ...soft })
  return new Paragraph({
    indent: { start: 360 },
    spacing: { after: 120 },
    children: [
      new TextRun({ text: visible(words.join(' · ')), ...soft }),
      ...(extras.has('links') ? [new ExternalHyperlink({ link, children: [opening] })] : []),
    ],
  })
}

/** What the reader wrote, line by line as it was typed, and the tags: as a comment of Word's. */
function docxComment(
  note: ExportedNote,
  { messages, extras }: ExportModel,
): readonly ICommentOptions[] {
  if (!hasWords(note)) return []
  const { annotation } = note
  const text = annotation.note.trim()
  const tags = annotation.tags.map((tag) => hashtag(visible(tag))).join(' ')
  const lines = [...(text === '' ? [] : visible(text).split('\n')), ...(tags === '' ? [] : [tags])]
  return [
    {
      id: note.number,
      author: messages.appName,
      ...(extras.has('dates') ? { date: new Date(`${wallTime(annotation.modifiedAt)}Z`) } : {}),
      children: lines.map((line) => new Paragraph({ children: [new TextRun(line)] })),
    },
  ]
}

/** The file with what the library does not write: which program made it, and the instants of comments. */
async function completed(file: Uint8Array, model: ExportModel): Promise<Uint8Array> {
  const archive = await JSZip.loadAsync(file)
  archive.file(
    'docProps/app.xml',
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${html(programOf(model))}</Application></Properties>`,
  )
  const comments = archive.file('word/comments.xml')
  if (comments !== null && model.extras.has('dates')) {
    archive.file('word/comments.xml', withInstants(await comments.async('string'), model))
  }
  return archive.generateAsync({ type: 'uint8array', compression: 'DEFLATE', mimeType: docxType })
}

/**
 * Gives every comment the instant at which it was written. Word reads `w:date` as the time on the
 * reader's clock, whatever zone it names, and keeps the instant in an attribute of its own
 * (MS-DOCX 2.2.13.1, `w16du:dateUtc`), which the library does not know.
 */
function withInstants(comments: string, model: ExportModel): string {
  const instants = new Map(
    notesOf(model).map(({ number, annotation }) => [String(number), annotation.modifiedAt]),
  )
  return comments
    .replace(/<w:comments\b[^<>]*>/u, withNamespace)
    .replaceAll(/<w:comment ([^<>]*)>/gu, (opening, attributes: string) => {
      const id = / ?w:id="([^"]*)"/u.exec(attributes)?.[1] ?? ''
      // Word counts seconds.
      const instant = instants.get(id)?.slice(0, 'yyyy-mm-ddThh:mm:ss'.length)
      return instant === undefined
        ? opening
        : `<w:comment ${attributes} w16du:dateUtc="${instant}Z">`
    })
}

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Programs that do not know the attribute are told that they may pass it over. */
function withNamespace(root: string): string {
  const named = root.replace(
    />$/u,
    ' xmlns:w16du="http://schemas.microsoft.com/office/word/2023/wordml/word16du">',
  )
  const known = named.includes('xmlns:mc=')
    ? named
    : named.replace(
        />$/u,
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">',
      )
  return /\bmc:Ignorable="/u.test(known)
    ? known.replace(/\bmc:Ignorable="/u, '$&w16du ')
    : known.replace(/>$/u, ' mc:Ignorable="w16du">')
}
