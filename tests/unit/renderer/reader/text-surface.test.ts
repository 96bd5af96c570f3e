import * as fc from 'fast-check'
import { parseHTML } from 'linkedom'
import type { Block, Container, Span, SpanKind } from '../../../../core/document/block'
import { CanonicalDocument } from '../../../../core/document/document'
import { canonicalRendition, Rendition } from '../../../../core/script/rendition'
import { charactersOf, codePointLength, codePoints } from '../../../../core/text/code-points'
import { type TextRange, textRange } from '../../../../core/text/range'
import { type DomPoint, TextSurface } from '../../../../renderer/reader/text-surface'

const { window } = parseHTML('<!doctype html><body></body>')
Object.assign(globalThis, {
  document: window.document,
  Node: { DOCUMENT_POSITION_PRECEDING: 2, DOCUMENT_POSITION_FOLLOWING: 4 },
  Element: window.Element,
  StaticRange: function StaticRange(this: object, points: object) {
    Object.assign(this, points)
  },
})

/** The object that nodes of the small DOM have a method from. */
function prototypeWith(method: keyof Node): Node {
  let prototype: Node = window.document.createTextNode('')
  while (!Object.hasOwn(prototype, method)) prototype = Object.getPrototypeOf(prototype) as Node
  return prototype
}

/** The nodes from the outermost in. */
const pathTo = (node: Node): readonly Node[] =>
  node.parentNode === null ? [node] : [...pathTo(node.parentNode), node]

// The small DOM compares how deep nodes are, not where.
prototypeWith('compareDocumentPosition').compareDocumentPosition = function (
  this: Node,
  other: Node,
): number {
  if (this === other) return 0
  const path = pathTo(this)
  const others = pathTo(other)
  if (others.includes(this)) return Node.DOCUMENT_POSITION_FOLLOWING
  if (path.includes(other)) return Node.DOCUMENT_POSITION_PRECEDING
  const fork = path.findIndex((node, i) => node !== others[i])
  const siblings: readonly Node[] = [...(path[fork - 1]?.childNodes ?? [])]
  return siblings.indexOf(path[fork] as Node) < siblings.indexOf(others[fork] as Node)
    ? Node.DOCUMENT_POSITION_FOLLOWING
    : Node.DOCUMENT_POSITION_PRECEDING
}

const characters = fc.constantFrom(...'一二三四五天地玄黃宇宙洪荒a 𠮷𡃁')

const text = fc.array(characters, { minLength: 1, maxLength: 12 }).map((list) => list.join(''))

const spanKind: fc.Arbitrary<SpanKind> = fc.oneof(
  fc
    .constantFrom('emphasis', 'strong', 'code', 'deleted', 'superscript', 'subscript')
    .map((kind): SpanKind => ({ kind })),
  fc.constant<SpanKind>({ kind: 'link', target: { to: 'address', url: 'https://example.com/' } }),
  fc.constant<SpanKind>({ kind: 'ruby', reading: 'ㄉㄨˊ' }),
  fc.constant<SpanKind>({ kind: 'note-reference', noteId: 'n1' }),
  fc.constant<SpanKind>({ kind: 'picture', picture: { resource: 'a.png', description: '圖' } }),
)

const spansOf = (length: number): fc.Arbitrary<readonly Span[]> =>
  fc
    .array(fc.tuple(spanKind, fc.nat(length - 1), fc.integer({ min: 1, max: length })), {
      maxLength: 5,
    })
    .map((made) =>
      made
        .map(([kind, start, size]) => ({
          ...kind,
          range: textRange(start, Math.min(length, start + size)),
        }))
        .sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end),
    )

const container: fc.Arbitrary<Container> = fc.oneof(
  fc.constantFrom('q1', 'q2').map((id): Container => ({ kind: 'quotation', id })),
  fc
    .tuple(fc.constantFrom('l1', 'l2'), fc.constantFrom(null, 3), fc.nat(2))
    .map(([id, start, item]): Container => ({ kind: 'list', id, start, item })),
  fc
    .tuple(fc.nat(3), fc.nat(3), fc.integer({ min: 1, max: 2 }), fc.boolean())
    .map(([row, column, span, isHeader]): Container => {
      const place = { row, column, rowSpan: span, columnSpan: span, isHeader }
      return { kind: 'table', id: 't1', ...place }
    }),
  fc.constantFrom('n1', 'n2').map((id): Container => ({ kind: 'footnote', id, label: '1' })),
)

/** What a block is, but for its id. */
const anonymous = text.chain((words) => {
  const base = fc.record({
    text: fc.constant(words),
    spans: spansOf(codePointLength(words)),
    within: fc.array(container, { maxLength: 3 }),
  })
  return fc
    .tuple(base, fc.nat(codePointLength(words)))
    .chain(([made, runIn]) =>
      fc.constantFrom<Omit<Block, 'id'>>(
        { ...made, kind: 'paragraph', role: 'body', runIn: codePoints(runIn) } as Omit<Block, 'id'>,
        { ...made, kind: 'heading', level: 4 } as Omit<Block, 'id'>,
        { ...made, kind: 'code' } as Omit<Block, 'id'>,
        { ...made, kind: 'picture', resource: 'b.png' } as Omit<Block, 'id'>,
      ),
    )
})

