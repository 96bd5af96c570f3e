import { useLayoutEffect, useRef } from 'preact/hooks'
import type { ReaderContext } from '../reader/context'
import type { FoundPlace } from '../state/workspace-state'
import { lazy } from '../ui/lazy'

const LibraryPage = lazy(async () => (await import('./library-page')).LibraryPage)

interface LibraryPaneProps {
  readonly context: ReaderContext
  /** Told, when the library is closed, where in which document the reader wants to go. */
  readonly onGo: (place: FoundPlace) => void
}

/** The library over the page; closed, it gives the focus back to where it was. */
export function LibraryPane({ context, onGo }: LibraryPaneProps) {
  const { app, workspace, reader } = context
  const { library } = app
  const isOpen = library.isOpen.value
  const before = useRef<Element | null>(null)
  const wasOpen = useRef(false)
  // Before the page is drawn, which takes the focus as soon as its code is there.
  if (isOpen && !wasOpen.current) before.current = document.activeElement
  useLayoutEffect(() => {
    if (!isOpen && wasOpen.current && document.activeElement === document.body) {
      const { current } = before
      if (current instanceof HTMLElement && current !== document.body) current.focus()
      if (document.activeElement === document.body) reader.focusText()
    }
    if (wasOpen.current && !isOpen) {
      library.takeNext()?.()
      app.leaveRemoved()
    }
    wasOpen.current = isOpen
  }, [isOpen])
  if (!isOpen) return null
  return (
    <LibraryPage
      library={library}
      openId={workspace.id}
      onOpen={(documentId) => {
        library.close()
        void app.show({ documentId, annotationId: null })
      }}
      onOpenFile={() => void app.api.openDocument()}
      onCite={(documentId) => void app.askForCitation(documentId)}
      onExport={(documents) => {
        app.dialog.value = { kind: 'export', documents }
      }}
      onGo={(documentId, hit) => {
        const query = library.query.peek()
        library.close()
        onGo({ kind: 'found', documentId, hit, query })
      }}
    />
  )
}
