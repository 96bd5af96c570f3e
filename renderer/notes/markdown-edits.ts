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
interface Selected {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** What to put in place of a stretch of the text, and what is to be selected afterwards. UTF-16 units. */
interface Edit {
  readonly from: number
  readonly to: number
  readonly insert: string
  readonly selectFrom: number
  readonly selectTo: number
}

/**
 * The edit that a formatting button comes to. Emphasis, code and a link already there are taken away
 * again, and so are the marks of a list or quotation; nothing is done for a table in a table.
 *
 * @param heading what stands over the columns of a new table.
 */
export function edit(selected: Selected, kind: Formatting, heading: string): Edit | undefined {
  switch (kind) {
    case 'bold':
      return around(selected, '**')
    case 'italic':
      return around(selected, '*')
    case 'code':
      return selected.text.slice(selected.from, selected.to).includes('\n')
        ? replaceLines(selected, fenced)
        : around(selected, '`')
    case 'bullets':
      return prefixLines(selected, /^[-*+] /u, () => '- ')
    case 'numbers':
      return prefixLines(selected, /^\d+[.)] /u, (i) => `${i + 1}. `)
    case 'quotation':
      return prefixLines(selected, /^> ?/u, () => '> ')
    case 'link':
      return unlinked(selected) ?? link(selected)
    case 'table':
      return isInTable(selected) ? undefined : table(selected, heading)
  }
}

function around({ text, from, to }: Selected, mark: string): Edit {
  const { length } = mark
  const words = text.slice(from, to)
  if (mark === '`' && words.length > 2 && words.startsWith(mark) && words.endsWith(mark)) {
    const insert = words.slice(length, -length)
    return { from, to, insert, selectFrom: from, selectTo: from + insert.length }
  }
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

/** Lines as a block of code, or out of one. */
const fenced = (lines: readonly string[]): readonly string[] =>
  lines.length > 1 && lines[0]?.startsWith('```') && lines.at(-1) === '```'
    ? lines.slice(1, -1)
    : ['```', ...lines, '```']

const links = /\[([^[\]\n]*)\]\([^()\n]*\)/gu

/** The words of the link in which the selection lies. */
function unlinked({ text, from, to }: Selected): Edit | undefined {
  for (const { index, 0: whole, 1: words = '' } of text.matchAll(links)) {
    const end = index + whole.length
    if (index > from || end < to) continue
    return {
      from: index,
      to: end,
      insert: words,
      selectFrom: index,
      selectTo: index + words.length,
    }
  }
  return undefined
}

/** Whether the lines about the selection's end hold the line that makes them a table. */
function isInTable({ text, to }: Selected): boolean {
  const start = text.lastIndexOf('\n\n', to - 1) + 1
  const next = text.indexOf('\n\n', to)
  const lines = text.slice(start, next === -1 ? text.length : next).split('\n')
  return lines.some((line) => line.includes('|') && line.includes('-') && /^[|:\-\s]+$/u.test(line))
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