/** Cells come in the order of the text. */
const inOrder = ({ within = [] }: Omit<Block, 'id'>, i: number) =>
  within.map((one) => (one.kind === 'table' ? { ...one, row: i >> 1, column: 3 * (i & 1) } : one))

const documents = fc.array(anonymous, { minLength: 1, maxLength: 6 }).map(
  (blocks) =>
    new CanonicalDocument({
      id: 'd',
      digest: 'sha256:0',
      canonicalScript: 'zh-Hant',
      source: { published: { kind: 'unknown' } },
      blocks: blocks.map(
        (block, i) => ({ ...block, id: `b${i}`, within: inOrder(block, i) }) as Block,
      ),
    }),
)

/** A form in which each block is written with other characters, and a stretch of it with more of them. */
const longer = (document: CanonicalDocument): Rendition =>
  new Rendition(document, {
    tag: 'zh-Hans',
    blocks: Object.fromEntries(
      document.data.blocks.map(({ id, text: words }) => {
        const list = charactersOf(words)
        const start = list.length >> 2
        const end = Math.max(start + 1, list.length >> 1)
        const rendered = [...list.slice(0, start), '𠀀', '乙', '丙', '丁', ...list.slice(end)]
        const stretch = { canonical: textRange(start, end), rendered: textRange(start, start + 4) }
        return [id, { text: rendered.join(''), stretches: [stretch] }]
      }),
    ),
  })

const surfaceOf = (document: CanonicalDocument) => {
  const surface = new TextSurface(canonicalRendition(document))
  const article = window.document.createElement('article')
  article.append(...surface.chunks.map(({ element }) => element))
  for (const chunk of surface.chunks) surface.update(chunk)
  return { surface, article }
}

