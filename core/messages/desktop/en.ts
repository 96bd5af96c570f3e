/** What the desktop is told: in dialogs of the system, in menus over the text, and where there is no screen. */
export interface DesktopMessages {
  /** There is no display to open a window on. */
  readonly noDisplay: string
  /** What a command printed could not be written. `code` is the system's own. */
  readonly outputFailed: (code: string) => string
  /** The page has ended again and again. */
  readonly pageGone: Readonly<Record<'title' | 'detail' | 'again' | 'quit', string>>
  /** A document other than the report was to be opened. */
  readonly cannotOpen: (file: string) => { readonly title: string; readonly detail: string }
  /** A folder could not be shown; `reason` is the system's. */
  readonly folderNotShown: (folder: string, reason: string) => string
  /** A file of that name is there already. */
  readonly overwrite: (name: string) => string
  readonly overwriteDetail: string
  readonly replace: string
  readonly cancel: string
  /** Looks the selected words up in the system's dictionary; macOS only. */
  readonly lookUp: (words: string) => string
}

export const desktopEn: DesktopMessages = {
  noDisplay:
    'piyue: there is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set). Commands such as --list and --export work without one (--help says more); "xvfb-run -a piyue" gives it one.',
  outputFailed: (code) => `piyue: what was to be printed could not be written (${code}).`,
  pageGone: {
    title: 'The page of Piyue has ended several times.',
    detail:
      'Your saved notes are not affected. What keeps it from running may pass, for one when memory has become short; you can show it once more, or quit and start again later.',
    again: 'Show it again',
    quit: 'Quit Piyue',
  },
  cannotOpen: (file) => ({
    title: 'Piyue cannot open this document.',
    detail: `This version reads the report that it brings with it, and no other document yet. The file was not touched, nor were your notes.\n\n${file}`,
  }),
  folderNotShown: (folder, reason) => `The folder could not be shown: ${folder} (${reason})`,
  overwrite: (name) => `“${name}” is there already. Replace it?`,
  overwriteDetail: 'What the file holds now will be lost.',
  replace: 'Replace',
  cancel: 'Cancel',
  lookUp: (words) => `Look up “${words}”`,
}
