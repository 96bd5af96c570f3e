import type { Messages } from '../messages/en'
import { messagesIn } from '../messages/language'
import type { Rendition } from '../script/rendition'
import { mainScriptOf } from '../text/script-tag'

/**
 * One line that says what is quoted: who, what, where given, and what is known of when it was made
 * public or copied; in the rendition's script. What is said in Chinese is said in that script too,
 * whichever of the two the app speaks.
 */
export function citation(rendition: Rendition, messages: Messages): string {
  const { author, occasion } = rendition.source
  const { published, witness } = rendition.document.data.source
  return inScriptOf(rendition, messages).export.citation({
    ...(author !== undefined && { author }),
    title: titleIn(rendition),
    ...(occasion !== undefined && { occasion }),
    published,
    copied: witness?.copied ?? { kind: 'unknown' },
  })
}

function inScriptOf({ tag }: Rendition, messages: Messages): Messages {
  if (messages === messagesIn.en) return messages
  return messagesIn[mainScriptOf(tag) === 'hans' ? 'zh-Hans' : 'zh-Hant']
}

/**
 * The entry of a list of references by GB/T 7714-2015 for an electronic resource (4.7: author, title,
 * other title, `[R/OL]`, date of the last change in round brackets, where it is found), in the
 * rendition's script. A day of publication is given only where it is known: the standard's estimated
 * year in square brackets (8.4.3) would be taken here for the day of citing, which stands in such
 * brackets too. That day is the reader's to add, and is not invented; nor is an author, whom the
 * numbered style leaves out where nobody is known (8.1).
 */
export function gbt7714(rendition: Rendition): string {
  const { author, occasion } = rendition.source
  const { published, witness } = rendition.document.data.source
  return [
    author,
    `${[titleIn(rendition), occasion].filter(Boolean).join(': ')}[R/OL]`,
    published.kind === 'on' ? `(${published.date})` : undefined,
    witness?.address,
  ]
    .filter((part) => part !== undefined)
    .map((part) => `${part}.`)
    .join(' ')
}

/** The document's title as a rendition shows it. */
export function titleIn(rendition: Rendition): string {
  const { document } = rendition
  const heading = document.data.blocks.find((block) => block.kind === 'heading')
  return heading ? rendition.block(heading.id).text : document.title
}
