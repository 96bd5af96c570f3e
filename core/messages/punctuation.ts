const closed = /[。！？…；：，、.!?;:,][”’」』》）)]*$/u

/** Whether words end with a mark of punctuation, so that none is to be put behind them. */
export const endsClosed = (words: string): boolean => closed.test(words)

/** A Chinese title between its marks (GB/T 15834): those that it has itself are not set again, and within it they are single. */
export function titled(title: string): string {
  const bare = /^《([^《》]*)》$/u.exec(title)?.[1] ?? title
  return `《${bare.replaceAll('《', '〈').replaceAll('》', '〉')}》`
}
