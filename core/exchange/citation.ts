import type { Messages } from '../messages/en'
import type { Rendition } from '../script/rendition'

/** One line that says what is quoted: who, what, where given, when published; in the rendition's script. */
export function citation(rendition: Rendition, messages: Messages): string {
  const { author, occasion } = rendition.source
  const { published } = rendition.document.data.source
  return messages.export.citation({ author, title: titleIn(rendition), occasion, published })
}

/**
 * The entry of a list of references by GB/T 7714-2015, in the rendition's script: a report published
 * online, `[R/OL]`, with the day on which it was put there. What the edition does not know (an address,
 * the day on which the reader looked it up) is left out and not invented.
 */
export function gbt7714(rendition: Rendition): string {
  const { author, occasion } = rendition.source
  const { published } = rendition.document.data.source
  return `${author}. ${titleIn(rendition)}: ${occasion}[R/OL]. (${published}).`
}

/** The document's title as a rendition shows it. */
export function titleIn(rendition: Rendition): string {
  const { document } = rendition
  const heading = document.data.blocks.find((block) => block.kind === 'heading')
  return heading ? rendition.block(heading.id).text : document.title
}
