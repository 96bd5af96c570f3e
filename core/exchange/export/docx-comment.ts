import { type ICommentOptions, Paragraph, TextRun } from 'docx'
import { hashtag } from '../../annotation/hashtag'
import type { ExportedNote } from './model'
import { visible } from './visible'

/** Whether there is something to put in a comment. */
export const isCommented = ({ annotation }: ExportedNote): boolean =>
  annotation.note.trim() !== '' || annotation.tags.length > 0

/** What the reader wrote, line by line as it was typed, and the tags: as a comment of Word's. */
export function docxComment(
  note: ExportedNote,
  id: number,
  author: string,
): readonly ICommentOptions[] {
  if (!isCommented(note)) return []
  const { annotation } = note
  const text = annotation.note.trim()
  const tags = annotation.tags.map((tag) => hashtag(visible(tag))).join(' ')
  const lines = [...(text === '' ? [] : visible(text).split('\n')), ...(tags === '' ? [] : [tags])]
  return [
    {
      id,
      author,
      date: new Date(annotation.modifiedAt),
      children: lines.map((line) => new Paragraph({ children: [new TextRun(line)] })),
    },
  ]
}
