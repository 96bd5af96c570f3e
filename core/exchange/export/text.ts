import { hashtag } from '../../annotation/tag'
import type { ExportedNote, ExportedQuote, ExportModel } from './model'
import { linesOf, visible } from './visible'

const heavyRule = '═'.repeat(40)
const lightRule = '─'.repeat(40)

/** The notes as plain text, to be read as they are in any editor. */
export function exportText(model: ExportModel): string {
  const { messages } = model
  const parts = [
    model.title,
    model.citation,
    heavyRule,
    ...model.sections.flatMap(({ headings, notes }) => [
      ...headings.map(({ text }) => `【${text}】`),
      ...notes.map(entry),
    ]),
    ...(model.orphans.length > 0
      ? [`【${messages.export.orphans}】`, ...model.orphans.map(entry)]
      : []),
    lightRule,
    model.provenance,
    model.documentLink,
  ]
  return `${parts.map(visible).join('\n\n')}\n`
}

function entry({ annotation, quotes, styleName, stamp, link }: ExportedNote): string {
  const facts = [styleName, ...annotation.tags.map(hashtag), stamp].join(' · ')
  return [
    quotes.map(quoted).join('\n│\n'),
    ...(annotation.note.trim() === '' ? [] : ['', annotation.note.trim(), '']),
    facts,
    link,
  ].join('\n')
}

const quoted = ({ text }: ExportedQuote) =>
  linesOf(text)
    .map((line) => `│ ${line}`)
    .join('\n')
