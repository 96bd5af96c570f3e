import { createHash } from 'node:crypto'
import type { DocumentEntry } from '../../../core/app/document-entry'
import { citedAs } from '../../../core/document/citation-data'
import { descriptionOf } from '../../../core/document/description'
import { CanonicalDocument, type DocumentData } from '../../../core/document/document'
import { decode } from '../../../core/formats/decode'
import type { Encoding } from '../../../core/formats/encodings'
import type { DocumentFacts } from '../../../core/formats/facts'
import { readPlainText } from '../../../core/formats/plain-text'
import type { ReadDocument } from '../../../core/formats/read-document'
import type { Publication } from '../../../core/publication/publication'
import type { Proposal } from '../../../core/repair/proposal'
import { proposeRepairs } from '../../../core/repair/propose'
import {
  placedCorrections,
  type ReaderEdition,
  untouched,
} from '../../../core/repair/reader-edition'
import { convertBlocks, convertDescription } from '../../../core/script/conversion'
import { formsBeside, isChinese, type WrittenScript } from '../../../core/script/conversion-forms'
import { writtenScript } from '../../../core/script/written-script'
import type { WorkspaceEditing } from '../../../main/document-edition'
import { editionOfFile, repairedDocument } from '../../../main/library/edition-of-file'
import { EditionStore } from '../../../main/library/edition-store'
import { sourceOf } from '../../../main/library/new-document'
import { folder, type InMemoryDisk } from './in-memory-disk'

/** A document that the reader opened from a text file, as main has it. */
export class OpenedFile {
  readonly proposals: readonly Proposal[]
  readonly bytes: Uint8Array
  /** Until when it is not known what seems damaged; it is known from the start, where that is left alone. */
  #looking: Promise<void> | undefined
  readonly #encoding: Encoding
  readonly #misfits: number
  readonly #source: DocumentData
  readonly #facts: DocumentFacts

  constructor(
    /** Its text, or its bytes and the encoding that they are read in. */
    content: string | { readonly bytes: Uint8Array; readonly encoding: Encoding },
    private readonly script: WrittenScript | 'source' = 'zh-Hant',
    /** How its text is read as blocks. */
    read: (text: string) => Pick<ReadDocument, 'blocks' | 'facts'> = readPlainText,
  ) {
    const { bytes, encoding } =
      typeof content === 'string'
        ? ({ bytes: new TextEncoder().encode(content), encoding: 'utf-8' } as const)
        : content
    this.bytes = bytes
    this.#encoding = encoding
    const { text, misfits } = decode(bytes, encoding)
    this.#misfits = misfits.length
    const { blocks, facts } = read(text)
    this.#facts = facts
    const words = blocks.map((block) => block.text).join('\n')
    const digest = createHash('sha256').update(words, 'utf8').digest('hex')
    this.#source = {
      id: digest.slice(0, 24),
      digest: `sha256:${digest}`,
      canonicalScript: script,
      source: sourceOf(facts, 'text'),
      title: facts.title?.value ?? '無題',
      blocks: isChinese(script) ? writtenScript(blocks).blocks : blocks,
    }
    this.proposals = proposeRepairs(new CanonicalDocument(this.#source))
  }

  /** Has it looked through for damage only when what is given is called. */
  lookThroughLater(): () => void {
    let found = (): void => undefined
    this.#looking = new Promise((resolve) => {
      found = () => {
        this.#looking = undefined
        resolve()
      }
    })
    return found
  }

  get #known(): readonly Proposal[] | undefined {
    return this.#looking === undefined ? this.proposals : undefined
  }

  /** How main's workspace changes its words and forms. */
  async editing(files: InMemoryDisk): Promise<WorkspaceEditing> {
    return {
      store: await EditionStore.open({ folder, files, citation: null }),
      proposals: this.#known,
      lookForDamage: async () => {
        await this.#looking
        return this.proposals
      },
      publicationWith: async (edition) => this.publication(edition),
      onEdited: async () => undefined,
    }
  }

  /** Everything that is shown of it with the reader's repairs. */
  publication(edition: ReaderEdition = untouched): Publication {
    const { script } = this
    const proposals = this.#known
    const { document: read, asFound } = repairedDocument(this.#source, edition)
    const { citation } = edition
    const document = citation === null ? read : citedAs(read, citation)
    const forms = isChinese(script)
      ? formsBeside[script].map((tag) => ({
          tag,
          source: convertDescription(descriptionOf(document), script, tag),
          blocks: convertBlocks(document.blocks, script, tag),
        }))
      : []
    const entry = {
      ...entryOf(document),
      facts: this.#facts,
      encoding: this.#encoding,
      ...(this.#misfits > 0 && { misfits: this.#misfits }),
    }
    const converter = { name: 'opencc-js', version: '0' }
    return {
      document,
      renditions: [...forms, ...(asFound === undefined ? [] : [asFound])],
      corrections: placedCorrections(edition),
      ...editionOfFile({ entry, converter, document, read, edition, proposals }),
    }
  }
}

const entryOf = ({ id, title = '' }: DocumentData): DocumentEntry => ({
  id,
  title,
  author: null,
  format: 'text',
  encoding: 'utf-8',
  addedAt: null,
  file: `/home/reader/${title}.txt`,
  leftOut: {},
  forms: [],
  length: 0,
  removedAt: null,
  replacedBy: null,
  seen: null,
})
