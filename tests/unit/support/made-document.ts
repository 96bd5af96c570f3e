import { createHash } from 'node:crypto'
import { readPlainText } from '../../../core/formats/plain-text'
import { OpenDocument } from '../../../core/publication/open-document'
import { convertBlocks } from '../../../core/script/conversion'
import { type ChineseScript, formsBeside } from '../../../core/script/conversion-forms'
import { publication } from './report'

/** A document made of a text, as the library would have it. @param script nothing for other languages */
export function madeDocument(text: string, script: ChineseScript | null = 'zh-Hant'): OpenDocument {
  const { blocks, facts } = readPlainText(text)
  const words = blocks.map((block) => block.text).join('\n')
  const digest = createHash('sha256').update(words, 'utf8').digest('hex')
  const forms = script === null ? [] : formsBeside[script]
  return new OpenDocument({
    document: {
      id: digest.slice(0, 24),
      digest: `sha256:${digest}`,
      canonicalScript: script ?? 'source',
      source: { published: { kind: 'unknown' }, type: 'Z' },
      title: facts.title?.value ?? blocks[0]?.text ?? '',
      blocks,
    },
    renditions:
      script === null
        ? []
        : forms.map((tag) => ({ tag, blocks: convertBlocks(blocks, script, tag) })),
    apparatus: { emendations: [], sic: [], kept: [], explanations: [], proposals: [] },
    provenance: { source: [], damage: [], editing: [], forms: [] },
    build: publication.build,
  })
}
