import { Document, type FileChild, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'
import { docxComment } from './docx-comment'
import { docxEntry } from './docx-entry'
import { latinFont, quoteFont, wordLanguage } from './docx-script'
import { type ExportedNote, type ExportModel, notesOf } from './model'
import { visible } from './visible'

const headingLevels = { 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2 } as const

/**
 * The notes as a file of Word's: real headings, each quote in the colour of its mark, and what the
 * reader wrote as a comment on it.
 */
export async function exportDocx(model: ExportModel): Promise<Uint8Array> {
  const { messages } = model
  const leading = model.scripts[0]
  const numbers = new Map(notesOf(model).map((note, i) => [note, i]))
  const entries = (notes: readonly ExportedNote[]) =>
    notes.flatMap((note) => docxEntry(note, numbers.get(note) ?? 0, messages))
  const children: readonly FileChild[] = [
    new Paragraph({ text: visible(model.title), heading: HeadingLevel.TITLE }),
    small(model.citation),
    ...model.sections.flatMap(({ headings, notes }) => [
      ...headings.map(
        ({ level, text }) => new Paragraph({ text: visible(text), heading: headingLevels[level] }),
      ),
      ...entries(notes),
    ]),
    ...(model.orphans.length > 0
      ? [
          new Paragraph({ text: messages.export.orphans, heading: HeadingLevel.HEADING_1 }),
          ...entries(model.orphans),
        ]
      : []),
    small(model.provenance),
    small(model.documentLink),
  ]
  const run = {
    font: { ascii: latinFont, hAnsi: latinFont, eastAsia: quoteFont(leading) },
    language: { value: 'en-GB', eastAsia: wordLanguage[leading] },
  }
  const file = new Document({
    creator: `Piyue ${model.appVersion}`,
    title: visible(model.title),
    description: visible(model.citation),
    styles: { default: { document: { run: { ...run, size: '11pt' } } } },
    comments: {
      children: [...numbers].flatMap(([note, i]) => docxComment(note, i, messages.appName)),
    },
    sections: [{ children: [...children] }],
  })
  return Packer.pack(file, 'uint8array')
}

const small = (text: string) =>
  new Paragraph({
    spacing: { before: 120, after: 120 },
    children: [new TextRun({ text: visible(text), size: '9pt', color: '625A52' })],
  })
