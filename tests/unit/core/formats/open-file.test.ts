import * as fc from 'fast-check'
import iconv from 'iconv-lite'
import { openFile } from '../../../../core/formats/open-file'
import { openReport } from '../../support/report'

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))

const texts = async (name: string, bytes: Uint8Array) =>
  (await openFile({ name, bytes })).document.blocks.map(({ text }) => text)

/** The report, a block an item. */
const report = openReport.document.data.blocks.map(({ text }) => text)

describe('the bundled report in another format', () => {
  const html = (blocks: readonly string[]) =>
    `<!doctype html><title>報告</title>${blocks.map((text) => `<p>${text}</p>`).join('\n')}`

  it.each([
    ['Markdown', 'r.md', bytesOf(report.map((text) => text.replaceAll('*', '\\*')).join('\n\n'))],
    ['text in GB 18030', 'r.txt', iconv.encode(report.join('\r\n'), 'gb18030')],
    ['text in UTF-16', 'r.txt', iconv.encode(`\ufeff${report.join('\r\n')}`, 'utf16le')],
  ])('(%s) has the same words', async (_name, name, bytes) => {
    expect(await texts(name, bytes)).toEqual(report)
  })

  it('(HTML) has the same words', async () => {
    const opened = await openFile(
      { name: 'r.html', bytes: bytesOf(html(report)) },
      { wholePage: true },
    )
    expect(opened.document.blocks.map(({ text }) => text)).toEqual(report)
  })

  it('(text in Big5) has the same words, but for characters that Big5 lacks', async () => {
    const lacking = new Set(
      [...report.join('')].filter((one) => iconv.decode(iconv.encode(one, 'big5'), 'big5') !== one),
    )
    const plain = report.map((text) =>
      [...text].map((one) => (lacking.has(one) ? '〓' : one)).join(''),
    )
    expect(await texts('r.txt', iconv.encode(plain.join('\n'), 'big5'))).toEqual(plain)
  })
})

describe('a web page that was saved', () => {
  const page = `<!doctype html><html><head><title>某區報告</title></head><body>
    <nav><ul>${'<li><a href="/x">連結</a></li>'.repeat(20)}</ul></nav>
    <article><h1>某區報告</h1>${report
      .slice(6, 16)
      .map((text) => `<p>${text}</p>`)
      .join('')}</article>
    <footer>版權所有</footer></body></html>`

  it('is read without what surrounds its article, or whole as the reader likes', async () => {
    const file = { name: 'page.html', bytes: bytesOf(page) }
    const article = await openFile(file)
    const words = article.document.blocks.map(({ text }) => text).join('\n')
    expect(article.hasArticle).toBe(true)
    expect(words).toContain(report[7])
    expect(words).not.toContain('版權所有')
    const whole = await openFile(file, { wholePage: true })
    expect(whole.document.blocks.map(({ text }) => text)).toContain('版權所有')
  })

  it('keeps the levels of its headings, and its footnotes', async () => {
    const words = `<p>${'全區經濟運行總體平穩，穩中有進。'.repeat(20)}</p>`
    const bytes = bytesOf(`<!doctype html><title>某</title><body><nav>頁首</nav><article>
      <h1>第一章 總說</h1>${words}<h2>其一 分說</h2>${words}
      <p>有註<a role="doc-noteref" href="#fn-1">1</a></p>
      <aside role="doc-footnote" id="fn-1"><p>註在此處。</p></aside>
      <h1>第二章 再說</h1>${words}</article></body>`)
    const { document, hasArticle } = await openFile({ name: 'x.html', bytes })
    expect(hasArticle).toBe(true)
    expect(
      document.blocks.flatMap((one) => (one.kind === 'heading' ? [[one.level, one.text]] : [])),
    ).toEqual([
      [1, '第一章 總說'],
      [2, '其一 分說'],
      [1, '第二章 再說'],
    ])
    const note = document.blocks.find(({ text }) => text === '註在此處。')
    expect(note?.within).toMatchObject([{ kind: 'footnote' }])
  })

  it.each([
    ['main', false],
    ['article', false],
    ['div', true],
  ])(
    'loses no large part of its text to the one that looks most like an article (%s)',
    async (tag, isWhole) => {
      const rows = Array.from({ length: 60 }, (_, i) => `<tr><td>表格第${i}行</td><td>數</td></tr>`)
      const items = Array.from({ length: 60 }, (_, i) => `<li>列表第${i}項</li>`)
      const part = `<p>${'全區經濟運行，總體平穩，穩中有進。'.repeat(16)}</p>`
      const bytes = bytesOf(`<!doctype html><title>某</title><body><nav>頁首</nav><${tag}>
      <div><table>${rows.join('')}</table></div><div><ul>${items.join('')}</ul></div>
      <div class="x"><div class="article">${part}</div></div></${tag}><footer>頁尾</footer></body>`)
      const { document, hasArticle } = await openFile({ name: 'x.html', bytes })
      const words = document.blocks.map(({ text }) => text)
      expect(words).toEqual(expect.arrayContaining(['表格第59行', '列表第59項']))
      expect(hasArticle).toBe(!isWhole)
      expect(words.includes('頁尾')).toBe(isWhole)
    },
  )
})

