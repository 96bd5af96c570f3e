import { byPlaceAndTime } from '../../annotation/annotation'
import { type Anchored, isAnchored, type Orphan, type Resolved } from '../../annotation/resolve'
import type { Color } from '../../annotation/style'
import type { CanonicalDocument } from '../../document/document'
import { type Section, sectionAt, sectionsOf } from '../../document/sections'
import type { Messages } from '../../messages/en'
import type { Rendition } from '../../script/rendition'
import { byPlace } from '../../text/range'
import { type ScriptTag, scriptShortNames } from '../../text/script-tag'
import { citation, titleIn } from '../citation'
import { linkTo } from '../link'
import type { ExportedHeading, ExportedNote, ExportedSection, ExportModel } from './model'
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

/** The forms that a choice stands for, the leading one first. */
export const scriptsOf = (script: ExportScript): readonly [ScriptTag, ...ScriptTag[]] =>
  script === 'both' ? [scriptShortNames.hant, scriptShortNames.hans] : [scriptShortNames[script]]

/** @throws Error if a rendition that the script needs is missing. */
export function exportModel(input: ExportInput): ExportModel {
  const { document, messages } = input
  const scripts = scriptsOf(input.script)
  const leading = leadingRendition(input)
  const others = scripts.slice(1).map((tag) => renditionOf(input, tag))
  const scriptNames = scripts.map((tag) => messages.scripts[tag])
  const anchored = input.resolved
    .filter(isAnchored)
    .toSorted((a, b) => byPlace(a.place, b.place) || byPlaceAndTime(a.annotation, b.annotation))
  const orphans = input.resolved.filter((item): item is Orphan => !isAnchored(item))
  return {
    title: titleIn(leading),
    citation: citation(leading, messages),
    documentId: document.id,
    documentDigest: document.digest,
    documentLink: linkTo(document.id),
    scripts,
    scriptNames,
    appVersion: input.appVersion,
    exportedAt: input.now,
    provenance: messages.export.provenance(
      input.appVersion,
      scriptNames,
      messages.export.time(input.now),
    ),
    count: input.resolved.length,
    sections: bySection(input, anchored, leading, others),
    orphans: orphans.map((item) => orphaned(input, item)),
    messages,
  }
}

/** The form that headings, citation and the first quote are given in. */
export const leadingRendition = (input: ExportInput): Rendition =>
  renditionOf(input, scriptsOf(input.script)[0])

function bySection(
  input: ExportInput,
  anchored: readonly Anchored[],
  leading: Rendition,
  others: readonly Rendition[],
): readonly ExportedSection[] {
  const sections = sectionsOf(input.document)
  const groups = new Map<Section | undefined, Anchored[]>()
  for (const item of anchored) {
    const section = sectionAt(sections, item.place.start)
    const group = groups.get(section)
    if (group) group.push(item)
    else groups.set(section, [item])
  }
  const shown = new Set<string>()
  return [...groups].map(([section, items]) => {
    const path = (section ? [...section.above, section.heading] : []).flatMap(({ id, level }) =>
      level === 1
        ? []
        : [{ id, level: level === 2 ? 2 : 3, text: leading.block(id).text } as const],
    )
    const headings: readonly ExportedHeading[] = path.filter(({ id }) => !shown.has(id))
    for (const { id } of path) shown.add(id)
    return { path, headings, notes: items.map((item) => placed(input, item, leading, others)) }
  })
}

function placed(
  input: ExportInput,
  item: Anchored,
  leading: Rendition,
  others: readonly Rendition[],
): ExportedNote {
  const quoteIn = (rendition: Rendition) => ({
    script: rendition.tag,
    text: rendition.slice(item.place),
  })
  const quotes = [quoteIn(leading), ...others.map(quoteIn)] as const
  return { ...told(input, item), quotes, place: item.place }
}

/** What cannot be found cannot be shown in another script: the quote stays as it was taken. */
function orphaned(input: ExportInput, item: Orphan): ExportedNote {
  const script = input.document.data.canonicalScript
  const quotes = [{ script, text: item.annotation.quote.exact }] as const
  return { ...told(input, item), quotes, place: null }
}

function told({ document, messages, colorNames }: ExportInput, { annotation }: Resolved) {
  const { createdAt, modifiedAt } = annotation
  const { color, kind } = annotation.style
  const { time, stamp } = messages.export
  return {
    annotation,
    styleName: messages.styleName(colorNames[color] || messages.colors[color], kind),
    stamp: stamp(time(createdAt), modifiedAt === createdAt ? undefined : time(modifiedAt)),
    link: linkTo(document.id, annotation.id),
  }
}

function renditionOf(input: ExportInput, tag: ScriptTag): Rendition {
  const rendition = input.renditions.get(tag)
  if (rendition === undefined) throw new Error(`${input.document.id} has no rendition ${tag}`)
  return rendition
}
