import type { Color } from '../annotation/style'

export type MenuId = 'file' | 'edit' | 'view' | 'go' | 'annotate' | 'help'

const ids = [
  'open',
  'library',
  'export',
  'export-edition',
  'print',
  'import',
  'encoding',
  'backups',
  'undo',
  'redo',
  'copy-cited',
  'copy-as',
  'settings',
  'find',
  'find-next',
  'find-previous',
  'switch-script',
  'side-by-side',
  'vertical-text',
  'show-emendations',
  'show-explanations',
  'show-numbers',
  'repairs',
  'figures',
  'toggle-contents',
  'toggle-notes',
  'margin-notes',
  'focus-mode',
  'full-screen',
  'text-larger',
  'text-smaller',
  'text-default-size',
  'commands',
  'back',
  'forward',
  'bookmark',
  'show-progress',
  'read-aloud',
  'spoken-next',
  'spoken-previous',
  'next-paragraph',
  'previous-paragraph',
  'next-note',
  'previous-note',
  'next-emendation',
  'previous-emendation',
  'next-remark',
  'previous-remark',
  'next-explanation',
  'previous-explanation',
  'go-to-text',
  'go-to-notes',
  'go-to-contents',
  'next-region',
  'previous-region',
  'caret',
  'mark-yellow',
  'mark-green',
  'mark-blue',
  'mark-pink',
  'mark-orange',
  'mark-purple',
  'underline',
  'squiggly',
  'add-note',
  'delete-mark',
  'select-sentence',
  'select-paragraph',
  'select-word',
  'previous-word',
  'previous-sentence',
  'change-ends',
  'note-on-report',
  'filter-notes',
  'colors-and-tags',
  'keyboard-map',
  'why-character',
  'remarks',
  'provenance',
] as const

/** The name of something the reader can ask for by menu or key. */
export type ActionId = (typeof ids)[number]

export const actionIds: typeof ids = ids

/**
 * One thing the reader can ask for. The menus, the page's key handling and the keyboard map are all
 * made from the table below.
 */
export interface Action {
  readonly id: ActionId
  readonly menu: MenuId
  /** Electron accelerators; the first is shown in the menu. None: the menu alone offers it. */
  readonly keys: readonly string[]
  /** The keys on macOS, where the system's habits differ. */
  readonly macKeys?: readonly string[]
  /**
   * Who catches the keys. `menu`: the menu does, wherever the focus is. `text`: plain keys, which
   * the page catches, and only where nothing is being typed.
   */
  readonly reach: 'menu' | 'text'
  /** Set off by a line from the items above. */
  readonly separated: boolean
}

/** Keys of one action, parted by spaces; `mac` where macOS has others. */
type Keys = string | { readonly mac: string; readonly others: string }

type Row = readonly [id: ActionId, keys: Keys, separated?: 'separated']

const listed = (keys: string): readonly string[] => (keys === '' ? [] : keys.split(' '))

const rows = (menu: MenuId, reach: Action['reach'], list: readonly Row[]): readonly Action[] =>
  list.map(([id, keys, separated]) => ({
    id,
    menu,
    ...(typeof keys === 'string'
      ? { keys: listed(keys) }
      : { keys: listed(keys.others), macKeys: listed(keys.mac) }),
    reach,
    separated: separated !== undefined,
  }))

