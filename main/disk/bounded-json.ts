const quote = 0x22
const backslash = 0x5c
const openers = new Set([0x5b, 0x7b])
const closers = new Set([0x5d, 0x7d])

/**
 * No file of ours comes near these. Beyond them JSON.parse could use up the memory of the process,
 * which nothing can catch: a hundred megabytes of `[` are many gigabytes of arrays.
 */
const bounds = { depth: 64, containers: 10_000_000 }

/** The largest file that is read at all, in bytes: within what a string can hold. */
export const largestFile = 400 * 1024 * 1024

/** Whether JSON text can be parsed without harm: not too deep, not too many arrays and objects. */
export function isBounded(bytes: Uint8Array): boolean {
  let depth = 0
  let containers = 0
  let inString = false
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number
    if (inString) {
      if (byte === backslash) i++
      else if (byte === quote) inString = false
    } else if (byte === quote) inString = true
    else if (openers.has(byte)) {
      depth++
      containers++
      if (depth > bounds.depth || containers > bounds.containers) return false
    } else if (closers.has(byte)) depth--
  }
  return true
}
