import { type Unit, unitOf } from './units'

/** What the words around a number say of it: 近, 約, 餘 and 多, 以上, 以內. */
export const bounds = ['exact', 'about', 'nearly', 'over', 'at-least', 'at-most'] as const

export type Bound = (typeof bounds)[number]

/** A quantity as a passage writes it, and as a number of its unit. */
interface Quantity {
  /** The number as written: 118 in 118億元; negative where the passage says 減少. */
  readonly number: number
  /** The number that a range such as 3-4個 goes up to. */
  readonly upper?: number
  readonly bound: Bound
  /** The unit as written, with its multiplier: 億元. */
  readonly written: string
  readonly unit: Unit
  /** The quantity in its unit, without multiplier: 118億元 is 1.18e10 yuan; 5.5% is 0.055. */
  readonly value: number
  readonly valueUpper?: number
  /** The value of one in the last place written: 1e8 for 118億元, 1e6 for 2.96億元. */
  readonly precision: number
}

const chineseDigits = '零一二三四五六七八九'

/** What a passage is made of, from its beginning to its end; all but the unit may be absent. */
const parts = {
  before: /^(?:近|約|超|減少)/u,
  number: /^(?:[0-9]+(?:\.[0-9]+)?|[零一二兩三四五六七八九十百千]+)/u,
  upper: /^-[0-9]+(?:\.[0-9]+)?/u,
  more: /^[餘多]/u,
  multiplier: /^[十百千]?[萬億]/u,
  word: /^(?:%|[^以]*)/u,
  after: /^(?:以上|以內)/u,
}

const bounded: Readonly<Record<string, Bound>> = {
  近: 'nearly',
  約: 'about',
  超: 'over',
  餘: 'over',
  多: 'over',
  以上: 'at-least',
  以內: 'at-most',
}

const powers: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 萬: 4, 億: 8 }

/** Reads a passage that is a quantity and nothing else; nothing where it is not one. */
export function parseQuantity(text: string): Quantity | undefined {
  let rest = text
  const take = (part: RegExp): string => {
    const taken = part.exec(rest)?.[0] ?? ''
    rest = rest.slice(taken.length)
    return taken
  }
  const before = take(parts.before)
  // 億元 alone is one hundred million: its 億 is no number but the multiplier of one.
  const number = parts.multiplier.test(rest) ? '' : take(parts.number)
  const upper = take(parts.upper).slice(1)
  const more = take(parts.more)
  const multiplier = take(parts.multiplier)
  const word = take(parts.word)
  const after = take(parts.after)
  const unit = unitOf(word)
  if (rest !== '' || unit === undefined || number + multiplier === '') return undefined
  const digits = digitsOf(number || '一')
  const exponent = exponentOf(multiplier) - (unit === 'percent' ? 2 : 0)
  const sign = before === '減少' ? -1 : 1
  return {
    number: sign * Number(digits),
    bound: bounded[before] ?? bounded[more] ?? bounded[after] ?? 'exact',
    written: multiplier + word,
    unit,
    value: sign * scaled(digits, exponent),
    precision: scaled('1', exponent - decimalsOf(digits)),
    ...(upper === '' ? {} : { upper: Number(upper), valueUpper: scaled(upper, exponent) }),
  }
}

/** By way of decimal notation, so that 3.26 hundred millions are 326000000 to the last digit. */
const scaled = (digits: string, exponent: number): number => Number(`${digits}e${exponent}`)

const decimalsOf = (digits: string): number => digits.split('.')[1]?.length ?? 0

const exponentOf = (multiplier: string): number =>
  Array.from(multiplier).reduce((sum, character) => sum + (powers[character] ?? 0), 0)

/** Arabic digits as they are; Chinese numerals below ten thousand in Arabic digits. */
function digitsOf(numeral: string): string {
  if (/^[0-9]/u.test(numeral)) return numeral
  let total = 0
  let digit: number | undefined
  for (const character of numeral.replaceAll('兩', '二')) {
    const power = powers[character]
    if (power === undefined) digit = chineseDigits.indexOf(character)
    else {
      total += (digit ?? 1) * 10 ** power
      digit = undefined
    }
  }
  return String(total + (digit ?? 0))
}

/** Characters that write numbers, in Arabic or in Chinese; formal numerals and 雙 among them. */
const numeral = /[0-9]+(?:\.[0-9]+)?|[〇零一二兩三四五六七八九十百千萬億雙半壹貳叁肆]+/gu

/** Every stretch of a text that may write a number: UTF-16 index and characters. */
export const numeralsIn = (text: string): readonly { index: number; text: string }[] =>
  Array.from(text.matchAll(numeral), ({ index, 0: found }) => ({ index, text: found }))
