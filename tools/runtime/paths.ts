import path from 'node:path'

/** The repository's root, from which every tool is run and every path is reckoned. */
export const repositoryRoot = path.resolve(__dirname, '../..')

/** Where tools keep what can be made again at any time; `npm ci` empties it. */
export const cacheDirectory = path.join(repositoryRoot, 'node_modules/.cache/piyue')

/** The stand-in put together as a folder that looks like Electron's `dist`. */
export const standInDist = path.join(cacheDirectory, 'stand-in')

/** The stand-in's executable. */
export const standInExecutable = path.join(standInDist, 'electron')
