import * as fc from 'fast-check'
import type { Block, Container } from '../../../../core/document/block'
import { nestedSpans } from '../../../../core/document/nested-spans'
import { type Structure, structureOf } from '../../../../core/document/structure'
import { readHtml } from '../../../../core/formats/html'
import { codePointLength } from '../../../../core/text/code-points'
import { anyDocument } from '../../../support/documents'

interface Standing {
  readonly block: Block
}

const standingIn = (blocks: readonly Block[]): readonly Standing[] =>
  blocks.map((block) => ({ block }))

/** The blocks in the order in which they are come upon, each with the kinds of what it stands in. */
function walked(
  content: readonly Structure<Standing>[],
  around: readonly Container['kind'][] = [],
): readonly (readonly [Block, readonly Container['kind'][]])[] {
  return content.flatMap((one) => {
    const within = one.kind === 'block' ? around : [...around, one.kind]
    switch (one.kind) {
      case 'block':
        return [[one.standing.block, around] as const]
      case 'quotation':
      case 'footnote':
        return walked(one.content, within)
      case 'list':
        return one.items.flatMap((item) => walked(item.content, within))
      case 'table':
        return one.rows.flat().flatMap((cell) => walked(cell.content, within))
    }
  })
}

describe('the structure of a text', () => {
  it('has every block once, in the order of the text, in what it stands in', () => {
    fc.assert(
      fc.property(anyDocument, ({ data: { blocks } }) => {
        expect(walked(structureOf(standingIn(blocks)))).toEqual(
          blocks.map((block) => [block, (block.within ?? []).map(({ kind }) => kind)]),
        )
      }),
    )
  })

  it('has tables whose rows are as long as one another, with the cells that hold nothing', () => {
    const { blocks } = readHtml(
      '<table><tr><th rowspan=2>a</th><td></td><td>b</td></tr><tr><td>c</td></tr><tr></tr><tr><td colspan=2>d</td></tr></table>',
    )
    const [table] = structureOf(standingIn(blocks))
    expect(table?.kind).toBe('table')
    if (table?.kind !== 'table') return
    expect(table.columns).toBe(3)
    const lengths = table.rows.map((row) => row.map(({ columnSpan }) => columnSpan))
    expect(lengths).toEqual([
      [1, 1, 1],
      [1, 1],
      [1, 1, 1],
      [2, 1],
    ])
    expect(table.rows.map((row) => row.map(({ column }) => column))).toEqual([
      [0, 1, 2],
      [1, 2],
      [0, 1, 2],
      [0, 2],
    ])
  })
})

describe('spans one within another', () => {
  it('part a text without gaps, and each character stands in the spans that hold it', () => {
    fc.assert(
      fc.property(anyDocument, ({ data: { blocks } }) => {
        for (const { text, spans = [] } of blocks) {
          const length = codePointLength(text)
          const texts: (readonly [number, number, readonly unknown[]])[] = []
          const walk = (content: ReturnType<typeof nestedSpans>, around: readonly unknown[]) => {
            for (const one of content) {
              if (one.kind === 'text') texts.push([one.range.start, one.range.end, around])
              else walk(one.content, [...around, one.span])
            }
          }
          walk(nestedSpans(spans, length), [])
          expect(texts.map(([start]) => start)).toEqual([
            0,
            ...texts.slice(0, -1).map(([, end]) => end),
          ])
          expect(texts.at(-1)?.[1]).toBe(length)
          for (const [start, end, around] of texts) {
            const holding = spans.filter(({ range }) => range.start <= start && end <= range.end)
            expect(new Set(around)).toEqual(new Set(length === 0 ? [] : holding))
          }
        }
      }),
    )
  })
})
