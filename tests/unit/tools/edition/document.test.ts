import { createHash } from 'node:crypto'
import { codePoints, sliceCodePoints } from '../../../../core/text/code-points'
import { report } from './bundled'

const { blocks } = report.data
const headings = blocks.filter((block) => block.kind === 'heading')
const paragraphs = blocks.filter((block) => block.kind === 'paragraph')

describe('the bundled report', () => {
  it('has its digest', () => {
    const hex = createHash('sha256').update(report.text, 'utf8').digest('hex')
    expect(report.digest).toBe(`sha256:${hex}`)
  })

  it('has one title, three parts and fourteen sections', () => {
    const levels = headings.map(({ level }) => level)
    expect([1, 2, 3].map((level) => levels.filter((each) => each === level).length)).toEqual([
      1, 3, 14,
    ])
    expect(report.title).toBe('2019年營口市西市區政府工作報告')
  })

  it('numbers parts and sections without a gap', () => {
    const numerals = [...'一二三四五六七八']
    const counts = new Map<number, number>()
    for (const { level, text } of headings.slice(1)) {
      if (level === 2) counts.set(3, 0)
      const count = counts.get(level) ?? 0
      counts.set(level, count + 1)
      const numeral = numerals[count] ?? ''
      expect(text.startsWith(level === 2 ? `${numeral}、` : `（${numeral}）`)).toBe(true)
    }
  })

  it('sets occasion, speaker and salutation apart', () => {
    const apart = paragraphs.filter(({ role }) => role !== 'body')
    expect(apart.map(({ role, text }) => [role, text])).toEqual([
      ['occasion', '——第十六屆人民代表大會第二次會議上'],
      ['speaker', '區長 孫興寧'],
      ['salutation', '各位代表：'],
    ])
  })

  it('ends every run-in heading at the first full stop of its paragraph', () => {
    const runIns = paragraphs.filter(({ runIn }) => runIn > 0)
    expect(runIns).toHaveLength(44)
    for (const { text, runIn } of runIns) {
      const opening = sliceCodePoints(text, codePoints(0), runIn)
      expect(opening).toMatch(/^[^。，：]+。$/)
      expect(text.length).toBeGreaterThan(opening.length)
    }
  })

  it('gives every block an id of its own', () => {
    expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length)
  })

  it('keeps no half-width mark, no stray space and no Simplified leftover', () => {
    for (const { text } of blocks) {
      expect(text.replace('區長 孫', '區長孫')).not.toMatch(/[,:;()?!\s─]/)
      expect(text).not.toMatch(
        /制造|制品|建筑|復雜|旅游|余個|余件|業余|落后|后續|斗爭|實干|干勁|聯系|征收|征繳|松軟|云計|注冊|注銷|盡快|占道|周年|杠桿|于|范|圣|并|依托|托管|拮據|準入|憑借/,
      )
    }
  })
})
