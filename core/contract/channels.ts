import type { Calls } from './contract'

/**
 * The names of the calls that the page can make, apart from their schemas, so that the preload, which
 * only hands calls on, carries no validator.
 */
export const callNames = [
  'start',
  'listen',
  'openWorkspace',
  'enterWorkspace',
  'publicationOf',
  'moreAnnotations',
  'change',
  'edit',
  'formBlocks',
  'explainReadings',
  'undo',
  'redo',
  'saveSettings',
  'saveView',
  'saveDraft',
  'dropDraft',
  'exportNotes',
  'copyNotes',
  'exportEdition',
  'print',
  'previewExport',
  'exportTemplates',
  'previewImport',
  'confirmImport',
  'cancelJob',
  'listBackups',
  'restoreBackup',
  'copyText',
  'copyPassage',
  'copyImage',
  'saveFile',
  'openLink',
  'showInFolder',
  'reportError',
  'showContextMenu',
  'toggleFullScreen',
  'openDropped',
  'openDocument',
  'listDocuments',
  'listAbsent',
  'removeDocument',
  'restoreDocument',
  'searchDocuments',
  'citationOf',
  'saveCitation',
  'passNotices',
  'lookAtEncoding',
  'readInEncoding',
] as const satisfies readonly (keyof Calls)[]

export type CallName = keyof Calls

/** The IPC channel of a call. */
export const channelOf = (name: CallName): string => `piyue:${name}`

/** The IPC channel of events, from main to the page. */
export const eventChannel = 'piyue:event'
