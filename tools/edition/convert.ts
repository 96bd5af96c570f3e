import { Converter } from 'opencc-js'
import type { Block } from '../../core/document/block'
import type { DocumentSource } from '../../core/document/document'
import { inCornerBrackets } from '../../core/script/quotation-marks'
import type { RenditionData } from '../../core/script/rendition'
import type { ScriptTag } from '../../core/text/script-tag'
import type { Override } from './edition-files'

type ConvertedTag = Extract<ScriptTag, 'zh-Hans' | 'zh-Hant-TW' | 'zh-Hant-HK'>

/**
 * How each script is made. Only maps that exchange character for character are used: those that
 * exchange vocabulary (`twp`) would make an official quotation something else. The edited text
 * writes 著 for both 著 and 着, as Taiwan does, so Simplified is made from Taiwan's forms.
 */
const recipes: Readonly<Record<ConvertedTag, { from: string; to: string; corners: boolean }>> = {
  'zh-Hans': { from: 'tw', to: 'cn', corners: false },
  'zh-Hant-TW': { from: 't', to: 'tw', corners: true },
  'zh-Hant-HK': { from: 't', to: 'hk', corners: true },
}

export const convertedTags = Object.keys(recipes) as readonly ConvertedTag[]

/**
 * Converts every block into one script, a whole block at a time, and what a citation names; applies
 * the overrides.
 *
 * @throws Error if a block changes its length in code points, or if an override finds nothing to
 *   overrule any more.
 */
export function convertBlocks(
  tag: ConvertedTag,
  blocks: readonly Block[],
  source: DocumentSource,
  allOverrides: readonly Override[],
): RenditionData {
  const { from, to, corners } = recipes[tag]
  const convert = Converter({ from, to })
  const overrides = allOverrides.filter((override) => override.tag === tag)
  const unused = new Set(overrides)

  const convertText = (text: string) => {
    let converted = convert(text)
    for (const override of overrides) {
      if (!converted.includes(override.found)) continue
      unused.delete(override)
      converted = converted.replaceAll(override.found, override.wanted)
    }
    return corners ? inCornerBrackets(converted) : converted
  }

  const rendered = blocks.map((block) => {
    const text = convertText(block.text)
    if ([...text].length !== [...block.text].length) {
      throw new Error(`${tag} changes the length of ${block.id}`)
    }
    return [block.id, { text }] as const
  })
  for (const { found } of unused) throw new Error(`The override of ${found} in ${tag} is stale`)
  return {
    tag,
    source: {
      ...(source.author !== undefined && { author: convertText(source.author) }),
      ...(source.occasion !== undefined && { occasion: convertText(source.occasion) }),
    },
    blocks: Object.fromEntries(rendered),
  }
}
