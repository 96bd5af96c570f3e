import { type Annotation, byPlaceAndTime } from '../../annotation/annotation'
import {
  type Anchored,
  isAnchored,
  type Orphan,
  type Resolved,
  resolve,
} from '../../annotation/resolve'
import type { ExportScript } from '../../app/export-request'
import { type Section, sectionHolding } from '../../document/sections'
import type { OpenDocument } from '../../publication/open-document'
import { hasText } from '../../publication/without-text'
import type { RenderedSlice } from '../../script/rendition'
import { byPlace } from '../../text/range'
import { type ScriptTag, scriptShortNames } from '../../text/script-tag'
import { citation } from '../citation'
import { linkTo } from '../link'
import type {
  AnnotatedDocument,
  ExportedDocument,
  ExportedHeading,
  ExportedNote,
  ExportedQuote,
  ExportedSection,
  ExportSource,
} from './model'

type Scripts = ExportedDocument['scripts']

/** Makes the documents of an export, one after the other: its notes are numbered through the file. */
export class DocumentBuilder {
  readonly #source: Omit<ExportSource, 'documents'>
  readonly #script: ExportScript
  readonly #level: ExportedDocument['level']
  readonly #keys = new Set<string>()
  #number = 0

  /** @param level of the documents' titles */
  constructor(
    source: Omit<ExportSource, 'documents'>,
    script: ExportScript,
    level: ExportedDocument['level'],
  ) {
    this.#source = source
    this.#script = script
    this.#level = level
  }

  exported({
    open,
    annotations,
    pictures = new Map(),
    disambiguator,
  }: AnnotatedDocument): ExportedDocument {
    const scripts = scriptsOf(this.#script, open)
    const resolved = annotations.toSorted(byPlaceAndTime).map((one) => resolve(open.document, one))
    const anchored = resolved
      .filter(isAnchored)
      .toSorted((a, b) => byPlace(a.place, b.place) || byPlaceAndTime(a.annotation, b.annotation))
    const orphans = resolved.filter((item): item is Orphan => !isAnchored(item))
    const { tag: script, lang } = open.canonical
    const { orphans: orphansTitle, textNotHere } = this.#source.messages.export
    return {
      open,
      pictures,
      title: [
        open.titleIn(scripts[0]),
        ...(disambiguator === undefined ? [] : [disambiguator]),
      ].join(' · '),
      level: this.#level,
      citation: citation(open.renditionOf(scripts[0]), this.#source.messages.citation),
      link: linkTo(open.id),
      scripts,
      sections: this.#bySection(open, anchored, scripts),
      // What cannot be found cannot be shown in another script: the quote stays as it was taken.
      orphans: orphans.map((item) => ({
        ...this.#common(open, item),
        quotes: [quoteOf(script, lang, [{ lang, text: item.annotation.quote.exact }])] as const,
        place: null,
      })),
      orphansTitle: hasText(open) ? orphansTitle : textNotHere,
    }
  }

  /** @param anchored in the order of the text */
  #bySection(
    open: OpenDocument,
    anchored: readonly Anchored[],
    scripts: Scripts,
  ): readonly ExportedSection[] {
    const [leading, ...others] = scripts
    const groups = new Map<Section | undefined, ExportedNote[]>()
    for (const item of anchored) {
      const quoteIn = (script: ScriptTag) => {
        const rendition = open.renditionOf(script)
        return quoteOf(script, rendition.lang, rendition.slices(item.place))
      }
      const note = {
        ...this.#common(open, item),
        quotes: [quoteIn(leading), ...others.map(quoteIn)] as const,
        place: item.place,
      }
      const section = sectionHolding(open.sections, item.place.start)
      const group = groups.get(section)
      if (group) group.push(note)
      else groups.set(section, [note])
    }
    const shown = new Set<string>()
    return [...groups].map(([section, notes]) => {
      const path = section === undefined ? [] : this.#pathTo(section, open, leading)
      const headings = path.filter(({ id }) => !shown.has(id))
      for (const { id } of path) shown.add(id)
      return { path, headings, notes }
    })
  }

  /** The headings that lead to a section, under the document's own. */
  #pathTo(
    { above, heading }: Section,
    open: OpenDocument,
    leading: ScriptTag,
  ): readonly (ExportedHeading & { readonly id: string })[] {
    const first = headingLevels[this.#level]
    return [...above, heading]
      .filter(({ id }) => !open.titles.has(id))
      .map(({ id, level }, i) => ({
        id,
        level: i === 0 && level <= 2 ? first.section : first.subsection,
        lang: open.renditionOf(leading).langOfBlock(id),
        text: open.renditionOf(leading).block(id).text,
      }))
  }

  /** What every note has, in its place or without one. */
  #common({ id }: OpenDocument, { annotation }: Resolved) {
    const { messages, colorNames } = this.#source
    const { createdAt, modifiedAt } = annotation
    const { color, kind } = annotation.style
    const { time, stamp } = messages.export
    return {
      number: ++this.#number,
      key: this.#keyOf(annotation),
      annotation,
      styleName: messages.styleName(colorNames[color] || messages.colors[color], kind),
      stamp: stamp(time(createdAt), modifiedAt === createdAt ? undefined : time(modifiedAt)),
      link: linkTo(id, annotation.id),
    }
  }

  #keyOf({ id }: Annotation): string {
    let key = id
    for (let i = 2; this.#keys.has(key); i++) key = `${id}-${i}`
    this.#keys.add(key)
    return key
  }
}

/** @param lang of the form */
function quoteOf(script: ScriptTag, lang: string, slices: readonly RenderedSlice[]): ExportedQuote {
  const [first, ...others] = new Set(slices.map((slice) => slice.lang))
  return {
    script,
    lang: first === undefined || others.length > 0 ? lang : first,
    text: slices.map(({ text }) => text).join('\n'),
    slices,
  }
}

/** The levels of a document's headings under its title. */
const headingLevels = {
  1: { section: 2, subsection: 3 },
  2: { section: 3, subsection: 4 },
} as const

/** The forms of a document that a choice stands for, the leading one first; its own where it has none. */
export function scriptsOf(script: ExportScript, { renditions, document }: OpenDocument): Scripts {
  const { hant, hans } = scriptShortNames
  const asked = script === 'both' ? [hant, hans] : [scriptShortNames[script]]
  const [first = document.data.canonicalScript, ...others] = asked.filter((tag) =>
    renditions.has(tag),
  )
  return [first, ...others]
}
