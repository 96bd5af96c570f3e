import { unreadableIn } from '../phrasing'

/** Why a file of the reader's is not read, to stand behind its name. */
export const whyUnreadableEn = unreadableIn({
  empty: 'is empty',
  'not-text': 'is not text',
  'not-json': 'is damaged',
  foreign: 'is not a file of Piyue’s',
  invalid: 'holds something that does not fit',
  'not-a-file': 'is not a file',
  'too-large': 'is too large to be read',
  newer: 'was written by a newer Piyue',
  missing: 'is gone',
  EACCES: 'may not be read by Piyue',
  EPERM: 'may not be read by Piyue',
  other: (code) => `could not be read by the system (${code})`,
})
