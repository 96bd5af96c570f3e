import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from '../../../../tools/runtime/paths'

jest.setTimeout(120_000)

/** Asked in a process of its own: the bundler cannot run inside Jest's module system. */
const shipped: { list: string; packages: string[] } = JSON.parse(
  spawnSync(
    process.execPath,
    [
      path.join(repositoryRoot, 'node_modules/tsx/dist/cli.mjs'),
      path.join(repositoryRoot, 'tools/licences/print-shipped.ts'),
    ],
    { cwd: repositoryRoot, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  ).stdout,
)

describe('what is shipped', () => {
  it('is listed with its terms; if this fails, run `npm run build:licences`', () => {
    const kept = readFileSync(path.join(repositoryRoot, 'renderer/apparatus/licences.json'), 'utf8')
    expect(kept === shipped.list).toBe(true)
  })

  it('holds no conversion dictionary', () => {
    expect(shipped.packages).toContain('marked')
    expect(shipped.packages.filter((name) => /opencc/iu.test(name))).toEqual([])
  })
})
