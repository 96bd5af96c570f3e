import { readEditionInput } from './edition-files'

/**
 * `npx tsx tools/edition/find-in-source.ts WORDS…`: where each stands in source.txt, as the range
 * that an emendation wants, with its surroundings.
 */
const points = [...readEditionInput().sourceText]
const contextWidth = 12

for (const wanted of process.argv.slice(2)) {
  const length = [...wanted].length
  const starts = [...points.keys()].filter(
    (at) => points.slice(at, at + length).join('') === wanted,
  )
  for (const start of starts) {
    const end = start + length
    const around = points.slice(Math.max(0, start - contextWidth), end + contextWidth).join('')
    console.log(`"source": { "start": ${start}, "end": ${end} }  ${JSON.stringify(around)}`)
  }
}
