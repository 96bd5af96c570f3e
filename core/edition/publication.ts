import type { RenditionData } from '../script/rendition'
import type { DocumentData } from './document'
import type { Apparatus } from './emendation'

/** A document with everything its edition offers, as data that can be sent between processes. */
export interface Publication {
  readonly document: DocumentData
  readonly renditions: readonly RenditionData[]
  readonly apparatus: Apparatus
}
