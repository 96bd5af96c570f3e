import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { exportFormats } from '../../../../core/app/export-request'
import { messagesIn } from '../../../../core/messages/language'
import { textRange } from '../../../../core/text/range'
import { lost, marked } from '../../core/exchange/export/support'
import { keep, newFolder, run } from './support'

const read = (...names: string[]) => readFileSync(path.join(...names), 'utf8')

/** Every file of a folder with its content. */
const snapshot = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => [entry.name, read(entry.parentPath, entry.name)] as const)

describe('the edition at the command line', () => {
  it('is written as TEI, with its apparatus and without the reader’s notes', async () => {
    const folder = newFolder()
    await keep(folder, [marked('經濟運行', { note: 'mine alone' })])
    const { code, out } = await run(folder, ['--export-edition', 'edition.tei.xml'])
    expect(out).toEqual([`The edition was written to ${path.join(folder, 'edition.tei.xml')}.`])
    expect(code).toBe(0)
    const tei = read(folder, 'edition.tei.xml')
    expect(tei).toContain('xml:id="orthography-2"')
    expect(tei).not.toContain('mine alone')
  })

  it('is not written where it cannot be, and that is said', async () => {
    const { code, err } = await run(newFolder(), ['--export-edition', 'no/such/folder.xml'])
    expect(code).toBe(1)
    expect(err.join()).toContain('folder.xml')
  })
})

it('the notes listed are in the order of the text, in which one may have moved', async () => {
  const folder = newFolder()
  const moved = { id: 'a', documentDigest: 'sha256:former', range: textRange(0, 4) }
  await keep(folder, [marked('經濟運行', moved), marked('統籌推進', { id: 'b' })])
  const { out } = await run(folder, ['--list'])
  expect(out.map((line) => line.split('\t')[0])).toEqual(['b', 'a'])
})

