import type { Block } from '../../core/document/block'
import { type Description, descriptionOf } from '../../core/document/description'
import type { CanonicalDocument, DocumentData } from '../../core/document/document'
import type { OpenDocument } from '../../core/publication/open-document'
import type { Publication } from '../../core/publication/publication'
import { blocksToMake, type FormAnswer, type FormRequest } from '../../core/script/blocks-to-make'
import type { CharacterReading } from '../../core/script/character-reading'
import {
  type ConvertedTag,
  formsBeside,
  isChinese,
  type WrittenScript,
  writtenIn,
} from '../../core/script/conversion-forms'
import type { RenditionData } from '../../core/script/rendition'
import { codePoints } from '../../core/text/code-points'
import { intersection, type TextRange, textRange } from '../../core/text/range'
import { isInOneScript } from '../../core/text/script-tag'
import { unlessOfSystem } from '../disk/disk-problem'
import type { Converter, DocumentFolder } from './document-folder'
import type { Conversion, DocumentWork } from './document-worker'

/** What makes the forms of documents. */
interface FormMaking {
  readonly converter: Converter
  readonly worker: Pick<DocumentWork, 'conversion' | 'describe'>
}

/**
 * The forms of a document besides its own, as far as they are there: those kept on disk, and the others
 * unfinished, for a {@link FormMaker} to make. What the document is called and cited by is there in all.
 *
 * @param former what was shown of it before: forms of blocks that did not change are taken from there
 */
export async function formsThere(
  document: DocumentData,
  folder: DocumentFolder,
  making: FormMaking,
  former?: Publication,
): Promise<readonly RenditionData[]> {
  const { canonicalScript: script, digest, blocks } = document
  if (!isChinese(script)) return []
  const [kept, described] = await Promise.all([
    folder.renditions(making.converter, digest),
    descriptionsIn(document, script, folder, making),
  ])
  const texts = new Map(former?.document.blocks.map(({ id, text }) => [id, text]))
  const same = blocks.filter(({ id, text }) => texts.get(id) === text)
  return formsBeside[script].map((tag): RenditionData => {
    const source = described?.[tag]
    const whole = kept.find((one) => one.tag === tag && isWhole(one, blocks))
    const before = former?.renditions.find((one) => one.tag === tag)
    const form = {
      tag,
      ...(source !== undefined && { source }),
      blocks: whole?.blocks ?? pick(before?.blocks ?? {}, same),
    }
    return isWhole(form, blocks) ? form : { ...form, isUnfinished: true }
  })
}

/** What a document is called and cited by in forms: as it is kept, or made now; nothing where it cannot be. */
async function descriptionsIn(
  document: DocumentData,
  from: WrittenScript,
  folder: DocumentFolder,
  { converter, worker }: FormMaking,
): Promise<Readonly<Partial<Record<ConvertedTag, Description>>> | undefined> {
  const description = descriptionOf(document)
  const kept = await folder.descriptions(converter, description)
  if (kept !== undefined) return kept
  const made = await worker.describe({ description, from })
  if (made !== undefined) {
    await unlessOfSystem(folder.writeDescriptions(made, converter, description))
  }
  return made
}

/** How much of a form is made at once for those who wait for the whole of it, in code points. */
const atOnce = 50_000

/** How often a process is begun anew that ends in the middle of its work. */
const mostAttempts = 2

/**
 * Makes the unfinished forms of an open document, block by block as they are asked for, in one process that
 * ends with the last of them. A form that is whole is kept on disk.
 */
export class FormMaker {
  readonly #open: OpenDocument
  readonly #folder: Pick<DocumentFolder, 'writeRendition'>
  readonly #making: FormMaking
  #conversion: Conversion | undefined
  #attempts = 0
  #isStopped = false
  /** How many wait for all forms to be whole: they are served though the document is closed. */
  #finishing = 0

  constructor(
    open: OpenDocument,
    folder: Pick<DocumentFolder, 'writeRendition'>,
    making: FormMaking,
  ) {
    this.#open = open
    this.#folder = folder
    this.#making = making
  }

