import path from 'node:path'
import { cacheDirectory } from './paths'

/** The stand-in put together as a folder that looks like Electron's `dist`. */
export const standInDist = path.join(cacheDirectory, 'stand-in')

/** The stand-in's executable. */
export const standInExecutable = path.join(standInDist, 'electron')
