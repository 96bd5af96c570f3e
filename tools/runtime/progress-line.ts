import type { Progress } from './download'

const barWidth = 30
/** How often a line is drawn again on a terminal, in ms. */
const interval = 200

/** A download's progress: one line drawn again and again on a terminal, else a line each tenth. */
export function progressLine(
  name: string,
  output: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
  now: () => number = Date.now,
) {
  let drawn = 0
  let tenths = 0
  let isOpen = false
  return {
    show: (progress: Progress): void => {
      if (output.isTTY) {
        if (now() - drawn < interval && progress.received !== progress.total) return
        drawn = now()
        isOpen = true
        output.write(`\r${lineOf(name, progress)}\u001B[K`)
        return
      }
      const reached = Math.floor(
        (10 * progress.received) / (progress.total ?? Number.POSITIVE_INFINITY),
      )
      if (reached <= tenths) return
      tenths = reached
      output.write(`${lineOf(name, progress)}\n`)
    },
    /** Ends the line, so that what is said next begins a new one. */
    end: (): void => {
      if (isOpen) output.write('\n')
    },
  }
}

function lineOf(name: string, { received, total }: Progress): string {
  if (total === undefined) return `${name}: ${megabytes(received)} MB`
  const full = Math.round((barWidth * received) / total)
  const bar = `${'█'.repeat(full)}${'░'.repeat(barWidth - full)}`
  const percent = Math.floor((100 * received) / total)
  return `${name} ${bar} ${percent} % of ${megabytes(total)} MB`
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1)