describe('export at the command line', () => {
  it.each(exportFormats)('writes %s, and says what it wrote', async (format) => {
    const folder = newFolder()
    await keep(folder, [marked('經濟運行', { note: '好' })])
    const { code, out } = await run(folder, [
      '--export',
      'x',
      '--format',
      format,
      '--script',
      'both',
    ])
    const file = path.join(folder, 'x')
    expect(out).toEqual([`1 mark, 1 note written to ${file}.`])
    expect(code).toBe(0)
    expect(statSync(file).size).toBeGreaterThan(100)
  })

  it('gives quotes in the script asked for', async () => {
    const folder = newFolder()
    await keep(folder, [marked('經濟運行')])
    await run(folder, ['--export', 'notes.md', '--script', 'hans'])
    expect(read(folder, 'notes.md')).toContain('> 经济运行')
    expect(read(folder, 'notes.md')).toContain('营口市西市区人民政府')
  })

  it('prints the whole report with the fonts that the app brings', async () => {
    const folder = newFolder()
    await keep(folder, [marked('經濟運行', { note: '好' })])
    await run(folder, ['--export', 'notes.pdf', '--script', 'tw'])
    const pdf = read(folder, 'notes.pdf')
    expect(pdf).toContain('@font-face { font-family: x }')
    expect(pdf).toContain('<article class="text" lang="zh-Hant-TW">')
  })

  it('says of a PDF the one form that it holds, where two were asked for', async () => {
    const folder = newFolder()
    await keep(folder, [marked('經濟運行', { note: '好' })])
    await run(folder, ['--export', 'notes.pdf', '--script', 'both'])
    expect(read(folder, 'notes.pdf')).toMatch(/Quotes: Traditional · /u)
  })

  it('writes the whole text where it is asked for', async () => {
    const folder = newFolder()
    await keep(folder, [marked('經濟運行', { note: '好' })])
    await run(folder, ['--export', 'notes.html', '--whole-text', '--script', 'hans'])
    const html = read(folder, 'notes.html')
    expect(html).toContain('<article class="text" lang="zh-Hans">')
    expect(html).toContain('<mark class="yellow highlight">经济运行</mark>')
    expect(html).toContain('<b>招商引资态势良好。</b>')
  })

  it('writes a text, or the work that it is, without any notes', async () => {
    const folder = newFolder()
    const html = await run(folder, ['--export', 'text.html', '--whole-text'])
    expect(html).toMatchObject({ code: 0, err: [] })
    expect(html.out).toEqual([`The document was written to ${path.join(folder, 'text.html')}.`])
    expect(read(folder, 'text.html')).toContain('經濟運行保持在合理區間')
    await run(folder, ['--export', 'text.pdf'])
    expect(read(folder, 'text.pdf')).toContain('經濟運行保持在合理區間')
    await run(folder, ['--export', 'work.ris'])
    expect(read(folder, 'work.ris')).toMatch(/^TY {2}- RPRT\r\n[^]*ER {2}- \r\n$/u)
  })

  it('counts what a reference holds, which leaves bare marks out', async () => {
    const folder = newFolder()
    await keep(folder, [
      marked('經濟運行'),
      marked('統籌推進', { note: '好' }),
      marked('戰略布局', { tags: ['經濟'] }),
    ])
    const file = path.join(folder, 'work.ris')
    const { out } = await run(folder, ['--export', 'work.ris'])
    expect(out).toEqual([`2 marks, 1 note written to ${file}.`])
    expect(read(folder, 'work.ris').match(/^N1 /gmu)).toHaveLength(2)
  })

  it('writes by a template', async () => {
    const folder = newFolder()
    await keep(folder, [marked('經濟運行')])
    writeFileSync(path.join(folder, 't.mustache'), '{{count}}: {{#notes}}{{quote}}{{/notes}}')
    const { code } = await run(folder, ['--export', 'x.txt', '--template', 't.mustache'])
    expect(code).toBe(0)
    expect(read(folder, 'x.txt')).toBe('1: 經濟運行')
  })

  it('writes nothing by a template that is not there or not right', async () => {
    const folder = newFolder()
    await keep(folder, [marked('經濟運行')])
    writeFileSync(path.join(folder, 't.mustache'), '{{#notes}}')
    const gone = await run(folder, ['--export', 'x.txt', '--template', 'none'])
    expect(gone).toMatchObject({ code: 1, err: [expect.stringContaining('no longer there')] })
    const wrong = await run(folder, ['--export', 'x.txt', '--template', 't.mustache'])
    expect(wrong).toMatchObject({
      code: 1,
      err: [expect.stringContaining('the section “notes” is not closed')],
    })
    expect(readdirSync(folder)).not.toContain('x.txt')
  })

  it('says so and writes no file where there are no notes', async () => {
    const folder = newFolder()
    const { code, out, err } = await run(folder, ['--export', 'x.md'])
    expect({ code, out }).toEqual({ code: 1, out: [] })
    expect(err).toEqual(['There are no notes to export yet. No file was written.'])
    expect(readdirSync(folder)).toEqual([])
  })

  it('says why a file could not be written, and leaves nothing behind', async () => {
    const folder = newFolder()
    await keep(folder, [marked('經濟運行')])
    mkdirSync(path.join(folder, 'folder'))
    const before = readdirSync(folder)
    const missing = await run(folder, ['--export', 'none/x.md'])
    expect(missing).toMatchObject({ code: 1, err: [expect.stringContaining('the folder is gone')] })
    const taken = await run(folder, ['--export', 'folder'])
    expect(taken).toMatchObject({ code: 1, err: [expect.stringContaining('could not be written')] })
    expect(readdirSync(folder)).toEqual(before)
  })

  it('never touches the notes', async () => {
    const folder = newFolder()
    const elsewhere = newFolder()
    await keep(folder, [marked('經濟運行')])
    const before = snapshot(folder)
    await run(folder, ['--export', path.join(elsewhere, 'x.json')])
    await run(folder, ['--list'])
    expect(snapshot(folder)).toEqual(before)
  })

  it('replaces a file whole, keeps its rights, and follows a link', async () => {
    const folder = newFolder()
    await keep(folder, [marked('經濟運行')])
    const file = path.join(folder, 'real.md')
    writeFileSync(file, 'old', { mode: 0o640 })
    symlinkSync(file, path.join(folder, 'link.md'))
    await run(folder, ['--export', 'link.md'])
    expect(read(file)).toContain('經濟運行')
    expect(statSync(file).mode & 0o777).toBe(0o640)
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})

describe('the list', () => {
  it('has one note a line', async () => {
    const folder = newFolder()
    await keep(folder, [
      marked('經濟運行', { id: 'a', note: '一\n二\t三', tags: ['甲'] }),
      lost('無', { id: 'b' }),
    ])
    const { code, out } = await run(folder, ['--list'])
    expect(code).toBe(0)
    expect(out).toContain('a\t402–406\tyellow highlight\t#甲\t經濟運行\t一 二 三')
    expect(out.at(-1)).toBe('b\t—\tyellow highlight\t\t無\t')
  })

  it('writes a tag that begins with the sign with one sign', async () => {
    const folder = newFolder()
    await keep(folder, [marked('經濟運行', { id: 'a', tags: ['#甲', '乙'] })])
    const { out } = await run(folder, ['--list'])
    expect(out[0]).toContain('\t#甲 #乙\t')
  })
})

describe('a store that cannot be read', () => {
  it.each([['--list'], ['--export', 'x.md'], ['--import', 'x.json']])(
    'is left alone by %s %s',
    async (...args) => {
      const folder = newFolder()
      const file = path.join(folder, 'annotations.json')
      writeFileSync(file, '{ this is not JSON')
      const item = {
        type: 'Annotation',
        target: { selector: { type: 'TextQuoteSelector', exact: '經濟運行' } },
      }
      writeFileSync(path.join(folder, 'x.json'), JSON.stringify(item))
      const before = snapshot(folder)
      const { code, out, err } = await run(folder, args)
      expect({ code, out }).toEqual({ code: 3, out: [] })
      expect(err).toEqual([
        `piyue: the notes cannot be read: ${file} is damaged. Nothing was touched.`,
      ])
      expect(snapshot(folder)).toEqual(before)
    },
  )
})

describe('what needs no store', () => {
  it('answers', async () => {
    const folder = newFolder()
    expect(await run(folder, ['--version'])).toMatchObject({ code: 0, out: ['1.2.3'] })
    const help = await run(folder, ['--help'])
    expect(help.code).toBe(0)
    for (const option of ['--export', '--format', '--script', '--template', '--import', '--list']) {
      expect(help.out.join('\n')).toContain(option)
    }
    expect(await run(folder, ['--list', '--nonsense'])).toMatchObject({ code: 2, out: [] })
    const inChinese = { messages: async () => messagesIn['zh-Hant'] }
    expect((await run(folder, ['--help'], inChinese)).out.join('')).toContain('把筆記寫入檔案')
    expect((await run(folder, ['--list', '--nonsense'], inChinese)).err).toEqual([
      'piyue：沒有 --nonsense 這個選項（詳見 --help）',
    ])
    expect(readdirSync(folder)).toEqual([])
  })
})
