import type { CorrectionMessages } from './en'

export const correctionZhHant: CorrectionMessages = {
  looking: '正在查轉換詞典……',
  byWord: (word, reading) =>
    word === reading
      ? `由轉換詞典中的詞決定：「${word}」不變。`
      : `由轉換詞典中的詞決定：「${word}」作「${reading}」。`,
  byCharacter: (character, found) =>
    character === found
      ? `此處沒有詞典中的詞可據；單字「${character}」不變。`
      : `此處沒有詞典中的詞可據；單字「${character}」作「${found}」。`,
  noChoice: '沒有別的字與它對應。',
  choices: (character) => `「${character}」可作`,
  shown: '現作',
  here: '改此處',
  everywhere: (count) => `全部 ${count} 處`,
  readHere: (reading) => `此處作「${reading}」`,
  readEverywhere: (reading, count) => `全部 ${count} 處作「${reading}」`,
  corrected: (found, reading, isEverywhere) =>
    isEverywhere
      ? `凡轉換作「${found}」之處，您讀作「${reading}」。`
      : `此處轉換作「${found}」，您讀作「${reading}」。`,
  giveBack: '恢復轉換結果',
  done: (reading, count) =>
    count === 1 ? `此處已作「${reading}」。` : `${count} 處已作「${reading}」。`,
  givenBack: '已恢復轉換結果。',
  count: (count) => `有 ${count} 個字由您訂正，與轉換結果不同。`,
}
