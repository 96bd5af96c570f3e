import * as fc from 'fast-check'
import iconv from 'iconv-lite'
import { CanonicalDocument } from '../../../../core/document/document'
import { readMarkdown } from '../../../../core/formats/markdown'
import { readPlainText } from '../../../../core/formats/plain-text'
import { applyRepairs } from '../../../../core/repair/apply'
import { proposeRepairs } from '../../../../core/repair/propose'
import { charactersOf } from '../../../../core/text/code-points'
import { stretchMap } from '../../../../core/text/offset-map'
import { textRange } from '../../../../core/text/range'
import { documentOf, documentWith } from '../../support/document'
import { report } from '../../support/report'

const proposed = (...texts: string[]) =>
  proposeRepairs(documentOf(...texts)).map(({ kind, found, reading }) => [kind, found, reading])

const repaired = (...texts: string[]) => {
  const document = documentOf(...texts)
  return applyRepairs(document.data.blocks, proposeRepairs(document)).blocks.map(({ text }) => text)
}

describe('what is proposed', () => {
  it.each([
    ['half-width marks between Chinese', '發展,穩定;好:是?對!', '發展，穩定；好：是？對！'],
    ['half-width brackets', '營口(西)市', '營口（西）市'],
    ['a full stop', '完了.', '完了。'],
    ['spaces between characters', '砥 礪　篤 行', '砥礪篤行'],
    ['readings in brackets', '網(wǎng)站鏈（liàn）接', '網站鏈接'],
    ['full-width digits', '２０１９年', '2019年'],
  ])('%s', (_name, damaged, text) => {
    expect(repaired(damaged)).toEqual([text])
  })

  it.each([
    'at 12:30, see http://a.example/x?y=1',
    '比率是3.5,共1,000元',
    'GDP (國內生產總值) and more',
    '甲 A 乙',
    '第一回　甄士隱夢幻識通靈',
    '第十二條 會員須愛書',
    '第1章　題名',
    '第12章 題名',
    '新華社北京電（記者　趙錢孫　李　四）',
    '干 | 幹',
    '- 減號',
    '一(1)、二（二）',
  ])('nothing of what is right: %s', (text) => {
    expect(proposed(text)).toEqual([])
  })

  it.each([
    '漢字 **粗體** 漢字',
    '甲 **乙** 丙 *丁*，見 [規章](https://example.com) 和 `碼`。',
    '𠀀字 ~~刪去~~ 之後',
  ])('no space around words that are set apart: %s', (markdown) => {
    expect(proposeRepairs(documentWith(readMarkdown(markdown).blocks))).toEqual([])
  })

  it('spaces around words that are set apart, where they stand between all characters', () => {
    const { blocks } = readMarkdown('漢 字 **粗 體** 漢 字')
    expect(applyRepairs(blocks, proposeRepairs(documentWith(blocks))).blocks[0]?.text).toBe(
      '漢字粗體漢字',
    )
  })

  it('nothing of the report', () => {
    expect(proposeRepairs(report).filter(({ kind }) => kind !== 'spacing')).toEqual([])
  })

  it('lines of one paragraph, and no lines of verse or of a list', () => {
    const lines = [
      '落霞與孤鶩齊飛秋水共長天一色漁舟唱晚響',
      '窮彭蠡之濱雁陣驚寒聲斷衡陽之浦遙襟甫暢',
    ]
    const text = [...lines, ...lines, '逸興遄飛。', '爽籟發而清風生。']
    expect(repaired(...text)).toEqual([
      [...lines, ...lines, '逸興遄飛。'].join(''),
      '爽籟發而清風生。',
    ])
    expect(proposed('春眠不覺曉', '處處聞啼鳥', '夜來風雨聲', '花落知多少')).toEqual([])
  })
})

