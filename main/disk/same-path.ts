/**
 * Whether two absolute paths name one file. Windows and macOS tell no letters apart by their case, and macOS none
 * by how they are composed: what the Finder gives in pieces, か and a mark beside it, a terminal may give as が.
 * On a volume that was set up to tell cases apart this holds two files for one.
 */
export function isSamePath(
  one: string,
  other: string,
  platform: NodeJS.Platform = process.platform,
): boolean {
  const known = (path: string): string => {
    if (platform === 'darwin') return path.normalize('NFC').toLowerCase()
    return platform === 'win32' ? path.toLowerCase() : path
  }
  return known(one) === known(other)
}
