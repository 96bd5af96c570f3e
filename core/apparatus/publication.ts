import type { DocumentData } from '../document/document'
import type { RenditionData } from '../script/rendition'
import type { BuildInfo } from './build-info'
import type { Apparatus } from './emendation'
import type { Provenance } from './provenance'

/** A document with everything its edition offers, as data that can be sent between processes. */
export interface Publication {
  readonly document: DocumentData
  readonly renditions: readonly RenditionData[]
  readonly apparatus: Apparatus
  readonly provenance: Provenance
  readonly build: BuildInfo
}
