import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type LicenceList, licenceListPath } from './licence-list'

/** Writes `<out>/THIRD-PARTY-LICENCES.txt`, the list of licences for whoever has not opened the app. */
export function writeNotices(out: string): void {
  const list = JSON.parse(readFileSync(licenceListPath, 'utf8')) as LicenceList
  writeFileSync(path.join(out, 'THIRD-PARTY-LICENCES.txt'), noticesOf(list))
}

/** Each text of terms once, under the works that come under it. */
export function noticesOf({ works, texts }: LicenceList): string {
  const parts = texts.map((terms, at) => {
    const names = works
      .filter(({ text }) => text === at)
      .map(({ name, version, licence }) => `${name} ${version} (${licence})`)
    return `${names.join('\n')}\n\n${terms}\n`
  })
  return `Works of others that Piyue contains, and their terms.\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`
}
