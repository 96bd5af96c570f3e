import * as fc from 'fast-check'
import type { Annotation } from '../../../../../core/annotation/annotation'
import { colors, paintKinds } from '../../../../../core/annotation/style'
import type { ExportScript } from '../../../../../core/app/export-request'
import type { Block, Container, Span } from '../../../../../core/document/block'
import { CanonicalDocument } from '../../../../../core/document/document'
import { type ExportModel, exportModel, notesOf } from '../../../../../core/exchange/export/model'
import { linesOf, visible } from '../../../../../core/exchange/export/visible'
import { OpenDocument } from '../../../../../core/publication/open-document'
import { convertBlocks } from '../../../../../core/script/conversion'
import { type ChineseScript, formsBeside } from '../../../../../core/script/conversion-forms'
import { textRange } from '../../../../../core/text/range'
import { anyDocument } from '../../../../support/documents'
import { annotationOf } from '../../../support/annotations'
import { publication } from '../../../support/report'
import { sourceOf } from './support'

/** A document of the model as the app opens it, in all its forms. */
export const openDocumentOf = ({ data }: CanonicalDocument): OpenDocument => {
  const script = data.canonicalScript as ChineseScript
  return new OpenDocument({
    document: data,
    renditions: formsBeside[script].map((tag) => ({
      tag,
      blocks: convertBlocks(data.blocks, script, tag),
    })),
    apparatus: { emendations: [], sic: [], kept: [], explanations: [], proposals: [] },
    provenance: { source: [], damage: [], editing: [], forms: [] },
    build: publication.build,
  })
}

/** Blocks that a format gave back, as a document. */
export const documentOfBlocks = (blocks: readonly Block[]): CanonicalDocument =>
  new CanonicalDocument({
    id: 'again',
    digest: 'test:again',
    canonicalScript: 'zh-Hant',
    source: { published: { kind: 'unknown' } },
    blocks,
  })

/** A document without notes, as it is exported in its own form. */
export const unmarkedModel = (document: CanonicalDocument): ExportModel =>
  exportModel(sourceOf([], { open: openDocumentOf(document) }), {
    script: document.data.canonicalScript === 'zh-Hans' ? 'hans' : 'hant',
    scope: 'text',
  })

/** A document with notes on it, to be exported in a form. */
interface MarkedDocument {
  readonly document: CanonicalDocument
  readonly annotations: readonly Annotation[]
  readonly script: ExportScript
}

export const exportOf = ({ document, annotations, script }: MarkedDocument): ExportModel =>
  exportModel(sourceOf(annotations, { open: openDocumentOf(document) }), { script, scope: 'text' })

/** Documents in a form, with marks of every colour on them, some with a note; each colour once. */
export const markedIn = (
  documents: fc.Arbitrary<CanonicalDocument>,
): fc.Arbitrary<MarkedDocument> =>
  fc
    .tuple(
      documents.filter(({ length }) => length > 0),
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean(), fc.constantFrom(...paintKinds)), {
        maxLength: colors.length,
      }),
      fc.constantFrom<ExportScript>('hant', 'hans', 'tw', 'hk'),
    )
    .map(([document, marks, script]) => {
      const annotations = marks.map(([at, long, hasNote, kind], i) => {
        const start = at % document.length
        const range = textRange(start, start + 1 + (long % (document.length - start)))
        const style = { color: colors[i] ?? 'yellow', kind }
        return annotationOf(document, range, { id: `m${i}`, note: hasNote ? '按' : '', style })
      })
      return { document, annotations, script }
    })

export const anyMarked = markedIn(anyDocument)

/** What every block reads as in the form of an export. */
export const shownBlocks = ({ documents: [{ open, scripts }] }: ExportModel): readonly string[] =>
  open.document.placed.map(({ block }) =>
    visible(open.renditionOf(scripts[0]).block(block.id).text),
  )

/** The words of each mark that is painted, by its colour, as the form has them, without line breaks. */
export const markedWords = (model: ExportModel): ReadonlyMap<string, string> =>
  new Map(
    notesOf(model).flatMap(({ place, annotation, quotes }): [string, string][] => {
      const isPainted = place && model.documents[0].open.isOnWords({ annotation, place })
      return isPainted ? [[annotation.style.color, linesOf(visible(quotes[0].text)).join('')]] : []
    }),
  )

/** The notes that the text shows a sign for. */
export const notesWithSigns = (model: ExportModel) =>
  notesOf(model).filter(({ place, annotation }) => place !== null && annotation.note !== '')

/** Names things by the order in which they are come upon, whatever they are called. */
class Names {
  readonly #numbers = new Map<string, number>()

  of(name: string): number {
    const number = this.#numbers.get(name) ?? this.#numbers.size
    this.#numbers.set(name, number)
    return number
  }
}

/** What blocks are to a reader: words, structure and spans, with all names made alike. */
export function likeness(blocks: readonly Block[]): readonly unknown[] {
  const containers = new Names()
  const notes = new Names()
  const containerOf = (container: Container): object =>
    container.kind === 'footnote'
      ? { kind: container.kind, id: notes.of(container.id) }
      : { ...container, id: containers.of(`${container.kind} ${container.id}`) }
  const spanOf = (span: Span): object => {
    if (span.kind === 'note-reference') return { ...span, noteId: notes.of(span.noteId) }
    if (span.kind !== 'link' || span.target.to === 'address') return span
    const { blockId } = span.target
    return { ...span, target: { to: 'block', at: blocks.findIndex(({ id }) => id === blockId) } }
  }
  return blocks.map(({ id: _id, spans = [], within = [], ...block }) => ({
    ...block,
    spans: spans.map((span) => JSON.stringify(spanOf(span))).toSorted(),
    within: within.map(containerOf),
  }))
}

/** A document without footnotes, which Markdown numbers itself and puts at the end. */
export const withoutNotes = ({ data: { blocks } }: CanonicalDocument): CanonicalDocument =>
  documentOfBlocks(
    blocks.map(({ spans = [], within = [], ...block }) => ({
      ...block,
      spans: spans.filter(({ kind }) => kind !== 'note-reference'),
      within: within.filter(({ kind }) => kind !== 'footnote'),
    })),
  )

/** Any document, in which some characters are such as Markdown takes for more than themselves. */
export const documentWithSigns = fc
  .tuple(anyDocument, fc.infiniteStream(fc.constantFrom(...'*_`~#|[]<>&!:\\-+=.1$^"/ab')))
  .map(([{ data }, signs]) =>
    documentOfBlocks(
      data.blocks.map((block) => ({
        ...block,
        text: block.text.replaceAll(/[aZ7()人之初]/gu, () => signs.next().value ?? ''),
      })),
    ),
  )
