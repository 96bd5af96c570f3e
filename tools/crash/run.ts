/**
 * npm run test:crash [-- KILLS [POWER-CUTS]]
 *
 * Kills the store at random, cuts the power of a simulated disk, does both to plain lowdb too, and
 * prints what was lost. Ends with 1 if anything acknowledged was.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { emptyHistory } from '../../core/annotation/history'
import type { CrashCount } from './crash-count'
import { kills } from './kills'
import { lowdbPowerCuts } from './lowdb-power-cuts'
import { powerCuts } from './power-cuts'
import { digestOf } from './random-changes'

const emptyDigest = digestOf(new Map(), emptyHistory)

async function run(killCount: number, cutCount: number): Promise<boolean> {
  const bundles = await mkdtemp(join(tmpdir(), 'piyue-crash-'))
  const bundle = async (name: string) => {
    const outfile = join(bundles, `${name}.mjs`)
    await build({
      entryPoints: [join(__dirname, `${name}.ts`)],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'error',
    })
    return outfile
  }
  const ours = await bundle('kill-child')
  const plain = await bundle('lowdb-child')
  console.log(
    `Node ${process.version}, ${process.platform}, ${cpus().length} × ${cpus()[0]?.model}`,
  )
  const killed = await report('Piyue, killed', () =>
    sideBySide(killCount, (half, seed) =>
      kills({ program: ours, kills: half, seed, emptyDigest, diesInside: true }),
    ),
  )
  await report('plain lowdb, killed', () =>
    sideBySide(Math.ceil(killCount / 5), (half, seed) =>
      kills({ program: plain, kills: half, seed, emptyDigest, diesInside: false }),
    ),
  )
  const cut = await report('Piyue, power cut', () => powerCuts(cutCount, 1))
  await report('plain lowdb, power cut', () => lowdbPowerCuts(cutCount, 1))
  await rm(bundles, { recursive: true })
  return [killed, cut].every(({ lost, unopened }) => lost === 0 && unopened === 0)
}

/** Two at a time: most of a crash is waiting for a process to start. */
async function sideBySide(
  count: number,
  crash: (half: number, seed: number) => Promise<CrashCount>,
): Promise<CrashCount> {
  const half = Math.ceil(count / 2)
  const [a, b] = await Promise.all([crash(half, 1), crash(count - half, 2)])
  return {
    crashes: a.crashes + b.crashes,
    acknowledged: a.acknowledged + b.acknowledged,
    lost: a.lost + b.lost,
    unopened: a.unopened + b.unopened,
    alarms: a.alarms + b.alarms,
  }
}

async function report(name: string, crash: () => Promise<CrashCount>): Promise<CrashCount> {
  const start = performance.now()
  const count = await crash()
  const seconds = ((performance.now() - start) / 1000).toFixed(0)
  console.log(
    `${name.padEnd(24)}${count.crashes} crashes, ${count.acknowledged} acknowledged changes, ` +
      `${count.lost} crashes that lost some, ${count.unopened} stores that did not open, ` +
      `${count.alarms} false alarms, ${seconds} s`,
  )
  return count
}

const [killCount = 1000, cutCount = 2000] = process.argv.slice(2).map(Number)
run(killCount, cutCount)
  .then((isGood) => process.exit(isGood ? 0 : 1))
  .catch((error: unknown) => {
    console.error(error)
    process.exit(1)
  })
