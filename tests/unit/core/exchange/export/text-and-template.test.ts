import type { TemplateProblem } from '../../../../../core/app/export-request'
import { longestTemplate } from '../../../../../core/app/export-request'
import { exportByTemplate } from '../../../../../core/exchange/export/template'
import { messagesIn } from '../../../../../core/messages/language'
import { exampleTemplate } from '../../../../../main/exchange/templates'
import { lost, marked, modelOf, textOf } from './support'

const notes = [
  marked('經濟運行保持在合理區間', { id: 'n1', note: '**好** <b>', tags: ['甲 乙'] }),
  marked('統籌推進', { id: 'n0', style: { color: 'pink', kind: 'underline' } }),
  lost('找不到', { note: '```\n開' }),
]

/** A template of lists within lists of a name. */
const within = (name: string, depth: number, inner: string): string =>
  `{{#${name}}}`.repeat(depth) + inner + `{{/${name}}}`.repeat(depth)

describe('the plain text export', () => {
  it('says everything in plain words', async () => {
    const text = await textOf('text', notes, { script: 'both' })
    expect(text).toContain('【一、2018年工作回顧】\n\n│ 統籌推進\n│\n│ 统筹推进\npink underline · ')
    expect(text).toContain('│ 经济运行保持在合理区间\n\n**好** <b>\n\nyellow highlight · #甲 乙 · ')
    expect(text).toContain('\npiyue://document/yingkou-xishi-2019/n1\n')
    expect(text).toContain('【Not found in the text】\n\n│ 找不到\n')
    expect(text).toContain('Exported by Piyue 1.2.3')
  })
})

describe('a template of the reader’s', () => {
  const by = (template: string) => exportByTemplate(template, modelOf(notes))

  it('puts values in as they are, in sections and lists', () => {
    expect(
      by(
        '{{title}}\n{{#sections}}{{#notes}}{{number}}:{{quote}}|{{note}}|{{#tags}}({{.}}){{/tags}}\n{{/notes}}{{/sections}}',
      ),
    ).toBe(
      '2019年營口市西市區政府工作報告\n1:統籌推進||\n2:經濟運行保持在合理區間|**好** <b>|(甲 乙)\n',
    )
  })

  it('has escaped values by their own names', () => {
    expect(by('{{#notes}}{{{noteHtml}}}{{/notes}}')).toContain(
      '<p><strong>好</strong> &lt;b&gt;</p>',
    )
    expect(by('{{#orphans}}{{noteMarkdown}}{{/orphans}}')).toBe('```\n開\n```')
  })

  it('gives the example that the folder starts with', () => {
    const text = by(exampleTemplate.content)
    expect(text).toContain('---\ntitle: ')
    expect(text).toContain('## 一、2018年工作回顧\n\n> 統籌推進\n\npink underline · ')
    expect(text).toContain(
      '> 經濟運行保持在合理區間\n\n**好** \\<b\\>\n\nyellow highlight · #甲-乙 · ',
    )
  })

  it.each([
    '{{constructor}}',
    '{{toString}}',
    '{{__proto__}}',
    '{{title.length}}',
    '{{notes.constructor.constructor}}',
    '{{#constructor}}x{{/constructor}}',
    '{{#notes.map}}x{{/notes.map}}',
    '{{> partial}}',
    '{{nothing}}',
  ])('reaches nothing but the data: %s', (template) => {
    expect(by(template)).toBe('')
  })

  it.each<readonly [string, TemplateProblem]>([
    ['{{#notes}}', { kind: 'unclosed-section', section: 'notes' }],
    ['{{#notes}}{{#tags}}{{/notes}}', { kind: 'unclosed-section', section: 'tags' }],
    ['a\r\nb\n{{/notes}}', { kind: 'unopened-section', section: 'notes', line: 3 }],
    ['{{title}}\n{{note\n\n', { kind: 'unclosed-tag', line: 2 }],
    ['{{=<%=}}', { kind: 'wrong-signs' }],
  ])('says what is wrong with a template that is not right, and where: %j', (template, problem) => {
    expect(by(template)).toEqual(problem)
    for (const { export: words } of Object.values(messagesIn)) {
      expect(words.templateProblem('x', problem)).not.toMatch(/undefined|section "|at \d/u)
    }
  })

  it('is refused where it is too large', () => {
    expect(by('x'.repeat(longestTemplate + 1))).toEqual({ kind: 'too-large' })
  })

  it('does not read what a reader wrote as a template', () => {
    const note = '{{title}} {{{constructor}}} {{> x}} {{=<% %>=}} <%title%>'
    const model = modelOf([marked('經濟運行', { note, tags: ['{{title}}'] })])
    const template = '{{#notes}}{{note}} {{{note}}} {{#tags}}{{.}}{{/tags}}{{/notes}}'
    expect(exportByTemplate(template, model)).toBe(`${note} ${note} {{title}}`)
  })

  const many = modelOf(Array.from({ length: 200 }, (_, i) => marked('經濟運行', { id: `n${i}` })))

  it('gives up on lists within lists that would grow without end', () => {
    const template = within('notes', 4, 'xxxxxxxxxx')
    expect(exportByTemplate(template, many)).toEqual({ kind: 'too-large' })
  })

  // With a hundredth of what is allowed, for time is not what is asked about here.
  it.each([
    ['lists within more lists than can be followed', within('notes', 4_000, '{{note}}')],
    [
      'names that are sought in vain through many lists',
      within('notes', 900, '{{x}}'.repeat(15_000)),
    ],
    ['names that are long', within('notes', 2, `{{${'x.'.repeat(45_000)}x}}`)],
  ])('gives up on %s', (_, template) => {
    expect(exportByTemplate(template, many, 500_000)).toEqual({ kind: 'too-large' })
  })
})
