import { spawnSync } from 'node:child_process'
import { writeSync } from 'node:fs'
import { app } from 'electron'
import { saidBeforeStart } from '../../core/messages/before-start'
import { systemLanguage } from './environment'

/** What a start knows of the screen. */
interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  /** The value of `--ozone-platform`; empty without one. */
  readonly ozonePlatform: string
}

/**
 * Whether Electron would end before it is ready, since there is nothing to draw on: on Linux it picks
 * X11 or Wayland when the process starts, and cannot do without. `--headless` means nothing to it.
 */
export function isDisplayMissing({ platform, env, ozonePlatform }: Surroundings): boolean {
  if (platform !== 'linux' || ozonePlatform === 'headless') return false
  return !env['DISPLAY'] && !env['WAYLAND_DISPLAY']
}

/** As it is for this process. */
export const hasNoDisplay = (): boolean =>
  isDisplayMissing({
    platform: process.platform,
    env: process.env,
    ozonePlatform: app.commandLine.getSwitchValue('ozone-platform'),
  })

/** What draws nowhere: only the process's own first command line can choose it. */
const drawnNowhere = ['--ozone-platform=headless', '--disable-gpu'] as const

/**
 * Does this start's work in a process that needs no display, and ends with its exit code. Everything
 * here is synchronous: Electron ends this process as soon as main.ts is loaded.
 */
export function startAgainWithoutDisplay(): never {
  const { status } = spawnSync(process.execPath, [...process.argv.slice(1), ...drawnNowhere], {
    stdio: 'inherit',
  })
  process.exit(status ?? 1)
}

/** Says that no window can be opened, while there is still time to say so, and ends. */
export function refuseWithoutDisplay(): never {
  writeSync(2, `${saidBeforeStart[systemLanguage()].noDisplay}\n`)
  process.exit(1)
}
