import type { Anchored, Orphan, Resolved } from '../anchor/anchored'
import { isAnchored } from '../anchor/anchored'
import { byPlaceAndTime } from '../annotation/annotation'
import type { Color } from '../annotation/style'
import type { CanonicalDocument } from '../edition/document'
import { type Section, sectionAt, sectionsOf } from '../edition/sections'
import type { Messages } from '../messages/en'
import type { Rendition } from '../script/rendition'
import type { ScriptTag } from '../script/script-tag'
import { byPlace } from '../text/range'
import { citation } from './citation'
import type { ExportScript } from './request'

/** What an export is made from. */
export interface ExportInput {
  readonly document: CanonicalDocument
  readonly renditions: ReadonlyMap<ScriptTag, Rendition>
  readonly resolved: readonly Resolved[]
  readonly script: ExportScript
  readonly messages: Messages
  readonly colorNames: Partial<Record<Color, string>>
  readonly appVersion: string
  /** ISO 8601, milliseconds, UTC. */
  readonly now: string
}

/** A quote in one script. */
export interface ExportedQuote {
  readonly script: ScriptTag
  readonly text: string
}

/** One annotation as every format shows it. */
export interface ExportedNote {
  readonly id: string
  /** One quote a script asked for; the first is the leading one. */
  readonly quotes: readonly ExportedQuote[]
  readonly note: string
  readonly tags: readonly string[]
  readonly color: Color
  /** The colour and kind in the reader's words, as 黃色螢光. */
  readonly styleName: string
  readonly createdAt: string
  readonly modifiedAt: string
  /** Code points of the canonical text; none where the words could not be placed. */
  readonly place: { readonly start: number; readonly end: number } | null
  /** Opens the passage in the app. */
  readonly link: string
}

/** The notes under one heading. */
export interface ExportedSection {
  /** The headings above, in the leading script, without the document's title. */
  readonly path: readonly string[]
  readonly notes: readonly ExportedNote[]
}

/** The notes of one document, grouped by section, as every format and template gets them. */
export interface ExportModel {
  readonly title: string
  readonly citation: string
  readonly documentId: string
  readonly documentDigest: string
  readonly scripts: readonly ScriptTag[]
  readonly scriptNames: readonly string[]
  readonly appVersion: string
  readonly exportedAt: string
  readonly count: number
  readonly sections: readonly ExportedSection[]
  /** Notes whose words could not be placed in the text; their quotes are as they were taken. */
  readonly orphans: readonly ExportedNote[]
  readonly messages: Messages
}

const tagsOf: Readonly<Record<ExportScript, readonly [ScriptTag, ...ScriptTag[]]>> = {
  hant: ['zh-Hant'],
  hans: ['zh-Hans'],
  tw: ['zh-Hant-TW'],
  hk: ['zh-Hant-HK'],
  both: ['zh-Hant', 'zh-Hans'],
}

/** @throws Error if a rendition that the script needs is missing. */
export function exportModel(input: ExportInput): ExportModel {
  const { document, messages } = input
  const scripts = tagsOf[input.script]
  const renditions = scripts.map((tag) => renditionOf(input, tag))
  const leading = renditionOf(input, scripts[0])
  const anchored = input.resolved
    .filter(isAnchored)
    .toSorted((a, b) => byPlace(a.place, b.place) || byPlaceAndTime(a.annotation, b.annotation))
  const orphans = input.resolved.filter((item): item is Orphan => !isAnchored(item))
  return {
    title: leading.block(titleId(document)).text,
    citation: citation(leading, messages),
    documentId: document.id,
    documentDigest: document.digest,
    scripts,
    scriptNames: scripts.map((tag) => messages.scripts[tag]),
    appVersion: input.appVersion,
    exportedAt: input.now,
    count: input.resolved.length,
    sections: bySection(input, anchored, leading, renditions),
    orphans: orphans.map((item) =>
      exported(input, item, [{ script: 'zh-Hant', text: item.annotation.quote.exact }]),
    ),
    messages,
  }
}

function bySection(
  input: ExportInput,
  anchored: readonly Anchored[],
  leading: Rendition,
  renditions: readonly Rendition[],
): readonly ExportedSection[] {
  const sections = sectionsOf(input.document)
  const groups = new Map<Section | undefined, Anchored[]>()
  for (const item of anchored) {
    const section = sectionAt(sections, item.place.start)
    groups.set(section, [...(groups.get(section) ?? []), item])
  }
  return [...groups].map(([section, items]) => ({
    path: section
      ? [...section.above, section.heading]
          .filter((heading) => heading.level > 1)
          .map((heading) => leading.block(heading.id).text)
      : [],
    notes: items.map((item) =>
      exported(
        input,
        item,
        renditions.map((rendition) => ({
          script: rendition.tag,
          text: rendition.slice(item.place),
        })),
      ),
    ),
  }))
}

function exported(
  { document, messages, colorNames }: ExportInput,
  item: Resolved,
  quotes: readonly ExportedQuote[],
): ExportedNote {
  const { annotation } = item
  const { color, kind } = annotation.style
  return {
    id: annotation.id,
    quotes,
    note: annotation.note,
    tags: annotation.tags,
    color,
    styleName: messages.styleName(colorNames[color] ?? messages.colors[color], kind),
    createdAt: annotation.createdAt,
    modifiedAt: annotation.modifiedAt,
    place: isAnchored(item) ? { start: item.place.start, end: item.place.end } : null,
    link: `piyue://report/${encodeURIComponent(document.id)}/${encodeURIComponent(annotation.id)}`,
  }
}

function renditionOf(input: ExportInput, tag: ScriptTag): Rendition {
  const rendition = input.renditions.get(tag)
  if (rendition === undefined) throw new Error(`${input.document.id} has no rendition ${tag}`)
  return rendition
}

const titleId = (document: CanonicalDocument): string =>
  document.data.blocks.find((block) => block.kind === 'heading')?.id ?? ''
