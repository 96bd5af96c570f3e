import { exportFormats, extensions, formatOf } from '../../../../../core/app/export-request'
import { locatorOf } from '../../../../../core/exchange/citation'
import { exportModel, notesOf, tagsOf } from '../../../../../core/exchange/export/model'
import { visible } from '../../../../../core/exchange/export/visible'
import { linkTo, readLink } from '../../../../../core/exchange/link'
import { readMarkdown } from '../../../../../core/formats/markdown'
import { messagesIn } from '../../../../../core/messages/language'
import { OpenDocument } from '../../../../../core/publication/open-document'
import { annotationOn } from '../../../support/annotations'
import { madeDocument } from '../../../support/made-document'
import { lost, marked, modelOf, sourceOf } from './support'

/** A text without forms, in Markdown. */
function bookOf(markdown: string): OpenDocument {
  const { publication } = madeDocument('某書', null)
  const { blocks } = readMarkdown(markdown)
  return new OpenDocument({ ...publication, document: { ...publication.document, blocks } })
}

describe('the headings that lead to a passage', () => {
  const chapters = '前言。\n\n# 第一章\n\n甲。\n\n## 一節\n\n乙。\n\n# 第二章\n\n丙。'

  it.each([
    ['of chapters', chapters, [[], ['第一章'], ['第一章', '一節'], ['第二章']]],
    ['under its title', `# 某書\n\n${chapters}`, [[], ['第一章'], ['第一章', '一節'], ['第二章']]],
    [
      'of one title alone',
      '# 書名\n\n前言。\n\n## 一\n\n甲。\n\n### 乙。\n\n丙。',
      [[], ['一'], ['一', '乙。'], ['一', '乙。']],
    ],
    [
      'of sections alone',
      '前言。\n\n## 一\n\n甲。乙。\n\n## 二\n\n丙。',
      [[], ['一'], ['一'], ['二']],
    ],
  ])('in a text %s are those that it stands under, without the title', (_, markdown, paths) => {
    const open = bookOf(markdown)
    const annotations = ['前言', '甲', '乙', '丙'].map((words) =>
      annotationOn(open.document, words, { id: words }),
    )
    const source = { ...sourceOf([]), documents: [{ open, annotations }] } as const
    const [{ sections }] = exportModel(source, { script: 'hant' }).documents
    const found = sections.flatMap(({ path, notes }) =>
      notes.map(() => path.map(({ text }) => text)),
    )
    expect(found).toEqual(paths)
  })

  it('are a locator’s, too', () => {
    const open = bookOf(chapters)
    const at = (words: string) => {
      const { range } = annotationOn(open.document, words)
      return locatorOf(open.canonical, { open, range }, messagesIn['zh-Hant'].citation)
    }
    expect(['前言', '甲', '乙', '丙'].map(at)).toEqual([
      '第1段',
      '第一章·第1段',
      '第一章·一節·第1段',
      '第二章·第1段',
    ])
  })
})

describe('what every format is made from', () => {
  const first = marked('統籌推進', { id: 'b', tags: ['甲'] })
  const second = marked('經濟運行', { id: 'a', tags: ['乙', '甲'] })

  it('has the notes in the order of the text, and those without a place last', () => {
    const model = modelOf([lost('無', { id: 'z' }), second, first])
    expect(notesOf(model).map(({ annotation }) => annotation.id)).toEqual(['b', 'a', 'z'])
    expect(tagsOf(model)).toEqual(['甲', '乙'])
    expect(model.count).toBe(3)
  })

  it('names each heading once, where the first of its notes is', () => {
    const model = modelOf([first, second, marked('項目建設克難前行')])
    expect(
      model.documents[0].sections.map(({ headings }) => headings.map(({ text }) => text)),
    ).toEqual([
      ['一、2018年工作回顧'],
      ['（一）以轉型升級為抓手，經濟發展穩中提質'],
      ['（二）以項目建設為引擎，發展動力持續增強'],
    ])
    expect(model.documents[0].sections[2]?.path.map(({ level }) => level)).toEqual([2, 3])
  })

  it.each([
    [
      'hans',
      '营口市西市区人民政府：《2019年营口市西市区政府工作报告》，西市区第十六届人民代表大会第二次会议，发布日期不详，抄录于 2019-03-23 或以后。',
    ],
    [
      'hant',
      '營口市西市區人民政府：《2019年營口市西市區政府工作報告》，西市區第十六屆人民代表大會第二次會議，發布日期不詳，抄錄於 2019-03-23 或以後。',
    ],
  ] as const)('cites the report in the leading script: %s', (script, line) => {
    expect(
      modelOf([first], { script, messages: messagesIn['zh-Hant'] }).documents[0].citation,
    ).toBe(line)
  })

  it('shows a quote as it was published, where that was asked for', () => {
    const model = modelOf([marked('招商引資態勢良好。')], { script: 'source' })
    expect(notesOf(model)[0]?.quotes[0]).toEqual({
      script: 'source',
      lang: 'zh-Hant',
      text: '招商引資態勢良好。',
      slices: [{ lang: 'zh-Hant', text: '招商引資態勢良好。' }],
    })
  })

  it('names a colour as the reader does', () => {
    expect(notesOf(modelOf([first], { colorNames: { yellow: '存疑' } }))[0]?.styleName).toBe(
      '存疑 highlight',
    )
    expect(notesOf(modelOf([first], { colorNames: { yellow: '' } }))[0]?.styleName).toBe(
      'yellow highlight',
    )
  })
})

describe('formats and files', () => {
  it('tells every format by its own extensions', () => {
    for (const format of exportFormats) {
      for (const extension of extensions[format]) {
        expect(formatOf(`Notes.v2.${extension.toUpperCase()}`)).toBe(format)
      }
    }
    expect(formatOf('notes')).toBeUndefined()
    expect(formatOf('notes.xyz')).toBeUndefined()
  })
})

describe('a link into the app', () => {
  it('can be written for any id', () => {
    expect(linkTo('a/b', 'c d\ud800')).toBe('piyue://document/a%2Fb/c%20d%EF%BF%BD')
    expect(linkTo('a')).toBe('piyue://document/a')
  })

  it('is read again, and so is one that an earlier version wrote', () => {
    const target = { documentId: 'a/b', annotationId: 'c d' }
    expect(readLink(linkTo('a/b', 'c d'))).toEqual(target)
    expect(readLink('piyue://report/a%2Fb/c%20d')).toEqual(target)
    expect(readLink('piyue://library/a')).toBeUndefined()
  })
})

describe('text that is shown among other text', () => {
  it('names what is not seen but does something, and breaks lines in one way', () => {
    expect(visible('a\r\nb\u2028c\u0085d\u000be')).toBe('a\nb\nc\nd\ne')
    expect(visible('\u202e\u2066\u0000\u001b\u0080')).toBe(
      '[U+202E][U+2066][U+0000][U+001B][U+0080]',
    )
    expect(visible('\ud800\uffff')).toBe('\ufffd\ufffd')
    // Between figures it would have the latter stand before the former.
    expect(visible('100\u200f-\u200f200')).toBe('100[U+200F]-[U+200F]200')
    expect(visible('\t𠀀👩‍👩‍👧')).toBe('\t𠀀👩‍👩‍👧')
  })
})
