/** The ways from one file of a document to another, as addresses give them. */

/** A path as seen from a page of the document; both use `/`, and none leads out of the document. */
export function resolvePath(page: string, path: string): string {
  const parts = path.startsWith('/') ? [] : page.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** A part of an address as it was before it was written into one. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    // A percent sign that begins no character stands for itself.
    return part
  }
}

/** Whether a path leads out of the folder that a document lies in. */
export function leadsOut(path: string): boolean {
  let depth = 0
  return path.split('/').some((part, i) => {
    if (part === '') return i === 0
    if (part !== '.') depth += part === '..' ? -1 : 1
    return depth < 0
  })
}