describe('text that was broken by lines', () => {
  /** A text as a file has it, repaired: its paragraphs. */
  const mended = (text: string): readonly string[] => {
    const { blocks } = readPlainText(text)
    const document = documentWith(blocks)
    return applyRepairs(blocks, proposeRepairs(document)).blocks.map((block) => block.text)
  }
  /** Breaks a paragraph into lines of so many columns, as mail and terminals do. */
  const broken = (paragraph: string, columns: number, indent: string): string => {
    const lines: string[] = []
    let line = indent
    let width = indent.length * (indent.startsWith('　') ? 2 : 1)
    for (const piece of paragraph.match(/[a-z]+|[^a-z]/gu) ?? []) {
      const wide = /[a-z ]/u.test(piece) ? piece.length : 2
      // A mark may not begin a line: it takes the place that is left.
      if (width + wide > columns && !/[，。！？」]/u.test(piece)) {
        lines.push(line)
        line = ''
        width = 0
      }
      line += piece
      width += wide
    }
    return [...lines, line].join('\n')
  }
  const first = '話說天下大勢，分久必合，合久必分。'.repeat(9)
  const second = '周末七國分爭，并入于秦。及秦滅之後，楚漢分爭，又并入于漢。'.repeat(5)
  const third = '漢朝自高祖斬白蛇而起義，一統天下，後來光武中興，傳至獻帝，遂分為三國。'.repeat(3)

  it.each([
    ['　　', ''],
    ['    ', ''],
    ['', '\n'],
    ['　　', '\n'],
  ])('begins a paragraph where its file shows one (indent “%s”)', (indent, between) => {
    const text = [first, second, third, second]
    const file = text.map((one) => broken(one, 60, indent)).join(`\n${between}`)
    expect(mended(file)).toEqual(text)
  })

  it('goes on where a line ends a sentence by chance, if its file shows how paragraphs begin', () => {
    const line = '一二三四五六七八九十一二三四五六七八九。'
    const full = '一二三四五六七八九十一二三四五六七八九十'
    expect(
      mended([`　　${line.slice(2)}`, full, line, full, '完。', `　　${line}`].join('\n')),
    ).toEqual([`${line.slice(2)}${full}${line}${full}完。`, line])
    expect(mended([full, full, line, full, full, '完。'].join('\n'))).toEqual([
      `${full}${full}${line}`,
      `${full}${full}完。`,
    ])
  })

  it('keeps a text all of whose lines end with a mark as lines, in bounded time', () => {
    const lines = Array.from({ length: 30_000 }, () => '甲乙丙丁戊己庚辛壬癸子丑寅卯辰，')
    expect(proposed(...lines)).toEqual([])
  })

  it('keeps verse, lists, articles, headings and talk as lines', () => {
    const prose = [first, second].map((one) => broken(one, 60, '　　')).join('\n')
    const verse = [
      '無邊落木蕭蕭下，不盡長江滾滾來。',
      '萬里悲秋常作客，百年多病獨登臺。',
      '滾滾長江東逝水，浪花淘盡英雄，',
    ]
    const others = ['「何人？」', '「是我。」', '1. 甲', '2. 乙', '（一）丙', '第三條　丁']
    const lines = [...verse, ...others]
    expect(mended(`${prose}\n\n${lines.join('\n')}\n${prose}`)).toEqual([
      first,
      second,
      ...lines,
      first,
      second,
    ])
  })

  it.each([
    [
      '君不見黃河之水天上來，奔流到海不復回。',
      '君不見高堂明鏡悲白髮，朝如青絲暮成雪。',
      '人生得意須盡歡，莫使金樽空對月。',
      '天生我材必有用，千金散盡還復來。',
    ],
    [
      '是非成敗轉頭空，青山依舊在，',
      '白髮漁樵江渚上，慣看秋月春風，',
      '一壺濁酒喜相逢，古今多少事，',
      '滾滾長江東逝水，浪花淘盡英雄。',
    ],
  ])('keeps verse of uneven parts as lines: %s', (...verse) => {
    expect(mended(`將進酒\n李白\n\n${verse.join('\n')}\n\n${verse.join('\n')}`)).toEqual([
      '將進酒',
      '李白',
      ...verse,
      ...verse,
    ])
  })

  it('puts a space where one stood between words', () => {
    const line = 'a reader of the report who marks it and writes notes on it'
    const next = 'finds them again in each of its forms and in every export.'
    const file = Array.from({ length: 3 }, () => `　　${line}\n${next}\n報告。`).join('\n')
    expect(mended(file)[0]).toBe(`${line} ${next}報告。`)
  })

  it('one by one or all at once: what is taken is joined, and the file stays a form of it', () => {
    const sentence = fc
      .string({
        unit: fc.constantFrom('發', '展', '，', '是', '區', '。', '𠮷'),
        minLength: 1,
        maxLength: 120,
      })
      .filter((text) => !/^[，。]/u.test(text))
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 4, maxLength: 12 }),
        fc.constantFrom('　　', '    '),
        fc.infiniteStream(fc.boolean()),
        (paragraphs, indent, choice) => {
          const { blocks } = readPlainText(
            paragraphs.map((one) => broken(one, 40, indent)).join('\n'),
          )
          const document = documentWith(blocks)
          const proposals = proposeRepairs(document).filter(({ kind }) => kind === 'line-break')
          // No paragraph is ever joined to the one before it.
          const starts = new Set(
            document.placed.flatMap(({ block, range }) =>
              block.kind === 'paragraph' && block.begins ? [range.start as number] : [],
            ),
          )
          expect(proposals.filter(({ range }) => starts.has(range.end))).toEqual([])
          const chosen = proposals.filter(() => choice.next().value as boolean)
          const { blocks: joined, asFound } = applyRepairs(blocks, chosen)
          expect(joined).toHaveLength(blocks.length - chosen.length)
          expect(joined.map(({ id }) => asFound[id]?.text).join('\n')).toBe(document.text)
          const squeezed = (text: string) => text.replaceAll('\n', '')
          expect(joined.map(({ text }) => text).join('')).toBe(squeezed(document.text))
        },
      ),
    )
  })
})

