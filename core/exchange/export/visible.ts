/** Characters that direct the order of those around them, whatever these are. */
const turning = /\p{Bidi_Control}/gu

/** Control characters, which no document format may hold; tab and line break are none of them. */
// oxlint-disable-next-line eslint/no-control-regex -- these very characters are looked for
const control = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/gu

const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u

/** What UTF-8 and XML cannot hold: halves of surrogate pairs, and the two that are no characters. */
const unwritable = /[\p{Surrogate}\ufffe\uffff]/gu

/** The lines of a text, by whatever character they are broken. */
export const linesOf = (text: string): readonly string[] => text.split(lineBreak)

/**
 * A text as it can stand in a document among others: every line break is U+000A, and a character
 * that is not seen but does something is shown by its name. U+202E would turn the rest of a line
 * round, so that it reads as what it is not; U+0000 would make a file of Word's unreadable.
 */
export const visible = (text: string): string =>
  linesOf(text)
    .join('\n')
    .replaceAll(turning, nameOf)
    .replaceAll(control, nameOf)
    .replaceAll(unwritable, '\u{fffd}')

const nameOf = (character: string) =>
  `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`
