import { mediaTypeOf } from '../../formats/pictures'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Bytes in base 64 (RFC 4648, 4). */
function base64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = bytes.subarray(i, i + 3)
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    parts.push(
      letters.charAt(bits >> 18),
      letters.charAt((bits >> 12) & 63),
      b === undefined ? '=' : letters.charAt((bits >> 6) & 63),
      c === undefined ? '=' : letters.charAt(bits & 63),
    )
  }
  return parts.join('')
}

/** A picture as an address that holds it; nothing where the bytes are of no picture that is kept. */
export function pictureAddress(bytes: Uint8Array): string | undefined {
  const mediaType = mediaTypeOf(bytes)
  return mediaType === undefined ? undefined : `data:${mediaType};base64,${base64(bytes)}`
}
