import type { PiyueApi, WorkspaceOpening } from '../../core/contract/contract'
import type { Publication } from '../../core/publication/publication'

/** How long the text waits for the notes on it, in ms: as long as hardly anybody notices. */
const patience = 250

/** How a document stands that the page opens. */
export interface Opening {
  readonly opening: WorkspaceOpening
  /** How it stands with the reader's notes, where those are still being read and `opening` has none. */
  readonly later?: Promise<WorkspaceOpening>
}

/**
 * Opens a document as soon as its text can be shown. Very many notes, or a slow disk, take seconds to read: the
 * notes come later then.
 *
 * @throws what opening it threw
 */
export async function openWithText(
  api: Pick<PiyueApi, 'openWorkspace' | 'publicationOf'>,
  documentId: string,
): Promise<Opening> {
  const later = api.openWorkspace(documentId)
  const opening = await within(patience, later)
  if (opening !== undefined) return { opening }
  // Whoever waits for it is told.
  later.catch(() => undefined)
  return { opening: unread(await api.publicationOf(documentId)), later }
}

/** What a promise gives, or nothing where that takes longer than some milliseconds. */
async function within<T>(time: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), time)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

const unread = (publication: Publication): WorkspaceOpening => ({
  publication,
  annotations: [],
  deferred: { from: 0, to: 0 },
  history: { undo: null, redo: null },
  drafts: [],
  revision: 0,
  store: { state: 'saved' },
  notices: [],
})
