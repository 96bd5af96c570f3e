import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Annotation } from '../../../../core/annotation/annotation'
import {
  type AnnotationMap,
  applyChangeSet,
  type ChangeSet,
} from '../../../../core/annotation/change-set'
import type { OpenDocument } from '../../../../core/publication/open-document'
import { Importer } from '../../../../main/exchange/import'
import { noon } from '../../support/annotations'
import { importLibrary } from '../../support/import-library'
import { madeDocument } from '../../support/made-document'
import { openReport } from '../../support/report'
import { newFolder } from '../cli/support'

export const novel = madeDocument(
  '石頭記\n第一回 甄士隱夢幻識通靈\n說起根由雖近荒唐，細按則深有趣味。待在下將此來歷註明，方使閱者了然不惑。',
)
export const whale = madeDocument(
  'Call me Ishmael.\nSome years ago, never mind how long precisely.',
  null,
)
export const everything = [openReport, novel, whale] as const

const throwFrom = (errors: ReadonlyMap<string, Error>, documentId: string) => {
  const error = errors.get(documentId)
  if (error !== undefined) throw error
}

/** A library in memory, with what each import did to it. */
export class Shelf {
  readonly notes = new Map<string, AnnotationMap | null>()
  readonly sets: { readonly documentId: string; readonly set: ChangeSet }[] = []
  readonly readOnly = new Set<string>()
  /** What is thrown where something is brought into a document, or its text is asked for. */
  readonly refusing = new Map<string, Error>()
  readonly unreadable = new Map<string, Error>()
  /** What was kept for documents that are not there. */
  readonly kept: { readonly documentId: string; readonly title: string }[] = []
  readonly importer: Importer
  readonly #file = path.join(newFolder(), 'x.json')

  constructor(documents: readonly OpenDocument[]) {
    const library = importLibrary(
      () => documents,
      (id) => this.annotationsOn(id),
    )
    this.importer = new Importer({
      ...library,
      documentOf: async (documentId) => {
        throwFrom(this.unreadable, documentId)
        return library.documentOf(documentId)
      },
      keepFor: async (documentId, title, set) => {
        throwFrom(this.refusing, documentId)
        this.kept.push({ documentId, title })
        this.sets.push({ documentId, set })
        this.notes.set(documentId, applyChangeSet(this.annotationsOn(documentId) ?? new Map(), set))
        return { done: true, gesture: set.gesture, changed: [] }
      },
      take: async (documentId, { changes }) => {
        throwFrom(this.refusing, documentId)
        const set = { gesture: 'import', at: noon, changes } as const
        if (this.readOnly.has(documentId)) return { done: false, reason: 'read-only' }
        this.sets.push({ documentId, set })
        this.notes.set(documentId, applyChangeSet(this.annotationsOn(documentId) ?? new Map(), set))
        return { done: true, gesture: set.gesture, changed: [] }
      },
    })
  }

  annotationsOn(documentId: string): AnnotationMap | null {
    const notes = this.notes.get(documentId)
    return notes === undefined ? new Map() : notes
  }

  listOn({ id }: OpenDocument): readonly Annotation[] {
    return [...(this.annotationsOn(id)?.values() ?? [])]
  }

  import(json: string, open: OpenDocument = openReport) {
    writeFileSync(this.#file, json)
    return this.importer.importFile(this.#file, open.id)
  }

  preview(json: string, open: OpenDocument = openReport) {
    writeFileSync(this.#file, json)
    return this.importer.preview(this.#file, open.id)
  }
}
