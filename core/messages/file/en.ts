import type { EncodingEvidence } from '../../formats/encoding'
import type { Encoding } from '../../formats/encodings'
import type { LeftOutKind } from '../../formats/read-document'
import { listLeftOut, plural } from '../phrasing'

/** What is said of how a file was read: its encoding, and what was left out. */
export interface FileMessages
  extends Readonly<
    Record<
      | 'encoding'
      | 'encodings'
      | 'preview'
      | 'misfitList'
      | 'read'
      | 'cancel'
      | 'noChoice'
      | 'notesGoAlong'
      | 'isRead'
      | 'choose'
      | 'dismiss',
      string
    >
  > {
  /** What each encoding is called, and what it is met in. */
  readonly names: Readonly<Record<Encoding, string>>
  /** Why an encoding was taken. */
  readonly evidence: Readonly<Record<EncodingEvidence, string>>
  readonly declaredOtherwise: (label: string) => string
  /** How many places do not fit an encoding. */
  readonly fits: (misfits: number) => string
  /** One such place. @param at bytes from the start of the file */
  readonly misfit: (bytes: string, line: number, at: number) => string
  readonly moreMisfits: (count: number) => string
  readonly misfits: (count: number, encoding: string) => string
  readonly leftOutKinds: Readonly<Record<LeftOutKind, (count: number) => string>>
  readonly leftOut: (counts: Readonly<Partial<Record<LeftOutKind, number>>>) => string
}

const of = (one: string, many: string) => (count: number) => plural(count, one, many)

const leftOutKinds: FileMessages['leftOutKinds'] = {
  'remote-picture': of('picture from the web', 'pictures from the web'),
  'missing-picture': of('picture that is not there', 'pictures that are not there'),
  'picture-in-line': of(
    'place of a picture in a line (the picture stands below)',
    'places of pictures in lines (they stand below)',
  ),
  'unsafe-picture': of(
    'picture of a kind that is not shown',
    'pictures of kinds that are not shown',
  ),
  media: of('sound or film', 'sounds or films'),
  form: of('form', 'forms'),
  formula: of(
    'formula (its characters stand in the text)',
    'formulas (their characters stand in the text)',
  ),
  drawing: of('drawing', 'drawings'),
  comment: of('comment', 'comments'),
  deletion: of(
    'passage that was struck out under Track Changes',
    'passages that were struck out under Track Changes',
  ),
  'item-number': of(
    'number that is not written 1. as those of lists are (it stands in the text)',
    'numbers that are not written 1. as those of lists are (they stand in the text)',
  ),
  'embedded-page': of('embedded page', 'embedded pages'),
  'exported-note': of(
    'note that was exported with it (notes come back from a JSON file, by Import)',
    'notes that were exported with it (they come back from a JSON file, by Import)',
  ),
}

export const fileEn: FileMessages = {
  encoding: 'Text encoding',
  encodings: 'Read the file as',
  preview: 'Beginning of the text',
  misfitList: 'Bytes that fit nothing',
  read: 'Use this encoding',
  cancel: 'Cancel',
  noChoice: 'The encoding of this document is given by its format; there is nothing to choose.',
  notesGoAlong: 'Marks and notes are taken to where their words stand then.',
  isRead: 'in use now',
  choose: 'Text encoding…',
  dismiss: 'Dismiss',
  names: {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16 LE',
    'utf-16be': 'UTF-16 BE',
    gb18030: 'GB18030 (GBK, GB2312)',
    big5: 'Big5 (Hong Kong’s characters included)',
    'windows-1252': 'Windows-1252 (Western)',
  },
  evidence: {
    mark: 'The file begins with its mark.',
    declared: 'The file says so, and it reads well this way.',
    valid: 'Every byte fits it.',
    likely: 'The text makes most sense read this way.',
  },
  declaredOtherwise: (label) => `The file calls itself ${label}, which does not fit.`,
  fits: (misfits) =>
    misfits === 0
      ? 'all fits'
      : misfits === 1
        ? '1 place does not fit'
        : `${misfits} places do not fit`,
  misfit: (bytes, line, at) => `${bytes}, in line ${line} (byte ${at})`,
  moreMisfits: (count) => `and ${count} more`,
  misfits: (count, encoding) =>
    count === 1
      ? `In one place bytes are no character of ${encoding}: \ufffd stands there.`
      : `In ${count} places bytes are no character of ${encoding}: \ufffd stands there.`,
  leftOutKinds,
  leftOut: (counts) => `Not taken over from the file: ${listLeftOut(counts, leftOutKinds, ', ')}.`,
}
