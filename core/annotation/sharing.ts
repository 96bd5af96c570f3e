import type { Quote } from '../anchor/quote'
import type { CanonicalDocument } from '../document/document'
import type { TextRange } from '../text/range'
import type { Annotation } from './annotation'
import type { MarkStyle } from './style'

/**
 * Gives annotations that came out of a message with what many of them have in common held once: each came with its
 * own copy of its document's digest, of its style, and of two sentences of the text. Nothing that they say is changed.
 */
export function sharing(document: CanonicalDocument): (annotation: Annotation) => Annotation {
  const words = new Map<string, string>()
  const styles = new Map<string, MarkStyle>()
  const once = <Word extends string>(word: Word) => onceIn(words, word, word) as Word
  return (annotation) => {
    const { style, createdAt, modifiedAt } = annotation
    const isOfThisText = annotation.documentDigest === document.digest
    return {
      ...annotation,
      documentId: once(annotation.documentId),
      documentDigest: once(annotation.documentDigest),
      seenIn: once(annotation.seenIn),
      tags: annotation.tags.map(once),
      style: onceIn(styles, `${style.color} ${style.kind}`, style),
      modifiedAt: modifiedAt === createdAt ? createdAt : modifiedAt,
      ...(isOfThisText && { quote: inTextOf(document, annotation) }),
    }
  }
}

/** The value that was the first under a key. */
function onceIn<T>(known: Map<string, T>, key: string, value: T): T {
  const first = known.get(key)
  if (first !== undefined) return first
  known.set(key, value)
  return value
}

/** A quote as parts of the document's own text, where that says the same: engines copy no text for a part of it. */
function inTextOf(
  { text, offsets }: CanonicalDocument,
  { range, quote }: { readonly range: TextRange; readonly quote: Quote },
): Quote {
  const partAt = (at: number, said: string) =>
    at >= 0 && text.startsWith(said, at) ? text.slice(at, at + said.length) : said
  const { exact, prefix, suffix } = quote
  const start = offsets.toUtf16(range.start)
  return {
    exact: partAt(start, exact),
    prefix: partAt(start - prefix.length, prefix),
    suffix: partAt(start + exact.length, suffix),
  }
}
