import * as fc from 'fast-check'
import { CanonicalDocument, type PlacedBlock } from '../../../../core/document/document'
import { applyRepairs } from '../../../../core/repair/apply'
import { proposeRepairs } from '../../../../core/repair/propose'
import { convertBlocks } from '../../../../core/script/conversion'
import { type ChineseScript, formsBeside } from '../../../../core/script/conversion-forms'
import { correctForms, type PlacedCorrection } from '../../../../core/script/correction'
import {
  canonicalRendition,
  Rendition,
  type RenditionData,
} from '../../../../core/script/rendition'
import { charactersOf, codePointLength, codePoints } from '../../../../core/text/code-points'
import { type TextRange, textRange } from '../../../../core/text/range'
import { isInOneScript } from '../../../../core/text/script-tag'
import { anyDocument } from '../../../support/documents'

const scriptOf = ({ data }: CanonicalDocument) => data.canonicalScript as ChineseScript

/** The forms that conversion makes of a document. */
const formsMade = (document: CanonicalDocument): readonly RenditionData[] =>
  formsBeside[scriptOf(document)].map((tag) => ({
    tag,
    blocks: convertBlocks(document.data.blocks, scriptOf(document), tag),
  }))

/** A document with repairs, and every form that it has: its own, those made, as in the file, and corrected. */
const inEveryForm = fc
  .tuple(anyDocument, fc.infiniteStream(fc.boolean()), fc.constantFrom('一', '兩字', '𠮷𠮷𠮷'))
  .map(([source, taken, reading]) => {
    const repairs = proposeRepairs(source).filter(() => taken.next().value as boolean)
    const { blocks, asFound } = applyRepairs(source.data.blocks, repairs)
    const document = new CanonicalDocument({ ...source.data, blocks })
    const made = formsMade(document)
    const corrections = made.slice(0, 1).flatMap(({ tag, blocks: written }) =>
      document.placed.flatMap(({ block, range }): readonly PlacedCorrection[] => {
        const [character] = charactersOf(block.text)
        const [found] = charactersOf(written[block.id]?.text ?? '')
        if (character === undefined || found === undefined || !isInOneScript(tag)) return []
        return [
          { id: block.id, character, tag, found, readings: { [tag]: reading }, at: range.start },
        ]
      }),
    )
    const corrected = correctForms(document, made, corrections)
    const forms = [
      canonicalRendition(document),
      ...made.map((data) => new Rendition(document, data)),
      ...corrected.renditions.map((data) => new Rendition(document, data)),
      new Rendition(document, { tag: 'source', blocks: asFound }),
    ]
    return { source, document, forms }
  })

/** A range of a block, which holds something, by two numbers. */
function rangeIn({ range }: PlacedBlock, a: number, b: number): TextRange | undefined {
  const length = range.end - range.start
  if (length === 0) return undefined
  const from = range.start + (a % length)
  return textRange(from, from + 1 + (b % (range.end - from)))
}

/** What of a range comes back from a form, block by block. */
const thereAndBack = (form: Rendition, placed: PlacedBlock, range: TextRange): TextRange => {
  const there = form.inBlock(placed, range)
  if (there === undefined) throw new Error('Nothing of it is shown')
  return form.fromBlock(placed, there)
}

describe('any document, in any form', () => {
  it('has every address again that it was asked for: the same, or wider by what changes as a whole', () => {
    fc.assert(
      fc.property(inEveryForm, fc.nat(), fc.nat(), ({ document, forms }, a, b) => {
        for (const form of forms) {
          for (const placed of document.placed) {
            const range = rangeIn(placed, a, b)
            if (range === undefined) continue
            const back = thereAndBack(form, placed, range)
            expect(back.start).toBeLessThanOrEqual(range.start)
            expect(back.end).toBeGreaterThanOrEqual(range.end)
            // What it came back as has found its edges: it comes back as itself.
            expect(thereAndBack(form, placed, back)).toEqual(back)
          }
        }
      }),
    )
  })

  it('has just the same addresses in a form that conversion made', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), fc.nat(), (document, a, b) => {
        for (const form of formsMade(document).map((data) => new Rendition(document, data))) {
          for (const placed of document.placed) {
            const range = rangeIn(placed, a, b)
            if (range === undefined) continue
            expect(thereAndBack(form, placed, range)).toEqual(range)
          }
        }
      }),
    )
  })

  it('shows all of itself, and nothing twice: its parts are the whole', () => {
    fc.assert(
      fc.property(inEveryForm, fc.nat(), ({ document, forms }, cut) => {
        for (const form of forms) {
          for (const placed of document.placed) {
            const { text } = form.block(placed.block.id)
            const whole = form.slice(placed.range)
            // Where a block is empty, nothing of it is asked for.
            if (codePointLength(placed.block.text) === 0) continue
            expect(whole).toBe(text)
            const length = placed.range.end - placed.range.start
            const middle = placed.range.start + (cut % length)
            const at = thereAndBack(form, placed, textRange(middle, middle + 1))
            const parts = [
              textRange(placed.range.start, at.start),
              at,
              textRange(at.end, placed.range.end),
            ].map((part) => (part.start < part.end ? form.slice(part) : ''))
            expect(parts.join('')).toBe(text)
          }
        }
      }),
    )
  })

  it('is as in its file in the form that says so', () => {
    fc.assert(
      fc.property(inEveryForm, ({ source, document, forms }) => {
        const asFound = forms.find(({ tag }) => tag === 'source')
        expect(document.placed.map(({ block }) => asFound?.block(block.id).text).join('\n')).toBe(
          source.text,
        )
      }),
    )
  })

  it('keeps the ranges of its spans within its blocks, whatever is repaired', () => {
    fc.assert(
      fc.property(inEveryForm, ({ document }) => {
        for (const { text, spans = [] } of document.data.blocks) {
          for (const { range } of spans) {
            expect(range.start).toBeLessThan(range.end)
            expect(range.end).toBeLessThanOrEqual(codePoints(codePointLength(text)))
          }
        }
      }),
    )
  })
})
