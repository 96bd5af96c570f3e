import { readFileSync, writeFileSync } from 'node:fs'
import { charactersToRead, pinyinTableFile, pinyinTablePath, readingsIn } from './pinyin-table'

/**
 * `npm run build:pinyin -- Unihan_Readings.txt`: makes the table of readings again out of that file of the
 * Unihan database. Wanted only when the database or the report changes.
 */
const [file] = process.argv.slice(2)
if (file === undefined) {
  console.error(
    'Usage: npm run build:pinyin -- Unihan_Readings.txt (out of Unihan.zip of unicode.org)',
  )
  process.exitCode = 2
} else {
  const readings = readingsIn(readFileSync(file, 'utf8'))
  writeFileSync(pinyinTablePath, pinyinTableFile(charactersToRead(), readings))
}
