import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(__dirname, '../../../..')

/** Every use of Electron's API by the main process, the preload and the processes beside main, each once. */
function usesInMain(): readonly string[] {
  const program = path.join(__dirname, 'electron-uses.ts')
  const printed = execFileSync(process.execPath, ['--import', 'tsx', program], { encoding: 'utf8' })
  return JSON.parse(printed) as readonly string[]
}

/** The lines of the list: the calls that each names, and what it says of tests. */
const lines = readFileSync(path.join(root, 'docs/electron-conformance.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => {
    const cells = line.slice(2, -2).split(' | ')
    const names = [...(cells[0] ?? '').matchAll(/`([^`]+)`/gu)].map(([, name]) => name ?? '')
    return { names, cells, tested: cells[3] ?? '' }
  })

describe('the list of what is asked of Electron', () => {
  it('names all that is asked, and nothing that is not', () => {
    expect(lines.flatMap(({ names }) => names).toSorted()).toEqual(usesInMain())
  })

  it('says of each what Electron promises, what the stand-in does, and where it is tested or why not', () => {
    for (const { names, cells, tested } of lines) {
      const tests = tested.match(/\b(?:unit|component|e2e)\/[\w/-]+/gu) ?? []
      const gone = tests.filter((name) => !existsSync(path.join(root, `tests/${name}.test.ts`)))
      expect([names, gone]).toEqual([names, []])
      expect([names, cells.length]).toEqual([names, 4])
      expect([names, tests.length > 0 || tested.includes('not tested')]).toEqual([names, true])
    }
  })
})
