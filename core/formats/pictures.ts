import type { LeftOutKind, Resource } from './read-document'

/** Pictures that came with a document: known by their first bytes, never by what they are called. */

type Picture =
  | { readonly kind: 'kept'; readonly name: string; readonly resource: Resource }
  | { readonly kind: 'left-out'; readonly why: LeftOutKind }

/** The largest picture that is kept, in bytes. */
export const largestPicture = 32 * 1024 * 1024

/** A file that came with a document, by its path within it. */
interface NamedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * @param address what the document gives as the picture's source
 * @param fileOf the file that a path means, where it came with the document
 */
export function pictureOf(
  address: string,
  fileOf: (path: string) => NamedFile | undefined,
): Picture {
  if (/^data:/iu.test(address)) {
    const bytes = bytesOfDataUrl(address)
    return bytes === undefined ? leftOut('unsafe-picture') : kept(nameOf(bytes), bytes)
  }
  if (/^(https?:)?\/\//iu.test(address)) return leftOut('remote-picture')
  if (/^[a-z][a-z0-9+.-]*:/iu.test(address)) return leftOut('unsafe-picture')
  const path = address.split(/[?#]/u)[0] ?? ''
  const file = path === '' ? undefined : fileOf(path)
  return file === undefined ? leftOut('missing-picture') : kept(file.name, file.bytes)
}

const leftOut = (why: LeftOutKind): Picture => ({ kind: 'left-out', why })

function kept(name: string, bytes: Uint8Array): Picture {
  const mediaType = bytes.length <= largestPicture ? mediaTypeOf(bytes) : undefined
  if (mediaType === undefined) return leftOut('unsafe-picture')
  return { kind: 'kept', name, resource: { mediaType, bytes } }
}

/** SVG is left out on purpose: it is a program as much as a picture. */
export function mediaTypeOf(bytes: Uint8Array): Resource['mediaType'] | undefined {
  const starts = (...wanted: readonly number[]) => wanted.every((byte, i) => bytes[i] === byte)
  const says = (at: number, word: string) =>
    [...word].every((letter, i) => bytes[at + i] === letter.charCodeAt(0))
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (says(0, 'GIF87a') || says(0, 'GIF89a')) return 'image/gif'
  if (says(0, 'RIFF') && says(8, 'WEBP')) return 'image/webp'
  if (says(4, 'ftypavif')) return 'image/avif'
  return undefined
}

/** A picture written into an address has no name; one is made from its length and first bytes. */
function nameOf(bytes: Uint8Array): string {
  let hash = 0x811c9dc5
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return `inline-${bytes.length.toString(36)}-${hash.toString(36)}`
}

const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The bytes in an address that holds them in base 64 (RFC 2397, RFC 4648). */
function bytesOfDataUrl(url: string): Uint8Array | undefined {
  const data = /^data:[^,]*;base64,([A-Za-z0-9+/=\s]*)$/iu.exec(url)?.[1]?.replaceAll(/[\s=]/gu, '')
  if (data === undefined) return undefined
  const bytes = new Uint8Array(Math.floor((data.length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (const letter of data) {
    held = (held << 6) | base64.indexOf(letter)
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (held >> bits) & 0xff
    }
  }
  return bytes
}

/** A picture as an address that holds it; nothing where the bytes are of no picture that is kept. */
export function dataUrlOf(bytes: Uint8Array): string | undefined {
  const mediaType = mediaTypeOf(bytes)
  if (mediaType === undefined) return undefined
  const letters: string[] = []
  for (let i = 0; i < bytes.length; i += 3) {
    const [first = 0, second, third] = bytes.subarray(i, i + 3)
    const bits = (first << 16) | ((second ?? 0) << 8) | (third ?? 0)
    letters.push(base64.charAt(bits >> 18), base64.charAt((bits >> 12) & 63))
    letters.push(second === undefined ? '=' : base64.charAt((bits >> 6) & 63))
    letters.push(third === undefined ? '=' : base64.charAt(bits & 63))
  }
  return `data:${mediaType};base64,${letters.join('')}`
}
