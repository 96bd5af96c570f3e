/**
 * The names of the calls that the page can make. They stand apart from their schemas in `api.ts`, so
 * that the preload, which only hands calls on, carries no validator.
 */
export const callNames = [
  'open',
  'change',
  'undo',
  'redo',
  'saveSettings',
  'saveDraft',
  'dropDraft',
  'exportNotes',
  'copyText',
  'openLink',
  'showInFolder',
  'previewExport',
  'exportTemplates',
  'previewImport',
  'confirmImport',
  'listBackups',
  'restoreBackup',
  'reportError',
] as const

export type CallName = (typeof callNames)[number]

/** The IPC channel of a call. */
export const channelOf = (name: CallName): string => `piyue:${name}`

/** The IPC channel of events, from main to the page. */
export const eventChannel = 'piyue:event'
