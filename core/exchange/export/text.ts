import { hasNote } from '../../annotation/annotation'
import { hashtag } from '../../annotation/tag'
import { type ExportedNote, type ExportedQuote, type ExportModel, onlyDocument } from './model'
import { linesOf, visible } from './visible'

const heavyRule = '═'.repeat(40)
const lightRule = '─'.repeat(40)

/** The notes as plain text, to be read as they are in any editor. */
export function exportText(model: ExportModel): string {
  const { documents, extras } = model
  const hasLinks = extras.has('links')
  const only = onlyDocument(model)
  const parts = [
    model.title,
    ...documents.flatMap(({ title, level, citation, link, sections, orphans, orphansTitle }) => [
      ...(level === 1 ? [] : [heavyRule, title]),
      citation,
      ...(level === 1 || !hasLinks ? [] : [link]),
      level === 1 ? heavyRule : lightRule,
      ...sections.flatMap(({ headings, notes }) => [
        ...headings.map(({ text }) => `【${text}】`),
        ...notes.map((note) => entry(note, model)),
      ]),
      ...(orphans.length > 0
        ? [`【${orphansTitle}】`, ...orphans.map((note) => entry(note, model))]
        : []),
    ]),
    ...(extras.has('details')
      ? [only === undefined ? heavyRule : lightRule, model.provenance]
      : []),
    ...(only === undefined || !hasLinks ? [] : [only.link]),
  ]
  return `${parts.map(visible).join('\n\n')}\n`
}

function entry(
  { annotation, quotes, styleName, stamp, link }: ExportedNote,
  { extras }: ExportModel,
): string {
  const facts = [
    styleName,
    ...annotation.tags.map(hashtag),
    ...(extras.has('dates') ? [stamp] : []),
  ].join(' · ')
  return [
    quotes.map(quoted).join('\n│\n'),
    ...(hasNote(annotation) ? ['', annotation.note.trim(), ''] : []),
    facts,
    ...(extras.has('links') ? [link] : []),
  ].join('\n')
}

const quoted = ({ text }: ExportedQuote) =>
  linesOf(text)
    .map((line) => `│ ${line}`)
    .join('\n')
