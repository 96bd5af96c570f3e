import type { CitingMessages } from './en'

export const citingZhHant: CitingMessages = {
  locator: ({ path, first, last }) =>
    [
      ...path,
      ...(first === undefined ? [] : [first === last ? `第${first}段` : `第${first}–${last}段`]),
    ].join('·'),
  through: (first, last) => `${first}至${last}`,
  edition: (version) => `批閱校訂本 ${version}`,
  accessed: (date) => `查閱於 ${date}`,
  dialog: {
    title: '著錄資料',
    how: '複製並附出處、參考文獻與匯出時，會用到這裡所知的資料；留空的不列入。以後可在書庫中修改。',
    type: '文獻類型',
    dateHow: '2019、2019-05 或 2019-05-23',
    wrongDate: '請填年、月或日：2019、2019-05 或 2019-05-23',
    preview: '依 GB/T 7714 著錄為',
    save: '儲存',
    later: '暫不填寫',
    types: {
      M: '圖書 [M]',
      R: '報告 [R]',
      J: '期刊文章 [J]',
      N: '報紙文章 [N]',
      D: '學位論文 [D]',
      C: '會議論文、會議錄 [C]',
      S: '標準、規範 [S]',
      EB: '網頁 [EB/OL]',
      Z: '其他 [Z]',
    },
    fields: {
      title: '題名',
      author: '作者或發布單位',
      date: '出版日期',
      place: '出版地',
      publisher: '出版者',
      container: '所載書刊',
      volume: '卷',
      issue: '期',
      pages: '頁碼',
      number: '編號',
      address: '網址',
    },
    fieldsFor: {
      J: { container: '刊名' },
      N: { container: '報紙名', issue: '版次' },
      D: { place: '保存地', publisher: '學位授予單位', date: '年份' },
      C: { container: '會議錄' },
    },
    edit: (title) => `《${title}》的著錄資料`,
  },
}