export const actions: readonly Action[] = [
  ...rows('file', 'menu', [
    ['open', 'CmdOrCtrl+O'],
    ['library', 'CmdOrCtrl+L'],
    ['export', 'CmdOrCtrl+E', 'separated'],
    ['export-edition', ''],
    ['print', 'CmdOrCtrl+P'],
    ['import', 'CmdOrCtrl+Shift+I'],
    ['encoding', '', 'separated'],
    ['backups', '', 'separated'],
  ]),
  ...rows('edit', 'menu', [
    ['undo', 'CmdOrCtrl+Z'],
    ['redo', 'CmdOrCtrl+Shift+Z CmdOrCtrl+Y'],
    ['copy-cited', 'CmdOrCtrl+Alt+C', 'separated'],
    ['copy-as', 'CmdOrCtrl+Shift+C'],
    ['find', 'CmdOrCtrl+F', 'separated'],
    ['find-next', 'CmdOrCtrl+G F3'],
    ['find-previous', 'CmdOrCtrl+Shift+G Shift+F3'],
    // In the application's own menu on macOS.
    ['settings', 'CmdOrCtrl+,', 'separated'],
  ]),
  ...rows('view', 'menu', [
    ['switch-script', 'CmdOrCtrl+T'],
    ['side-by-side', 'CmdOrCtrl+D'],
    ['vertical-text', 'CmdOrCtrl+Shift+T'],
    ['show-emendations', 'CmdOrCtrl+Shift+E'],
    ['show-explanations', 'CmdOrCtrl+Shift+X'],
    ['show-numbers', ''],
    ['repairs', 'CmdOrCtrl+Shift+K'],
    ['figures', 'CmdOrCtrl+Shift+D'],
    ['show-progress', ''],
    ['toggle-contents', 'CmdOrCtrl+B', 'separated'],
    ['toggle-notes', 'CmdOrCtrl+Shift+B'],
  ]),
  ...rows('view', 'text', [['margin-notes', 'M']]),
  ...rows('view', 'menu', [
    ['focus-mode', 'CmdOrCtrl+Shift+M'],
    ['full-screen', { mac: 'CmdOrCtrl+Ctrl+F', others: 'F11' }],
    ['text-larger', 'CmdOrCtrl+Plus CmdOrCtrl+=', 'separated'],
    ['text-smaller', 'CmdOrCtrl+-'],
    ['text-default-size', 'CmdOrCtrl+0'],
  ]),
  ...rows('go', 'menu', [
    ['commands', 'CmdOrCtrl+K'],
    // On macOS the arrow keys with Alt go by words.
    ['back', { mac: 'CmdOrCtrl+[', others: 'Alt+Left' }, 'separated'],
    ['forward', { mac: 'CmdOrCtrl+]', others: 'Alt+Right' }],
  ]),
  ...rows('go', 'text', [
    ['next-paragraph', 'J', 'separated'],
    ['previous-paragraph', 'K'],
    ['next-note', ']', 'separated'],
    ['previous-note', '['],
    ['next-emendation', '.', 'separated'],
    ['previous-emendation', ','],
    ['next-remark', '>'],
    ['previous-remark', '<'],
    ['next-explanation', "'"],
    ['previous-explanation', ';'],
  ]),
  ...rows('go', 'text', [
    ['bookmark', 'B', 'separated'],
    ['read-aloud', 'R', 'separated'],
  ]),
  ...rows('go', 'menu', [
    ['spoken-next', 'CmdOrCtrl+Alt+Right'],
    ['spoken-previous', 'CmdOrCtrl+Alt+Left'],
    ['go-to-text', 'CmdOrCtrl+1', 'separated'],
    ['go-to-notes', 'CmdOrCtrl+2'],
    ['go-to-contents', 'CmdOrCtrl+3'],
    ['next-region', 'F6'],
    ['previous-region', 'Shift+F6'],
    ['caret', 'F7'],
    ['remarks', 'CmdOrCtrl+Shift+R'],
  ]),
  ...rows('annotate', 'text', [
    ['mark-yellow', '1 H'],
    ['mark-green', '2'],
    ['mark-blue', '3'],
    ['mark-pink', '4'],
    ['mark-orange', '5'],
    ['mark-purple', '6'],
    ['underline', 'U'],
    ['squiggly', 'W'],
    ['add-note', 'N', 'separated'],
    ['delete-mark', 'Delete Backspace'],
    ['note-on-report', 'Shift+N'],
    ['change-ends', 'E'],
    ['select-word', 'D', 'separated'],
    ['previous-word', 'Shift+D'],
    ['select-sentence', 'S'],
    ['previous-sentence', 'Shift+S'],
    ['select-paragraph', 'P'],
    ['why-character', 'Y', 'separated'],
  ]),
  ...rows('annotate', 'menu', [
    ['filter-notes', 'CmdOrCtrl+Shift+F', 'separated'],
    ['colors-and-tags', 'CmdOrCtrl+Shift+L'],
  ]),
  ...rows('help', 'menu', [
    ['keyboard-map', 'F1'],
    ['provenance', 'CmdOrCtrl+I'],
  ]),
]

/** The action that marks in a colour. */
export const markActionOf = (color: Color): ActionId => `mark-${color}`
