import type { Platform } from '../../app/keymap'
import { plural } from '../phrasing'

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
      Record<'action' | 'heading' | 'bookmark' | 'note' | 'tag' | 'document' | 'form', string>
    >
  }
  /** The keyboard map, in which keys can be changed. */
  readonly keys: Readonly<
    Record<
      | 'find'
      | 'none'
      | 'singleKeys'
      | 'singleKeysHow'
      | 'resetAll'
      | 'reset'
      | 'add'
      | 'addHow'
      | 'done'
      | 'useHere'
      | 'fixed'
      | 'off'
      | 'noKey',
      string
    >
  > & {
    readonly change: (action: string) => string
    readonly remove: (key: string) => string
    readonly taken: (key: string, action: string) => string
    readonly given: (key: string, action: string) => string
    readonly isReset: (action: string) => string
    readonly allReset: string
  }
  readonly bookmarks: {
    readonly name: string
    readonly made: (quote: string) => string
  }
  /** The line under the text. */
  readonly progress: {
    readonly title: string
    readonly percent: (percent: number) => string
    /** How long the rest takes: in hours where that is over 90 minutes. */
    readonly left: (minutes: number) => string
  }
  /** Reading aloud. */
  readonly voice: Readonly<
    Record<
      | 'title'
      | 'pause'
      | 'resume'
      | 'next'
      | 'previous'
      | 'speed'
      | 'voice'
      | 'stop'
      | 'looking'
      | 'silent'
      | 'failed'
      | 'none'
      | 'noneWhy',
      string
    >
  > & {
    /** How a voice is installed, by system. */
    readonly install: Readonly<Record<Platform, string>>
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
      bookmark: 'Bookmark',
      note: 'Note',
      tag: 'Tag',
      document: 'Document',
      form: 'Text form',
    },
  },
  keys: {
    find: 'Find a command or a key',
    none: 'No command or key fits.',
    singleKeys: 'Single keys',
    singleKeysHow: 'Keys without Ctrl or Alt, such as J. Off, they do nothing.',
    resetAll: 'Reset all keys',
    reset: 'Reset',
    add: 'Press a key to add',
    addHow: 'Press a key to add it. Escape ends.',
    done: 'Done',
    useHere: 'Use it here',
    fixed: 'That key edits, moves the focus or is the system’s: no command can have it.',
    off: 'Single keys are switched off.',
    noKey: 'none',
    change: (action) => `Change the keys of ${action}`,
    remove: (key) => `Remove ${key}`,
    taken: (key, action) => `${key} belongs to “${action}”.`,
    given: (key, action) => `${key}: ${action}.`,
    isReset: (action) => `${action} has its usual keys again.`,
    allReset: 'All commands have their usual keys again.',
  },
  voice: {
    title: 'Read aloud',
    pause: 'Pause',
    resume: 'Go on',
    next: 'Next sentence',
    previous: 'Previous sentence',
    speed: 'Speed',
    voice: 'Voice',
    stop: 'Stop reading aloud',
    looking: 'Looking for the voices of your system…',
    silent: 'The voice does not answer. Try another, or go on.',
    failed: 'The voice could not read this. Try another, or go on.',
    none: 'There is no voice for this text',
    noneWhy:
      'Piyue reads with voices of your system that work offline, and has found none for the language of this text.',
    install: {
      win32:
        'In Settings › Time & language › Speech, choose “Add voices” and Chinese. Then open Piyue again.',
      darwin:
        'In System Settings › Accessibility › Spoken Content, choose “Manage Voices” under the system voice, and Chinese. Then open Piyue again.',
      linux:
        'Install speech-dispatcher and a voice that speaks Chinese, such as espeak-ng (on Debian and Ubuntu: sudo apt install speech-dispatcher-espeak-ng). Then open Piyue again.',
    },
  },
  progress: {
    title: 'Reading progress',
    percent: (percent) => `${percent}%`,
    left: (minutes) => {
      if (minutes > 90) return `${Math.round(minutes / 60)} hours left`
      return plural(minutes, 'minute left', 'minutes left')
    },
  },
  bookmarks: {
    name: 'Bookmark',
    made: (quote) => `Bookmarked: “${quote}”.`,
  },
  said: {
    at: (place) => `At ${place}.`,
    noBack: 'There is no place to go back to.',
    noForward: 'There is no place to go forward to.',
  },
}
