import JSZip from 'jszip'
import type { ExportScript } from '../../../../../core/app/export-request'
import { passageHtml } from '../../../../../core/exchange/copy'
import { exportNotes } from '../../../../../core/exchange/export/export-notes'
import { exportModel } from '../../../../../core/exchange/export/model'
import { printableHtml } from '../../../../../core/exchange/export/printable-html'
import { OpenDocument } from '../../../../../core/publication/open-document'
import { convertBlocks } from '../../../../../core/script/conversion'
import { formsBeside } from '../../../../../core/script/conversion-forms'
import { writtenScript } from '../../../../../core/script/written-script'
import { textRange } from '../../../../../core/text/range'
import { annotationOf } from '../../../support/annotations'
import { madeDocument } from '../../../support/made-document'
import { sourceOf } from './support'

const inTraditional = '這裡的風景很美，讀書會從此開始。'
const inSimplified = '这里的头发很长，从后面看见了东门。'

/** A document that is written in both scripts, and its blocks as it has them. */
function inBoth(): OpenDocument {
  const made = madeDocument(`${inTraditional}\n\n${inSimplified}\n`).publication
  const { script, blocks } = writtenScript(made.document.blocks)
  if (script !== 'zh') throw new Error('It is in one script')
  const renditions = formsBeside.zh.map((tag) => ({
    tag,
    blocks: convertBlocks(blocks, 'zh', tag),
  }))
  return new OpenDocument({
    ...made,
    document: { ...made.document, canonicalScript: 'zh', blocks },
    renditions,
  })
}

const open = inBoth()

function modelIn(script: ExportScript, scope: 'passages' | 'text') {
  const note = annotationOf(open.document, textRange(0, open.document.length), {
    id: 'n',
    note: 'x',
  })
  return exportModel(sourceOf([note], { open }), { script, scope })
}

const textIn = async (format: 'html' | 'json', ...of: Parameters<typeof modelIn>) =>
  String(await exportNotes(format, modelIn(...of)))

async function runsIn(...of: Parameters<typeof modelIn>) {
  const zip = await JSZip.loadAsync(await exportNotes('docx', modelIn(...of)))
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
  const styles = (await zip.file('word/styles.xml')?.async('string')) ?? ''
  const own = /<w:lang [^>]*w:eastAsia="([^"]*)"/u
  return [...xml.matchAll(/<w:r>(?:(?!<\/w:r>).)*<\/w:r>/gu)].map(([run]) => ({
    lang: own.exec(run)?.[1] ?? own.exec(styles)?.[1],
    words: /<w:t(?:\s[^>]*)?>([^<]*)</u.exec(run)?.[1] ?? '',
  }))
}

describe('a text that is written in both scripts', () => {
  it('tells what each paragraph of it is in, as a page and as what is printed', async () => {
    const model = modelIn('written', 'text')
    for (const page of [await textIn('html', 'written', 'text'), printableHtml(model, '')]) {
      expect(page).toContain('<article class="text" lang="zh">')
      expect(page).toMatch(/<p lang="zh-Hant" class="body">[^§]*?這裡的風景/u)
      expect(page).toMatch(/<p lang="zh-Hans" class="body">[^§]*?这里的头发/u)
    }
  })

  it('is in one language where it is shown in one script', async () => {
    const page = await textIn('html', 'hk', 'text')
    expect(page).toContain('<article class="text" lang="zh-Hant-HK">')
    expect(page).not.toMatch(/<p lang/u)
  })

  it('tells it of what is quoted, paragraph by paragraph', async () => {
    const page = await textIn('html', 'written', 'passages')
    expect(page).toMatch(
      /<blockquote lang="zh"[^>]*><p lang="zh-Hant">這裡[^<]*<\/p><p lang="zh-Hans">这里/u,
    )
    const json = JSON.parse(await textIn('json', 'both', 'passages')) as object
    expect(JSON.stringify(json)).toMatch(/"language":"zh-Hant".*"language":"zh-Hans"/u)
  })

  it.each(['text', 'passages'] as const)('tells it to Word: %s', async (scope) => {
    const runs = await runsIn('written', scope)
    const langOf = (words: string) => runs.find((run) => run.words.startsWith(words))?.lang
    expect([langOf('這裡'), langOf('这里')]).toEqual(['zh-TW', 'zh-CN'])
    const inHongKong = await runsIn('hk', scope)
    expect(
      new Set(inHongKong.filter(({ words }) => /美|髮/u.test(words)).map(({ lang }) => lang)),
    ).toEqual(new Set(['zh-HK']))
  })

  it('tells it of what is copied', () => {
    const html = passageHtml(open.canonical, textRange(0, open.document.length))
    expect(html).toMatch(/<div lang="zh"><p lang="zh-Hant">這裡.*<p lang="zh-Hans">这里/u)
    expect(passageHtml(open.canonical, textRange(0, 4))).toBe(
      '<span lang="zh-Hant">這裡的風</span>',
    )
  })
})

it('a quotation in the other script is in that, in the document’s own form alone', async () => {
  const made = madeDocument(
    `${inSimplified.repeat(30)}\n\n${inTraditional}\n`,
    'zh-Hans',
  ).publication
  const { script, blocks } = writtenScript(made.document.blocks)
  expect(script).toBe('zh-Hans')
  const quoting = new OpenDocument({ ...made, document: { ...made.document, blocks } })
  const pageIn = async (form: ExportScript) =>
    String(
      await exportNotes(
        'html',
        exportModel(sourceOf([], { open: quoting }), { script: form, scope: 'text' }),
      ),
    )
  expect(await pageIn('hans')).toMatch(/<p lang="zh-Hant" class="body">這裡/u)
  expect(await pageIn('hant')).not.toMatch(/<p lang/u)
})
