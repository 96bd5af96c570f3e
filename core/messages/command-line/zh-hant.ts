import type { UsageProblem } from '../../app/usage-problem'
import { titled } from '../phrasing'
import { whyUnreadableZhHant } from '../unreadable/zh-hant'
import type { CommandLineMessages } from './en'

function problemInWords(problem: UsageProblem): string {
  switch (problem.kind) {
    case 'unknown-option':
      return `沒有 ${problem.option} 這個選項`
    case 'stray-word':
      return `「${problem.word}」不是選項；檔案請以 --export FILE 的形式指定`
    case 'no-value-taken':
      return `--${problem.option} 後面不帶值`
    case 'value-needed':
      return `--${problem.option} 後面須有值`
    case 'file-needed':
      return `--${problem.option} 後面須有檔名`
    case 'dash-is-no-file':
      return `--${problem.option} 後面須有檔名，筆記不經由管道寫出或讀入`
    case 'not-together':
      return `${problem.options.map((option) => `--${option}`).join(' 與 ')} 不能同時使用，請一次用一個`
    case 'only-with-export':
      return `--${problem.option} 須與 --export FILE 同用`
    case 'no-whole-text':
      return `--whole-text 只用於 ${problem.formats.join('、')}，不用於 ${problem.format}`
    case 'only-with-notes':
      return `--document 須與 --export、--import 或 --list 同用`
    case 'one-document':
      return '--document 只有與 --export 同用時才能給出多次'
    case 'not-one-of':
      return `--${problem.option} 只能是 ${problem.allowed.join('、')}，不能是「${problem.given}」`
  }
}

export const commandLineZhHant: CommandLineMessages = {
  help: (formats, scripts) =>
    `批閱——以繁體或簡體閱讀報告，標註段落，保存您所寫的筆記。

  piyue                       開啟視窗
  piyue FILE                  在視窗中開啟文件 FILE
  piyue --export FILE         把筆記寫入檔案 FILE
        --format FORMAT       ${formats}（預設依 FILE 的副檔名）
        --script SCRIPT       ${scripts}（預設為 hant）
        --whole-text          附標註的全文（markdown、html、docx）
        --template TEMPLATE   不用上述格式，改用您自己的 Mustache 範本
        --all                 書庫中所有文件的筆記，寫在同一個檔案裡
  piyue --export-edition FILE
                              把版本寫入 FILE（TEI）：正文、校記與註解
  piyue --import FILE         匯入 FILE 中的筆記：批閱的 JSON，
                              或 W3C、Readium（Thorium）、Hypothesis 的註記
  piyue --list                列出筆記，每則一行
  piyue --documents           列出書庫中的文件，每份一行
        --document DOCUMENT   與 --export、--import、--list 同用：以編號或檔案指定是哪份文件的筆記
                              （預設為隨附的報告）；與 --export 同用時可給出多次，
                              幾份文件的筆記寫在同一個檔案裡
  piyue --version             顯示版本
  piyue --help                顯示本說明

  --user-data-dir=FOLDER      筆記所在的資料夾
  --lang=LANGUAGE             選單與訊息的語言

結束代碼 0：完成。1：檔案無法寫入或讀取，或沒有可寫的內容。
2：引數有誤。3：筆記無法讀取，一切未動。`,
  wrong: (problem) => `piyue：${problemInWords(problem)}（詳見 --help）`,
  unclearDocument: (name, count) =>
    count === 0
      ? `piyue：書庫中沒有文件「${name}」；--documents 列出所有文件，--open FILE 開啟檔案`
      : `piyue：「${name}」可指 ${count} 份文件，請給出更多編號字元（見 --documents）`,
  notHere: (title, id, count) =>
    `piyue：書庫中沒有${title === '' ? `文件 ${id}` : `《${title}》（${id}）`}，但為它保留了 ${count} 處標註：--list、--export 配 --document ID 可列出、匯出；--open FILE 開啟其檔案`,
  furtherNotListed: (count) => `檔案中另有 ${count} 條批註未逐一列出，總數已計入。`,
  newestMeant: (file, title, id, former) =>
    `piyue：從「${file}」讀入過 ${former.length + 1} 份文本，這裡指最新的${titled(title)}（${id}）；要指其他的，請用 --document ID：${former.join('、')}`,
  unreadable: (file, reason) =>
    `piyue：筆記無法讀取：${file} ${whyUnreadableZhHant(reason)}。一切未動。`,
}
