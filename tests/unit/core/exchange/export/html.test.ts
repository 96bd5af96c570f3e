import { createHash } from 'node:crypto'
import { selfContained } from '../../../../../core/exchange/export/markdown-note'
import { noteHtml } from '../../../../../core/exchange/export/note-html'
import { messagesIn } from '../../../../../core/messages/language'
import { hostileNotes, lost, marked, textOf } from './support'

const tag = /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)>/gu
const attribute = /\s([a-z-]+)(?:="([^"<>]*)")?/gu

const known = new Set(
  (
    'html head meta title style body main header footer article h1 h2 h3 h4 h5 h6 p a blockquote ' +
    'div span bdi time ul ol li em strong del code pre br hr table thead tbody tr th td'
  ).split(' '),
)
const knownAttributes = new Set(
  'lang charset http-equiv content name id class dir href rel datetime start align'.split(' '),
)

/**
 * Goes through HTML as a browser's tokenizer would: each `<` must open a tag that we know, each
 * attribute be one that does nothing, and each address lead where addresses may lead.
 */
function expectHarmless(html: string): void {
  const withoutStyle = html.replace(/<style>[^<]*<\/style>/u, '').replace('<!doctype html>', '')
  const between = withoutStyle.replaceAll(tag, '')
  expect(between).not.toMatch(/[<>]/u)
  for (const [, , name = '', attributes = ''] of withoutStyle.matchAll(tag)) {
    expect(known).toContain(name)
    expect(attributes.replaceAll(attribute, '').trim()).toBe('')
    for (const [, key = '', value = ''] of attributes.matchAll(attribute)) {
      expect(knownAttributes).toContain(key)
      const mayStand = key !== 'href' || /^(?:https?:\/\/|mailto:|piyue:\/\/)/u.test(value)
      expect(mayStand).toBe(true)
    }
  }
  // oxlint-disable-next-line eslint/no-control-regex -- none of these may be in the file
  expect(html).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]/u)
  expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069\p{Surrogate}]/u)
}

const styleOf = (html: string) => /<style>([^<]*)<\/style>/u.exec(html)?.[1] ?? ''

describe('the HTML export', () => {
  it('is one file with a policy that lets nothing be loaded or run, and no style but its own', async () => {
    const html = await textOf('html', [marked('經濟運行')])
    const digest = createHash('sha256').update(styleOf(html), 'utf8').digest('base64')
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/u)
    expect(html).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'">`,
    )
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|\son\w+=|url\(|@import/u)
    expect(html).toContain('prefers-color-scheme: dark')
  })

  it('gives every quote the language of its script', async () => {
    const html = await textOf('html', [marked('經濟運行')], { script: 'both' })
    expect(html).toContain('<blockquote lang="zh-Hant" class="yellow highlight"><p>經濟運行</p>')
    expect(html).toContain('<blockquote lang="zh-Hans" class="yellow highlight"><p>经济运行</p>')
    const taiwan = await textOf('html', [marked('“四個全面”')], { script: 'tw' })
    expect(taiwan).toContain(
      '<blockquote lang="zh-Hant-TW" class="yellow highlight"><p>「四個全面」</p>',
    )
    const chinese = await textOf('html', [marked('經濟運行')], { messages: messagesIn['zh-Hans'] })
    expect(chinese).toContain('<html lang="zh-Hans">')
  })

  it('says of a bookmark that it is one, with its words and its name, and paints none of them', async () => {
    const style = { color: 'green', kind: 'bookmark' } as const
    const html = await textOf('html', [
      marked('經濟運行', { style, note: '從這裡' }),
      marked('統籌推進', { id: 'b2', style }),
    ])
    expect(html).toContain('<blockquote lang="zh-Hant" class="green bookmark"><p>經濟運行</p>')
    expect(html).toContain('<p>從這裡</p>')
    expect(html.match(/green bookmark(?!")/gu)).toHaveLength(2)
    expect(styleOf(html)).not.toContain('.bookmark')
    expectHarmless(html)
  })

  it.each(hostileNotes)('is harmless, and shows the note: %j', async (note) => {
    const html = await textOf('html', [
      marked('經濟運行', { id: note.slice(0, 150), note, tags: [note.trim().slice(0, 100)] }),
      lost(note.slice(0, 1000)),
    ])
    expectHarmless(html)
  })

  it('shows HTML in a note as it was typed', () => {
    expect(noteHtml('<b>x</b> & <img src=x onerror=alert(1)>')).toBe(
      '<p>&lt;b&gt;x&lt;/b&gt; &amp; &lt;img src=x onerror=alert(1)&gt;</p>\n',
    )
    expect(noteHtml('<code> <img src=x onerror=alert(1) ')).toContain('&lt;img src=x')
  })

  it.each([
    ['too long', `x${' '.repeat(190_000)}x`],
    ['too long, and all signs', '`x'.repeat(90_000)],
    ['too deep', `${'> '.repeat(9_000)}x`],
  ])('shows a note that is %s to be laid out as it was typed', (_, note) => {
    expect(noteHtml(note)).toBe(`<pre>${note.replaceAll('>', '&gt;')}</pre>\n`)
    expect(selfContained(note, 1)).toBe(`\`\`\`\n${note}\n\`\`\``)
  })

  it('renders Markdown, with headings below those of the file', () => {
    expect(noteHtml('# 一\n\n**二** [三](https://example.org/?a=1&b=2)\n\n- [x] 四')).toBe(
      '<h4>一</h4>\n<p><strong>二</strong> <a href="https://example.org/?a=1&amp;b=2" rel="noreferrer noopener">三</a></p>\n<ul>\n<li>☑ 四</li>\n</ul>\n',
    )
  })

  it('makes text of a link that leads anywhere but to the web or to mail', () => {
    for (const href of [
      'javascript:alert(1)',
      'JAVASCRIPT:alert(1)',
      'data:text/html,x',
      'file:///etc',
      '//x.org',
      'piyue:x',
    ]) {
      expect(noteHtml(`[字](${href})`)).not.toContain('<a')
      expect(noteHtml(`[字](${href})`)).toContain('字')
    }
  })

  it('shows characters that would turn the text round by their names', () => {
    expect(noteHtml('a\u202etxt.exe')).toBe('<p>a[U+202E]txt.exe</p>\n')
  })
})
