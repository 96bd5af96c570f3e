import type { BuildInfo } from '../apparatus/build-info'
import type { Apparatus } from '../apparatus/emendation'
import type { Provenance } from '../apparatus/provenance'
import type { DocumentData } from '../document/document'
import type { FigureList } from '../figures/figure'
import type { RenditionData } from '../script/rendition'

/** A document with everything its edition offers, as data that can be sent between processes. */
export interface Publication {
  readonly document: DocumentData
  readonly renditions: readonly RenditionData[]
  readonly apparatus: Apparatus
  readonly provenance: Provenance
  readonly build: BuildInfo
  /** The figures of the text, where someone has listed them. */
  readonly figures?: FigureList
}
