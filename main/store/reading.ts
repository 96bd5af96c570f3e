import type { Damage } from '../../core/app/store-notice'
import { isBounded, largestFile } from '../disk/bounded-json'
import type { FileFacts, FileSystem } from '../disk/file-system'

/** What reading a file came to. An error of the disk is none of these: it is thrown. */
export type Reading<T> =
  | { readonly kind: 'missing' }
  | { readonly kind: 'good'; readonly value: T; readonly facts: FileFacts }
  | { readonly kind: 'damaged'; readonly damage: Damage; readonly facts: FileFacts }
  | {
      readonly kind: 'newer'
      readonly version: number
      /** What the file holds, for showing what can be understood. */
      readonly content: Readonly<Record<string, unknown>>
      readonly facts: FileFacts
    }

/** What decoding bytes came to. */
export type Decoded<T> =
  | { readonly kind: 'good'; readonly value: T }
  | { readonly kind: 'damaged'; readonly damage: Damage }
  | {
      readonly kind: 'newer'
      readonly version: number
      readonly content: Readonly<Record<string, unknown>>
    }

/** Reads a file and decodes it. @throws the system's error where there is a file that will not be read. */
export async function readFileAs<T>(
  files: FileSystem,
  path: string,
  decode: (bytes: Uint8Array) => Decoded<T>,
): Promise<Reading<T>> {
  const facts = await files.facts(path)
  if (facts === undefined) return { kind: 'missing' }
  if (facts.kind !== 'file') return { kind: 'damaged', damage: 'not-a-file', facts }
  if (facts.size > largestFile) return { kind: 'damaged', damage: 'too-large', facts }
  return { ...decode(await files.read(path)), facts }
}

/** Bytes as JSON, or in what way they are not; what may be hostile is looked at before it is parsed. */
export function parseJson(
  bytes: Uint8Array,
  hostile = true,
):
  | { readonly kind: 'good'; readonly value: unknown }
  | Extract<Decoded<never>, { kind: 'damaged' }> {
  // A crash of the system can leave a file of the right length and nothing but zeros in it.
  if (bytes.every((byte) => byte === 0)) return { kind: 'damaged', damage: 'empty' }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { kind: 'damaged', damage: 'not-text' }
  }
  if (text.trim() === '') return { kind: 'damaged', damage: 'empty' }
  if (hostile && !isBounded(bytes)) return { kind: 'damaged', damage: 'not-json' }
  try {
    return { kind: 'good', value: JSON.parse(text) }
  } catch {
    return { kind: 'damaged', damage: 'not-json' }
  }
}
