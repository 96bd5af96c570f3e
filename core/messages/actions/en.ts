import type { ActionId, MenuId } from '../../app/actions'

/** What the menus, the actions in them, and the items that the system carries out are called. */
export interface ActionsMessages {
  readonly menus: Readonly<Record<MenuId, string>>
  readonly actions: Readonly<Record<ActionId, string>>
  readonly roles: Readonly<
    Record<
      | 'cut'
      | 'copy'
      | 'paste'
      | 'selectAll'
      | 'close'
      | 'quit'
      | 'about'
      | 'minimize'
      | 'hide'
      | 'hideOthers'
      | 'showAll'
      | 'services'
      | 'zoom'
      | 'front'
      | 'delete'
      | 'developerTools'
      | 'window',
      string
    >
  >
}

export const actionsEn: ActionsMessages = {
  menus: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    go: 'Go',
    annotate: 'Annotate',
    help: 'Help',
  },
  actions: {
    open: 'Open…',
    library: 'Library',
    export: 'Export notes…',
    'export-edition': 'Export edition (TEI)…',
    print: 'Print…',
    import: 'Import notes…',
    encoding: 'Text encoding…',
    backups: 'Backups…',
    undo: 'Undo',
    redo: 'Redo',
    'copy-cited': 'Copy with citation',
    settings: 'Settings…',
    'copy-as': 'Copy as…',
    find: 'Find…',
    'find-next': 'Find next',
    'find-previous': 'Find previous',
    'switch-script': 'Switch Traditional and Simplified',
    'side-by-side': 'Side by side',
    'vertical-text': 'Vertical text',
    'show-emendations': 'Show emendations',
    'show-explanations': 'Show explanations',
    'show-numbers': 'Show paragraph numbers',
    repairs: 'Places that seem damaged…',
    figures: 'Figures',
    'toggle-contents': 'Contents',
    'toggle-notes': 'Notes',
    'margin-notes': 'Notes in the margin',
    'focus-mode': 'Focus mode',
    'full-screen': 'Full screen',
    'text-larger': 'Larger text',
    'text-smaller': 'Smaller text',
    'text-default-size': 'Default text size',
    commands: 'Commands…',
    back: 'Back',
    forward: 'Forward',
    bookmark: 'Bookmark',
    'show-progress': 'Reading progress',
    'read-aloud': 'Read aloud',
    'spoken-next': 'Next sentence aloud',
    'spoken-previous': 'Previous sentence aloud',
    'next-paragraph': 'Next paragraph',
    'previous-paragraph': 'Previous paragraph',
    'next-note': 'Next note',
    'previous-note': 'Previous note',
    'next-emendation': 'Next emended word',
    'previous-emendation': 'Previous emended word',
    'next-remark': 'Next emendation, punctuation too',
    'previous-remark': 'Previous emendation, punctuation too',
    'next-explanation': 'Next explanation',
    'previous-explanation': 'Previous explanation',
    'next-region': 'Next region',
    'previous-region': 'Previous region',
    'go-to-contents': 'Go to the contents',
    caret: 'Caret in the text',
    remarks: 'Remarks of the edition…',
    'go-to-text': 'Go to the text',
    'go-to-notes': 'Go to the notes',
    'mark-yellow': 'Highlight yellow',
    'mark-green': 'Highlight green',
    'mark-blue': 'Highlight blue',
    'mark-pink': 'Highlight pink',
    'mark-orange': 'Highlight orange',
    'mark-purple': 'Highlight purple',
    underline: 'Underline',
    squiggly: 'Wavy underline',
    'add-note': 'Add note',
    'delete-mark': 'Delete mark',
    'select-sentence': 'Select sentence',
    'select-paragraph': 'Select paragraph',
    'select-word': 'Select next word',
    'previous-word': 'Select previous word',
    'previous-sentence': 'Select previous sentence',
    'change-ends': 'Change the ends of a mark',
    'note-on-report': 'Note on the whole text',
    'filter-notes': 'Filter and sort notes',
    'colors-and-tags': 'Colours and tags…',
    'keyboard-map': 'Keyboard',
    'why-character': 'Why this character',
    provenance: 'About this edition',
  },
  roles: {
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    close: 'Close window',
    quit: 'Quit Piyue',
    about: 'About Piyue',
    minimize: 'Minimise',
    hide: 'Hide Piyue',
    hideOthers: 'Hide others',
    showAll: 'Show all',
    services: 'Services',
    zoom: 'Zoom',
    front: 'Bring all to front',
    delete: 'Delete',
    developerTools: 'Developer tools',
    window: 'Window',
  },
}
