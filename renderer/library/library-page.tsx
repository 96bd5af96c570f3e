import { FileDown, FolderOpen, Search, X } from 'lucide'
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { libraryOrders } from '../../core/app/document-list'
import type { LibraryHit } from '../../core/app/library-findings'
import type { DocumentsMeant, Library } from '../state/library'
import { usePreferences } from '../state/preferences'
import { Icon, IconButton } from '../ui/icon'
import { SelectField } from '../ui/select-field'
import { isComposing, typedInto } from '../ui/typing'
import { AbsentDocuments } from './absent-documents'
import { DocumentRow } from './document-row'
import { LibraryFindings } from './library-findings'

interface LibraryPageProps {
  readonly library: Library
  /** The document that is open. */
  readonly openId: string
  readonly onOpen: (documentId: string) => void
  readonly onOpenFile: () => void
  readonly onCite: (documentId: string) => void
  readonly onExport: (documents: DocumentsMeant) => void
  /** Takes the reader to what was found in a document. */
  readonly onGo: (documentId: string, hit: LibraryHit) => void
}

/** All documents, as a page to choose from. */
export function LibraryPage(props: LibraryPageProps) {
  const { library, onOpenFile, onExport, onGo } = props
  const words = usePreferences().messages.value.library
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), [])
  return (
    <section
      class="library"
      data-region="library"
      aria-label={words.title}
      onKeyDown={(event) => moveInList(event, field.current, list.current)}
    >
      <LibraryHead library={library} onOpenFile={onOpenFile} />
      <div class="library-scroll">
        <div class="library-page">
          <LibraryTools {...props} field={field} />
          <div ref={list}>
            <Documents {...props} />
            <LibraryFindings library={library} onGo={onGo} />
          </div>
          <AbsentDocuments
            documents={library.absent.value}
            onOpenFile={onOpenFile}
            onExport={(documentId) => onExport({ by: 'selected', ids: [documentId] })}
            onRestore={(document) => void library.restore(document)}
          />
          <p class="library-hint">{words.dropHere}</p>
        </div>
      </div>
    </section>
  )
}

function LibraryHead({ library, onOpenFile }: Pick<LibraryPageProps, 'library' | 'onOpenFile'>) {
  const preferences = usePreferences()
  const words = preferences.messages.value.library
  return (
    <div class="library-head">
      <h2>{words.title}</h2>
      <button
        type="button"
        class="primary-button"
        aria-label={words.open}
        title={`${words.open} (${preferences.keysOf('open')})`}
        onClick={onOpenFile}
      >
        <Icon of={FolderOpen} />
        <span>{words.open}</span>
      </button>
      <IconButton icon={X} label={words.close} keys="Esc" onClick={() => library.close()} />
    </div>
  )
}

type LibraryToolsProps = Pick<LibraryPageProps, 'library' | 'onOpen' | 'onExport'> & {
  readonly field: RefObject<HTMLInputElement | null>
}

/** What is looked for, in which order, and what is done with what was picked out. */
function LibraryTools({ library, onOpen, onExport, field }: LibraryToolsProps) {
  const words = usePreferences().messages.value.library
  return (
    <div class="library-tools" role="search" aria-label={words.find}>
      <label class="query-field">
        <Icon of={Search} size={16} />
        <input
          ref={field}
          type="search"
          aria-label={words.find}
          placeholder={words.find}
          defaultValue={library.query.peek()}
          {...typedInto((text) => {
            library.query.value = text
          })}
          onKeyDown={(event) => {
            const [first] = library.shownIds
            if (event.key === 'Enter' && !isComposing(event) && first) onOpen(first)
          }}
        />
      </label>
      <SelectField
        label={words.sort}
        value={library.order.value}
        options={libraryOrders.map((value) => ({ value, label: words.orders[value] }))}
        onChange={(order) => {
          library.order.value = order
        }}
      />
      <button
        type="button"
        class="quiet-button"
        disabled={library.meant.ids.length === 0}
        onClick={() => onExport(library.meant)}
      >
        <Icon of={FileDown} size={16} />
        <span>{words.exportNotes(library.selectedIds.length)}</span>
      </button>
    </div>
  )
}

type DocumentsProps = Pick<LibraryPageProps, 'library' | 'openId' | 'onOpen' | 'onCite'>

/** The documents that are looked for, and how many they are. */
function Documents({ library, openId, onOpen, onCite }: DocumentsProps) {
  const words = usePreferences().messages.value.library
  const shown = library.shown.value
  return (
    <>
      <ul class="documents" aria-label={words.documents} aria-busy={shown === null}>
        {shown?.map((document) => (
          <DocumentRow
            key={document.id}
            document={document}
            isOpen={document.id === openId}
            isSelected={library.isSelected(document.id)}
            onSelect={() => library.toggleSelected(document.id)}
            isRemoved={library.removed.value.has(document.id)}
            onOpen={() => onOpen(document.id)}
            onCite={() => onCite(document.id)}
            onRemove={() => void library.remove(document)}
            onRestore={() => void library.restore(document)}
          />
        ))}
      </ul>
      {shown !== null && (
        <p class="library-count" role="status">
          {shown.length === 0 ? words.none : words.shown(library.shownIds.length)}
        </p>
      )}
    </>
  )
}

/**
 * The arrow keys go from the field into the list, along its documents, and back; Home and End to the first
 * and the last.
 */
function moveInList(
  event: KeyboardEvent,
  field: HTMLInputElement | null,
  list: HTMLElement | null,
): void {
  if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return
  const focused = document.activeElement
  const rows = Array.from(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])
  const at = rows.findIndex((row) => row.closest('li')?.contains(focused))
  const isInField = focused === field
  if (at === -1 && !(isInField && event.key === 'ArrowDown')) return
  const to: Readonly<Record<string, HTMLElement | null | undefined>> = {
    ArrowDown: rows[at + 1],
    ArrowUp: at === 0 ? field : rows[at - 1],
    Home: rows[0],
    End: rows.at(-1),
  }
  const target = to[event.key]
  if (!target) return
  event.preventDefault()
  target.focus()
}
