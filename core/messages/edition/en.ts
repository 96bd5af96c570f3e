import type { Basis, Certainty, EmendationKind } from '../../apparatus/emendation'
import type { ExplanationKind } from '../../apparatus/explanation'
import { inClasses } from '../phrasing'

/** What the app says of its edition: emended places, characters in their forms, provenance. */
export interface EditionMessages {
  /** The button that opens the choice of a second form. */
  readonly sideBySide: string
  readonly besideOff: string
  readonly besideGone: string
  /** A form has come beside the one that is read. */
  readonly besideShown: (form: string) => string
  readonly formsFailed: (forms: readonly string[]) => string
  /** What a block of the second form is, for screen readers. */
  readonly besideBlock: (form: string, isHeading: boolean) => string

  readonly showEmendations: string
  readonly emendationsShown: (count: number) => string
  readonly emendationsHidden: string
  readonly showExplanations: string
  readonly explanationsShown: (count: number) => string
  readonly explanationsHidden: string
  /** Whether emendations of nothing but punctuation are shown among the others. */
  readonly punctuationToo: string
  /** Said where one goes back from the first place, or on from the last. */
  readonly isFirst: string
  readonly isLast: string
  readonly kinds: Readonly<Record<EmendationKind | 'sic' | 'kept' | ExplanationKind, string>>
  /** What a reading rests on. */
  readonly bases: Readonly<Record<Basis, string>>
  /** Of an encoding accident: how many bytes do not survive, and so rest on sense. */
  readonly bytesLost: (count: number) => string
  readonly certainties: Readonly<Record<Certainty, string>>
  /** Around and within a remark that is open, beside its place. */
  readonly remark: Readonly<
    Record<
      | 'asPublished'
      | 'asRead'
      | 'meant'
      | 'nothing'
      | 'space'
      | 'asStored'
      | 'restored'
      | 'dropped'
      | 'lost'
      | 'why'
      | 'restsOn'
      | 'certainty'
      | 'considered'
      | 'source'
      | 'editorial'
      | 'before'
      | 'after'
      | 'stated'
      | 'computed'
      | 'possible'
      | 'implied'
      | 'verdict'
      | 'previousExplanation'
      | 'nextExplanation'
      | 'previous'
      | 'next'
      | 'close',
      string
    >
  >
  /** Writing the edition to a file. */
  readonly tei: {
    readonly title: string
    readonly format: string
    readonly written: (file: string) => string
  }
  /** The list of remarks, and the groups that it can show. */
  readonly remarks: Readonly<
    Record<'title' | 'group' | 'emended' | 'sic' | 'kept' | 'explanations', string>
  >
  /** One of the emended places of its kind: 3 of 80. */
  readonly placeOf: (index: number, count: number) => string

  readonly characters: Readonly<
    Record<'title' | 'button' | 'howMany' | 'publishedOtherwise' | 'pinyin', string>
  >
  readonly provenance: Readonly<
    Record<
      | 'source'
      | 'damage'
      | 'editing'
      | 'forms'
      | 'identity'
      | 'document'
      | 'digest'
      | 'length'
      | 'converter'
      | 'overrides'
      | 'app'
      | 'licences'
      | 'licencesHow',
      string
    >
  > & {
    readonly done: Readonly<Record<EmendationKind | 'sic' | 'kept' | 'explanations', string>>
    /** What the table of counts by basis is headed with. */
    readonly byBasis: string
    /** Numbers by name in one line: 5 certain, 2 probable. */
    readonly breakdown: (parts: readonly (readonly [name: string, count: number])[]) => string
    readonly lengthOf: (characters: number, paragraphs: number) => string
  }
  /** Characters that some script or region writes for one another, by class. */
  readonly interchanged: (classes: readonly (readonly string[])[]) => string
}

