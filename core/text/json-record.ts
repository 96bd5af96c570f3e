/**
 * Reading JSON of unknown make. Only what an object holds itself is looked at, so that a key like
 * `__proto__` or `constructor` says nothing.
 */
export type JsonRecord = Readonly<Record<string, unknown>>

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const field = (record: JsonRecord, name: string): unknown =>
  Object.hasOwn(record, name) ? record[name] : undefined

export function stringField(record: JsonRecord, name: string): string | undefined {
  const value = field(record, name)
  return typeof value === 'string' ? value : undefined
}

/** Many formats of JSON-LD's kind write one of a thing as itself and several as a list. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

export const recordsOf = (value: unknown): readonly JsonRecord[] => listOf(value).filter(isRecord)

/** Whether a field of JSON-LD's kind names a type, alone or among others. */
export const hasType = (record: JsonRecord, type: string): boolean =>
  listOf(field(record, 'type')).includes(type)

/** The texts among what a property holds: one, or a list of any. */
export const stringsOf = (value: unknown): readonly string[] => listOf(value).filter(isString)

/** Whether a property holds nothing but texts. */
export const holdsStrings = (value: unknown): boolean => listOf(value).every(isString)

const isString = (value: unknown): value is string => typeof value === 'string'
