import type { Messages } from '../messages/en'
import type { Rendition } from '../script/rendition'

/** One line that says what is quoted: who, what, where given, when published. */
export function citation(rendition: Rendition, messages: Messages): string {
  const { document } = rendition
  const heading = document.data.blocks.find((block) => block.kind === 'heading')
  const title = heading ? rendition.block(heading.id).text : document.title
  const { author, occasion, published } = document.data.source
  return messages.export.citation({ author, title, occasion, published })
}
