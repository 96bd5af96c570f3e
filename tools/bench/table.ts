/** The middle of some times, and what 95 of 100 stay below, in ms. */
export function spread(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  return `${show(at(0.5))} / ${show(at(0.95))}`
}

const show = (ms: number | undefined): string =>
  ms === undefined ? '—' : ms < 10 ? ms.toFixed(1) : ms.toFixed(0)

/** A table in Markdown. @param rows the first is the head */
export const markdownTable = ([head = [], ...rows]: readonly (readonly string[])[]): string =>
  [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
