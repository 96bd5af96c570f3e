import { type Annotation, byPlaceAndTime } from '../../annotation/annotation'
import {
  type Anchored,
  isAnchored,
  type Orphan,
  type Resolved,
  resolve,
} from '../../annotation/resolve'
import type { Color } from '../../annotation/style'
import type { ExportRequest, ExportScript } from '../../app/export-request'
import { type Section, sectionAt } from '../../document/sections'
import type { Messages } from '../../messages/en'
import type { OpenDocument } from '../../publication/open-document'
import { byPlace, type TextRange } from '../../text/range'
import { type ScriptTag, scriptShortNames } from '../../text/script-tag'
import { citation } from '../citation'
import { linkTo } from '../link'

/** What an export is made from: a document with its notes, and how to speak of them. */
export interface ExportSource {
  readonly open: OpenDocument
  readonly annotations: readonly Annotation[]
  readonly messages: Messages
  /** The reader's own names for the colours. */
  readonly colorNames: Partial<Record<Color, string>>
  readonly appVersion: string
  /** ISO 8601, milliseconds, UTC. */
  readonly now: string
}

/** A quote in one script. */
export interface ExportedQuote {
  readonly script: ScriptTag
  /** BCP 47. */
  readonly lang: string
  /** Blocks are joined by a line break. */
  readonly text: string
}

/** One annotation as every format shows it. */
export interface ExportedNote {
  /** From 1, in the order of the file. */
  readonly number: number
  readonly annotation: Annotation
  /** One quote a script asked for; the first is the leading one. */
  readonly quotes: readonly [ExportedQuote, ...ExportedQuote[]]
  /** The colour and kind in the reader's words, as 黃色螢光. */
  readonly styleName: string
  /** When it was made and changed, in words. */
  readonly stamp: string
  /** Code points of the canonical text; none where the words could not be placed. */
  readonly place: TextRange | null
  /** Opens the passage in the app. */
  readonly link: string
}

/** A heading of the document, in the leading script. */
export interface ExportedHeading {
  readonly level: 2 | 3
  readonly text: string
}

/** The notes under one heading. */
export interface ExportedSection {
  /** The headings above, without the document's title. */
  readonly path: readonly ExportedHeading[]
  /** Those of the path that no section before this one has shown. */
  readonly headings: readonly ExportedHeading[]
  readonly notes: readonly ExportedNote[]
}

/** The notes of one document, grouped by section, as every format and template gets them. */
export interface ExportModel {
  readonly open: OpenDocument
  /** In the leading script. */
  readonly title: string
  /** One line, in the leading script. */
  readonly citation: string
  /** Opens the document in the app. */
  readonly documentLink: string
  /** The scripts of the quotes, the leading one first. */
  readonly scripts: readonly [ScriptTag, ...ScriptTag[]]
  readonly scriptNames: readonly string[]
  readonly appVersion: string
  /** ISO 8601. */
  readonly exportedAt: string
  /** One line: what made the file, in which form the quotes are, when. */
  readonly provenance: string
  readonly count: number
  readonly sections: readonly ExportedSection[]
  /** Notes whose words could not be placed in the text; their quotes are as they were taken. */
  readonly orphans: readonly ExportedNote[]
  readonly messages: Messages
}

/** All notes of the model in the order of the text, those without a place last. */
export const notesOf = (model: ExportModel): readonly ExportedNote[] => [
  ...model.sections.flatMap((section) => section.notes),
  ...model.orphans,
]

/** Every tag in use, each once, in the order of the text. */
export const tagsOf = (model: ExportModel): readonly string[] => [
  ...new Set(notesOf(model).flatMap((note) => note.annotation.tags)),
]

/** Whether the reader wrote anything about the passage. */
export const hasWords = ({ annotation }: ExportedNote): boolean =>
  annotation.note.trim() !== '' || annotation.tags.length > 0

/** The annotations that a request asks for. */
export function askedFor(
  { annotations }: ExportSource,
  { ids }: Pick<ExportRequest, 'ids'>,
): readonly Annotation[] {
  if (ids === undefined) return annotations
  const asked = new Set(ids)
  return annotations.filter(({ id }) => asked.has(id))
}

