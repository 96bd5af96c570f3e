import { openFile } from '../../../../core/formats/open-file'
import { type ReadDocument, UnreadableDocument } from '../../../../core/formats/read-document'
import { hostileDocuments } from './support/hostile-documents'

/** More than any of these documents has of its own: what is longer has grown on the way. */
const mostText = 5_000_000

/** A document as it was read, or why it was refused; anything else that is thrown is a failure. */
async function outcomeOf(name: string, bytes: Uint8Array) {
  try {
    return (await openFile({ name, bytes })).document
  } catch (error) {
    if (error instanceof UnreadableDocument) return error.reason
    throw error
  }
}

it('there are three hundred of them', () => {
  expect(hostileDocuments.length).toBeGreaterThanOrEqual(300)
  expect(new Set(hostileDocuments.map(({ name, what }) => name + what)).size).toBe(
    hostileDocuments.length,
  )
})

/** What would do harm in what came out of a document. */
function harmIn({ blocks, resources }: ReadDocument): readonly string[] {
  const addresses = blocks
    .flatMap((block) => block.spans ?? [])
    .flatMap((span) =>
      span.kind === 'link' && span.target.to === 'address' ? [span.target.url] : [],
    )
  const types = [...resources.values()].map(({ mediaType }) => mediaType)
  const text = blocks.map((block) => block.text).join('\n')
  return [
    ...addresses.filter((url) => !/^(?:https?|mailto):/iu.test(url)),
    ...types.filter((type) => !/^image\/(?:png|jpeg|gif|webp|avif)$/u.test(type)),
    ...(text.length > mostText ? ['it grew'] : []),
    ...['root:x:0', '哈哈', '外'].filter((words) => text.includes(words)),
  ]
}

describe('a document made to do harm', () => {
  it.each(hostileDocuments)('($name) $what', async ({ name, bytes }) => {
    const outcome = await outcomeOf(name, await bytes())
    const harm = typeof outcome === 'string' ? [] : harmIn(outcome)
    expect(harm).toEqual([])
  })
})
