/**
 * The units that the report counts in. Classifiers are units too: 個 and 家 cannot be added up
 * without saying what they count, so each is one of its own.
 */
const unitWords = {
  yuan: ['元'],
  'us-dollar': ['美元'],
  percent: ['%'],
  'square-metre': ['平方米'],
  metre: ['米'],
  tonne: ['噸'],
  'kilowatt-hour': ['千瓦時'],
  person: ['人'],
  visit: ['人次'],
  'household-or-firm': ['戶'],
  'household-or-firm-time': ['戶次'],
  piece: ['個'],
  establishment: ['家'],
  matter: ['件'],
  'matter-time': ['件次'],
  item: ['項'],
  structure: ['座'],
  place: ['處'],
  boat: ['艘'],
  home: ['套'],
  time: ['次'],
  tier: ['級'],
  anniversary: ['週年', '周年'],
  /** A number that stands without a unit. */
  none: [''],
} as const satisfies Record<string, readonly string[]>

export type Unit = keyof typeof unitWords

export const units = Object.keys(unitWords) as readonly Unit[]

const unitOfWord: ReadonlyMap<string, Unit> = new Map(
  units.flatMap((unit) => unitWords[unit].map((word) => [word, unit] as const)),
)

/** The unit that a word of the text means. */
export const unitOf = (word: string): Unit | undefined => unitOfWord.get(word)
