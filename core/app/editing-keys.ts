/**
 * Keys that mean something only where one thing has the focus, and so stand in no menu. The keyboard
 * map lists them after the actions.
 */
const ids = [
  'extend-selection',
  'extend-by-word',
  'move-end',
  'move-end-by-word',
  'finish-end',
  'leave-end',
  'next-card',
  'save-note',
  'leave-note',
  'bold',
  'italic',
] as const

export type EditingKey = (typeof ids)[number]

/** Where each works, and the keys, as Electron accelerators. */
export const editingKeys: readonly {
  readonly id: EditingKey
  readonly keys: readonly string[]
}[] = [
  { id: 'extend-selection', keys: ['Shift+Left', 'Shift+Right'] },
  { id: 'extend-by-word', keys: ['CmdOrCtrl+Shift+Left', 'CmdOrCtrl+Shift+Right'] },
  { id: 'move-end', keys: ['Shift+Left', 'Shift+Right'] },
  { id: 'move-end-by-word', keys: ['CmdOrCtrl+Shift+Left', 'CmdOrCtrl+Shift+Right'] },
  { id: 'finish-end', keys: ['Enter'] },
  { id: 'leave-end', keys: ['Esc'] },
  { id: 'next-card', keys: ['Up', 'Down'] },
  { id: 'save-note', keys: ['CmdOrCtrl+Enter'] },
  { id: 'leave-note', keys: ['Esc'] },
  { id: 'bold', keys: ['CmdOrCtrl+B'] },
  { id: 'italic', keys: ['CmdOrCtrl+I'] },
]
