import type { UsageProblem } from '../../app/usage-problem'
import { titled } from '../phrasing'
import { whyUnreadableZhHans } from '../unreadable/zh-hans'
import type { CommandLineMessages } from './en'

function problemInWords(problem: UsageProblem): string {
  switch (problem.kind) {
    case 'unknown-option':
      return `没有 ${problem.option} 这个选项`
    case 'stray-word':
      return `“${problem.word}”不是选项；文件请以 --export FILE 的形式指定`
    case 'no-value-taken':
      return `--${problem.option} 后面不带值`
    case 'value-needed':
      return `--${problem.option} 后面须有值`
    case 'file-needed':
      return `--${problem.option} 后面须有文件名`
    case 'dash-is-no-file':
      return `--${problem.option} 后面须有文件名，笔记不经由管道写出或读入`
    case 'not-together':
      return `${problem.options.map((option) => `--${option}`).join(' 与 ')} 不能同时使用，请一次用一个`
    case 'only-with-export':
      return `--${problem.option} 须与 --export FILE 同用`
    case 'no-whole-text':
      return `--whole-text 只用于 ${problem.formats.join('、')}，不用于 ${problem.format}`
    case 'only-with-notes':
      return `--document 须与 --export、--import 或 --list 同用`
    case 'one-document':
      return '--document 只有与 --export 同用时才能给出多次'
    case 'not-one-of':
      return `--${problem.option} 只能是 ${problem.allowed.join('、')}，不能是“${problem.given}”`
  }
}

export const commandLineZhHans: CommandLineMessages = {
  help: (formats, scripts) =>
    `批阅——以繁体或简体阅读报告，标注段落，保存您所写的笔记。

  piyue                       打开窗口
  piyue FILE                  在窗口中打开文档 FILE
  piyue --export FILE         把笔记写入文件 FILE
        --format FORMAT       ${formats}（默认按 FILE 的扩展名）
        --script SCRIPT       ${scripts}（默认为 hant）
        --whole-text          带标注的全文（markdown、html、docx）
        --template TEMPLATE   不用上述格式，改用您自己的 Mustache 模板
        --all                 书库中所有文档的笔记，写在同一个文件里
  piyue --export-edition FILE
                              把版本写入 FILE（TEI）：正文、校记与注解
  piyue --import FILE         导入 FILE 中的笔记：批阅的 JSON，
                              或 W3C、Readium（Thorium）、Hypothesis 的注释
  piyue --list                列出笔记，每条一行
  piyue --documents           列出书库中的文档，每份一行
        --document DOCUMENT   与 --export、--import、--list 同用：以编号或文件指定是哪份文档的笔记
                              （默认为随附的报告）；与 --export 同用时可给出多次，
                              几份文档的笔记写在同一个文件里
  piyue --version             显示版本
  piyue --help                显示本说明

  --user-data-dir=FOLDER      笔记所在的文件夹
  --lang=LANGUAGE             菜单与消息的语言

退出代码 0：完成。1：文件无法写入或读取，或没有可写的内容。
2：参数有误。3：笔记无法读取，一切未动。`,
  wrong: (problem) => `piyue：${problemInWords(problem)}（详见 --help）`,
  unclearDocument: (name, count) =>
    count === 0
      ? `piyue：书库中没有文档“${name}”；--documents 列出所有文档，--open FILE 打开文件`
      : `piyue：“${name}”可指 ${count} 份文档，请给出更多编号字符（见 --documents）`,
  notHere: (title, id, count) =>
    `piyue：书库中没有${title === '' ? `文档 ${id}` : `《${title}》（${id}）`}，但为它保留了 ${count} 处标注：--list、--export 配 --document ID 可列出、导出；--open FILE 打开其文件`,
  furtherNotListed: (count) => `文件中另有 ${count} 条批注未逐一列出，总数已计入。`,
  newestMeant: (file, title, id, former) =>
    `piyue：从“${file}”读入过 ${former.length + 1} 份文本，这里指最新的${titled(title)}（${id}）；要指其他的，请用 --document ID：${former.join('、')}`,
  unreadable: (file, reason) =>
    `piyue：笔记无法读取：${file} ${whyUnreadableZhHans(reason)}。一切未动。`,
}
