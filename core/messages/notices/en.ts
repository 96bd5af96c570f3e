import type { Beside, LibraryFile, Restored, StoreNotice } from '../../app/store-notice'
import type { DiskProblem } from '../../app/store-status'
import { clockOf, plural } from '../phrasing'
import { whyUnreadableEn } from '../unreadable/en'

const besides: Readonly<Record<Beside, string>> = {
  settings: 'How you like to read starts anew. Your notes are not affected.',
  drafts:
    'Notes that were being written and not yet saved are only in that file now. Your saved notes are not affected.',
}

const unwritten: Readonly<Record<Beside, string>> = {
  settings: 'How you like to read is kept while Piyue is open. Your notes are not affected.',
  drafts:
    'What you are writing and have not saved is only in memory: leave Piyue open until that is put right. Your saved notes are not affected.',
}

const marks = (count: number) => plural(count, 'mark', 'marks')
const changes = (count: number) => plural(count, 'change', 'changes')

const library: Readonly<Record<LibraryFile, string>> = {
  entry:
    'The document was listed again from what else the library keeps of it. Your notes are not affected.',
  document:
    'Its text was read again from the library’s own copy of the file. Your notes are not affected.',
  edition:
    'Your repairs of the text and corrections of its forms are only in that file now, and the text is as its file has it. Your notes are kept.',
}

const notRecovered =
  'It could not be made again and was left as it is. Open the document’s file once more: your notes on it are kept, and will be there.'

const { time } = clockOf('en-GB')

/** What befell the reader's files, what was done about it, and what that means for the notes. */
export function sayNotice(
  notice: StoreNotice,
  problems: Readonly<Record<DiskProblem, string>>,
): string {
  switch (notice.kind) {
    case 'set-aside':
      return `${notice.file} ${whyUnreadableEn(notice.damage)}. ${aside(notice.setAside)} ${restored(notice.restored)}`
    case 'missing':
      return `${notice.file} was gone. ${restored(notice.restored)}`
    case 'rewritten':
      return `${notice.file} was damaged or removed while Piyue was open. It was written again from memory with ${marks(notice.count)}; nothing is lost. ${notice.setAside === null ? '' : aside(notice.setAside)}`.trim()
    case 'beside-damaged':
      return `${notice.file} ${whyUnreadableEn(notice.damage)}. ${aside(notice.setAside)} ${besides[notice.of]}`
    case 'library-damaged':
      return `${notice.file} ${whyUnreadableEn(notice.damage)}. ${notice.isRecovered ? `${aside(notice.setAside)} ${library[notice.of]}` : notRecovered}`
    case 'library-unreadable':
      return `A document of the library is not listed now: ${notice.folder} ${whyUnreadableEn(notice.code)}. Nothing in it was changed, and your notes are kept there. Once that is put right, start Piyue again.`
    case 'beside-changed':
      return `Another program changed ${notice.file} while Piyue was open. What it wrote was kept as ${notice.setAside}; Piyue goes on with its own. Your saved notes are not affected.`
    case 'beside-not-written':
      return `${notice.file} could not be written: ${problems[notice.problem]} (${notice.code}) ${unwritten[notice.of]}`
    case 'journal-damaged':
      return `${changes(notice.lost)} in ${notice.file} could not be read; ${changes(notice.kept)} were. ${aside(notice.setAside)}`
    case 'changes-missing':
      return `${notice.file} ends too early: ${notice.count === null ? 'some of your last changes' : changes(notice.count)} may be missing.`
    case 'merged':
      return `Another program, or another computer that keeps the same folder, had changed the notes of ${notice.file}. Both sides were kept: ${marks(notice.count)} came or changed from outside.${notice.copy === null ? '' : ` What differed was kept in ${notice.copy}.`}`
    case 'put-back':
      return `${notice.file} is an earlier state of your notes, as after a restore, and was opened as it is. ${marks(notice.count)} made or changed later were kept in ${notice.copy}: import that file to bring them back. The whole state of ${time(notice.writtenAt)} is among your backups.`
    case 'not-written':
      return `Your changes are safe, but ${notice.file} could not be brought up to date: ${problems[notice.problem]} (${notice.code})`
    case 'not-taken-along':
      return `Your notes on the former text of ${notice.file} could not all be brought to its new text: ${notice.disk === null ? 'they cannot be read.' : `${problems[notice.disk.problem]} (${notice.disk.code})`} They stay with the former text, which stays in the library. Once that is put right, open the file again: they then come along.`
  }
}

const aside = (file: string | null) =>
  file === null
    ? 'It could not be moved and lies where it was.'
    : `It was set aside unchanged as ${file}.`

function restored(what: Restored): string {
  switch (what.from) {
    case 'generation':
      return `The copy of ${time(what.writtenAt)} was opened instead, with ${changes(what.changes)} made since: ${marks(what.count)} in all. ${whole(what.complete)}`
    case 'journal':
      return `${marks(what.count)} were brought back from the journal of changes. ${whole(what.complete)}`
    case 'nothing':
      return 'There was no earlier copy to open, so the notes start empty.'
  }
}

const whole = (complete: boolean) =>
  complete ? 'Nothing is lost.' : 'Changes made between the two may be missing.'
