import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Converter } from 'opencc-js'
import { repositoryRoot } from '../../../../tools/runtime/paths'

const folder = path.join(repositoryRoot, 'core/messages')

/** What the files of a language say, by file: their strings, also those that functions put together. */
const saidIn = (language: 'en' | 'zh-hant' | 'zh-hans'): readonly (readonly [string, string])[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === `${language}.ts`)
    .map((file) => {
      const source = readFileSync(path.join(folder, file), 'utf8')
        .replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '')
        .replaceAll(/^import .*$/gmu, '')
      const strings = source.match(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/gu) ?? []
      return [file, strings.join('\n')] as const
    })

const findings = (
  language: Parameters<typeof saidIn>[0],
  pattern: RegExp,
  but: readonly string[] = [],
): readonly string[] =>
  saidIn(language).flatMap(([file, said]) =>
    (said.match(pattern) ?? []).filter((one) => !but.includes(one)).map((one) => `${file}: ${one}`),
  )

describe('the wording of the messages', () => {
  it('is read out of every file', () => {
    const counts = (['en', 'zh-hant', 'zh-hans'] as const).map((each) => saidIn(each).length)
    expect(new Set(counts).size).toBe(1)
    expect(counts[0]).toBeGreaterThan(18)
  })

  it('has no Chinese punctuation in English', () => {
    expect(findings('en', /[「」『』《》（）〈〉、。，：；？！]/gu)).toEqual([])
  })

  it('has the quotation marks of its script in Chinese', () => {
    expect(findings('zh-hant', /[“”‘’]/gu)).toEqual([])
    expect(findings('zh-hans', /[「」『』]/gu)).toEqual([])
  })

  it('has full-width punctuation beside Chinese characters', () => {
    for (const language of ['zh-hant', 'zh-hans'] as const)
      expect(findings(language, /\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/gu)).toEqual([])
  })

  it('ends a Chinese sentence that goes on with six dots, and an item of a menu with three', () => {
    for (const language of ['zh-hant', 'zh-hans'] as const)
      expect(findings(language, /正在[^'`…]*…(?!…)/gu)).toEqual([])
  })

  it('has no Traditional character in Simplified', () => {
    const simplify = Converter({ from: 't', to: 'cn' })
    const others = saidIn('zh-hans').flatMap(([file, said]) =>
      said
        .split('\n')
        .filter((line) => !line.includes('繁體中文') && simplify(line) !== line)
        .map((line) => `${file}: ${line}`),
    )
    expect(others).toEqual([])
  })

  it('has one word for one thing', () => {
    // In templates for export a tag is called so: there it is another thing than a mark.
    const besides = (language: 'zh-hant' | 'zh-hans', word: string) =>
      saidIn(language).filter(([file, said]) => !file.startsWith('export') && said.includes(word))
    expect(besides('zh-hant', '標記')).toEqual([])
    expect(besides('zh-hans', '标记')).toEqual([])
  })

  it('is that of each region', () => {
    const mainland =
      /撤銷|丟失|打開|文件夾|信息|默認|菜單|屏幕|打印|導[出入]|軟件|程序|窗口|搜索|鏈接|視圖/gu
    expect(findings('zh-hant', mainland)).toEqual([])
    const taiwan =
      /档案|资料夹|视窗|预设|选单|列印|汇[出入]|储存|软体|程式|搜寻|连结|检视|萤幕|讯息/gu
    expect(findings('zh-hans', taiwan)).toEqual([])
  })
})
