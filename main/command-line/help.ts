import { exportFormats, exportScripts } from '../../core/export/request'

/** What `--help` prints. */
export const help = `Piyue — read a report in Traditional or Simplified Chinese, mark it, keep what you wrote.

  piyue                       open the window
  piyue --export FILE         write the notes to FILE
        --format FORMAT       ${exportFormats.join(', ')} (else by FILE's ending)
        --script SCRIPT       ${exportScripts.join(', ')} (else hant)
        --template TEMPLATE   write by a Mustache template of your own instead of a format
  piyue --import FILE         take in the notes of FILE: Piyue's JSON, or W3C annotations
  piyue --list                print the notes, one a line
  piyue --version             print the version
  piyue --help                print this

  --user-data-dir=FOLDER      where the notes lie
  --lang=LANGUAGE             the language of menus and messages

Exit code 0: done. 1: the file could not be written or read, or there was nothing to write.
2: a wrong argument. 3: the notes could not be read; nothing was touched.
`
