import { createHash } from 'node:crypto'
import path from 'node:path'
import type { DocumentEntry } from '../../core/app/document-entry'
import { countsOf } from '../../core/apparatus/build-info'
import type { Apparatus } from '../../core/apparatus/emendation'
import type { LocalizedText } from '../../core/apparatus/localized-text'
import { emendationsOf, openProposals } from '../../core/apparatus/reader-emendations'
import { citationDataOf, type KnownCitation } from '../../core/document/citation-data'
import {
  blockSeparator,
  CanonicalDocument,
  type DocumentData,
  titleOf,
} from '../../core/document/document'
import type { DocumentFacts } from '../../core/formats/facts'
import type { Messages } from '../../core/messages/en'
import { messagesIn } from '../../core/messages/language'
import type { Publication } from '../../core/publication/publication'
import { applyRepairs } from '../../core/repair/apply'
import { type Proposal, repairKinds } from '../../core/repair/proposal'
import type { ReaderEdition } from '../../core/repair/reader-edition'
import { isChinese } from '../../core/script/conversion-forms'
import type { RenditionData } from '../../core/script/rendition'
import type { ScriptTag } from '../../core/text/script-tag'
import type { Converter } from './document-folder'

interface FileEdition {
  readonly entry: DocumentEntry
  readonly converter: Converter
  /** With the reader's repairs, as the reader has it cited. */
  readonly document: DocumentData
  /** The same, as its file says that it is to be cited. */
  readonly read: DocumentData
  readonly edition: ReaderEdition
  /** What seems damaged in the text as it was read; nothing where that was not looked for yet. */
  readonly proposals: readonly Proposal[] | undefined
}

/**
 * What is known of the making of a document that the reader opened: from which file, how it was read, what
 * made its forms, and what the reader repaired.
 */
export function editionOfFile({
  entry,
  converter,
  document,
  read,
  edition,
  proposals,
}: FileEdition): Pick<Publication, 'apparatus' | 'provenance' | 'build' | 'file'> {
  const source = ({ library }: Messages): string => {
    const format = entry.format === null ? '' : library.formats[entry.format]
    return library.source(path.basename(entry.file ?? entry.title), format, entry.encoding)
  }
  const { length } = edition.repairs
  const apparatus: Apparatus = {
    emendations: emendationsOf(new CanonicalDocument(document), edition, words),
    sic: [],
    kept: [],
    explanations: [],
    ...(proposals && { proposals: openProposals(proposals, edition) }),
  }
  return {
    apparatus,
    provenance: {
      source: [inEachLanguage(source)],
      damage: [
        ...(entry.misfits === undefined
          ? []
          : [inEachLanguage(({ file }) => file.misfits(entry.misfits ?? 0, entry.encoding ?? ''))]),
        ...(Object.keys(entry.leftOut).length === 0
          ? []
          : [inEachLanguage(({ file }) => file.leftOut(entry.leftOut))]),
      ],
      editing: [
        inEachLanguage(({ library, repair }) =>
          length === 0 ? library.unchanged : repair.done(length),
        ),
      ],
      forms: formsSaid(document.canonicalScript, converter),
    },
    build: { converter, overrides: 0, ...countsOf(apparatus) },
    file: {
      encoding: entry.encoding,
      misfits: entry.misfits ?? 0,
      leftOut: entry.leftOut,
      passed: entry.told ?? [],
      isAskedForCitation: entry.citation !== undefined || edition.citation !== null,
      facts: entry.facts ?? {},
      known: knownCitation(document, read, entry.facts),
    },
  }
}

/** What a document is cited as, beside what its file says. @param read the document as that says */
export const knownCitation = (
  document: DocumentData,
  read: DocumentData,
  facts: DocumentFacts = {},
): KnownCitation => ({
  citation: citationDataOf(document, titleOf(document)),
  byFile: citationDataOf(read, titleOf(read)),
  made: facts.made?.value ?? null,
})

/**
 * A document with repairs, and its source as a form of it. The id stays, for it names what was read; the
 * digest is that of the words there are now.
 */
export function repairedDocument(
  source: DocumentData,
  { repairs }: ReaderEdition,
): { readonly document: DocumentData; readonly asFound?: RenditionData } {
  if (repairs.length === 0) return { document: source }
  const { blocks, asFound } = applyRepairs(source.blocks, repairs)
  const text = blocks.map((block) => block.text).join(blockSeparator)
  const digest = `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`
  // A title that was taken from a heading is repaired with it.
  const heading = source.blocks.find((block) => block.text === source.title)
  const title = blocks.find(({ id }) => id === heading?.id)?.text ?? source.title
  return {
    document: { ...source, digest, blocks, ...(title !== undefined && { title }) },
    asFound: { tag: 'source', blocks: asFound },
  }
}

/** What is said of a document's forms: why it has none, or by what they were made. */
function formsSaid(script: ScriptTag, { name, version }: Converter): readonly LocalizedText[] {
  if (!isChinese(script)) return [inEachLanguage(({ library }) => library.notChinese)]
  return [
    ...(script === 'zh' ? [inEachLanguage(({ library }) => library.bothScripts)] : []),
    inEachLanguage(({ library }) => library.forms(`${name} ${version}`)),
  ]
}

const inEachLanguage = (say: (messages: Messages) => string): LocalizedText => ({
  'zh-Hant': say(messagesIn['zh-Hant']),
  'zh-Hans': say(messagesIn['zh-Hans']),
  en: say(messagesIn.en),
})

const words = {
  why: Object.fromEntries(
    repairKinds.map((kind) => [kind, inEachLanguage(({ repair }) => repair.why[kind])]),
  ) as Record<(typeof repairKinds)[number], LocalizedText>,
  evidence: ({ proof }: Proposal) =>
    proof && inEachLanguage(({ repair }) => repair.proof(proof.written, proof.readAs, proof.bytes)),
}
