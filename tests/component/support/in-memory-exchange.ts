import {
  type AnnotationMap,
  applyChangeSet,
  type ChangeSet,
} from '../../../core/annotation/change-set'
import type { ExportPreview, ExportRequest } from '../../../core/app/export-request'
import { type Settings, spokenIn, type UiLanguage } from '../../../core/app/settings'
import type { DocumentIds, ExportOutcome } from '../../../core/contract/contract'
import type { AnnotatedDocument, ExportSource } from '../../../core/exchange/export/model'
import { messagesIn } from '../../../core/messages/language'
import { type ExportTools, exportToCopy, previewExport } from '../../../main/exchange/export'
import { Importer } from '../../../main/exchange/import'
import type { Workspace } from '../../../main/workspace'
import { importLibrary } from '../../unit/support/import-library'

interface ExchangeOptions {
  readonly workspace: Workspace
  /** Documents of the library that are not open, with the notes on them. */
  readonly elsewhere: readonly AnnotatedDocument[]
  /** The reader's templates for export, by name. */
  readonly templates: Readonly<Record<string, string>>
  readonly settings: () => Settings
  readonly systemLanguage: UiLanguage
}

/** Exports and imports by main's own code, with files that a test names and none that is written. */
export class InMemoryExchange {
  readonly #options: ExchangeOptions
  /** The notes that were imported into documents that are not open, by the document. */
  readonly importedElsewhere = new Map<string, AnnotationMap>()
  #importer: Importer | undefined

  constructor(options: ExchangeOptions) {
    this.#options = options
  }

  /** The documents that are there, each with its notes; the open one first. */
  get documents(): readonly AnnotatedDocument[] {
    const { workspace, elsewhere } = this.#options
    const annotations = [...workspace.annotations.values()]
    return [{ open: workspace.open, annotations }, ...elsewhere]
  }

  async export(documentIds: DocumentIds, request: ExportRequest): Promise<ExportOutcome> {
    const preview = await this.previewExport(documentIds, request)
    if (preview.kind !== 'preview') return { kind: 'nothing-to-export' }
    const { count, notes } = preview
    return { kind: 'written', file: '/home/reader/notes', count, notes, unreadable: [] }
  }

  async previewExport(documentIds: DocumentIds, request: ExportRequest): Promise<ExportPreview> {
    const source = this.#sourceOf(documentIds)
    if (source === undefined) return { kind: 'nothing-to-export' }
    return previewExport(request, source, this.#tools)
  }

  async copy(documentIds: DocumentIds, request: ExportRequest) {
    const source = this.#sourceOf(documentIds)
    if (source === undefined) return { kind: 'nothing-to-export' } as const
    return exportToCopy(request, source, this.#tools)
  }

  async previewImport(file: string, documentId: string) {
    const { workspace } = this.#options
    const annotationsOn = (id: string): AnnotationMap =>
      id === workspace.id ? workspace.annotations : (this.importedElsewhere.get(id) ?? new Map())
    const takeElsewhere = (id: string, set: ChangeSet) => {
      this.importedElsewhere.set(id, applyChangeSet(annotationsOn(id), set))
      return { done: true, gesture: set.gesture, changed: [] } as const
    }
    this.#importer = new Importer({
      ...importLibrary(() => this.documents.map(({ open }) => open), annotationsOn),
      take: async (id, imported) => {
        if (id === workspace.id) return workspace.import(imported)
        const { changes } = imported
        return takeElsewhere(id, { gesture: 'import', at: new Date().toISOString(), changes })
      },
      keepFor: async (id, _, set) => takeElsewhere(id, set),
    })
    return this.#importer.preview(file, documentId)
  }

  async confirmImport(token: string) {
    return this.#importer?.confirm(token) ?? ({ kind: 'gone' } as const)
  }

  get #tools(): ExportTools {
    const unused = () => Promise.reject(new Error('Nothing is printed'))
    return {
      pdf: { fontFaces: unused, print: unused },
      templates: { read: async (name) => this.#options.templates[name] ?? { kind: 'gone' } },
    }
  }

  /** The documents asked for, with their notes; nothing where none of them is there. */
  #sourceOf(documentIds: DocumentIds): ExportSource | undefined {
    const { settings, systemLanguage } = this.#options
    const [first, ...others] = documentIds
      .map((id) => this.documents.find(({ open }) => open.id === id))
      .filter((document) => document !== undefined)
    if (first === undefined) return undefined
    const now = settings()
    return {
      documents: [first, ...others],
      messages: messagesIn[spokenIn(now, systemLanguage)],
      colorNames: now.colorNames,
      appVersion: '0.0.0',
      now: new Date().toISOString(),
    }
  }
}
