/**
 * Makes a deb from fpm's arguments by dpkg-deb, for machines that cannot fetch fpm. It knows the options that
 * electron-builder gives for a deb, and no others.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buildDeb } from './deb'
import { readFpmArguments } from './fpm-arguments'

const staging = mkdtempSync(path.join(os.tmpdir(), 'piyue-deb-'))
try {
  buildDeb(readFpmArguments(process.argv.slice(2)), staging)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  rmSync(staging, { recursive: true, force: true })
}