describe('text read in the wrong encoding', () => {
  const words = '砥礪篤行，全力推進'
  const simple = '砥砺笃行，全力推进各项工作'

  it.each([
    ['utf-8', 'gb18030', '我们坚持稳中求进'],
    ['utf-8', 'windows-1252', words],
    ['gb18030', 'windows-1252', simple],
    ['big5', 'windows-1252', words],
  ])('%s read as %s is proposed with its bytes', (written, readAs, text) => {
    const bytes = iconv.encode(text, written)
    const misread = new TextDecoder(readAs).decode(bytes)
    const [proposal] = proposeRepairs(documentOf(`x ${misread} y`))
    expect(proposal).toMatchObject({ kind: 'decoding', reading: text, proof: { written, readAs } })
    expect(Buffer.from(proposal?.proof?.bytes.replaceAll(' ', '') ?? '', 'hex')).toEqual(bytes)
  })
})

describe('source + repairs = text', () => {
  const piece = fc.constantFrom(
    '發',
    '展',
    ',',
    '，',
    ' ',
    '　',
    '(',
    ')',
    'wǎng',
    '１',
    'a',
    '𠮷',
    '。',
    '.',
    '鎴',
    '戜',
  )
  const texts = fc.array(fc.string({ unit: piece, minLength: 1, maxLength: 40 }), {
    minLength: 1,
    maxLength: 8,
  })

  it('whichever of the proposals are taken', () => {
    fc.assert(
      fc.property(texts, fc.infiniteStream(fc.boolean()), (source, choice) => {
        const document = documentOf(...source)
        const chosen = proposeRepairs(document).filter(() => choice.next().value as boolean)
        const { blocks, asFound, taken } = applyRepairs(document.data.blocks, chosen)
        const after = new CanonicalDocument({ ...document.data, blocks })
        // The source stays a form of the text, and the text without its repairs is the source.
        expect(blocks.map(({ id }) => asFound[id]?.text).join('\n')).toBe(document.text)
        const characters = charactersOf(after.text)
        for (const { proposal, repaired: range } of taken.toReversed()) {
          expect(after.slice(range)).toBe(proposal.reading)
          characters.splice(range.start, range.end - range.start, proposal.found)
        }
        expect(characters.join('')).toBe(document.text)
        for (const { id, text } of blocks) {
          const map = stretchMap(asFound[id]?.stretches ?? [])
          const whole = textRange(0, charactersOf(text).length)
          expect(map.toRendered(whole).start).toBe(0)
        }
      }),
    )
  })
})
