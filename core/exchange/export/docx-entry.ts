import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  ExternalHyperlink,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  TextRun,
  UnderlineType,
} from 'docx'
import { hashtag } from '../../annotation/hashtag'
import type { MarkStyle } from '../../annotation/style'
import type { Messages } from '../../messages/en'
import { markColors } from '../mark-style'
import { isCommented } from './docx-comment'
import { latinFont, quoteFont, wordLanguage } from './docx-script'
import type { ExportedNote } from './model'
import { visible } from './visible'

/**
 * A note in the body of the document: its quotes, under which its comment hangs, then style, tags,
 * time and link.
 *
 * @param id number of the comment
 */
export function docxEntry(note: ExportedNote, id: number, messages: Messages): Paragraph[] {
  const quotes = quoteLines(note)
  const last = quotes.length - 1
  const hasComment = isCommented(note)
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
  return [...quoted, facts(note, messages)]
}

const commentEnd = (id: number): readonly ParagraphChild[] => [
  new CommentRangeEnd(id),
  new TextRun({ children: [new CommentReference(id)] }),
]

const quoteLines = ({ annotation, quotes }: ExportedNote): readonly IRunOptions[] =>
  quotes.flatMap(({ script, text }) =>
    visible(text)
      .split('\n')
      .map((line) => ({
        text: line,
        font: { ascii: latinFont, hAnsi: latinFont, eastAsia: quoteFont(script) },
        language: { value: 'en-GB', eastAsia: wordLanguage[script] },
        ...markOf(annotation.style),
      })),
  )

/**
 * Word's own highlighter has no orange and no purple one can read through, so the colour is shading;
 * a wash has a line too, so that it is not known by colour alone.
 */
function markOf({ color, kind }: MarkStyle): IRunOptions {
  const { wash, line } = markColors[color]
  const underline = {
    type: kind === 'squiggly' ? UnderlineType.WAVE : lines[color],
    color: hex(line),
  }
  return kind === 'highlight'
    ? { underline, shading: { type: ShadingType.CLEAR, color: 'auto', fill: hex(wash) } }
    : { underline }
}

/** Every colour has a line of its own pattern, as on the page. */
const lines = {
  yellow: UnderlineType.SINGLE,
  green: UnderlineType.DASH,
  blue: UnderlineType.DOTTED,
  pink: UnderlineType.DOUBLE,
  orange: UnderlineType.THICK,
  purple: UnderlineType.DASHEDHEAVY,
} as const

const hex = (color: string) => color.slice(1).toUpperCase()

function facts({ annotation, styleName, stamp, link }: ExportedNote, messages: Messages) {
  const tags = annotation.tags.map(hashtag)
  const words = visible([styleName, ...tags, stamp, ''].join(' · '))
  const soft = { size: '9pt', color: '625A52' } as const
  return new Paragraph({
    indent: { start: 360 },
    spacing: { after: 120 },
    children: [
      new TextRun({ text: words, ...soft }),
      new ExternalHyperlink({
        link,
        children: [new TextRun({ text: messages.export.openInApp, style: 'Hyperlink', ...soft })],
      }),
    ],
  })
}
