import type { Block, Span } from '../document/block'
import { blockSeparator } from '../document/document'
import type { RenderedBlockData } from '../script/rendition'
import { charactersOf, codePointLength } from '../text/code-points'
import { type ChangedStretch, stretchMap } from '../text/offset-map'
import { type TextRange, textRange } from '../text/range'
import type { Proposal } from './proposal'

/** A place that was repaired. Both ranges count code points, of the text before and after. */
interface TakenRepair {
  readonly proposal: Proposal
  readonly repaired: TextRange
}

interface Repaired {
  readonly blocks: readonly Block[]
  /** The text as it was, as a rendition of what it became: each block's text, and the map. */
  readonly asFound: Readonly<Record<string, RenderedBlockData>>
  readonly taken: readonly TakenRepair[]
}

/** Blocks that become one, since the line breaks between them go; the first gives its kind and id. */
interface Group {
  readonly first: Block
  readonly blocks: readonly Block[]
  readonly text: string
  /** Where it begins in the text as it was. */
  readonly start: number
}

/**
 * Takes repairs: source + repairs = text, and the source stays a form of it.
 *
 * @param proposals ascending, none overlapping another
 */
export function applyRepairs(blocks: readonly Block[], proposals: readonly Proposal[]): Repaired {
  const repairedBlocks: Block[] = []
  const asFound: Record<string, RenderedBlockData> = {}
  const taken: TakenRepair[] = []
  let offset = 0
  let next = 0
  for (const group of groupsOf(blocks, proposals)) {
    const end = group.start + codePointLength(group.text)
    const first = next
    while ((proposals[next]?.range.end ?? Number.POSITIVE_INFINITY) <= end) next++
    const edits = proposals.slice(first, next)
    const { text, stretches } = edited(group, edits)
    const spans = spansOf(group, stretches)
    const { spans: _, ...block } = group.first
    repairedBlocks.push({ ...block, text, ...(spans.length > 0 ? { spans } : {}) })
    asFound[block.id] =
      stretches.length > 0 ? { text: group.text, stretches } : { text: group.text }
    for (const [i, proposal] of edits.entries()) {
      const { canonical } = stretches[i] as ChangedStretch
      const repaired = textRange(offset + canonical.start, offset + canonical.end)
      taken.push({ proposal, repaired })
    }
    offset += codePointLength(text) + 1
  }
  return { blocks: repairedBlocks, asFound, taken }
}

function groupsOf(blocks: readonly Block[], proposals: readonly Proposal[]): readonly Group[] {
  const joints = new Set(
    proposals.filter(({ kind }) => kind === 'line-break').map(({ range }) => range.start as number),
  )
  const groups: Group[] = []
  let start = 0
  for (const block of blocks) {
    const last = groups.at(-1)
    if (last !== undefined && joints.has(start - 1)) {
      const text = last.text + blockSeparator + block.text
      groups[groups.length - 1] = { ...last, blocks: [...last.blocks, block], text }
    } else groups.push({ first: block, blocks: [block], text: block.text, start })
    start += codePointLength(block.text) + 1
  }
  return groups
}

/** A group's text with its repairs, and where they stand on both sides, one stretch a repair. */
function edited(group: Group, edits: readonly Proposal[]) {
  const characters = charactersOf(group.text)
  const stretches: ChangedStretch[] = []
  let text = ''
  let length = 0
  let from = 0
  const append = (part: string) => {
    text += part
    length += codePointLength(part)
  }
  for (const { range, reading } of edits) {
    const rendered = textRange(range.start - group.start, range.end - group.start)
    append(characters.slice(from, rendered.start).join(''))
    const start = length
    append(reading)
    stretches.push({ canonical: textRange(start, length), rendered })
    from = rendered.end
  }
  append(characters.slice(from).join(''))
  return { text, stretches }
}

function spansOf(group: Group, stretches: readonly ChangedStretch[]): readonly Span[] {
  const map = stretchMap(stretches)
  let start = 0
  return group.blocks.flatMap((block) => {
    const at = start
    start += codePointLength(block.text) + 1
    return (block.spans ?? []).flatMap((span): Span[] => {
      const range = map.toCanonical(textRange(at + span.range.start, at + span.range.end))
      return range.start < range.end ? [{ ...span, range }] : []
    })
  })
}
