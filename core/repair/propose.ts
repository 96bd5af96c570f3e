import type { Span } from '../document/block'
import type { CanonicalDocument } from '../document/document'
import { codePoints } from '../text/code-points'
import { byPlace } from '../text/range'
import { brokenLines } from './broken-lines'
import { misreadRuns } from './decoding'
import type { Finding, Proposal, RepairKind } from './proposal'

/** Of a text that is damaged everywhere, no more places than this are proposed. */
const most = 20_000

/** Every place of a document that seems damaged, in text order, none overlapping another. */
export function proposeRepairs(document: CanonicalDocument): readonly Proposal[] {
  const misread = misreadRuns(document)
  const findings = [
    ...misread,
    ...patterns.flatMap((pattern) => matchesOf(document, pattern)).filter(isNoSetting(document)),
    ...brokenLines(document),
  ]
  const kept: Finding[] = []
  // What was read in the wrong encoding is no text yet: nothing else can be said of it.
  for (const finding of findings.sort((a, b) => byPlace(a.range, b.range))) {
    const last = kept.at(-1)
    if (last === undefined || finding.range.start >= last.range.end) kept.push(finding)
  }
  return kept.slice(0, most).map((finding) => ({
    ...finding,
    id: `${finding.kind}-${finding.range.start}`,
    found: document.slice(finding.range),
  }))
}

interface Pattern {
  readonly kind: RepairKind
  readonly expression: RegExp
  readonly reading: (match: string) => string
}

const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '.': '。',
}

const toFullWidth = (mark: string) => fullWidth[mark] ?? mark

const toHalfWidth = (text: string) =>
  text.replaceAll(/[０-９Ａ-Ｚａ-ｚ]/gu, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))

/** What stands around a match is looked at and not taken. */
const patterns: readonly Pattern[] = [
  {
    kind: 'reading',
    expression: /(?<=\p{Script=Han})[（(][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ]{1,7}[)）]/gu,
    reading: () => '',
  },
  {
    kind: 'punctuation',
    expression: /(?<=[\p{Script=Han}”’」』》）])[,;:?!](?![\w/])/gu,
    reading: toFullWidth,
  },
  {
    kind: 'punctuation',
    expression: /(?<=\p{Script=Han})[()](?=\p{Script=Han})/gu,
    reading: toFullWidth,
  },
  {
    kind: 'punctuation',
    expression: /(?<=\p{Script=Han})\.(?=\p{Script=Han}|$)/gmu,
    reading: toFullWidth,
  },
  {
    kind: 'spacing',
    // An ideographic space is one that its writer meant, but where spaces stand between all characters.
    expression:
      /(?<=[\p{Script=Han}，。、；：？！「」『』“”（）《》])(?<!第[零〇一二三四五六七八九十百千兩两\d０-９]{1,9}[部編编卷篇章回節节條条])(?:[ \u00a0]|(?<= \p{Script=Han})\u3000|\u3000(?=\p{Script=Han} ))(?=[\p{Script=Han}，。、；：？！「」『』“”（）《》])/gu,
    reading: () => '',
  },
  { kind: 'width', expression: /[０-９Ａ-Ｚａ-ｚ]+/gu, reading: toHalfWidth },
]

/** What is set apart by its look: who writes Markdown by hand puts a space on either side of the signs for it. */
const setApart: ReadonlySet<Span['kind']> = new Set([
  'emphasis',
  'strong',
  'deleted',
  'code',
  'link',
])

/**
 * Tells what is damage from the spaces that a writer put around words that are set apart: 漢字 **粗體** 漢字. Where
 * spaces stand between all characters, those around such words are no others.
 */
function isNoSetting({ placed, offsets, text }: CanonicalDocument): (finding: Finding) => boolean {
  const starts = new Set<number>()
  const ends = new Set<number>()
  for (const { block, range } of placed) {
    for (const span of block.spans ?? []) {
      if (!setApart.has(span.kind)) continue
      starts.add(range.start + span.range.start)
      ends.add(range.start + span.range.end)
    }
  }
  const isBefore = (space: number) => starts.has(space) || starts.has(space + 1)
  const isBehind = (space: number) => ends.has(space) || ends.has(space + 1)
  const isSpaceOfText = (at: number) =>
    at >= 0 &&
    /\s/u.test(text.charAt(offsets.toUtf16(codePoints(at)))) &&
    !isBefore(at) &&
    !isBehind(at)
  return ({ kind, range: { start } }) => {
    if (kind !== 'spacing') return true
    if (isBefore(start)) return isSpaceOfText(start - 2)
    return !isBehind(start) || isSpaceOfText(start + 2)
  }
}

function matchesOf(document: CanonicalDocument, { kind, expression, reading }: Pattern): Finding[] {
  return Array.from(document.text.matchAll(expression), (match) => ({
    kind,
    range: document.rangeOfUnits(match.index, match[0].length),
    reading: reading(match[0]),
  }))
}
