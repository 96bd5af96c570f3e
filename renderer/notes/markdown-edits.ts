/** What the formatting buttons make of the words selected. */
export type Formatting =
  | 'bold'
  | 'italic'
  | 'bullets'
  | 'numbers'
  | 'quotation'
  | 'link'
  | 'code'
  | 'table'

/** A text and what is selected in it, in UTF-16 units. */
export interface Selected {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** What to put in place of a stretch of the text, and what is to be selected afterwards. UTF-16 units. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly insert: string
  readonly selectFrom: number
  readonly selectTo: number
}

/**
 * The edit that a formatting button comes to. Emphasis and code already there is taken away again,
 * and so are the marks of a list or quotation.
 *
 * @param heading what stands over the columns of a new table.
 */
export function edit(selected: Selected, kind: Formatting, heading: string): Edit {
  switch (kind) {
    case 'bold':
      return around(selected, '**')
    case 'italic':
      return around(selected, '*')
    case 'code':
      return selected.text.slice(selected.from, selected.to).includes('\n')
        ? replaceLines(selected, (lines) => ['```', ...lines, '```'])
        : around(selected, '`')
    case 'bullets':
      return prefixLines(selected, /^[-*+] /u, () => '- ')
    case 'numbers':
      return prefixLines(selected, /^\d+[.)] /u, (i) => `${i + 1}. `)
    case 'quotation':
      return prefixLines(selected, /^> ?/u, () => '> ')
    case 'link':
      return link(selected)
    case 'table':
      return table(selected, heading)
  }
}

function around({ text, from, to }: Selected, mark: string): Edit {
  const { length } = mark
  const words = text.slice(from, to)
  const isOn =
    text.slice(from - length, from) === mark &&
    text.slice(to, to + length) === mark &&
    // Two stars are not the one of emphasis.
    (mark !== '*' || text.slice(from - 2, from) !== '**')
  return isOn
    ? {
        from: from - length,
        to: to + length,
        insert: words,
        selectFrom: from - length,
        selectTo: to - length,
      }
    : {
        from,
        to,
        insert: `${mark}${words}${mark}`,
        selectFrom: from + length,
        selectTo: to + length,
      }
}

function prefixLines(selected: Selected, there: RegExp, prefix: (i: number) => string): Edit {
  return replaceLines(selected, (lines) =>
    lines.every((line) => there.test(line))
      ? lines.map((line) => line.replace(there, ''))
      : lines.map((line, i) => prefix(i) + line.replace(there, '')),
  )
}

function replaceLines(
  { text, from, to }: Selected,
  change: (lines: readonly string[]) => readonly string[],
): Edit {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const next = text.indexOf('\n', to)
  const end = next === -1 ? text.length : next
  const insert = change(text.slice(start, end).split('\n')).join('\n')
  const after = start + insert.length
  return { from: start, to: end, insert, selectFrom: from === to ? after : start, selectTo: after }
}

/** The words become the link's, and its address is selected, to be typed. */
function link({ text, from, to }: Selected): Edit {
  const words = text.slice(from, to)
  const address = 'https://'
  const at = from + words.length + 3
  return {
    from,
    to,
    insert: `[${words}](${address})`,
    selectFrom: words === '' ? from + 1 : at,
    selectTo: words === '' ? from + 1 : at + address.length,
  }
}

function table({ text, to }: Selected, heading: string): Edit {
  const before = to === 0 ? '' : text.slice(0, to).endsWith('\n') ? '\n' : '\n\n'
  const first = to + before.length + 2
  return {
    from: to,
    to,
    insert: `${before}| ${heading} | ${heading} |\n| --- | --- |\n|  |  |\n`,
    selectFrom: first,
    selectTo: first + heading.length,
  }
}