/** A range of the page, as far as one is asked: the small DOM's own knows no text. */
const domRange = (start: DomPoint, end: DomPoint): Range => {
  const isBefore = (a: Node, b: Node) =>
    a !== b && (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  return {
    startContainer: start.node,
    startOffset: start.offset,
    endContainer: end.node,
    endOffset: end.offset,
    intersectsNode: (node: Node) =>
      node.contains(start.node) ||
      node.contains(end.node) ||
      (isBefore(start.node, node) && isBefore(node, end.node)),
  } as unknown as Range
}

const textNodesOf = (root: Node): readonly Text[] =>
  [...root.childNodes].flatMap((node) => (node.nodeType === 3 ? [node as Text] : textNodesOf(node)))

/** The words between two places in the page. */
function wordsIn(root: Node, range: AbstractRange): string {
  const nodes = textNodesOf(root)
  const first = nodes.indexOf(range.startContainer as Text)
  const last = nodes.indexOf(range.endContainer as Text)
  return nodes
    .slice(first, last + 1)
    .map((node, i) =>
      node.data.slice(
        i === 0 ? range.startOffset : 0,
        first + i === last ? range.endOffset : undefined,
      ),
    )
    .join('')
}

const withRange = documents.chain((document) =>
  fc.tuple(
    fc.constant(document),
    fc
      .tuple(fc.nat(document.length), fc.nat(document.length))
      .map(([a, b]) => textRange(Math.min(a, b), Math.max(a, b))),
  ),
)

const holds = <T extends [unknown]>(property: fc.IProperty<T>): void =>
  fc.assert(property, { numRuns: 100 })

it('shows every block once, in order, and no text besides, in every form', () => {
  holds(
    fc.property(documents, (document) => {
      const { surface, article } = surfaceOf(document)
      const nodes = textNodesOf(article)
      for (const rendition of [canonicalRendition(document), longer(document)]) {
        surface.show(rendition)
        for (const chunk of surface.chunks) surface.update(chunk)
        const shown = [...article.querySelectorAll('[data-block]')]
        expect(shown.map((element) => element.textContent)).toEqual(
          document.data.blocks.map(({ id }) => rendition.block(id).text),
        )
        expect(article.textContent).toBe(shown.map((element) => element.textContent).join(''))
        expect(textNodesOf(article)).toEqual(nodes)
      }
    }),
  )
})

it('paints the same passage in every form', () => {
  holds(
    fc.property(withRange, ([document, range]) => {
      const { surface, article } = surfaceOf(document)
      for (const rendition of [canonicalRendition(document), longer(document)]) {
        surface.show(rendition)
        const painted = surface.rangesOf(range).map((part) => wordsIn(article, part))
        expect(painted.join('')).toBe(rendition.slice(range).replaceAll('\n', ''))
      }
    }),
  )
})

/** What is selected in a form, as the passage that it shows. */
function selectedAgain(document: CanonicalDocument, rendition: Rendition, range: TextRange) {
  const { surface } = surfaceOf(document)
  surface.show(rendition)
  const start = surface.pointAt(range.start, 'after')
  const end = surface.pointAt(range.end, 'before')
  const found = start && end && surface.canonicalRange(domRange(start, end))
  if (found === undefined) throw new Error('A place is in no block')
  return found
}

it('knows of what is selected which passage it is', () => {
  holds(
    fc.property(withRange, ([document, range]) => {
      fc.pre(range.start < range.end)
      expect(selectedAgain(document, canonicalRendition(document), range)).toEqual(range)
    }),
  )
})

it('selects, where a stretch has another length, what shows the same, and nothing narrower', () => {
  holds(
    fc.property(withRange, ([document, range]) => {
      fc.pre(range.start < range.end)
      const rendition = longer(document)
      const found = selectedAgain(document, rendition, range)
      expect(found.start).toBeLessThanOrEqual(range.start)
      expect(found.end).toBeGreaterThanOrEqual(range.end)
      expect(rendition.slice(found)).toBe(rendition.slice(range))
    }),
  )
})

it('knows the character at every place in the page', () => {
  holds(
    fc.property(documents, (document) => {
      const { surface } = surfaceOf(document)
      for (const { block, range } of document.placed) {
        const element = surface.elementOf(block.id) as HTMLElement
        let at = 0
        for (const node of textNodesOf(element)) {
          let unit = 0
          for (const character of charactersOf(node.data)) {
            expect(surface.offsetAt({ node, offset: unit })).toBe(range.start + at)
            unit += character.length
            at++
          }
        }
        const children = [...element.childNodes]
        for (const child of children.filter(({ textContent }) => textContent !== '')) {
          const i = children.indexOf(child)
          const before = children.slice(0, i).map(({ textContent }) => textContent)
          expect(surface.offsetAt({ node: element, offset: i })).toBe(
            range.start + codePointLength(before.join('')),
          )
        }
      }
    }),
  )
})

it('puts each block into what it stands in', () => {
  const around = { quotation: 'BLOCKQUOTE', list: 'LI', table: 'TR', footnote: 'ASIDE' } as const
  holds(
    fc.property(documents, (document) => {
      const { surface, article } = surfaceOf(document)
      for (const { block } of document.placed) {
        const tags: string[] = []
        let element = surface.elementOf(block.id)?.parentElement
        for (; element && element !== article; element = element.parentElement) {
          if (Object.values(around).includes(element.tagName as 'LI')) tags.unshift(element.tagName)
        }
        expect(tags).toEqual((block.within ?? []).map(({ kind }) => around[kind]))
      }
    }),
  )
})

/** A text of several chunks. */
const longText = new CanonicalDocument({
  id: 'd',
  digest: 'sha256:0',
  canonicalScript: 'zh-Hant',
  source: { published: { kind: 'unknown' } },
  blocks: Array.from({ length: 10 }, (_, i) => ({
    id: `b${i}`,
    kind: 'paragraph',
    role: 'body',
    runIn: codePoints(0),
    text: '天地玄黃宇宙洪荒𠮷'.repeat(100),
  })),
})
const longForms = [canonicalRendition(longText), longer(longText)]

/** What can happen in the middle of a switch: another one, a chunk being done, a passage being asked for. */
const happening = fc.oneof(
  fc.record({ show: fc.nat(1) }),
  fc.record({ update: fc.nat(9) }),
  fc
    .tuple(fc.nat(longText.length), fc.nat(longText.length))
    .map(([a, b]) => ({ ask: textRange(Math.min(a, b), Math.max(a, b)) })),
)

it('keeps every address right at every moment of a switch', () => {
  expect(new TextSurface(canonicalRendition(longText)).chunks.length).toBeGreaterThan(2)
  fc.assert(
    fc.property(
      fc.array(happening, { maxLength: 8 }),
      fc.nat(9),
      fc.nat(899),
      (happenings, b, at) => {
        const { surface, article } = surfaceOf(longText)
        for (const happens of happenings) {
          if ('show' in happens) surface.show(longForms[happens.show] as Rendition)
          if ('update' in happens) {
            const chunk = surface.chunks[happens.update % surface.chunks.length]
            if (chunk !== undefined) surface.update(chunk)
          }
          const asked = 'ask' in happens ? happens.ask : textRange(0, 0)
          const painted = surface.rangesOf(asked).map((part) => wordsIn(article, part))
          const shown = surface.rendition.peek().slice(asked)
          expect(painted.join('')).toBe(shown.replaceAll('\n', ''))
          // What is read out of the page goes by the form that stands there, which may be the former.
          const placed = longText.placed[b] as (typeof longText.placed)[number]
          const element = surface.madeElementOf(placed.block.id) as HTMLElement
          const standing = longForms.find(
            (form) => form.block(placed.block.id).text === element.textContent,
          )
          const [node] = textNodesOf(element)
          const characters = charactersOf(element.textContent ?? '')
          const nth = at % characters.length
          const unit = characters.slice(0, nth).join('').length
          expect(surface.offsetAt({ node: node ?? element, offset: unit })).toBe(
            standing?.fromBlock(placed, textRange(nth, nth + 1)).start,
          )
        }
      },
    ),
    { numRuns: 25 },
  )
})
