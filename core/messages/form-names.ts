import type { Publication } from '../publication/publication'
import type { Messages } from './en'

/** What the forms of a document are called. Only the report was published: another is as in its file. */
export const formNamesOf = (
  { file }: Pick<Publication, 'file'>,
  { scripts, asInFile }: Messages,
): Messages['scripts'] => (file === undefined ? scripts : { ...scripts, source: asInFile })
