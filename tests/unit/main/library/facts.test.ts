import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { CanonicalDocument } from '../../../../core/document/document'
import { gbt7714 } from '../../../../core/exchange/gbt-7714'
import { canonicalRendition } from '../../../../core/script/rendition'
import { docxOf, epubOf, wordParagraph } from '../../core/formats/support/make-files'
import { newFolder, openLibrary } from '../cli/support'

async function added(name: string, content: string | Uint8Array) {
  const folder = newFolder()
  const file = path.join(folder, name)
  writeFileSync(file, content)
  const library = await openLibrary(folder)
  const opening = await library.add(file)
  if (opening.kind !== 'opened') throw new Error(opening.refusal)
  const { document, file: reading } = await library.publication(opening.documentId)
  const rendition = canonicalRendition(new CanonicalDocument(document))
  const entry = gbt7714(rendition, { version: '1', accessed: '2026-01-02' })
  return { listed: library.catalog.entries[1], document, reading, entry }
}

describe('what a file says of itself is used', () => {
  it('of an e-book in the list, in the title and in citations, and it is seen as it asks', async () => {
    const { listed, document, reading, entry } = await added(
      'x.epub',
      epubOf('<h1>一</h1><p>天地玄黃。</p>', {
        'book.opf': `<package><metadata><dc:title>某書</dc:title><dc:creator>某人</dc:creator><dc:publisher>某社</dc:publisher>
          <dc:date>1919</dc:date><dc:language>zh-TW</dc:language><dc:identifier>urn:isbn:9787501023455</dc:identifier></metadata>
          <manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>
          <spine page-progression-direction="rtl"><itemref idref="a"/></spine></package>`,
      }),
    )
    expect(listed).toMatchObject({ title: '某書', author: '某人' })
    expect(document).toMatchObject({ title: '某書', isVertical: true, language: 'zh-TW' })
    expect(document.source).toMatchObject({ publisher: '某社', isbn: '9787501023455' })
    expect(reading?.known).toMatchObject({ made: null, citation: { isbn: '9787501023455' } })
    expect(entry).toBe('某人. 某書[M]. 某社, 1919.')
  })

  it('of a page of the web, with its address', async () => {
    const { entry } = await added(
      '工作報告.html',
      `<!-- saved from url=(0021)https://a.example/1 --><html><head><title>工作報告_某政府網</title><meta name="PubDate" content="2019-03-01"></head><body><h1>工作報告</h1><p>${'各位代表，現在報告工作。'.repeat(9)}</p></body></html>`,
    )
    expect(entry).toBe('工作報告[EB/OL]. (2019-03-01)[2026-01-02]. https://a.example/1.')
  })

  it('of a Word document without the day on which it was made, which is only told', async () => {
    const { entry, reading } = await added(
      '章程.docx',
      docxOf(wordParagraph('本會以讀書為宗旨。'), {
        'docProps/core.xml':
          '<cp:coreProperties><dc:creator>讀書會</dc:creator><dcterms:created>2021-06-07T00:00:00Z</dcterms:created></cp:coreProperties>',
      }),
    )
    expect(entry).toBe('讀書會. 章程[Z].')
    expect(reading?.known.made).toBe('2021-06-07')
    expect(reading?.facts.title).toEqual({ value: '章程', from: { kind: 'file-name' } })
  })
})
