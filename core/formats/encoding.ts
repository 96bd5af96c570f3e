import { type Encoding, encodings } from './encodings'
import { isEveryday } from './everyday-characters'

/** In which encoding a text's bytes are. */

/** Why an encoding was taken. */
export type EncodingEvidence =
  /** The file begins with a byte order mark. */
  | 'mark'
  /** The file says so, and the text reads well so. */
  | 'declared'
  /** Every byte fits UTF-8, as hardly happens by chance. */
  | 'valid'
  /** The text makes most sense read this way. */
  | 'likely'

/** The encodings a text can be in, best first; each with the share of characters that look right. */
export interface Detection {
  readonly encoding: Encoding
  readonly evidence: EncodingEvidence
  /** What the file says of itself, where that is something else. */
  readonly declaredOtherwise: string | null
  readonly ranking: readonly { readonly encoding: Encoding; readonly score: number }[]
}

/** How much of a file is read to know its encoding, in bytes. */
const sampleLength = 256 * 1024

export function detectEncoding(bytes: Uint8Array): Detection {
  const declared = declarationOf(bytes)
  const marked = byteOrderMark(bytes)
  if (marked !== undefined) return found(marked, 'mark', declared, [])
  const sample = sampleOf(bytes)
  const isCut = sample.byteOffset + sample.length < bytes.byteOffset + bytes.length
  if (isUtf8(sample, isCut) && !sample.includes(0)) {
    return found('utf-8', 'valid', declared, [])
  }
  const ranking = encodings
    .map((encoding) => ({ encoding, score: scoreOf(sample, encoding) }))
    .sort((a, b) => b.score - a.score)
  const best = ranking[0] ?? { encoding: 'windows-1252' as const, score: 0 }
  const asDeclared = ranking.find(({ encoding }) => encoding === declared?.encoding)
  // What a file says of itself counts unless the text reads clearly worse so.
  return asDeclared !== undefined && asDeclared.score >= best.score - 0.1
    ? found(asDeclared.encoding, 'declared', declared, ranking)
    : found(best.encoding, 'likely', declared, ranking)
}

/** The part that tells most: from the first byte beyond ASCII on, for in ASCII all encodings but UTF-16 are the same. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80)
  const start = Math.max(0, Math.min(first, bytes.length - sampleLength))
  // Two bytes are a unit of UTF-16.
  const even = start - (start % 2)
  return bytes.subarray(even, start + sampleLength)
}

function found(
  encoding: Encoding,
  evidence: EncodingEvidence,
  declared: Declaration | undefined,
  ranking: Detection['ranking'],
): Detection {
  const isOtherwise = declared !== undefined && declared.encoding !== encoding
  return { encoding, evidence, declaredOtherwise: isOtherwise ? declared.label : null, ranking }
}

function byteOrderMark(bytes: Uint8Array): Encoding | undefined {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33 ? 'gb18030' : undefined
}

interface Declaration {
  readonly label: string
  /** Absent where the name is none of those that are known here. */
  readonly encoding: Encoding | undefined
}

/** What HTML's `meta` or XML's declaration says, within the first kilobytes. */
function declarationOf(bytes: Uint8Array): Declaration | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4_096))
  for (const tag of head.split('<')) {
    if (!/^(?:\?xml|meta)\s/iu.test(tag)) continue
    const label = /(?:encoding|charset)\s*=\s*["']?([\w-]+)/iu.exec(tag.split('>')[0] ?? '')?.[1]
    if (label !== undefined) return { label, encoding: encodingCalled(label) }
  }
  return undefined
}

function encodingCalled(label: string): Encoding | undefined {
  try {
    const name = new TextDecoder(label).encoding
    if (name === 'gbk') return 'gb18030'
    return encodings.find((encoding) => encoding === name)
  } catch {
    // A name that no platform knows.
    return undefined
  }
}

/** @param isCut whether the last character may be only half in the bytes */
function isUtf8(bytes: Uint8Array, isCut: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut })
    return true
  } catch {
    return false
  }
}

/**
 * How right a text looks in an encoding, 0 to 1: the share of its characters beyond ASCII that are in
 * everyday use. The makers of GB 2312 and of Big5 put those first, so the place in the code tells.
 */
function scoreOf(bytes: Uint8Array, encoding: Encoding): number {
  switch (encoding) {
    case 'gb18030':
      return pairScore(bytes, 0xb0, 0xd7, 0xa1, 0xa9)
    case 'big5':
      return pairScore(bytes, 0xa4, 0xc6, 0xa1, 0xa3)
    case 'utf-16le':
    case 'utf-16be':
      return wideScore(bytes, encoding)
    case 'windows-1252':
      return latinScore(bytes)
    case 'utf-8':
      return utf8Score(bytes)
  }
}

/**
 * The share of pairs whose lead byte lies among the everyday characters or the marks.
 *
 * @param common the first and last lead byte of everyday characters
 * @param marks those of punctuation and signs
 */
function pairScore(
  bytes: Uint8Array,
  firstCommon: number,
  lastCommon: number,
  firstMark: number,
  lastMark: number,
): number {
  let pairs = 0
  let right = 0
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] as number
    if (lead < 0x80) continue
    pairs++
    const trail = bytes[i + 1] ?? 0
    // GB 2312's trails all lie above A0; those of Big5 below it too.
    const fits = trail >= (firstMark === 0xa1 && lastMark === 0xa9 ? 0xa1 : 0x40)
    const isEveryday =
      (lead >= firstCommon && lead <= lastCommon) || (lead >= firstMark && lead <= lastMark)
    if (fits && isEveryday) right++
    if (trail >= 0x40) i++
  }
  return pairs === 0 ? 0 : right / pairs
}

/**
 * The share of characters beyond ASCII that are whole. A few bytes may be lost or be of another text; of text
 * in another encoding hardly any are characters.
 */
function utf8Score(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8').decode(bytes)
  const strays = text.match(/\ufffd/gu)?.length ?? 0
  const whole = (text.match(/[^\0-\u007f]/gu)?.length ?? 0) - strays
  return whole === 0 ? 0 : whole / (whole + strays)
}

/** With fewer everyday characters than this no text without a mark is in UTF-16. */
const leastWide = 0.7

/**
 * The share of characters that are everyday Chinese, or ASCII. That they are Chinese is not enough: leads of Big5
 * and of Japanese encodings are high bytes of rare characters.
 */
function wideScore(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): number {
  // Two letters of ASCII make a unit that is Chinese.
  const letters = bytes.reduce((count, byte) => count + (byte >= 0x20 && byte < 0x7f ? 1 : 0), 0)
  if (letters > 0.75 * bytes.length) return 0
  const characters = Array.from(new TextDecoder(encoding).decode(bytes))
  const right = characters.filter(
    (character) =>
      /[\t\n\r -~\u3000-\u303f\uff01-\uff5e]/u.test(character) || isEveryday(character),
  )
  const share = characters.length === 0 ? 0 : right.length / characters.length
  return share < leastWide ? 0 : share
}

/** Western text has single letters beyond ASCII among many within it. */
function latinScore(bytes: Uint8Array): number {
  const beyond = bytes.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0)
  return bytes.length === 0 ? 0 : Math.max(0, 0.6 - (2 * beyond) / bytes.length)
}
