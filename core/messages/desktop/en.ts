import type { OpenRefusal } from '../../app/document-entry'

/** What the desktop is told: in dialogs of the system and in menus over the text. */
export interface DesktopMessages {
  /** What a command printed could not be written. `code` is the system's own. */
  readonly outputFailed: (code: string) => string
  /** The page has ended again and again. */
  readonly pageGone: Readonly<Record<'title' | 'detail' | 'again' | 'quit', string>>
  /** The page does not answer: it may be busy, or never answer again. */
  readonly pageHangs: Readonly<Record<'title' | 'detail' | 'again' | 'wait', string>>
  /** A file was to be opened as a document, and is none. */
  readonly cannotOpen: string
  /** Why, and what to do instead. */
  readonly refusals: Readonly<Record<OpenRefusal, string>>
  readonly notesUntouched: string
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
  outputFailed: (code) => `piyue: what was to be printed could not be written (${code}).`,
  pageGone: {
    title: 'The page of Piyue has ended several times.',
    detail:
      'Your saved notes are not affected. What keeps it from running may pass, for one when memory has become short; you can show it once more, or quit and start again later.',
    again: 'Show it again',
    quit: 'Quit Piyue',
  },
  pageHangs: {
    title: 'The page of Piyue does not answer.',
    detail:
      'Your saved notes are not affected. It may be busy, and answer if you wait; or it can be ended and shown again.',
    again: 'Show it again',
    wait: 'Wait',
  },
  cannotOpen: 'Piyue cannot open this document.',
  refusals: {
    empty: 'There is no text in it.',
    encrypted:
      'It is encrypted. Decrypt it with the program that it came from, and open the result.',
    protected:
      'It is protected against copying (DRM), and only the shop’s own reader opens it. An edition without protection can be opened.',
    damaged:
      'It is damaged, or not what its name says. If another program can open it, save it there once more.',
    'too-large': 'It is too large to be read. Divide it into parts, and open those.',
    'too-complex':
      'It could not be read within the time and memory that a document is given. Its text, saved as plain text, may open.',
    pdf: 'It is a PDF, in which text lies as it is printed and not as it is read. Save the text from your PDF reader as plain text, or open the document that the PDF was made from.',
    'old-word':
      'It is a document of Word before 2007, or of another old office program. Save it there as .docx.',
    picture: 'It is a picture. Recognize its text with a program for that, and open the text.',
    'web-archive':
      'It is a page of the web in one file (MHTML). Save the page as “complete” or as HTML, and open that.',
    archive: 'It is an archive. Unpack it, and open a document of it.',
    unknown: 'It is not a text, a web page, a Word document or an e-book.',
    missing: 'It is no longer there.',
    'not-a-file': 'It is a folder.',
    'no-permission': 'The system does not let Piyue read it.',
    unreadable:
      'The system could not read it. If it lies on a stick or a network, see whether that is there.',
    'disk-full':
      'The disk is full, and the library has no room for its copy. Make room, and open it again.',
    'not-kept':
      'The library cannot write its copy of it. See whether the folder with your notes can be written.',
  },
  notesUntouched: 'The file was not touched, nor were your notes.',
  folderNotShown: (folder, reason) => `The folder could not be shown: ${folder} (${reason})`,
  overwrite: (name) => `“${name}” is there already. Replace it?`,
  overwriteDetail: 'What the file holds now will be lost.',
  replace: 'Replace',
  cancel: 'Cancel',
  lookUp: (words) => `Look up “${words}”`,
}
