import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { CrashCount } from './crash-count'
import { PossibleStates } from './possible-states'
import { Random } from './random'

interface KillOptions {
  /** The bundled child that works on a store. */
  readonly program: string
  readonly kills: number
  readonly seed: number
  /** The digest of a store in which nothing has happened. */
  readonly emptyDigest: string
  /** Whether the child can be told to die inside a system call. */
  readonly diesInside: boolean
}

/** After so many kills a fresh folder is begun, so that young stores are tried as well as old ones. */
const killsOfOneStore = 50

/** Lets a child work on a store, kills it, starts it again and compares; many times. */
export async function kills(options: KillOptions): Promise<CrashCount> {
  const random = new Random(options.seed)
  const total = { crashes: 0, acknowledged: 0, lost: 0, unopened: 0, alarms: 0 }
  while (total.crashes < options.kills) {
    const folder = await mkdtemp(join(tmpdir(), 'piyue-crash-'))
    const states = new PossibleStates(options.emptyDigest)
    let number = 0
    const rounds = Math.min(killsOfOneStore, options.kills - total.crashes)
    for (let round = 0; round < rounds; round++) {
      const life = await oneLife(options, folder, number, random, states)
      number = life.number
      total.crashes++
      total.lost += life.lost ? 1 : 0
      total.unopened += life.failed ? 1 : 0
      total.alarms += life.alarms
      if (life.failed) break
    }
    total.acknowledged += states.acknowledgedCount
    await rm(folder, { recursive: true })
  }
  return total
}

interface Life {
  readonly number: number
  readonly lost: boolean
  readonly failed: boolean
  readonly alarms: number
}

async function oneLife(
  options: KillOptions,
  folder: string,
  first: number,
  random: Random,
  states: PossibleStates,
): Promise<Life> {
  const diesInside = options.diesInside && random.chance(0.5)
  const dieAt = diesInside ? 1 + random.below(random.chance(0.5) ? 60 : 900) : 0
  const noteLength = random.chance(0.2) ? 4000 : 60
  const args = [folder, String(random.below(2 ** 31)), String(first), `${dieAt}`, `${noteLength}`]
  const child = spawn(process.execPath, [options.program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const steps = new Map<number, number>()
  let [number, lost, failed, alarms] = [first, false, false, 0]
  let timer: NodeJS.Timeout | undefined
  for await (const line of createInterface({ input: child.stdout })) {
    const [word = '', first = '', second = ''] = line.split(' ')
    switch (word) {
      case 'found':
        if (!states.isPossible(first)) {
          lost = true
          process.stderr.write(`lost: ${[options.program, ...args].join(' ')}\n`)
        }
        states.found(first)
        timer ??= diesInside
          ? undefined
          : setTimeout(() => child.kill('SIGKILL'), random.below(150))
        break
      case 'tried':
        number = Number(first)
        steps.set(number, states.tried(second))
        break
      case 'saved':
        states.acknowledged(steps.get(Number(first)) ?? 0)
        break
      case 'notice':
        alarms++
        process.stderr.write(`${line}\n`)
        break
      default:
        failed = true
        process.stderr.write(`${line}\n`)
    }
  }
  await ended
  clearTimeout(timer)
  return { number, lost, failed, alarms }
}
