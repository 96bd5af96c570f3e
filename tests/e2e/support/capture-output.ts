import childProcess, { type ChildProcess } from 'node:child_process'

/** What a process has written to stdout and stderr, as it comes. */
interface CapturedOutput {
  text(): string
}

/**
 * Runs `start`, and captures the output of the process that it starts from its first byte: Playwright
 * hands the process over only when its first lines have long been read.
 */
export async function captureOutput<T>(
  start: () => Promise<T>,
): Promise<{ result: T; output: CapturedOutput }> {
  let written = ''
  const collect = (text: Buffer): unknown => (written += text.toString())
  const { spawn } = childProcess
  const spawning = childProcess as { spawn: (...args: unknown[]) => ChildProcess }
  spawning.spawn = (...args) => {
    const child = (spawn as (...given: unknown[]) => ChildProcess)(...args)
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    return child
  }
  try {
    return { result: await start(), output: { text: () => written } }
  } catch (error) {
    throw new Error(`the app did not start; it wrote:\n${written}`, { cause: error })
  } finally {
    childProcess.spawn = spawn
  }
}
