import { createHash } from 'node:crypto'
import { CanonicalDocument, type DocumentData } from '../../core/document/document'
import type { RenditionData } from '../../core/script/rendition'
import { applyEmendations, readingOf } from './apply-emendations'
import { publishedForm } from './as-published'
import { buildApparatus } from './build-apparatus'
import { buildExplanations } from './build-explanations'
import { buildInfo } from './build-info'
import { convertBlocks, convertedTags } from './convert'
import type { EditionInput } from './edition-files'
import { blocksFromMarkdown } from './markdown'
import { reviewableJson } from './reviewable-json'

/**
 * Builds every file of the edition in memory: name within the report's folder → content.
 *
 * @throws Error if the law does not hold: source and emendations must make the text of report.md.
 */
export function buildEditionFiles(input: EditionInput): ReadonlyMap<string, string> {
  const { sourceText, markdown, emendations, overrides, meta } = input
  const segments = applyEmendations(sourceText, emendations.emendations)
  const { roles, ...identity } = meta
  const blocks = blocksFromMarkdown(markdown, roles)
  const data: DocumentData = { ...identity, digest: '', blocks }
  const canonical = new CanonicalDocument(data)
  const { text } = canonical
  assertSame(readingOf(segments), text)

  const document = { ...identity, digest: digestOf(text), blocks }
  const renditions: readonly RenditionData[] = [
    ...convertedTags.map((tag) => convertBlocks(tag, blocks, meta.source, overrides)),
    publishedForm(segments, blocks),
  ]
  const apparatus = {
    ...buildApparatus(emendations, sourceText, segments),
    explanations: buildExplanations(canonical, input.explanations),
  }
  return new Map([
    ['document.json', reviewableJson(document)],
    ...renditions.map(
      (rendition) => [`renditions/${rendition.tag}.json`, reviewableJson(rendition)] as const,
    ),
    ['apparatus.json', reviewableJson(apparatus)],
    ['build-info.json', reviewableJson(buildInfo(input))],
  ])
}

const digestOf = (text: string) =>
  `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`

/** Fails at the first place where the two texts part, and shows both there. */
function assertSame(emended: string, edited: string): void {
  if (emended === edited) return
  let at = 0
  while (emended[at] === edited[at]) at++
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 15), at + 15))
  throw new Error(`Source and emendations give ${around(emended)}, report.md has ${around(edited)}`)
}
