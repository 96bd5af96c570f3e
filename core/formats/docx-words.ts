import JSZip from 'jszip'
import { withNumbers } from './docx-numbers'
import type { LeftOutKind } from './read-document'
import { decodeXml } from './xml'
import type { Archive } from './zip'

/**
 * What stands in a Word document and the library that reads it passes over: readings beside characters, and with
 * them the characters; formulas; fields; words with a direction of their own; numbers; comments; what was struck out
 * while changes were tracked.
 */

/** Noncharacters, which no text holds: where a reading begins, where its characters do, and where they end. */
const signs = { reading: '\ufdd0', base: '\ufdd1', end: '\ufdd2' } as const

/** The parts that hold words. */
const wordParts = /^word\/(?:document|footnotes|endnotes)\d*\.xml$/u

/** A file in which readings, formulas, fields and numbers are words; the same where it has none. @param bytes the file */
export async function withAllWords(bytes: Uint8Array, archive: Archive): Promise<Uint8Array> {
  const rewritten = new Map<string, string>()
  const numbering = {
    numbering: await archive.bytes('word/numbering.xml'),
    styles: await archive.bytes('word/styles.xml'),
  }
  for (const name of archive.names.filter((one) => wordParts.test(one))) {
    const xml = await xmlOf(archive, name)
    const inWords = fieldsInWords(formulasInWords(readingsInWords(xml)))
    const all = name === 'word/document.xml' ? withNumbers(inWords, numbering) : inWords
    if (all !== xml) rewritten.set(name, all)
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

/** What stands in the elements of text, as XML has it. */
const wordsIn = (xml: string): string =>
  Array.from(xml.matchAll(/<(?:w|m):t(?:\s[^<>]*)?>([^<]*)/gu), ([, words = '']) => words).join('')

/** XML with words in place of each element of a kind. @param begins the element's, up to its name's end */
function inPlaceOf(
  xml: string,
  begins: RegExp,
  end: string,
  words: (content: string) => string,
): string {
  const [before = '', ...parts] = xml.split(begins)
  const put = parts.map((part) => {
    const ends = part.indexOf(end)
    return ends < 0 ? part : words(part.slice(0, ends)) + part.slice(ends + end.length)
  })
  return before + put.join('')
}

const textElement = (words: string) => `<w:t xml:space="preserve">${words}</w:t>`

/** Readings as text of their run, between signs. */
const readingsInWords = (xml: string): string =>
  inPlaceOf(xml, /<w:ruby(?=[\s>])/u, '</w:ruby>', (ruby) => {
    const [reading = '', base = ''] = ruby.split('<w:rubyBase>')
    return textElement(signs.reading + wordsIn(reading) + signs.base + wordsIn(base) + signs.end)
  })

/** Formulas as the characters that they are made of. */
const formulasInWords = (xml: string): string =>
  inPlaceOf(
    xml.replaceAll(/<\/?m:oMathPara(?:\s[^<>]*)?>/gu, ''),
    /<m:oMath(?=[\s>])/u,
    '</m:oMath>',
    (formula) => `<w:r>${textElement(wordsIn(formula))}</w:r>`,
  )

/** What stands within fields, as their result, a day or a number of a page, and within what directs the order of words. */
const fieldsInWords = (xml: string): string =>
  xml.replaceAll(/<\/?w:(?:fldSimple|dir|bdo)(?:\s[^<>]*)?>/gu, '')

/** HTML with readings beside their characters, where signs stand. */
export const withReadings = (html: string): string =>
  html.replaceAll(
    /\ufdd0([^\ufdd0-\ufdd2]*)\ufdd1([^\ufdd0-\ufdd2]*)\ufdd2/gu,
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
    // One that holds nothing says that the end of a paragraph was struck out.
    ['deletion', count(text.replaceAll('/>', ''), /<w:del\s[^<>]*>/gu)],
    ['formula', count(text, /<m:oMath[\s>]/gu)],
  ]
  return new Map(counts.filter(([, number]) => number > 0))
}
