import JSZip from 'jszip'
import type { LeftOutKind } from './read-document'
import { decodeXml } from './xml'
import type { Archive } from './zip'

/**
 * What stands in a Word document and the library that reads it passes over: readings beside characters, and with
 * them the characters; formulas; comments; what was struck out while changes were tracked.
 */

/** Noncharacters, which no text holds: where a reading begins, where its characters do, and where they end. */
const signs = { reading: '\ufdd0', base: '\ufdd1', end: '\ufdd2' } as const

/** The parts that hold words. */
const wordParts = /^word\/(?:document|footnotes|endnotes)\d*\.xml$/u

/** A file in which readings and formulas are words; the same where it has none. @param bytes the file */
export async function withAllWords(bytes: Uint8Array, archive: Archive): Promise<Uint8Array> {
  const rewritten = new Map<string, string>()
  for (const name of archive.names.filter((one) => wordParts.test(one))) {
    const xml = await xmlOf(archive, name)
    const inWords = formulasInWords(readingsInWords(xml))
    if (inWords !== xml) rewritten.set(name, inWords)
  }
  if (rewritten.size === 0) return bytes
  const zip = await JSZip.loadAsync(bytes)
  for (const [name, xml] of rewritten) zip.file(name, xml)
  return zip.generateAsync({ type: 'uint8array' })
}

async function xmlOf(archive: Archive, name: string): Promise<string> {
  const bytes = await archive.bytes(name)
  return bytes === undefined ? '' : decodeXml(bytes)
}

/** All that stands in the elements of a name, as XML has it. */
const wordsIn = (xml: string, element: string): string =>
  Array.from(
    xml.matchAll(new RegExp(`<${element}(?:\\s[^>]*)?>([^<]*)</${element}>`, 'gu')),
    ([, words = '']) => words,
  ).join('')

/** Readings as text of their run, between signs. */
const readingsInWords = (xml: string): string =>
  xml.replaceAll(/<w:ruby>([\s\S]*?)<\/w:ruby>/gu, (_, ruby: string) => {
    const [reading = '', base = ''] = ruby.split('<w:rubyBase>')
    const words = signs.reading + wordsIn(reading, 'w:t') + signs.base + wordsIn(base, 'w:t')
    return `<w:t xml:space="preserve">${words}${signs.end}</w:t>`
  })

/** Formulas as the characters that they are made of. */
const formulasInWords = (xml: string): string =>
  xml.replaceAll(
    /<m:oMathPara[\s>][\s\S]*?<\/m:oMathPara>|<m:oMath[\s>][\s\S]*?<\/m:oMath>/gu,
    (formula) => `<w:r><w:t xml:space="preserve">${wordsIn(formula, 'm:t')}</w:t></w:r>`,
  )

/** HTML with readings beside their characters, where signs stand. */
export const withReadings = (html: string): string =>
  html.replaceAll(
    new RegExp(
      `${signs.reading}([^${signs.base}]*)${signs.base}([^${signs.end}]*)${signs.end}`,
      'gu',
    ),
    (_, reading: string, base: string) => `<ruby>${base}<rt>${reading}</rt></ruby>`,
  )

const count = (xml: string, expression: RegExp): number =>
  Array.from(xml.matchAll(expression)).length

/** What of a Word document is not taken over, or not as what it is, and how often. */
export async function leftOutOf(archive: Archive): Promise<ReadonlyMap<LeftOutKind, number>> {
  const text = await xmlOf(archive, 'word/document.xml')
  const comments = await xmlOf(archive, 'word/comments.xml')
  const counts: readonly (readonly [LeftOutKind, number])[] = [
    ['comment', count(comments, /<w:comment\s/gu)],
    ['deletion', count(text, /<w:del\s[^>]*[^/]>/gu)],
    ['formula', count(text, /<m:oMath[\s>]/gu)],
  ]
  return new Map(counts.filter(([, number]) => number > 0))
}
