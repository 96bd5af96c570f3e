import { compact } from './compact'
import { SearchText } from './search-text'

/**
 * Whether a text holds the query, in whatever script either is written. A query of nothing or of white
 * space is held by every text: a filter that asks for nothing keeps everything.
 */
export const matches = (text: string, query: string): boolean =>
  isNothing(query) || new SearchText(text).find(query).length > 0

/** Whether a query asks for nothing: it is empty, or white space. */
export const isNothing = (query: string): boolean => compact(query).text === ''