/** The forms of a document that a choice stands for, the leading one first; its own where it has none. */
function scriptsOf(
  script: ExportScript,
  { renditions, document }: OpenDocument,
): readonly [ScriptTag, ...ScriptTag[]] {
  const { hant, hans } = scriptShortNames
  const asked = script === 'both' ? [hant, hans] : [scriptShortNames[script]]
  const [first = document.data.canonicalScript, ...others] = asked.filter((tag) =>
    renditions.has(tag),
  )
  return [first, ...others]
}

/** The notes asked for, in the forms asked for, as far as the document has them. */
export function exportModel(
  source: ExportSource,
  request: Pick<ExportRequest, 'script' | 'ids'>,
): ExportModel {
  const { open, messages, appVersion, now } = source
  const scripts = scriptsOf(request.script, open)
  const scriptNames = scripts.map((tag) => messages.scripts[tag])
  const resolved = askedFor(source, request).map((one) => resolve(open.document, one))
  const anchored = resolved
    .filter(isAnchored)
    .toSorted((a, b) => byPlace(a.place, b.place) || byPlaceAndTime(a.annotation, b.annotation))
  const orphans = resolved.filter((item): item is Orphan => !isAnchored(item))
  return {
    open,
    title: open.titleIn(scripts[0]),
    citation: citation(open.renditionOf(scripts[0]), messages),
    documentLink: linkTo(open.id),
    scripts,
    scriptNames,
    appVersion,
    exportedAt: now,
    provenance: messages.export.provenance(appVersion, scriptNames, messages.export.time(now)),
    count: resolved.length,
    sections: bySection(source, anchored, scripts),
    // What cannot be found cannot be shown in another script: the quote stays as it was taken.
    orphans: orphans.map((item, i) => ({
      ...told(source, item),
      number: anchored.length + i + 1,
      quotes: [
        {
          script: open.canonical.tag,
          lang: open.canonical.lang,
          text: item.annotation.quote.exact,
        },
      ] as const,
      place: null,
    })),
    messages,
  }
}

/** @param anchored in the order of the text */
function bySection(
  source: ExportSource,
  anchored: readonly Anchored[],
  scripts: readonly [ScriptTag, ...ScriptTag[]],
): readonly ExportedSection[] {
  const { open } = source
  const [leading, ...others] = scripts
  const groups = new Map<Section | undefined, ExportedNote[]>()
  for (const [i, item] of anchored.entries()) {
    const quoteIn = (script: ScriptTag) => {
      const rendition = open.renditionOf(script)
      return { script, lang: rendition.lang, text: rendition.slice(item.place) }
    }
    const note = {
      ...told(source, item),
      number: i + 1,
      quotes: [quoteIn(leading), ...others.map(quoteIn)] as const,
      place: item.place,
    }
    const section = sectionAt(open.sections, item.place.start)
    const group = groups.get(section)
    if (group) group.push(note)
    else groups.set(section, [note])
  }
  const shown = new Set<string>()
  return [...groups].map(([section, notes]) => {
    const path = (section ? [...section.above, section.heading] : [])
      .filter(({ level }) => level > 1)
      .map(({ id, level }) => ({
        id,
        level: level === 2 ? (2 as const) : (3 as const),
        text: open.renditionOf(leading).block(id).text,
      }))
    const headings = path.filter(({ id }) => !shown.has(id))
    for (const { id } of path) shown.add(id)
    return { path, headings, notes }
  })
}

function told({ open, messages, colorNames }: ExportSource, { annotation }: Resolved) {
  const { createdAt, modifiedAt } = annotation
  const { color, kind } = annotation.style
  const { time, stamp } = messages.export
  return {
    annotation,
    styleName: messages.styleName(colorNames[color] || messages.colors[color], kind),
    stamp: stamp(time(createdAt), modifiedAt === createdAt ? undefined : time(modifiedAt)),
    link: linkTo(open.id, annotation.id),
  }
}
