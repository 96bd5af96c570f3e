import type { CitingMessages } from './en'

export const citingZhHans: CitingMessages = {
  locator: ({ path, first, last }) =>
    [
      ...path,
      ...(first === undefined ? [] : [first === last ? `第${first}段` : `第${first}–${last}段`]),
    ].join('·'),
  through: (first, last) => `${first}至${last}`,
  edition: (version) => `批阅校订本 ${version}`,
  accessed: (date) => `查阅于 ${date}`,
  dialog: {
    title: '著录信息',
    how: '复制并附出处、参考文献与导出时，会用到这里所知的信息；留空的不列入。以后可在书库中修改。',
    type: '文献类型',
    dateHow: '2019、2019-05 或 2019-05-23',
    wrongDate: '请填年、月或日：2019、2019-05 或 2019-05-23',
    preview: '按 GB/T 7714 著录为',
    save: '保存',
    later: '暂不填写',
    types: {
      M: '图书 [M]',
      R: '报告 [R]',
      J: '期刊文章 [J]',
      N: '报纸文章 [N]',
      D: '学位论文 [D]',
      C: '会议论文、会议录 [C]',
      S: '标准、规范 [S]',
      EB: '网页 [EB/OL]',
      Z: '其他 [Z]',
    },
    fields: {
      title: '题名',
      author: '作者或发布单位',
      date: '出版日期',
      place: '出版地',
      publisher: '出版者',
      container: '所载书刊',
      volume: '卷',
      issue: '期',
      pages: '页码',
      number: '编号',
      address: '网址',
    },
    fieldsFor: {
      J: { container: '刊名' },
      N: { container: '报纸名', issue: '版次' },
      D: { place: '保存地', publisher: '学位授予单位', date: '年份' },
      C: { container: '会议录' },
    },
    edit: (title) => `《${title}》的著录信息`,
  },
}