it('a page of as many lines as a long novel is read whole, where no article can be told from it', async () => {
  const bytes = bytesOf('字<br>'.repeat(65_000))
  expect(await texts('x.html', bytes)).toEqual(['字\n'.repeat(65_000).trimEnd()])
})

describe('a file that is no document', () => {
  it.each([
    ['a PDF', '%PDF-1.7', 'pdf'],
    ['an old Word document', '\u00d0\u00cf\u0011\u00e0\u00a1', 'old-word'],
    ['rich text', '{\\rtf1\\ansi hello}', 'old-word'],
    [
      'a page in one file',
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x',
      'web-archive',
    ],
    ['a picture', '\u00ff\u00d8\u00ff\u00e0', 'picture'],
    ['packed', '\u001f\u008b\u0008', 'archive'],
    ['a program', `\u007fELF${'\u0000\u0001'.repeat(200)}`, 'unknown'],
    ['nothing', '', 'empty'],
    ['white space', ' \n\n ', 'empty'],
  ])('(%s) is called what it is', async (_what, content, reason) => {
    const bytes = new Uint8Array(Buffer.from(content, 'latin1'))
    await expect(openFile({ name: 'x', bytes })).rejects.toMatchObject({ reason })
  })

  it('is not a text that begins as archives do', async () => {
    expect(await texts('x.txt', bytesOf('PK賽開始\n甲隊先行。'))).toEqual([
      'PK賽開始',
      '甲隊先行。',
    ])
  })

  it('is not a short text of which a byte was lost', async () => {
    const lines = ['工作报告\n各位代表：现在，我代表政府报告工作。\n', '二、二〇一八年工作回顾\n']
    const [before, after] = lines.map((line) => iconv.encode(line, 'gb18030')) as [Buffer, Buffer]
    const bytes = Buffer.concat([before, Uint8Array.of(0xff, 0xb0), after])
    const { document, encoding } = await openFile({ name: 'x.txt', bytes })
    expect(document.blocks[1]?.text).toBe('各位代表：现在，我代表政府报告工作。')
    expect(encoding?.misfits.length).toBeGreaterThan(0)
  })

  it.each(['x.txt', 'x.md', 'x.html'])('is not UTF-8 with a bad byte (%s)', async (name) => {
    const line = new TextEncoder().encode('<p>各位代表：现在，我代表政府报告工作。</p>\n')
    const bytes = Buffer.concat([line, Uint8Array.of(0xff), line])
    for (const choices of [{}, { encoding: 'utf-8' }] as const) {
      const { document, encoding } = await openFile({ name, bytes }, choices)
      expect(document.blocks[0]?.text).toContain('各位代表：现在，我代表政府报告工作。')
      expect(encoding).toMatchObject({
        encoding: 'utf-8',
        misfits: [{ at: line.length, bytes: 'FF' }],
      })
    }
  })

  it('is not what the reader says is text in an encoding that cannot be told', async () => {
    const bytes = iconv.encode('Привет', 'utf16le')
    await expect(openFile({ name: 'x.txt', bytes })).rejects.toMatchObject({ reason: 'unknown' })
    const { document } = await openFile({ name: 'x.txt', bytes }, { encoding: 'utf-16le' })
    expect(document.blocks[0]?.text).toBe('Привет')
  })

  it('of bytes by chance is none, whatever its name says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 2_000, maxLength: 3_000 }),
        fc.constantFrom('x.docx', 'x.epub', 'x.txt', 'x.md'),
        async (bytes, name) => {
          await expect(openFile({ name, bytes })).rejects.toMatchObject({ reason: 'unknown' })
        },
      ),
      { numRuns: 50, endOnFailure: true },
    )
  })
})