export const editionEn: EditionMessages = {
  sideBySide: 'Side by side',
  besideOff: 'Off',
  besideGone: 'Side by side closed.',
  besideShown: (form) => `Side by side with: ${form}.`,
  formsFailed: (forms) => {
    const named = new Intl.ListFormat('en-GB').format(forms.map((form) => `“${form}”`))
    return `The form${forms.length === 1 ? '' : 's'} ${named} could not be made: what converts ended in the middle of its work. The text and your notes are as they were; it is tried again when the document is opened next.`
  },
  besideBlock: (form, isHeading) => `${isHeading ? 'heading' : 'paragraph'}, ${form}`,
  showEmendations: 'Show emendations',
  emendationsShown: (count) => `${count} emended places shown.`,
  emendationsHidden: 'Emended places hidden.',
  showExplanations: 'Show explanations',
  explanationsShown: (count) => `${count} explained places shown.`,
  explanationsHidden: 'Explained places hidden.',
  punctuationToo: 'Punctuation too',
  isFirst: 'This is the first.',
  isLast: 'This is the last.',
  bases: {
    bytes: 'Bytes',
    sense: 'Sense',
    'house-style': 'House style',
    judgement: 'Editor’s judgement',
  },
  bytesLost: (count) => (count === 1 ? 'the lost one, sense' : `the ${count} lost, sense`),
  certainties: { certain: 'Certain', probable: 'Probable', doubtful: 'Doubtful' },
  tei: {
    title: 'Export the edition',
    format: 'TEI (XML)',
    written: (file) => `The edition was written to ${file}.`,
  },
  remarks: {
    title: 'Remarks of the edition',
    group: 'Show',
    emended: 'Emended words',
    sic: 'Slips',
    kept: 'Kept',
    explanations: 'Explanations',
  },
  kinds: {
    encoding: 'Encoding accident',
    orthography: 'Character',
    punctuation: 'Punctuation',
    chrome: 'Page furniture',
    sic: 'The author’s slip',
    kept: 'Considered and kept',
    term: 'Explanation',
    name: 'Explanation of a name',
    figures: 'Figures compared',
  },
  remark: {
    asPublished: 'As published',
    asRead: 'As read',
    meant: 'Meant',
    nothing: 'nothing',
    space: 'space',
    asStored: 'Bytes as they survive',
    restored: 'With the lost byte put back',
    dropped: 'dropped on the way',
    lost: 'lost',
    why: 'Why',
    restsOn: 'Rests on',
    certainty: 'Certainty',
    considered: 'Considered',
    source: 'Source',
    editorial: 'The editor’s word; no source is named',
    before: 'Before',
    after: 'After',
    stated: 'Growth stated',
    computed: 'Growth computed',
    possible: 'Allowing for rounding',
    implied: 'Stated growth gives',
    verdict: 'Verdict',
    previousExplanation: 'Previous explanation',
    nextExplanation: 'Next explanation',
    previous: 'Previous emendation',
    next: 'Next emendation',
    close: 'Close',
  },
  placeOf: (index, count) => `${index} of ${count}`,
  characters: {
    title: 'Why this character',
    button: 'Why this character',
    howMany: 'Select one to four characters first.',
    publishedOtherwise: 'Garbled as published; it corresponds only as a whole.',
    pinyin: 'Pinyin',
  },
  provenance: {
    source: 'The source',
    damage: 'How it was damaged',
    editing: 'How it was edited',
    forms: 'The other forms',
    identity: 'This edition',
    document: 'Document',
    digest: 'Digest of the text',
    length: 'Extent',
    converter: 'Converter of the forms',
    overrides: 'Converter overruled',
    app: 'Piyue',
    licences: 'Licences',
    licencesHow: 'Piyue contains these works, under these terms. Open one to read them.',
    done: {
      encoding: 'garbled runs, read again from their bytes',
      orthography: 'characters that the conversion got wrong',
      punctuation: 'marks made full-width again, stray spaces removed',
      chrome: 'what surrounded the text on its page, taken off',
      sic: 'marked and not changed',
      kept: 'places where another spelling was considered and the source’s kept',
      explanations: 'terms, names and figures explained',
    },
    byBasis: 'What the readings rest on',
    breakdown: (parts) => parts.map(([name, count]) => `${count} ${name.toLowerCase()}`).join(', '),
    lengthOf: (characters, paragraphs) =>
      `${characters.toLocaleString('en')} characters in ${paragraphs} paragraphs and headings`,
  },
  interchanged: (classes) =>
    `In some scripts or regions these stand for each other: ${inClasses(classes, '; ')}. The word decides which of them belongs here.`,
}
