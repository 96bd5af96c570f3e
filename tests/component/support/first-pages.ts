import { OpenDocument } from '../../../core/publication/open-document'
import { type TextRange, textRange } from '../../../core/text/range'
import { report } from './bundled-report'

const { document, renditions, apparatus, figures, ...publication } = report.publication

/** Title, salutation, and of the first part two sections: about a window and a half. */
const blocks = document.blocks.slice(0, 13)
const { end } = report.document.block(blocks.at(-1)?.id ?? '')?.range ?? textRange(0, 0)
const stands = (range: TextRange) => range.end <= end

/**
 * The first pages of the report, as it has them: for what stands beside a text, over it or below it, and would
 * do so beside a longer one. To open them costs half of what it costs to open all of it, and so does much
 * that is done then.
 */
export const firstPages = new OpenDocument({
  ...publication,
  document: { ...document, blocks },
  renditions: renditions.map((rendition) => ({
    ...rendition,
    blocks: Object.fromEntries(
      blocks.flatMap(({ id }) => {
        const rendered = rendition.blocks[id]
        return rendered === undefined ? [] : [[id, rendered]]
      }),
    ),
  })),
  apparatus: {
    emendations: apparatus.emendations.filter(({ canonical }) => stands(canonical)),
    sic: apparatus.sic.filter(({ canonical }) => stands(canonical)),
    kept: apparatus.kept.filter(({ canonical }) => stands(canonical)),
    explanations: apparatus.explanations.filter(({ places }) => places.every(stands)),
  },
  figures: {
    figures: figures?.figures.filter(({ range }) => stands(range)) ?? [],
    pairings: [],
    plots: [],
  },
})
