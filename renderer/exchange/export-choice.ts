import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { isFiltering } from '../../core/annotation/note-filter'
import {
  type ExportExtra,
  type ExportFormat,
  type ExportRequest,
  type ExportScope,
  type ExportScript,
  exportExtras,
  referenceFormats,
  textFormats,
} from '../../core/app/export-request'
import type { DocumentIds, PiyueApi } from '../../core/contract/contract'
import type { ScriptTag } from '../../core/text/script-tag'
import type { DocumentsMeant } from '../state/library'
import type { ExportDialogProps } from './export-dialog'

const scriptFor: Readonly<Record<ScriptTag, ExportScript>> = {
  'zh-Hant': 'hant',
  'zh-Hans': 'hans',
  'zh-Hant-TW': 'tw',
  'zh-Hant-HK': 'hk',
  zh: 'written',
  source: 'source',
}

/** Which documents are exported: the open one, those picked out or listed in the library, or all with notes. */
type DocumentsChoice = 'open' | DocumentsMeant['by'] | 'all'

interface Choice {
  readonly documents: DocumentsChoice
  /** All notes on the open document, or those that the filter of the column lets through. */
  readonly which: 'all' | 'shown'
  readonly format: ExportFormat
  readonly script: ExportScript
  readonly scope: ExportScope
  readonly extras: readonly ExportExtra[]
  readonly template: string | undefined
}

/** The documents of the library that have marks; none until they are known. */
function useAnnotatedDocuments(api: Pick<PiyueApi, 'listDocuments'>): readonly string[] {
  const annotated = useSignal<readonly string[]>([])
  useEffect(() => {
    const load = async () => {
      const documents = await api.listDocuments()
      // Where marks cannot be counted, the export says so.
      annotated.value = documents
        .filter(({ counts }) => counts?.annotations !== 0)
        .map(({ id }) => id)
    }
    void load()
  }, [api, annotated])
  return annotated.value
}

/** What the reader has chosen so far, and what there is to choose from. */
export function useExportChoice(props: ExportDialogProps) {
  const { api, documentId, documents: picked, annotations, list, ids } = props
  const annotated = useAnnotatedDocuments(api)
  const choice = useSignal<Choice>({
    documents: picked ? picked.by : annotations.peek().size > 0 ? 'open' : 'all',
    which: isFiltering(list.filter.peek()) ? 'shown' : 'all',
    format: 'markdown',
    script: scriptFor[props.shown],
    scope: 'passages',
    extras: exportExtras,
    template: undefined,
  })
  const templates = useSignal<readonly string[]>([])
  useEffect(() => {
    const load = async () => {
      templates.value = await api.exportTemplates()
    }
    void load()
  }, [api, templates])
  const { documents, which, format, script, scope, extras, template } = choice.value
  const pickedIds = picked?.ids ?? []
  const meant = { open: [documentId], selected: pickedIds, listed: pickedIds, all: annotated }
  const [first = documentId, ...others] = meant[documents]
  const documentIds: DocumentIds = [first, ...others]
  const isNarrowed = ids === undefined && documents === 'open' && isFiltering(list.filter.value)
  const named = ids ?? (isNarrowed && which === 'shown' ? list.shownIds : undefined)
  const request: ExportRequest = {
    format,
    script,
    ...(hasScopes(choice.value) ? { scope } : {}),
    ...(hasExtras(choice.value) ? { extras: [...extras] } : {}),
    ...(format === 'pdf' && props.isVertical ? { vertical: true } : {}),
    ...(template === undefined ? {} : { template }),
    ...(named === undefined ? {} : { ids: [...named] }),
  }
  return {
    request,
    documentIds,
    choice: choice.value,
    documents: ids === undefined ? choicesOf(meant, picked?.by ?? 'open') : [],
    isNarrowed,
    templates: templates.value,
    choose: (part: Partial<Choice>) => {
      choice.value = { ...choice.peek(), ...part }
    },
  }
}

/**
 * Whether what is exported has things to leave out: JSON has all, a template says itself what it has, and
 * so do the formats of references.
 */
export const hasExtras = ({ format, template }: Pick<Choice, 'format' | 'template'>): boolean =>
  format !== 'json' && !referenceFormats.includes(format) && template === undefined

/** Whether the file can hold the passages or the whole text. A PDF holds the text, and a template what it names. */
export const hasScopes = ({ format, template }: Pick<Choice, 'format' | 'template'>): boolean =>
  format !== 'pdf' && textFormats.includes(format) && template === undefined

/** The choices of documents that make a difference. */
function choicesOf(
  meant: Readonly<Record<DocumentsChoice, readonly string[]>>,
  first: DocumentsChoice,
) {
  return ([first, 'all'] as const)
    .map((value) => ({ value, count: meant[value].length }))
    .filter(({ value }) => value !== 'all' || meant.all.some((id) => !meant.open.includes(id)))
}
