import type { UsageProblem } from '../../app/usage-problem'
import { plural } from '../phrasing'
import { whyUnreadableEn } from '../unreadable/en'

/** What the command line prints besides what the commands themselves say. */
export interface CommandLineMessages {
  /** The whole of `--help`. */
  readonly help: (formats: string, scripts: string) => string
  /** What is wrong with the arguments, and what is right; one line. */
  readonly wrong: (problem: UsageProblem) => string
  /** @param reason as {@link unreadableIn} takes it */
  readonly unreadable: (file: string, reason: string) => string
  /** A name given for a document means none of the library, or several. */
  readonly unclearDocument: (name: string, count: number) => string
  /**
   * Notes are kept for a document that the library does not have.
   *
   * @param title empty where it is not known
   */
  readonly notHere: (title: string, id: string, count: number) => string
  /** How many annotations of a file are not listed, for there are so many. */
  readonly furtherNotListed: (count: number) => string
  /** Several texts were read from a file; the newest is meant. @param former the ids of the others */
  readonly newestMeant: (
    file: string,
    title: string,
    id: string,
    former: readonly string[],
  ) => string
}

function problemInWords(problem: UsageProblem): string {
  switch (problem.kind) {
    case 'unknown-option':
      return `there is no option ${problem.option}`
    case 'stray-word':
      return `"${problem.word}" is no option; files are named as in --export FILE`
    case 'no-value-taken':
      return `--${problem.option} takes no value`
    case 'value-needed':
      return `--${problem.option} needs a value`
    case 'file-needed':
      return `--${problem.option} needs the name of a file`
    case 'dash-is-no-file':
      return `--${problem.option} needs the name of a file, for notes are not written to or read from a pipe`
    case 'not-together':
      return `${problem.options.map((option) => `--${option}`).join(' and ')} do not go together; one at a time`
    case 'only-with-export':
      return `--${problem.option} goes with --export FILE`
    case 'no-whole-text':
      return `--whole-text goes with ${problem.formats.join(', ')}, not with ${problem.format}`
    case 'only-with-notes':
      return `--document goes with --export, --import or --list`
    case 'one-document':
      return '--document can be given several times with --export only'
    case 'not-one-of':
      return `--${problem.option} is one of ${problem.allowed.join(', ')}, not "${problem.given}"`
  }
}

export const commandLineEn: CommandLineMessages = {
  help: (formats, scripts) =>
    `Piyue — read a report in Traditional or Simplified Chinese, mark it, keep what you wrote.

  piyue                       open the window
  piyue FILE                  open the document FILE in the window
  piyue --export FILE         write the notes to FILE
        --format FORMAT       ${formats} (else by FILE's ending)
        --script SCRIPT       ${scripts} (else hant)
        --whole-text          the whole text with the marks in it, in markdown, html or docx
        --template TEMPLATE   write by a Mustache template of your own instead of a format
        --all                 the notes on all documents of the library, in one file
  piyue --export-edition FILE
                              write the edition to FILE as TEI: text, apparatus, explanations
  piyue --import FILE         take in the notes of FILE: Piyue's JSON, or annotations of W3C's
                              model, of Readium (Thorium) or of Hypothesis
  piyue --list                print the notes, one a line
  piyue --documents           list the documents of the library, one a line
        --document DOCUMENT   with --export, --import, --list: whose notes are meant, by the id of a
                              document or its file (else those of the bundled report); several
                              times with --export, for several documents in one file
  piyue --version             print the version
  piyue --help                print this

  --user-data-dir=FOLDER      where the notes lie
  --lang=LANGUAGE             the language of menus and messages

Exit code 0: done. 1: the file could not be written or read, or there was nothing to write.
2: a wrong argument. 3: the notes could not be read; nothing was touched.`,
  wrong: (problem) => `piyue: ${problemInWords(problem)} (--help says more)`,
  unclearDocument: (name, count) =>
    count === 0
      ? `piyue: "${name}" is no document of the library; --documents lists them, and a file is opened with --open FILE`
      : `piyue: "${name}" can mean ${count} documents; give more of its id (--documents lists them)`,
  notHere: (title, id, count) =>
    `piyue: ${plural(count, 'mark is', 'marks are')} kept for ${title === '' ? id : `“${title}” (${id})`}, which is not in the library: --list and --export print and write them with --document ID; --open FILE opens its file`,
  furtherNotListed: (count) =>
    `${plural(count, 'more annotation', 'more annotations')} of the file not listed; the counts are of all.`,
  newestMeant: (file, title, id, former) =>
    `piyue: ${former.length + 1} texts were read from "${file}"; the newest is meant, “${title}” (${id}). By --document ID you mean another: ${former.join(', ')}`,
  unreadable: (file, reason) =>
    `piyue: the notes cannot be read: ${file} ${whyUnreadableEn(reason)}. Nothing was touched.`,
}
