import * as fc from 'fast-check'
import type { CanonicalDocument } from '../../../../core/document/document'
import { OpenDocument } from '../../../../core/publication/open-document'
import { blocksToMake } from '../../../../core/script/blocks-to-make'
import { convertBlocks } from '../../../../core/script/conversion'
import {
  type ChineseScript,
  type ConvertedTag,
  formsBeside,
} from '../../../../core/script/conversion-forms'
import type { PlacedCorrection } from '../../../../core/script/correction'
import { mapOf, Rendition, type RenditionData } from '../../../../core/script/rendition'
import { charactersOf, codePoints } from '../../../../core/text/code-points'
import { textRange } from '../../../../core/text/range'
import { anyDocument } from '../../../support/documents'
import { publication as report } from '../../support/report'

const formsMade = ({ data }: CanonicalDocument) => {
  const script = data.canonicalScript as ChineseScript
  return formsBeside[script].map((tag) => ({
    tag,
    blocks: convertBlocks(data.blocks, script, tag),
  }))
}

/** A document of which every form is still to be made. */
const unmade = (
  { data: document }: CanonicalDocument,
  corrections: readonly PlacedCorrection[] = [],
): OpenDocument =>
  new OpenDocument({
    ...report,
    document,
    apparatus: { ...report.apparatus, emendations: [], sic: [], kept: [], explanations: [] },
    renditions: formsBeside[document.canonicalScript as ChineseScript].map((tag) => ({
      tag,
      isUnfinished: true,
      blocks: {},
    })),
    corrections,
  })

/** The first character of each block is read otherwise: here in every second, wherever it was written so else. */
const correctionsOf = (
  document: CanonicalDocument,
  [form]: readonly { readonly tag: ConvertedTag; readonly blocks: RenditionData['blocks'] }[],
): readonly PlacedCorrection[] =>
  document.placed.flatMap(({ block, range }, i): readonly PlacedCorrection[] => {
    const [character] = charactersOf(block.text)
    const [found] = charactersOf(form?.blocks[block.id]?.text ?? '')
    if (form === undefined || character === undefined || found === undefined) return []
    const readings = { [form.tag]: i % 3 === 0 ? '甲乙' : '甲' }
    const at = i % 2 === 0 ? range.start : null
    return [{ id: `${i}`, character, tag: form.tag, found, readings, at }]
  })

interface Piece {
  readonly tag: ConvertedTag
  readonly blocks: RenditionData['blocks']
}

/** Every form in pieces, some of which come twice, in any order. */
const piecesOf = (document: CanonicalDocument): fc.Arbitrary<readonly Piece[]> => {
  const pieces = formsMade(document).flatMap(({ tag, blocks }) =>
    Object.entries(blocks).map(([id, block]): Piece => ({ tag, blocks: { [id]: block } })),
  )
  return fc
    .tuple(
      fc.shuffledSubarray(pieces, { minLength: pieces.length }),
      fc.shuffledSubarray(pieces),
      fc.infiniteStream(fc.boolean()),
    )
    .map(([all, again, together]) =>
      [...again, ...all].reduce<readonly Piece[]>((joined, piece) => {
        const last = joined.at(-1)
        if (last?.tag !== piece.tag || together.next().value === false) return [...joined, piece]
        return [
          ...joined.slice(0, -1),
          { tag: piece.tag, blocks: { ...last.blocks, ...piece.blocks } },
        ]
      }, []),
    )
}

const documentInPieces = anyDocument.chain((document) =>
  piecesOf(document).map((pieces) => ({ document, pieces })),
)

/** What a form shows of each block. */
const shownIn = (form: Rendition) =>
  form.document.placed.map(({ block }) => {
    const rendered = form.block(block.id)
    const map = mapOf(rendered)
    const all = textRange(0, charactersOf(block.text).length)
    return { text: rendered.text, all: map.toRendered(all), lang: form.langOfBlock(block.id) }
  })

