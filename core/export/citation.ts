import type { Messages } from '../messages/en'
import type { Rendition } from '../script/rendition'

/** One line that says what is quoted: who, what, where given, when published; in the rendition's script. */
export function citation(rendition: Rendition, messages: Messages): string {
  const { author, occasion } = rendition.source
  const { published } = rendition.document.data.source
  return messages.export.citation({ author, title: titleIn(rendition), occasion, published })
}

/** The document's title as a rendition shows it. */
export function titleIn(rendition: Rendition): string {
  const { document } = rendition
  const heading = document.data.blocks.find((block) => block.kind === 'heading')
  return heading ? rendition.block(heading.id).text : document.title
}
