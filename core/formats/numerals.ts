/** How the numbers of lists and headings are written. */

type Numeral = (number: number) => string

/** No list goes on so long with letters or signs; what says so is written in digits. */
const mostSigns = 780

/** Signs in turn, and behind the last the same doubled, as Word has it: a, b … z, aa, bb. */
const signs = (alphabet: string): Numeral => {
  const all = Array.from(alphabet)
  return (number) =>
    number < 1 || number > mostSigns
      ? `${number}`
      : (all[(number - 1) % all.length] ?? '').repeat(Math.ceil(number / all.length))
}

/** Signs in turn, as far as there are any. */
const fewSigns = (alphabet: string): Numeral => {
  const all = Array.from(alphabet)
  return (number) => all[number - 1] ?? `${number}`
}

const digits =
  (alphabet: string): Numeral =>
  (number) =>
    Array.from(`${number}`, (figure) => alphabet[Number(figure)] ?? figure).join('')

const romans = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const

const roman: Numeral = (number) => {
  if (number < 1 || number > 3999) return `${number}`
  let rest = number
  let written = ''
  for (const [value, sign] of romans) {
    for (; rest >= value; rest -= value) written += sign
  }
  return written
}

const upper =
  (numeral: Numeral): Numeral =>
  (number) =>
    numeral(number).toUpperCase()

/** Chinese numerals up to 9999. @param powers those of ten */
const chinese =
  (figures: string, powers: string, tenAlone: boolean): Numeral =>
  (number) => {
    if (number < 1 || number > 9999) return `${number}`
    const places = Array.from(`${number}`, Number)
    let written = ''
    let isNought = false
    for (const [i, figure] of places.entries()) {
      if (figure !== 0) {
        written += (isNought ? figures.charAt(0) : '') + figures.charAt(figure)
        written += powers.charAt(places.length - 2 - i)
      }
      isNought = figure === 0
    }
    return tenAlone && number < 20 && number >= 10 ? written.slice(1) : written
  }

const counting = chinese('零一二三四五六七八九', '十百千', true)
const lowerLetter = signs('abcdefghijklmnopqrstuvwxyz')
const circled = fewSigns('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳')
const fullWidth = digits('０１２３４５６７８９')
const chineseDigits = digits('〇一二三四五六七八九')

/** By the names that Office Open XML gives them (ECMA-376, ST_NumberFormat). */
const numerals: ReadonlyMap<string, Numeral> = new Map([
  ['none', () => ''],
  ['decimalZero', (number) => `${number}`.padStart(2, '0')],
  ['decimalFullWidth', fullWidth],
  ['decimalFullWidth2', fullWidth],
  ['lowerLetter', lowerLetter],
  ['upperLetter', upper(lowerLetter)],
  ['lowerRoman', roman],
  ['upperRoman', upper(roman)],
  ['decimalEnclosedCircle', circled],
  ['decimalEnclosedCircleChinese', circled],
  ['decimalEnclosedParen', fewSigns('⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇')],
  ['decimalEnclosedFullstop', fewSigns('⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛')],
  ['ideographEnclosedCircle', fewSigns('㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉')],
  ['chineseCounting', counting],
  ['chineseCountingThousand', counting],
  ['taiwaneseCounting', counting],
  ['taiwaneseCountingThousand', counting],
  ['japaneseCounting', counting],
  ['ideographDigital', chineseDigits],
  ['taiwaneseDigital', chineseDigits],
  ['japaneseDigitalTenThousand', chineseDigits],
  ['chineseLegalSimplified', chinese('零壹贰叁肆伍陆柒捌玖', '拾佰仟', false)],
  ['ideographLegalTraditional', chinese('零壹貳參肆伍陸柒捌玖', '拾佰仟', false)],
  ['ideographTraditional', signs('甲乙丙丁戊己庚辛壬癸')],
  ['ideographZodiac', signs('子丑寅卯辰巳午未申酉戌亥')],
])

/** A number as a format writes it; one that is not known writes digits. */
export const numeralOf = (number: number, format: string): string =>
  numerals.get(format)?.(number) ?? `${number}`
