/** What is said in finding one's way: to places, and back. */
export interface WaysMessages {
  readonly back: string
  readonly forward: string
  /** The line at the text's foot after a jump. @param place the section that was left */
  readonly backTo: (place: string) => string
  /** @param percent a whole number: how far into the text the place lies */
  readonly placeAt: (section: string, percent: number) => string
  /** The palette. */
  readonly commands: Readonly<Record<'title' | 'search' | 'hint' | 'none', string>> & {
    readonly count: (count: number) => string
    readonly kinds: Readonly<
      Record<'action' | 'heading' | 'note' | 'tag' | 'document' | 'form', string>
    >
  }
  readonly said: {
    readonly at: (place: string) => string
    readonly noBack: string
    readonly noForward: string
  }
}

export const waysEn: WaysMessages = {
  back: 'Back',
  forward: 'Forward',
  backTo: (place) => `Back to ${place}`,
  placeAt: (section, percent) => `${section} · ${percent}%`,
  commands: {
    title: 'Commands',
    search: 'Search commands',
    hint: 'A command, a heading, a note, a tag, a document…',
    none: 'Nothing fits.',
    count: (count) => `${count} to choose from`,
    kinds: {
      action: 'Command',
      heading: 'Heading',
      note: 'Note',
      tag: 'Tag',
      document: 'Document',
      form: 'Text form',
    },
  },
  said: {
    at: (place) => `At ${place}.`,
    noBack: 'There is no place to go back to.',
    noForward: 'There is no place to go forward to.',
  },
}
