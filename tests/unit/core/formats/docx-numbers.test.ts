import { readDocx } from '../../../../core/formats/docx'
import { numeralOf } from '../../../../core/formats/numerals'
import { docxOf, type Files, relationships } from './support/make-files'

const level = (at: number, format: string, pattern: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${pattern}"/></w:lvl>`

const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** Kinds of numbering and the numberings made of them; of others, their words alone. */
const numbering = (kinds: readonly string[], nums: readonly string[]): Files => ({
  ...relationships(
    { type: 'numbering', target: 'numbering.xml' },
    { type: 'styles', target: 'styles.xml' },
  ),
  'word/numbering.xml': `<w:numbering ${main}>${kinds
    .map((kind, i) => `<w:abstractNum w:abstractNumId="${i}">${kind}</w:abstractNum>`)
    .join('')}${nums.join('')}</w:numbering>`,
  'word/styles.xml': `<w:styles ${main}>
    <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="9"/></w:numPr></w:pPr></w:style></w:styles>`,
})

const num = (id: number, kind: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${kind}"/>${more}</w:num>`

const numPr = (id: number, at = 0) =>
  `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`

const paragraph = (text: string, properties = '') =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`

async function read(body: string, files: Files) {
  const { blocks, leftOut } = await readDocx(docxOf(body, files))
  const texts = blocks.map(({ text, within }) =>
    (within ?? [])
      .map((one) =>
        one.kind === 'list' && one.start !== null ? `[${one.start + one.item}]` : '[]',
      )
      .concat(text)
      .join(''),
  )
  return { texts, leftOut: Object.fromEntries(leftOut), blocks }
}

describe('the numbers of a Word document', () => {
  const plain = level(0, 'decimal', '%1.') + level(1, 'lowerLetter', '%2)')

  it('go on behind a paragraph, and behind items that are numbered otherwise', async () => {
    const { texts, leftOut } = await read(
      paragraph('甲', numPr(1)) +
        paragraph('甲之一', numPr(1, 1)) +
        paragraph('乙', numPr(1)) +
        paragraph('乙之一', numPr(1, 1)) +
        paragraph('文') +
        paragraph('丙', numPr(1)),
      numbering([plain], [num(1, 0)]),
    )
    expect(texts).toEqual(['[1]甲', 'a) 甲之一', '[2]乙', 'a) 乙之一', '文', '[3]丙'])
    expect(leftOut).toEqual({ 'item-number': 2 })
  })

  it('begin anew where a numbering says so, in a list of its own', async () => {
    const again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    const { texts, blocks } = await read(
      ['甲', '乙'].map((text) => paragraph(text, numPr(1))).join('') +
        ['丙', '丁'].map((text) => paragraph(text, numPr(2))).join(''),
      numbering([plain], [num(1, 0), num(2, 0, again)]),
    )
    expect(texts).toEqual(['[1]甲', '[2]乙', '[5]丙', '[6]丁'])
    expect(blocks[2]?.within?.[0]?.id).not.toBe(blocks[1]?.within?.[0]?.id)
  })

  it('are words where they are Chinese, and no part of the list before them', async () => {
    const chinese = level(0, 'chineseCounting', '%1、')
    const { texts } = await read(
      paragraph('甲', numPr(1)) +
        paragraph('總則', numPr(2)) +
        paragraph('分則', numPr(2)) +
        paragraph('點', numPr(3)),
      numbering([plain, chinese, level(0, 'bullet', '●')], [num(1, 0), num(2, 1), num(3, 2)]),
    )
    expect(texts).toEqual(['[1]甲', '一、總則', '二、分則', '[]點'])
  })

  it('of headings are words, by their styles; articles go on through the chapters', async () => {
    const law =
      level(0, 'chineseCountingThousand', '第%1章') +
      level(1, 'chineseCountingThousand', '第%2條', '<w:lvlRestart w:val="0"/>') +
      level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>')
    const { texts, blocks } = await read(
      paragraph('總則', '<w:pStyle w:val="H1"/>') +
        paragraph('目的', '<w:pStyle w:val="H2"/>') +
        paragraph('分則', '<w:pStyle w:val="H1"/>') +
        paragraph('範圍', '<w:pStyle w:val="H2"/>') +
        paragraph('細目', numPr(9, 2)) +
        paragraph('附錄', '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
      numbering([law], [num(9, 0)]),
    )
    expect(texts).toEqual([
      '第一章 總則',
      '第一條 目的',
      '第二章 分則',
      '第二條 範圍',
      '2.2.1 細目',
      '附錄',
    ])
    expect(blocks[0]).toMatchObject({ kind: 'heading', level: 1 })
  })

  it('say nothing of paragraphs that were changed since', async () => {
    const changed = `<w:pPrChange w:id="1"><w:pPr>${numPr(1)}</w:pPr></w:pPrChange>`
    const { texts } = await read(
      paragraph('文', `<w:jc w:val="left"/>${changed}`) + paragraph('甲', numPr(1)),
      numbering([plain], [num(1, 0)]),
    )
    expect(texts).toEqual(['文', '[1]甲'])
  })
})

it.each([
  ['lowerLetter', 28, 'bb'],
  ['upperRoman', 1994, 'MCMXCIV'],
  ['chineseCounting', 10, '十'],
  ['chineseCounting', 21, '二十一'],
  ['chineseCounting', 110, '一百一十'],
  ['chineseCounting', 1005, '一千零五'],
  ['chineseLegalSimplified', 10, '壹拾'],
  ['japaneseDigitalTenThousand', 20, '二〇'],
  ['ideographTraditional', 3, '丙'],
  ['decimalEnclosedCircle', 21, '21'],
  ['lowerLetter', 0, '0'],
  ['lowerLetter', 1e9, '1000000000'],
  ['unknown', 7, '7'],
])('a number written as %s: %d', (format, number, written) => {
  expect(numeralOf(number, format)).toBe(written)
})
