import type { CorrectionMessages } from './en'

export const correctionZhHans: CorrectionMessages = {
  looking: '正在查转换词典……',
  byWord: (word, reading) =>
    word === reading
      ? `由转换词典中的词决定：“${word}”不变。`
      : `由转换词典中的词决定：“${word}”作“${reading}”。`,
  byCharacter: (character, found) =>
    character === found
      ? `此处没有词典中的词可据；单字“${character}”不变。`
      : `此处没有词典中的词可据；单字“${character}”作“${found}”。`,
  noChoice: '没有别的字与它对应。',
  choices: (character) => `“${character}”可作`,
  shown: '现作',
  here: '改此处',
  everywhere: (count) => `全部 ${count} 处`,
  readHere: (reading) => `此处作“${reading}”`,
  readEverywhere: (reading, count) => `全部 ${count} 处作“${reading}”`,
  corrected: (found, reading, isEverywhere) =>
    isEverywhere
      ? `凡转换作“${found}”之处，您读作“${reading}”。`
      : `此处转换作“${found}”，您读作“${reading}”。`,
  giveBack: '恢复转换结果',
  done: (reading, count) =>
    count === 1 ? `此处已作“${reading}”。` : `${count} 处已作“${reading}”。`,
  givenBack: '已恢复转换结果。',
  count: (count) => `有 ${count} 个字由您订正，与转换结果不同。`,
}
