import { Quote, Trash2 } from 'lucide'
import type { RefObject } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import type { ListedDocument } from '../../core/app/document-entry'
import { clipEnd } from '../../core/search/clip'
import { langOf, type ScriptTag } from '../../core/text/script-tag'
import { useMessages } from '../state/preferences'
import { Icon } from '../ui/icon'

interface DocumentRowProps {
  readonly document: ListedDocument
  /** Whether it is the one that the window shows. */
  readonly isOpen: boolean
  readonly isRemoved: boolean
  /** Whether it is picked out, to do something with several. */
  readonly isSelected: boolean
  readonly onSelect: () => void
  readonly onOpen: () => void
  readonly onCite: () => void
  readonly onRemove: () => void
  readonly onRestore: () => void
}

/** A document of the library; one that was removed just now leaves its place to the way back. */
export function DocumentRow(props: DocumentRowProps) {
  const { document, isRemoved, onRestore } = props
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const wasRemoved = useRef(isRemoved)
  useLayoutEffect(() => {
    // The button that had the focus went; the other is what the reader would want next.
    if (wasRemoved.current !== isRemoved) button.current?.focus()
    wasRemoved.current = isRemoved
  }, [isRemoved])
  return isRemoved ? (
    <RemovedRow id={id} button={button} title={document.title} onRestore={onRestore} />
  ) : (
    <ListedRow {...props} id={id} button={button} />
  )
}

interface RowParts {
  readonly id: string
  /** What the arrow keys come to, and has the focus when the row becomes another. */
  readonly button: RefObject<HTMLButtonElement | null>
}

interface RemovedRowProps extends RowParts {
  readonly title: string
  readonly onRestore: () => void
}

function RemovedRow({ id, button, title, onRestore }: RemovedRowProps) {
  const { library } = useMessages()
  return (
    <li class="document" data-removed>
      <p id={id}>{library.removed(title)}</p>
      <button
        ref={button}
        id={`${id}-restore`}
        type="button"
        class="quiet-button"
        // Other rows have such a button too.
        aria-labelledby={`${id}-restore ${id}`}
        data-row
        onClick={onRestore}
      >
        {library.undoRemoval}
      </button>
    </li>
  )
}

function ListedRow(props: DocumentRowProps & RowParts) {
  const { document: shown, isOpen, isSelected, onSelect, onOpen, onRemove, id, button } = props
  const { library } = useMessages()
  const lang = langOf[shown.form]
  return (
    <li class="document" data-open={isOpen}>
      <input
        type="checkbox"
        class="document-check"
        aria-label={library.select(shown.title)}
        checked={isSelected}
        onChange={onSelect}
      />
      <div class="document-words">
        <button
          ref={button}
          type="button"
          class="document-title"
          lang={lang}
          aria-describedby={id}
          aria-current={isOpen ? 'true' : undefined}
          data-row
          onClick={onOpen}
          // Where the row has the focus, and not what else can be done with it.
          onKeyDown={(event) => {
            const isHeld = event.ctrlKey || event.metaKey || event.altKey
            if (event.key === 'Delete' && !isHeld && !shown.isBundled) onRemove()
          }}
        >
          {shown.title}
        </button>
        {shown.author !== null && (
          <p class="document-author" lang={lang}>
            {shown.author}
          </p>
        )}
        <p class="document-facts" id={id}>
          <Facts document={shown} isOpen={isOpen} />
        </p>
      </div>
      <Forms forms={shown.forms} />
      <RowButtons {...props} />
    </li>
  )
}

/** What can be done with a document; nothing with the bundled one. */
function RowButtons({ document: shown, onCite, onRemove }: DocumentRowProps) {
  const { library, citing } = useMessages()
  return (
    <span class="document-buttons">
      {!shown.isBundled && (
        <>
          <button
            type="button"
            class="icon-button"
            aria-label={citing.dialog.edit(shown.title)}
            title={citing.dialog.edit(shown.title)}
            onClick={onCite}
          >
            <Icon of={Quote} size={16} />
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label={library.remove(shown.title)}
            title={library.remove(shown.title)}
            onClick={onRemove}
          >
            <Icon of={Trash2} size={16} />
          </button>
        </>
      )}
    </span>
  )
}

/** When it was read, how far, what the reader wrote in it, and what it was opened from. */
function Facts({ document: shown, isOpen }: { document: ListedDocument; isOpen: boolean }) {
  const { library, export: wording } = useMessages()
  const { readAt, progress, heading, counts, format, isBundled, form } = shown
  const percent = Math.round(progress * 100)
  const facts = [
    isOpen
      ? library.isOpen
      : readAt === null
        ? library.neverRead
        : library.lastRead(wording.day(readAt)),
    percent > 0 ? library.progress(percent) : '',
    percent > 0 && percent < 100 && heading !== null ? (
      <span lang={langOf[form]}>{clipEnd(heading)}</span>
    ) : (
      ''
    ),
    counts === null ? library.notesUnreadable : library.counts(counts.annotations, counts.notes),
    isBundled ? library.bundled : format === null ? '' : library.formats[format],
  ].filter((fact) => fact !== '')
  return (
    <>
      {facts.map((fact, i) => (
        <span key={`${i}`}>{fact} </span>
      ))}
    </>
  )
}

/** One character for each form, in that form. */
const glyphs: Readonly<Record<ScriptTag, string>> = {
  'zh-Hant': '繁',
  'zh-Hans': '简',
  'zh-Hant-TW': '臺',
  'zh-Hant-HK': '港',
  zh: '',
  source: '',
}

function Forms({ forms }: { forms: readonly ScriptTag[] }) {
  const { scripts } = useMessages()
  const shown = forms.filter((tag) => glyphs[tag] !== '')
  if (shown.length === 0) return <span />
  const names = shown.map((tag) => scripts[tag]).join(', ')
  return (
    <span class="document-forms" role="img" aria-label={names} title={names}>
      {shown.map((tag) => (
        <span key={tag} lang={langOf[tag]}>
          {glyphs[tag]}
        </span>
      ))}
    </span>
  )
}
