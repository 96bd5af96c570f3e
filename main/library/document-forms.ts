import type { Block } from '../../core/document/block'
import type { CanonicalDocument, DocumentData } from '../../core/document/document'
import type { Publication } from '../../core/publication/publication'
import type { CharacterReading } from '../../core/script/character-reading'
import { type ConvertedTag, formsBeside } from '../../core/script/conversion-forms'
import type { RenditionData } from '../../core/script/rendition'
import { codePoints } from '../../core/text/code-points'
import { intersection, type TextRange, textRange } from '../../core/text/range'
import type { ScriptTag } from '../../core/text/script-tag'
import type { Converter, DocumentFolder } from './document-folder'
import type { DocumentWork } from './document-worker'

/** What makes the forms of documents. */
interface FormMaker {
  readonly converter: Converter
  readonly worker: Pick<DocumentWork, 'convert'>
}

/**
 * The forms of a document besides its own: those kept on disk, and those that are missing, which are made
 * and kept.
 *
 * @param former what was shown of it before: forms of blocks that did not change are taken from there
 */
export async function formsOf(
  document: DocumentData,
  folder: DocumentFolder,
  { converter, worker }: FormMaker,
  former?: Publication,
): Promise<readonly RenditionData[]> {
  const { canonicalScript: script, digest: of } = document
  const kept = await folder.renditions(converter, of)
  if (script !== 'zh-Hant' && script !== 'zh-Hans') return kept
  const missing = formsBeside[script].filter((tag) => kept.every((one) => one.tag !== tag))
  const made = await Promise.all(
    missing.map(async (tag): Promise<readonly RenditionData[]> => {
      const rendition = await madeForm(tag, document, worker, former)
      if (rendition === undefined) return []
      await folder.writeRendition(tag, { madeBy: converter, of, rendition })
      return [rendition]
    }),
  )
  const order = (tag: ScriptTag) => formsBeside[script].findIndex((one) => one === tag)
  return [...kept, ...made.flat()].toSorted((a, b) => order(a.tag) - order(b.tag))
}

/** A form of a document, of which only those blocks are converted that were not before. */
async function madeForm(
  tag: ConvertedTag,
  { blocks, canonicalScript: from }: DocumentData,
  worker: FormMaker['worker'],
  former: Publication | undefined,
): Promise<RenditionData | undefined> {
  if (from !== 'zh-Hant' && from !== 'zh-Hans') return undefined
  const before = former?.renditions.find((one) => one.tag === tag)?.blocks ?? {}
  const texts = new Map(former?.document.blocks.map(({ id, text }) => [id, text]))
  const same = blocks.filter(({ id, text }) => texts.get(id) === text && id in before)
  const others = blocks.filter(({ id, text }) => texts.get(id) !== text || !(id in before))
  const made = others.length === 0 ? {} : await worker.convert({ blocks: others, from, to: tag })
  if (made === undefined) return undefined
  return { tag, blocks: { ...pick(before, same), ...made } }
}

/**
 * Why conversion wrote some characters as it did; nothing of what it did not write, and where that could not
 * be found out.
 *
 * @param range canonical; what of it stands in its first block is explained
 */
export async function explainForm(
  document: CanonicalDocument,
  range: TextRange,
  to: ConvertedTag,
  worker: Pick<DocumentWork, 'explain'>,
): Promise<readonly CharacterReading[]> {
  const { canonicalScript: from } = document.data
  const placed = document.blockAt(range.start)
  const part = placed && intersection(placed.range, range)
  const isMade = from !== to && placed?.block.kind !== 'code'
  if (!isMade || !part || (from !== 'zh-Hant' && from !== 'zh-Hans')) return []
  const { start } = placed.range
  const inBlock = textRange(part.start - start, part.end - start)
  const job = { text: placed.block.text, range: inBlock, from, to }
  const readings = (await worker.explain(job)) ?? []
  return readings.map((reading) => ({ ...reading, at: codePoints(reading.at + start) }))
}

const pick = (from: RenditionData['blocks'], blocks: readonly Block[]): RenditionData['blocks'] =>
  Object.fromEntries(
    blocks.flatMap(({ id }) => {
      const block = from[id]
      return block === undefined ? [] : [[id, block]]
    }),
  )