describe('forms that are made in pieces', () => {
  it('are in the end as if they had been made whole, in whatever order the pieces come', () => {
    fc.assert(
      fc.property(documentInPieces, fc.boolean(), ({ document, pieces }, isCorrected) => {
        const made = formsMade(document)
        const corrections = isCorrected ? correctionsOf(document, made) : []
        const open = unmade(document, corrections)
        const whole = new OpenDocument({ ...open.publication, renditions: made })
        for (const { tag, blocks } of pieces) open.complete(tag, blocks)
        expect([...open.renditions.keys()]).toEqual([...whole.renditions.keys()])
        for (const [tag, form] of open.renditions) {
          expect(form.isUnfinished).toBe(false)
          expect(shownIn(form)).toEqual(shownIn(whole.renditionOf(tag)))
        }
        expect(open.publication).toEqual(whole.publication)
        expect(open.remarks).toEqual(whole.remarks)
      }),
    )
  })

  it('have at every moment each address of the text, and show every block as it stands or as it will be', () => {
    fc.assert(
      fc.property(documentInPieces, fc.nat(), ({ document, pieces }, where) => {
        const open = unmade(document)
        const made = new Map<ConvertedTag, RenditionData['blocks']>(
          formsMade(document).map(({ tag, blocks }) => [tag, blocks]),
        )
        for (const { tag, blocks } of pieces) {
          open.complete(tag, blocks)
          const form = open.renditionOf(tag)
          for (const placed of document.placed) {
            const { block, range } = placed
            const { text } = form.block(block.id)
            expect(text).toBe(form.has(block.id) ? made.get(tag)?.[block.id]?.text : block.text)
            const length = range.end - range.start
            if (length === 0) continue
            const at = textRange(range.start + (where % length), range.start + (where % length) + 1)
            const there = form.inBlock(placed, at)
            expect(there && form.fromBlock(placed, there)).toEqual(at)
          }
        }
      }),
    )
  })

  it('give what was not made since as the very same, so that nothing is done for it', () => {
    fc.assert(
      fc.property(documentInPieces, ({ document, pieces }) => {
        const open = unmade(document)
        for (const { tag, blocks } of pieces) {
          const before = open.renditionOf(tag)
          open.complete(tag, blocks)
          const after = open.renditionOf(tag)
          const others = document.data.blocks.filter(({ id }) => before.has(id) || !after.has(id))
          for (const { id } of others) expect(after.block(id)).toBe(before.block(id))
        }
      }),
    )
  })

  it('are asked for until all is there: first what stands at the place, and never what is there already', () => {
    fc.assert(
      fc.property(
        anyDocument,
        fc.nat(),
        fc.integer({ min: 0, max: 60 }),
        (document, where, most) => {
          const open = unmade(document)
          const [{ tag, blocks } = { tag: 'zh-Hant' as const, blocks: {} }] = formsMade(document)
          const place = codePoints(where % (document.length + 1))
          const form = () => open.renditionOf(tag)
          const first = blocksToMake(form(), place, most)
          expect(document.placed[first?.start ?? -1]).toBe(document.blockAt(place))
          for (
            let next = first, rounds = 0;
            next !== undefined;
            next = blocksToMake(form(), place, most)
          ) {
            expect(rounds++).toBeLessThan(document.placed.length)
            const ids = document.data.blocks.slice(next.start, next.end).map(({ id }) => id)
            expect(ids.filter((id) => form().has(id))).toEqual([])
            const piece = Object.fromEntries(ids.map((id) => [id, blocks[id] ?? { text: '' }]))
            open.complete(tag, piece)
          }
          expect(form().isUnfinished).toBe(false)
        },
      ),
    )
  })

  it('are let go of where they cannot be made; the text itself stays', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const open = unmade(document)
        const tags = [...open.renditions.keys()]
        for (const tag of tags) open.giveUp(tag)
        expect([...open.renditions.keys()]).toEqual([document.data.canonicalScript])
        for (const tag of tags) open.complete(tag, {})
        expect([...open.renditions.keys()]).toEqual([document.data.canonicalScript])
      }),
    )
  })
})
