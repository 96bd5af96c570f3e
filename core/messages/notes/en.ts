import type { EditingKey } from '../../app/editing-keys'
import { endsClosed, plural } from '../phrasing'

/** What is said about notes: their column, filters, tags, drafts, and the ends of marks. */
export interface NotesMessages
  extends Readonly<
    Record<
      | 'filter'
      | 'search'
      | 'order'
      | 'byPlace'
      | 'byTime'
      | 'colors'
      | 'tags'
      | 'section'
      | 'everySection'
      | 'noteOrNot'
      | 'any'
      | 'with'
      | 'without'
      | 'clear'
      | 'noneFits'
      | 'selectSeveral'
      | 'selection'
      | 'selectAll'
      | 'done'
      | 'recolor'
      | 'export'
      | 'delete'
      | 'addTag'
      | 'tagUnseen'
      | 'namesTitle'
      | 'colorNames'
      | 'colorNamesHow'
      | 'tagsHow'
      | 'noTags'
      | 'close'
      | 'draftOf'
      | 'resume'
      | 'discard'
      | 'whole'
      | 'startOfMark'
      | 'endOfMark'
      | 'reattach'
      | 'reattachHow'
      | 'reattached'
      | 'formatting'
      | 'bold'
      | 'italic'
      | 'bullets'
      | 'numbers'
      | 'quotation'
      | 'link'
      | 'code'
      | 'table'
      | 'preview'
      | 'emptyPreview'
      | 'tableHead'
      | 'keysTitle'
      | 'keysElsewhere'
      | 'sheet'
      | 'leaveAsDraft'
      | 'discarded'
      | 'draftKept'
      | 'linkedGone',
      string
    >
  > {
  /** How many are shown, of how many. */
  readonly shownOf: (shown: number, count: number) => string
  readonly removeFilter: (what: string) => string
  readonly selectThis: (quote: string) => string
  readonly selected: (count: number) => string
  readonly removeTag: (tag: string) => string
  readonly readTag: (tag: string) => string
  readonly sheetOf: (tag: string) => string
  readonly deleteTag: (tag: string) => string
  readonly renameTag: (tag: string) => string
  readonly tagTooLong: (length: number, most: number) => string
  readonly tooManyTags: (most: number) => string
  readonly nameOf: (color: string) => string
  /** A colour that the reader gave a name, told apart from the others by its hue as well. */
  readonly namedColor: (name: string, color: string) => string
  /** The tick beside a line where marks with notes end. */
  readonly notesHere: (count: number) => string
  /** In the margin beside a line: those for which there is no room. */
  readonly moreHere: (count: number) => string
  readonly said: {
    readonly tagged: (count: number, tag: string) => string
    readonly untagged: (tag: string) => string
    readonly renamed: (from: string, to: string) => string
    readonly recolored: (count: number, style: string) => string
    readonly deleted: (count: number) => string
    readonly reRanged: (quote: string) => string
    /** The words of a mark that was gone to, and its note. */
    readonly at: (quote: string, style: string, note: string) => string
  }
  readonly keys: Readonly<Record<EditingKey, string>>
}

export const notesEn: NotesMessages = {
  filter: 'Filter and sort',
  search: 'Find in notes',
  order: 'Order',
  byPlace: 'By place',
  byTime: 'Latest first',
  colors: 'Colours',
  tags: 'Tags',
  section: 'Section',
  everySection: 'The whole text',
  noteOrNot: 'Marks',
  any: 'All',
  with: 'With a note',
  without: 'Without',
  clear: 'Clear filter',
  noneFits: 'No marks match.',
  selectSeveral: 'Select several',
  selection: 'Selected notes',
  selectAll: 'Select all',
  done: 'Done',
  recolor: 'Change colour',
  export: 'Export selected',
  delete: 'Delete selected',
  addTag: 'Add tag',
  tagUnseen: 'A tag needs at least one character that can be seen.',
  tagTooLong: (length, most) => `This tag has ${length} characters; it can have ${most}.`,
  tooManyTags: (most) => `A mark can have ${most} tags, and this one has. Remove one first.`,
  namesTitle: 'Colours and tags',
  colorNames: 'What the colours mean',
  colorNamesHow: 'A name of your own stands in lists and exports.',
  tagsHow: 'Give two tags the same name to make them one.',
  noTags: 'No tags yet.',
  close: 'Close',
  draftOf: 'Draft',
  resume: 'Go on writing',
  discard: 'Discard',
  whole: 'On the whole text',
  startOfMark: 'Start of the mark',
  endOfMark: 'End of the mark',
  reattach: 'Place at selection',
  reattachHow: 'First select the passage in the text.',
  reattached: 'Placed again.',
  formatting: 'Formatting',
  bold: 'Bold',
  italic: 'Italic',
  bullets: 'List',
  numbers: 'Numbered list',
  quotation: 'Quotation',
  link: 'Link',
  code: 'Code',
  table: 'Table',
  preview: 'Preview',
  emptyPreview: 'Nothing to show yet.',
  tableHead: 'Heading',
  keysTitle: 'Keyboard',
  keysElsewhere: 'While selecting, changing and writing',
  sheet: 'Passages',
  leaveAsDraft: 'Leave as draft',
  discarded: 'Discarded.',
  draftKept: 'Not saved; kept as a draft.',
  linkedGone: 'The note that this link points at is not here.',
  shownOf: (shown, count) => `${shown} of ${count}`,
  removeFilter: (what) => `Remove filter: ${what}`,
  selectThis: (quote) => `Select ${quote}`,
  selected: (count) => `${count} selected`,
  removeTag: (tag) => `Remove tag ${tag}`,
  readTag: (tag) => `Read the passages of ${tag}`,
  sheetOf: (tag) => `Passages: ${tag}`,
  deleteTag: (tag) => `Delete tag ${tag}`,
  renameTag: (tag) => `Rename tag ${tag}`,
  nameOf: (color) => `Name of ${color}`,
  namedColor: (name, color) => `${name} (${color})`,
  notesHere: (count) => plural(count, 'note', 'notes'),
  moreHere: (count) => `${plural(count, 'more note', 'more notes')} on this line`,
  said: {
    tagged: (count, tag) => `Tagged ${plural(count, 'mark', 'marks')}: ${tag}.`,
    untagged: (tag) => `Tag removed: ${tag}.`,
    renamed: (from, to) => `Tag ${from} is now ${to}.`,
    recolored: (count, style) => `${plural(count, 'mark', 'marks')} now ${style}.`,
    deleted: (count) => `${plural(count, 'mark', 'marks')} deleted. Undo brings them back.`,
    reRanged: (quote) => `The mark now holds: ${quote}`,
    at: (quote, style, note) =>
      `${style}: ${quote}${note === '' ? '' : `${endsClosed(quote) ? '' : '.'} Note: ${note}`}`,
  },
  keys: {
    'extend-selection': 'Extend the selection by a character',
    'extend-by-word': 'Extend the selection by a word',
    'move-end': 'Move an end of the mark by a character',
    'move-end-by-word': 'Move an end of the mark by a word',
    'finish-end': 'Keep the new ends',
    'leave-end': 'Leave the ends as they were',
    'next-card': 'Previous or next note in the column',
    'save-note': 'Save the note',
    'leave-note': 'Leave the note; what was written is kept as a draft',
    bold: 'Bold, in a note',
    italic: 'Italic, in a note',
  },
}
