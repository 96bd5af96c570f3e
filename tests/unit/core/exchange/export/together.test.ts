import { HtmlRenderer, Parser } from 'commonmark'
import { array, assert, constantFrom, oneof, pre, property } from 'fast-check'
import { Marked } from 'marked'
import { selfContained } from '../../../../../core/exchange/export/markdown-note'
import { marked, textOf } from './support'

const gfm = new Marked({ gfm: true, breaks: true })

const readers: readonly (readonly [string, (text: string) => string])[] = [
  ['marked', (text) => gfm.parse(text, { async: false })],
  ['a parser of CommonMark', (text) => new HtmlRenderer().render(new Parser().parse(text))],
]

/** Whatever opens something, closes something, or means something elsewhere in a file. */
const piece = constantFrom(
  '```',
  '~~~',
  '````js',
  '$$',
  '%%',
  '<!--',
  '-->',
  '<details>',
  '</details>',
  '<script>',
  '</script>',
  '<b>',
  '<?php',
  '<![CDATA[',
  '[1]: http://a.example',
  '[1]',
  '[a][1]',
  '[^1]',
  '[^1]: first',
  '[n1-1]',
  '# h',
  'h\n===',
  'h\n---',
  '- x',
  '> q',
  '    code',
  '1. y',
  '~',
  '|a|b|\n|-|-|\n|c|d|',
  '`',
  '\\',
  '中',
  'x',
  ' ',
  '\n',
  '\n\n',
  '***',
  '*',
  '_',
  '&lt;',
  '==',
)

const note = oneof(
  array(piece, { minLength: 1, maxLength: 9 }).map((pieces) => pieces.join('')),
  array(piece, { minLength: 1, maxLength: 7 }).map((pieces) => pieces.join('\n')),
)

describe.each(readers)('any two notes in one file, read by %s', (_, read) => {
  it('read as each alone', () => {
    assert(
      property(note, note, (one, other) => {
        const [first, second] = [selfContained(one, 1), selfContained(other, 2)]
        pre(first !== '' && second !== '')
        const together = read(`${first}\n\nbetween\n\n${second}\n\nlast\n`)
        const apart = [first, 'between', second, 'last'].map((text) => read(`${text}\n`))
        expect(together).toBe(apart.join(''))
      }),
      { numRuns: 300 },
    )
  })
})

describe('notes exported together', () => {
  it('have no label of another’s in an address, even to who knows no bare ones', () => {
    const notes = ['[1]: http://a.example\n\n[1]', 'http://a.example/[n1-1], www.b.example/[n1-1]']
    const [first = '', second = ''] = notes.map((text, i) => selfContained(text, i + 1))
    const alone = gfm.parse(second, { async: false })
    for (const address of ['http://a.example/[n1-1', 'www.b.example/[n1-1']) {
      expect(alone).toContain(`>${address}</a>]`)
    }
    const together = new HtmlRenderer().render(new Parser().parse(`${first}\n\n${second}`))
    expect(together).toContain('>http://a.example/[n1-1</a>]')
  })

  const words = ['統籌推進', '經濟運行', '狠抓落實']
  const bodyOf = async (...notes: readonly string[]) =>
    textOf(
      'markdown',
      notes.map((text, i) => marked(words[i] ?? '', { id: `n${i}`, note: text })),
    )

  it('keep definitions of links and footnotes to themselves', async () => {
    const text = await bodyOf(
      '[1] and [two][1]\n\n[1]: http://a.example',
      'claim[^1]\n\n[^1]: SECOND',
      '[1] third[^1]',
    )
    const html = gfm.parse(text, { async: false })
    expect(html).toContain('[1] third[^1]')
    expect(html.match(/href="http:\/\/a\.example"/gu)).toHaveLength(2)
    expect(text).toMatch(/claim\[\^(n\d+-1)\]\n\n\[\^\1\]: SECOND/u)
  })

  it('define nothing for others, even to who knows no footnotes', async () => {
    const text = await bodyOf('[^1]: first\n[1]: http://a.example\n```', '[1]\n\n```')
    expect(new HtmlRenderer().render(new Parser().parse(text))).not.toContain('href="http://a')
  })

  it('know a label in any case, and none within a fence', async () => {
    const text = await bodyOf('[Foo]\n\n[FOO]: http://a.example', '[bar]\n\n```\n[bar]: /url\n```')
    const html = gfm.parse(text, { async: false })
    expect(html).toContain('<a href="http://a.example">Foo</a>')
    expect(html).toContain('<p>[bar]</p>')
    expect(text).toContain('```\n[bar]: /url\n```')
  })

  it('show HTML as it was typed, closed or not, and lose no quote by it', async () => {
    const notes = [
      '<script></script><!-- open',
      '<details><summary>s</summary>',
      '`a<b>` <https://a.example>',
    ]
    const text = await bodyOf(...notes)
    for (const [, read] of readers) {
      const html = read(text)
      expect(html.match(/<blockquote>/gu)).toHaveLength(3)
      expect(html).toContain('&lt;script&gt;&lt;/script&gt;&lt;!-- open')
      expect(html).toContain('&lt;details&gt;&lt;summary&gt;s&lt;/summary&gt;')
    }
    expect(text).toContain('`a<b>` <https://a.example>')
  })

  it('hide nothing in Obsidian by a comment or a formula left open', async () => {
    expect(await bodyOf('100%% sure', '$$ open')).toMatch(/100\\%\\% sure[^]*\\\$\\\$ open/u)
    expect(await bodyOf('$$ x $$')).toContain('$$ x $$')
  })
})

describe('names in Markdown', () => {
  it('are distinct, each once, and never taken from who had them', async () => {
    const tags = ['a b', 'a-b', 'a/b', 'A B', '#', '2019', '家族👨‍👩‍👧']
    const text = await textOf('markdown', [marked('統籌推進', { id: 'n', tags })])
    const hashtags = [...text.matchAll(/(?<= · )#(\S+)/gu)].map(([, name]) => name)
    expect(hashtags).toEqual(['a-b-2', 'a-b', 'a/b', 'A-B-3', '_2019', '家族👨‍👩‍👧'])
    expect(text).toContain('\n  - "#"\n')
  })

  it('of blocks are unique, whatever the ids', async () => {
    const ids = ['http://例.cn/注一', 'http://例.cn/注二', 'plain-id', 'a_b', 'a.b']
    const text = await textOf(
      'markdown',
      ids.map((id) => marked('統籌推進', { id, note: id })),
    )
    const names = [...text.matchAll(/ \^([a-z0-9-]+)$/gmu)].map(([, name]) => name)
    expect(new Set(names).size).toBe(ids.length)
    expect(names).toContain('plain-id')
  })
})
