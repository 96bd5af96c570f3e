import { join } from 'node:path'

/** The source file that carries the table into the app. */
export const foldingTablePath = join(__dirname, '../../core/script/folding-table.ts')

/** Code points a line of the table may hold. */
const lineWidth = 80

/** The text of `core/script/folding-table.ts`, in the house's format. */
export function foldingTableFile(classes: readonly string[]): string {
  const lines: string[] = []
  let line = ''
  for (const members of classes) {
    const longer = line === '' ? members : `${line} ${members}`
    if ([...longer].length > lineWidth) {
      lines.push(line)
      line = members
    } else {
      line = longer
    }
  }
  lines.push(line)
  return `/**
 * Built by \`npm run build:edition\` from the character tables of opencc-js; not edited by hand.
 *
 * Classes of characters that write one thing, apart by spaces. The first of each stands for all.
 */
export const foldingClasses: readonly string[] = [
${lines.map((each) => `  '${each}',`).join('\n')}
]
`
}
