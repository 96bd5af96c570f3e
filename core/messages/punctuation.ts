const closed = /[。！？…；：，、.!?;:,][”’」』》）)]*$/u

/** Whether words end with a mark of punctuation, so that none is to be put behind them. */
export const endsClosed = (words: string): boolean => closed.test(words)
