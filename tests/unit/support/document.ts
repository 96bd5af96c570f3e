import type { Block } from '../../../core/document/block'
import { CanonicalDocument } from '../../../core/document/document'
import { codePoints } from '../../../core/text/code-points'

/** A small document of body paragraphs. Its digest tells its text apart from any other. */
export const documentOf = (...paragraphs: string[]): CanonicalDocument =>
  editionOf('small', ...paragraphs)

/** The document of an id with another text. */
export const editionOf = (id: string, ...paragraphs: string[]): CanonicalDocument =>
  documentWith(
    paragraphs.map((text, i) => ({
      id: `p${i}`,
      kind: 'paragraph',
      role: 'body',
      runIn: codePoints(0),
      text,
    })),
    id,
  )

/** A document of some blocks. */
export const documentWith = (blocks: readonly Block[], id = 'small'): CanonicalDocument =>
  new CanonicalDocument({
    id,
    digest: `test:${blocks.map(({ text }) => text).join('|')}`,
    canonicalScript: 'zh-Hant',
    source: { author: '作者', occasion: '場合', published: { kind: 'on', date: '2019-03-23' } },
    blocks,
  })
