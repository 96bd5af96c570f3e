import iconv from 'iconv-lite'

/**
 * Reads Big5 with the characters that Hong Kong added (HKSCS), as the WHATWG's encoding of that name has
 * them. Outside browsers the platform's decoder gives private characters for those without a word, so a
 * table of our own is asked.
 *
 * @returns nothing where bytes are no character
 */
export function decodeBig5(bytes: Uint8Array): string | undefined {
  const text = iconv.decode(bytes, 'big5')
  return text.includes('\ufffd') ? undefined : text
}
