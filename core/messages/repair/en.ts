import type { RepairKind } from '../../repair/proposal'
import { plural } from '../phrasing'

/** What is said of text that seems damaged, and of repairing it. */
export interface RepairMessages
  extends Readonly<
    Record<
      | 'title'
      /** What is shown, for screen readers: the list of one kind. */
      | 'group'
      | 'none'
      /** While it is not known yet. */
      | 'looking'
      | 'take'
      | 'giveBack'
      | 'proposed'
      | 'found'
      | 'reading'
      | 'lineBreak'
      | 'undoHint',
      string
    >
  > {
  readonly kinds: Readonly<Record<RepairKind, string>>
  /** Why a place of a kind seems damaged, and is read otherwise. */
  readonly why: Readonly<Record<RepairKind, string>>
  /** What the bytes show. @param bytes upper-case hexadecimal */
  readonly proof: (written: string, readAs: string, bytes: string) => string
  /** Repairs all places of a kind, or the only one. */
  readonly takeAll: (kind: string, count: number) => string
  /** How many places seem damaged. */
  readonly count: (count: number) => string
  /** The button that lists them. */
  readonly show: (count: number) => string
  /** How many places the reader repaired, for the page on provenance. */
  readonly done: (count: number) => string
  readonly taken: (count: number) => string
  readonly givenBack: (count: number) => string
}

const places = (count: number) => plural(count, 'place', 'places')

export const repairEn: RepairMessages = {
  title: 'Places that seem damaged',
  group: 'Places of this kind',
  none: 'Nothing in this text seems damaged.',
  looking: 'This text is still being looked through for damage.',
  take: 'Repair',
  giveBack: 'As in the file',
  proposed: 'Proposed repair',
  found: 'In the file',
  reading: 'Proposed',
  lineBreak: 'line break',
  undoHint:
    'Nothing is lost: “As in the file” stays a form of the text, marks stay on their words, and every repair can be undone.',
  kinds: {
    decoding: 'Read in the wrong encoding',
    punctuation: 'Half-width punctuation',
    spacing: 'Spaces between characters',
    reading: 'Readings in brackets',
    'line-break': 'Lines broken within paragraphs',
    width: 'Full-width digits and letters',
  },
  why: {
    decoding:
      'The bytes of these characters were read in another encoding than they were written in.',
    punctuation: 'Chinese text has full-width punctuation; this mark was narrowed on the way.',
    spacing: 'No space stands between Chinese characters; this one came in on the way.',
    reading: 'A web page put the reading behind the character; it is no part of the text.',
    'line-break':
      'The lines are of one length and the sentence runs on: the line was broken, and not the paragraph ended.',
    width: 'Digits and Latin letters are written half-width in running text.',
  },
  proof: (written, readAs, bytes) =>
    `The bytes ${bytes} were read as ${readAs}; as ${written} they are what is proposed.`,
  takeAll: (kind, count) =>
    `${count === 1 ? 'Repair this place' : `Repair all ${count}`}: ${kind.toLowerCase()}`,
  count: (count) =>
    count === 1
      ? '1 place of this text seems damaged.'
      : `${count} places of this text seem damaged.`,
  show: (count) => (count === 1 ? 'Look at it' : 'Look at them'),
  done: (count) =>
    `${places(count)} repaired by you; “As in the file” shows the text without the repairs.`,
  taken: (count) => `${places(count)} repaired.`,
  givenBack: (count) => `${places(count)} again as in the file.`,
}