  /** Blocks of a form, made where they were not made before. */
  async blocks({ digest, tag, blocks: span }: FormRequest): Promise<FormAnswer> {
    if (this.#isStopped || digest !== this.#open.document.digest) return { kind: 'gone' }
    const wanted = this.#open.document.data.blocks.slice(span.start, span.end)
    const areThere = await this.#make(tag, wanted)
    const form = this.#formOf(tag)
    if (form === undefined) return { kind: 'failed' }
    return areThere ? { kind: 'made', blocks: pick(form.blocks, wanted) } : { kind: 'gone' }
  }

  /** Makes what is still to be made. A form that cannot be made is none of the document's then. */
  async finish(): Promise<void> {
    this.#finishing++
    try {
      for (let next = this.#next(); next !== undefined; next = this.#next()) {
        const { tag, blocks } = next
        const { start, end } = blocks
        // oxlint-disable-next-line no-await-in-loop -- a piece at a time, so that who reads is served between
        await this.#make(tag, this.#open.document.data.blocks.slice(start, end))
      }
    } finally {
      this.#finishing--
      this.#endIfDone()
    }
  }

  /** The document is closed, or shown with other words. */
  stop(): void {
    this.#isStopped = true
    this.#endIfDone()
  }

  #next(): Pick<FormRequest, 'tag' | 'blocks'> | undefined {
    const form = this.#open.publication.renditions.find(({ isUnfinished }) => isUnfinished)
    if (form === undefined || !isInOneScript(form.tag)) return undefined
    const blocks = blocksToMake(this.#open.renditionOf(form.tag), codePoints(0), atOnce)
    return blocks && { tag: form.tag, blocks }
  }

  /** Whether the blocks are there by now; not where the making was stopped, or failed. */
  async #make(tag: ConvertedTag, wanted: readonly Block[]): Promise<boolean> {
    const { canonicalScript: from } = this.#open.document.data
    if (!isChinese(from)) return false
    while (this.#isGoingOn && this.#attempts < mostAttempts) {
      const before = this.#formOf(tag)?.blocks
      const blocks = wanted.filter(({ id }) => before !== undefined && !(id in before))
      if (blocks.length === 0) return before !== undefined
      const conversion = (this.#conversion ??= this.#making.worker.conversion())
      // oxlint-disable-next-line no-await-in-loop -- another attempt only where one failed
      const made = await conversion.convert({ blocks, from, to: tag })
      if (made !== undefined) {
        this.#open.complete(tag, made)
        this.#endIfDone()
        // oxlint-disable-next-line no-await-in-loop -- at the end of an attempt that is the last
        await this.#keep(tag)
      } else if (this.#conversion === conversion) {
        // Others may have waited for the same process: it is begun anew once for all of them.
        conversion.end()
        this.#conversion = undefined
        this.#attempts++
      }
    }
    if (this.#isGoingOn) this.#open.giveUp(tag)
    return false
  }

  /** Keeps a form that is whole. What cannot be kept is made again the next time. */
  async #keep(tag: ConvertedTag): Promise<void> {
    const rendition = this.#formOf(tag)
    if (rendition === undefined || rendition.isUnfinished) return
    const { digest: of } = this.#open.document
    // What the document is called by changes apart from its text, and is kept apart.
    const { source: _, ...form } = rendition
    await unlessOfSystem(this.#folder.writeRendition(form, this.#making.converter, of))
  }

  get #isGoingOn(): boolean {
    return !this.#isStopped || this.#finishing > 0
  }

  #endIfDone(): void {
    if (this.#isGoingOn && this.#next() !== undefined) return
    this.#conversion?.end()
    this.#conversion = undefined
  }

  #formOf(tag: ConvertedTag): RenditionData | undefined {
    return this.#open.publication.renditions.find((one) => one.tag === tag)
  }
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
  const { canonicalScript } = document.data
  const placed = document.blockAt(range.start)
  const part = placed && intersection(placed.range, range)
  if (!part || !isChinese(canonicalScript)) return []
  const from = writtenIn(placed.block, canonicalScript)
  if (from === null || from === to || placed.block.kind === 'code') return []
  const { start } = placed.range
  const inBlock = textRange(part.start - start, part.end - start)
  const job = { text: placed.block.text, range: inBlock, from, to }
  const readings = (await worker.explain(job)) ?? []
  return readings.map((reading) => ({ ...reading, at: codePoints(reading.at + start) }))
}

const isWhole = ({ blocks: made }: RenditionData, blocks: readonly Block[]): boolean =>
  blocks.every(({ id }) => id in made)

const pick = (from: RenditionData['blocks'], blocks: readonly Block[]): RenditionData['blocks'] =>
  Object.fromEntries(
    blocks.flatMap(({ id }) => {
      const block = from[id]
      return block === undefined ? [] : [[id, block]]
    }),
  )
